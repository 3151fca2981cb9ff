//! The words that the rules know, from a data file for each language.

use std::collections::HashMap;
use std::sync::OnceLock;

/// The lists of one language; the data file says what each is for.
pub(crate) struct Lists(HashMap<&'static str, List>);

/// A list of words and phrases, found by their first words.
#[derive(Default)]
pub(crate) struct List(HashMap<&'static str, Vec<Vec<&'static str>>>);

/// English.
pub(crate) fn english(list: &str) -> &'static List {
    static ENGLISH: OnceLock<Lists> = OnceLock::new();
    static NONE: OnceLock<List> = OnceLock::new();
    let lists = ENGLISH.get_or_init(|| Lists::read(include_str!("words/en.txt")));
    lists.0.get(list).unwrap_or_else(|| NONE.get_or_init(List::default))
}

impl Lists {
    fn read(data: &'static str) -> Self {
        let mut lists: HashMap<&'static str, List> = HashMap::new();
        let lines = data.lines().filter(|line| !line.starts_with(';'));
        for (name, phrases) in lines.filter_map(|line| line.split_once(':')) {
            let list = lists.entry(name).or_default();
            for phrase in phrases.split(',') {
                let words: Vec<&str> = phrase.split_whitespace().collect();
                if let Some(first) = words.first() {
                    list.0.entry(first).or_default().push(words);
                }
            }
        }
        for phrases in lists.values_mut().flat_map(|list| list.0.values_mut()) {
            phrases.sort_by_key(|words| std::cmp::Reverse(words.len()));
        }
        Self(lists)
    }
}

impl List {
    /// Whether a single word, in lower case, is in the list.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.0.get(word).is_some_and(|phrases| phrases.iter().any(|words| words.len() == 1))
    }

    /// The phrases that begin with a word, the longest first.
    pub(crate) fn beginning_with(&self, word: &str) -> &[Vec<&'static str>] {
        self.0.get(word).map_or(&[], Vec::as_slice)
    }
}
