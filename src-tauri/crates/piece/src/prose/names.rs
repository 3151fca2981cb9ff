//! The names that a piece uses.

use super::Paragraph;
use std::collections::{HashMap, HashSet};

/// The words, their `’s` aside, that the paragraphs write with a capital twice or more and never without
/// one. A word that only begins sentences is among them: most names do.
pub fn names(paragraphs: &[Paragraph]) -> HashSet<&str> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut plain: HashSet<&str> = HashSet::new();
    for word in paragraphs.iter().flat_map(Paragraph::words) {
        let text = without_possessive(word.text);
        match text.starts_with(char::is_uppercase) {
            true => *counts.entry(text).or_default() += 1,
            false => drop(plain.insert(text)),
        }
    }
    counts.retain(|word, count| *count > 1 && !plain.contains(word.to_lowercase().as_str()));
    counts.into_keys().collect()
}

/// A word without the `'s` or `’s` of possession.
pub fn without_possessive(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}
