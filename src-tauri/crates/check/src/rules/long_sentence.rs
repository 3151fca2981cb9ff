//! **A sentence has at most 45 words.**
//!
//! A longer one may be a good one, but a reader has to hold its beginning until its end. Words are counted as a
//! reader would: "twenty-one" and "1.5" are one each. The finding lies on the sentence.
//!
//! ```fires
//! «The board, which had been told in March that the crane could not be repaired before the winter, and which
//! had been told again in June by an engineer who had never met the first, decided in the last days of the
//! summer that it would wait.»
//! ```
//!
//! ```silent
//! The board had been told in March that the crane could not be repaired before the winter. It was told so
//! again in June, by an engineer who had never met the first. It decided in the last days of the summer
//! that it would wait.
//! ```

use crate::reading::Reading;
use crate::{Finding, Rule, Severity};

pub(crate) const RULE: Rule = Rule {
    name: "long-sentence",
    severity: Severity::Info,
    reason: "A reader has to hold the beginning of a sentence until its end.",
    is_english: true,
    source: include_str!("long_sentence.rs"),
    look,
};

/// So many words a sentence may have.
const MOST: usize = 45;

fn look(reading: &Reading<'_>) -> Vec<Finding> {
    let long = reading.prose.own_sentences().filter_map(|sentence| {
        let words = words(sentence.text());
        let message = format!("This sentence has {words} words.");
        (words > MOST).then(|| RULE.finding(sentence.whole(), message))
    });
    long.collect()
}

/// How many words a reader would count.
fn words(text: &str) -> usize {
    let between = |it: char| it.is_whitespace() || matches!(it, '—' | '…');
    text.split(between).filter(|word| word.contains(char::is_alphanumeric)).count()
}
