//! Two ways of counting that must not mix: the file's bytes and the window's UTF-16 units.

use std::ops::{Add, Sub};

/// A place in the file's text: bytes of UTF-8 from its start, the byte order mark counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteOffset(pub usize);

/// A place in the window's text: UTF-16 units from its start, one per line end, no byte order mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WindowOffset(pub usize);

impl Add<usize> for ByteOffset {
    type Output = Self;
    fn add(self, bytes: usize) -> Self {
        Self(self.0 + bytes)
    }
}

impl Sub<usize> for ByteOffset {
    type Output = Self;
    fn sub(self, bytes: usize) -> Self {
        Self(self.0 - bytes)
    }
}

impl Add<usize> for WindowOffset {
    type Output = Self;
    fn add(self, units: usize) -> Self {
        Self(self.0 + units)
    }
}

/// A range of the file's text in bytes, the end not included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// The first byte.
    pub start: ByteOffset,
    /// The byte after the last one.
    pub end: ByteOffset,
}

impl Span {
    /// The span from `start` up to `end`, both in bytes.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: ByteOffset(start), end: ByteOffset(end) }
    }

    /// The empty span at one place.
    pub fn at(place: ByteOffset) -> Self {
        Self { start: place, end: place }
    }

    /// The text that the span covers.
    ///
    /// # Panics
    /// If the span is not one of `source`: out of its bounds or inside a character.
    pub fn of(self, source: &str) -> &str {
        &source[self.start.0..self.end.0]
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end.0 - self.start.0
    }

    /// Whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `place` lies in the span; its end is not in it.
    pub fn contains(self, place: ByteOffset) -> bool {
        self.start <= place && place < self.end
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}
