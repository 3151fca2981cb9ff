//! A place as people and their programs count it.

use text::{ByteOffset, Text};

/// A place from 1: lines, and in them Unicode scalar values, of which the byte order mark is none.
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
}

impl Place {
    /// The place of a byte. One inside of a line end counts as before it.
    pub(super) fn of(text: &Text, at: ByteOffset) -> Self {
        let line = text.line_of(at);
        let span = text.line(line);
        let end = at.clamp(span.start, span.end);
        let before = &text.as_str()[span.start.0..end.0];
        Self { line: line + 1, column: before.chars().count() + 1 }
    }
}
