//! The words that the rules know, from a data file for each language.

mod quick;

use quick::Quick;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The lists of one language; the data file says what each is for.
pub(crate) struct Lists(HashMap<&'static str, List, Quick>);

/// A list of words and phrases, found by their first words.
#[derive(Default)]
pub(crate) struct List {
    phrases: HashMap<&'static str, Vec<Vec<&'static str>>, Quick>,
    /// A bit for each letter with which one begins. Nearly every word that is asked for is in none of
    /// the lists, and a bit tells that sooner than a hash.
    letters: u64,
}

/// English.
pub(crate) fn english(list: &str) -> &'static List {
    static ENGLISH: OnceLock<Lists> = OnceLock::new();
    static NONE: OnceLock<List> = OnceLock::new();
    let lists = ENGLISH.get_or_init(|| Lists::read(include_str!("words/en.txt")));
    lists.0.get(list).unwrap_or_else(|| NONE.get_or_init(List::default))
}

impl Lists {
    fn read(data: &'static str) -> Self {
        let mut lists: HashMap<&'static str, List, Quick> = HashMap::default();
        let lines = data.lines().filter(|line| !line.starts_with(';'));
        for (name, phrases) in lines.filter_map(|line| line.split_once(':')) {
            let list = lists.entry(name).or_default();
            for phrase in phrases.split(',') {
                list.add(phrase.split_whitespace().collect());
            }
        }
        for phrases in lists.values_mut().flat_map(|list| list.phrases.values_mut()) {
            phrases.sort_by_key(|words| std::cmp::Reverse(words.len()));
        }
        Self(lists)
    }
}

impl List {
    fn add(&mut self, words: Vec<&'static str>) {
        if let Some(first) = words.first() {
            self.letters |= letter(first);
            self.phrases.entry(first).or_default().push(words);
        }
    }

    /// Whether a single word, in lower case, is in the list.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.beginning_with(word).iter().any(|words| words.len() == 1)
    }

    /// The phrases that begin with a word, the longest first.
    pub(crate) fn beginning_with(&self, word: &str) -> &[Vec<&'static str>] {
        let phrases = (self.letters & letter(word) != 0).then(|| self.phrases.get(word));
        phrases.flatten().map_or(&[], Vec::as_slice)
    }
}

/// The bit of a word's first letter.
fn letter(word: &str) -> u64 {
    word.bytes().next().map_or(0, |first| 1 << (first % 64))
}
