//! How much there is to read: words, characters, sentences, minutes.

use crate::Piece;
use crate::blocks::Blocks;
use std::iter::Sum;
use std::ops::{Add, AddAssign};
use text::Span;

/// How much of a text is seen by its reader: markup, addresses and comments are not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Words, as Unicode divides them.
    pub words: usize,
    /// Characters as a reader counts them (grapheme clusters), spaces included.
    pub characters: usize,
    /// Sentences, as Unicode divides them.
    pub sentences: usize,
}

impl Counts {
    /// Counts the visible text of one block of Markdown.
    pub fn of_markdown(_source: &str) -> Self {
        todo!()
    }

    /// Minutes of silent reading, rounded up.
    pub fn reading_minutes(self) -> usize {
        self.words.div_ceil(238)
    }
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

/// The counts of a piece and of each of its parts; nothing is counted for an absent part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartCounts {
    /// All that a reader of this piece reads: everything but front matter and footer, text before
    /// the title included.
    pub whole: Counts,
    /// The title.
    pub title: Counts,
    /// The dek.
    pub dek: Counts,
    /// The opening.
    pub lede: Counts,
    /// Each point's heading, without marker, and body.
    pub points: Vec<Counts>,
    /// What follows the points.
    pub conclusion: Counts,
    /// What follows the conclusion.
    pub footer: Counts,
}

/// Counts the parts of `piece`. `count` is asked once for each block, by its span (for a heading, the
/// span of its text without marker), so that a caller may keep what it knows of unchanged blocks.
pub fn part_counts(
    _piece: &Piece,
    _source: &str,
    _blocks: &Blocks,
    _count: &mut dyn FnMut(Span) -> Counts,
) -> PartCounts {
    todo!()
}
