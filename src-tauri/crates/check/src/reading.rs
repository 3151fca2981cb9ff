//! A text as the rules look at it, read once for all of them.

use crate::World;
use crate::prose::Prose;
use piece::{Outline, Piece};
use text::{Span, Text};

/// A text and what is read from it.
pub(crate) struct Reading<'a> {
    pub(crate) text: &'a Text,
    pub(crate) source: &'a str,
    pub(crate) world: &'a dyn World,
    pub(crate) piece: Piece,
    pub(crate) outline: Outline,
    pub(crate) prose: Prose,
    pub(crate) is_english: bool,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(text: &'a Text, world: &'a dyn World) -> Self {
        let source = text.as_str();
        let piece = Piece::parse(source);
        let outline = piece.outline(source);
        let prose = Prose::read(&piece, source);
        let is_english = piece.is_english(source);
        Self { text, source, world, piece, outline, prose, is_english }
    }

    /// Where what is said of the whole piece lies: on the title, or at the start without one.
    pub(crate) fn title_span(&self) -> Span {
        self.piece.title.map_or(Span::new(0, 0), |title| {
            if title.text.is_empty() { title.span } else { title.text }
        })
    }

    /// Where what is said of the point of this index lies: on its heading.
    pub(crate) fn heading_span(&self, index: usize) -> Span {
        let point = self.piece.points[index];
        if point.heading.is_empty() { point.heading_span } else { point.heading }
    }
}
