//! How much there is to read: words, characters, sentences, minutes.

use std::iter::Sum;
use std::ops::{Add, AddAssign};
use unicode_segmentation::UnicodeSegmentation;

mod of_parts;
mod sentences;
mod visible;

pub use of_parts::{PartCounts, part_counts};
pub use sentences::sentences;

/// Words a minute in silent reading of non-fiction in English: M. Brysbaert, "How many words do we read
/// per minute?", Journal of Memory and Language 109 (2019), a review of 190 studies.
const WORDS_PER_MINUTE: usize = 238;

/// How much of a text is seen by its reader: markup, addresses and comments are not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Words, as Unicode divides them.
    pub words: usize,
    /// Characters as a reader counts them (grapheme clusters), spaces included.
    pub characters: usize,
    /// Sentences: what ends in a stop, and what is left behind the last one.
    pub sentences: usize,
}

impl Counts {
    /// Counts the visible text of one block of Markdown.
    pub fn of_markdown(source: &str) -> Self {
        let mut counts = Self::default();
        visible::visible(source, &mut |text| counts += Self::of_text(text));
        counts
    }

    /// Counts plain text, white space at its edges aside.
    pub fn of_text(text: &str) -> Self {
        let text = text.trim();
        Self {
            words: text.unicode_words().count(),
            characters: characters(text),
            sentences: sentences(text).count(),
        }
    }

    /// Minutes of silent reading, rounded up.
    pub fn reading_minutes(self) -> usize {
        self.words.div_ceil(WORDS_PER_MINUTE)
    }
}

/// Grapheme clusters; in ASCII, every byte is one unless it is the first half of a CR LF.
fn characters(text: &str) -> usize {
    if text.is_ascii() && !text.contains('\r') { text.len() } else { text.graphemes(true).count() }
}

impl Add for Counts {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            words: self.words + other.words,
            characters: self.characters + other.characters,
            sentences: self.sentences + other.sentences,
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), Add::add)
    }
}
