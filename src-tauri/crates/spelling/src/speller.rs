//! What a dictionary knows.

use crate::BrokenDictionary;
use crate::load::load;
use crate::word::{is_latin, is_ordinary};
use piece::Piece;
use piece::prose::{names, paragraphs, without_possessive};
use spellbook::Dictionary;
use std::collections::{HashMap, HashSet};
use text::{Span, Text};

/// How many suggestions are worth reading.
const MOST_SUGGESTIONS: usize = 5;

/// No word is longer: dictionaries that make words of words take long over what is none.
const LONGEST_WORD: usize = 64;

/// Of a longer word nobody is told what could be meant: with a dictionary that makes words of words, that
/// takes ten seconds.
const LONGEST_MEANT: usize = 32;

/// The words of this trade that dictionaries lack, in lower case.
const TRADE: [&str; 4] = ["dek", "deks", "lede", "ledes"];

/// A dictionary, loaded.
#[derive(Debug)]
pub struct Speller {
    dictionary: Dictionary,
    is_latin: bool,
}

impl Speller {
    /// Loads a dictionary from the bytes of its `.aff` and `.dic` files.
    ///
    /// # Errors
    /// When they are no dictionary, or in an encoding that nobody knows.
    pub fn load(aff: &[u8], dic: &[u8]) -> Result<Self, BrokenDictionary> {
        let (dictionary, words) = load(aff, dic)?;
        let letters = words.chars().filter(|c| c.is_alphabetic()).take(10_000);
        let latin: Vec<bool> = letters.map(is_latin).collect();
        let is_latin = latin.iter().filter(|it| **it).count() * 2 > latin.len();
        Ok(Self { dictionary, is_latin })
    }

    /// American English, which is at hand on every machine.
    ///
    /// # Errors
    /// Never, in a program that passed its tests.
    pub fn english() -> Result<Self, BrokenDictionary> {
        Self::load(
            include_bytes!("../dictionaries/en_US.aff"),
            include_bytes!("../dictionaries/en_US.dic"),
        )
    }

    /// Where the words of a text stand that it does not know, in the text's order. Each is a whole word,
    /// and written as it is seen. `own_words` are those of the person's dictionary; in lower case they
    /// stand for the word with a capital too.
    pub fn misspelt(&self, text: &Text, own_words: &[impl AsRef<str>]) -> Vec<Span> {
        let source = text.as_str();
        let paragraphs = paragraphs(&Piece::parse(source), source);
        let names = names(&paragraphs);
        let own: HashSet<&str> = own_words.iter().map(AsRef::as_ref).collect();
        let is_own = |word: &str| own.contains(word) || own.contains(&*word.to_lowercase());
        // A long text has each of its words many times.
        let mut known: HashMap<&str, bool> = HashMap::new();
        let mut misspelt = Vec::new();
        for paragraph in &paragraphs {
            for word in paragraph.words() {
                let is_known = *known.entry(word.text).or_insert_with(|| {
                    let bare = without_possessive(word.text);
                    names.contains(bare)
                        || is_own(bare)
                        || is_own(word.text)
                        || self.knows(word.text)
                });
                if !is_known {
                    misspelt.extend(paragraph.written(word.range, source));
                }
            }
        }
        misspelt
    }

    /// Whether a word is right, or none that a dictionary of this language could know.
    pub fn knows(&self, word: &str) -> bool {
        let is_foreign = word.chars().any(|c| c.is_alphabetic() && is_latin(c) != self.is_latin);
        is_foreign
            || word.len() > LONGEST_WORD
            || !is_ordinary(word)
            || self.dictionary.check(word)
            || self.knows_plain(word)
            || TRADE.contains(&without_possessive(&word.to_lowercase()))
    }

    /// Whether the dictionary has it with the apostrophe of a typewriter, or without its `'s`.
    fn knows_plain(&self, word: &str) -> bool {
        let plain = word.replace('’', "'");
        let bare = without_possessive(&plain);
        (plain != word && self.dictionary.check(&plain))
            || (bare != plain && (bare.chars().nth(1).is_none() || self.dictionary.check(bare)))
    }

    /// What could be meant by a word, the likeliest first; often nothing. It takes tens of milliseconds, a
    /// second or more for a long word of German: ask for the word that a person points at, not for all of them.
    pub fn suggest(&self, word: &str) -> Vec<String> {
        if word.len() > LONGEST_MEANT {
            return Vec::new();
        }
        let mut suggestions = Vec::new();
        self.dictionary.suggest(word, &mut suggestions);
        suggestions.truncate(MOST_SUGGESTIONS);
        if word.contains('’') {
            suggestions.iter_mut().for_each(|it| *it = it.replace('\'', "’"));
        }
        suggestions
    }
}
