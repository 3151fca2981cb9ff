//! **The conclusion comes back to what the dek promised.**
//!
//! A dek says what is at stake. A conclusion that shares almost no word with it has drifted, or the dek was
//! written for an earlier draft. Compared are the words that carry something, without their endings; a
//! short dek or conclusion says too little to be compared. The finding lies on the dek.
//!
//! ```fires
//! # Two Signs Of Rain
//!
//! *«Farmers trusted the swallows of the harbour for centuries before anybody measured pressure.»*
//!
//! ## 1. Swallows
//!
//! They fly low.
//!
//! ---
//!
//! In the end the committee printed another brochure, paid the consultant, closed the office on Friday
//! afternoon, and sent everybody a calendar with photographs of mountains, tractors and cheerful cyclists.
//! ```
//!
//! ```silent
//! # Two Signs Of Rain
//!
//! *Farmers trusted the swallows of the harbour for centuries before anybody measured pressure.*
//!
//! ## 1. Swallows
//!
//! They fly low.
//!
//! ---
//!
//! A farmer who trusts a swallow is not asked for his reasons. In the end the committee printed another
//! brochure, paid the consultant, and sent everybody a calendar with photographs of cheerful cyclists.
//! ```

use crate::prose::{Paragraph, Sentence};
use crate::reading::Reading;
use crate::words::english;
use crate::{Finding, Rule, Severity};
use piece::PartKind;
use std::collections::HashSet;
use text::Span;

pub(crate) const RULE: Rule = Rule {
    name: "dek-echo",
    severity: Severity::Info,
    reason: "The end of a piece answers its beginning.",
    is_english: true,
    source: include_str!("dek_echo.rs"),
    look,
};

/// A dek of fewer words that carry something, or a conclusion, says too little.
const LEAST: (usize, usize) = (4, 8);

/// In a dek of so many, one that comes back is almost none.
const MANY: usize = 10;

fn look(reading: &Reading<'_>) -> Vec<Finding> {
    let Some(dek) = reading.piece.dek else { return Vec::new() };
    let [promised, said] = [PartKind::Dek, PartKind::Conclusion].map(|part| content(reading, part));
    let shared = promised.intersection(&said).count();
    let is_little = promised.len() < LEAST.0 || said.len() < LEAST.1;
    if is_little || shared > usize::from(promised.len() >= MANY) {
        return Vec::new();
    }
    let message = "The conclusion does not come back to what this line promises.";
    vec![RULE.finding(dek.text, message)]
}

/// Of the words of a dek that carry something, one in so many comes back where the conclusion mirrors it.
const MIRRORED: usize = 3;

/// Dek and conclusion where they say the same in other words, each where it lies: the dek whole, of the
/// conclusion the sentence that is nearest to it.
pub(crate) fn pair(reading: &Reading<'_>) -> Option<(Span, Span)> {
    let promised = content(reading, PartKind::Dek);
    let said = content(reading, PartKind::Conclusion);
    let shared = promised.intersection(&said).count();
    if shared < 2 || shared * MIRRORED < promised.len() {
        return None;
    }
    let sentences = paragraphs(reading, PartKind::Conclusion).flat_map(Paragraph::sentences);
    let near = |sentence: &Sentence<'_>| {
        let words = (0..sentence.len()).map(|at| sentence.word(at));
        carrying(words).filter(|word| promised.contains(word)).count()
    };
    // Of sentences that are equally near the first, as a reader meets it.
    let nearest =
        sentences.reduce(|best, next| if near(&next) > near(&best) { next } else { best });
    Some((reading.piece.dek?.text, nearest?.whole()))
}

/// The words of a part that carry something, without their endings.
fn content(reading: &Reading<'_>, part: PartKind) -> HashSet<String> {
    let words = paragraphs(reading, part)
        .flat_map(|it| it.words.iter().map(|word| &it.lower[word.clone()]));
    carrying(words).collect()
}

fn paragraphs<'r>(reading: &'r Reading<'_>, part: PartKind) -> impl Iterator<Item = &'r Paragraph> {
    let paragraphs = reading.prose.paragraphs.iter();
    paragraphs.filter(move |it| it.place.is_some_and(|place| place.part == part))
}

/// Those of some words in lower case that carry something, without their endings.
fn carrying<'w>(words: impl Iterator<Item = &'w str>) -> impl Iterator<Item = String> {
    words.filter(|word| word.len() > 3 && !english("empty-words").has(word)).map(stem)
}

/// So many letters tell most words from each other, and few of their forms.
const STEM: usize = 5;

fn stem(word: &str) -> String {
    let word = word.split(['\'', '’']).next().unwrap_or(word);
    let ending = ["ing", "ed", "es", "s", "e"].into_iter().find_map(|end| word.strip_suffix(end));
    ending.filter(|stem| stem.len() > 2).unwrap_or(word).chars().take(STEM).collect()
}
