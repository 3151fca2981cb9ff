//! A heading's text within its block.

use crate::blocks::Block;
use crate::lines::{indent_start, line_end, next_line};
use crate::marker::Marker;
use text::Span;

/// What the parser takes for white space in a heading's line, vertical tab and form feed included.
const WHITE: [char; 6] = [' ', '\t', '\n', '\r', '\u{b}', '\u{c}'];

/// A top-level heading taken apart.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Heading {
    /// 1 to 6.
    pub(crate) level: u8,
    /// From the start of its first line to the end of its last, the line end aside.
    pub(crate) span: Span,
    /// Its text: no `#`s, no underline, no outer white space.
    pub(crate) text: Span,
    /// The number that its text begins with.
    pub(crate) marker: Option<Marker>,
}

impl Heading {
    /// Takes the heading block of this level apart.
    pub(crate) fn read(source: &str, block: &Block, level: u8) -> Self {
        let start = block.span.start.0;
        let end = start + block.span.of(source).trim_end_matches(['\n', '\r']).len();
        let text = if is_atx(&source[start..end]) {
            atx_text(source, start + usize::from(level), line_end(source, start))
        } else {
            let underline = source[..end].rfind(['\n', '\r']).map_or(start, |at| at + 1);
            trimmed(source, start, underline)
        };
        let span = Span::new(indent_start(source, start), end);
        Self { level, span, text, marker: Marker::read(text.of(source)) }
    }

    /// The text behind a marker of this length. Without any, the empty span where it would have to be
    /// written.
    pub(crate) fn behind_marker(&self, source: &str, marker: usize) -> Span {
        let rest = Span { start: self.text.start + marker, end: self.text.end };
        let text = rest.of(source).trim_start();
        if !text.is_empty() {
            return Span { start: rest.end - text.len(), end: rest.end };
        }
        let line_end = line_end(source, rest.end.0);
        let is_free = source[rest.end.0..line_end].trim_matches(WHITE).is_empty();
        Span::at(if is_free { line_end.into() } else { rest.end })
    }

    /// Whether it is written with `#`s and not with an underline.
    pub(crate) fn is_atx(&self, source: &str) -> bool {
        is_atx(self.span.of(source))
    }
}

/// Whether a heading's source is one of `#`s: it has one line, where one with an underline has two or
/// more. That its text begins with `#` says nothing: behind a definition, an underline may follow that.
fn is_atx(source: &str) -> bool {
    !source.contains(['\n', '\r'])
}

/// The text of an ATX heading between the end of its `#`s and the end of its line. Without text, the
/// empty span where it would have to be written.
fn atx_text(source: &str, hashes_end: usize, end: usize) -> Span {
    let content = trimmed(source, hashes_end, end);
    let inside = content.of(source);
    let open = inside.trim_end_matches('#');
    if open.is_empty() && !inside.is_empty() {
        return Span::new(hashes_end, hashes_end);
    }
    if open.len() < inside.len() && open.ends_with(WHITE) {
        return trimmed(source, hashes_end, content.start.0 + open.len());
    }
    content
}

/// `start..end` without the white space at its edges; if all is white space, the place behind it.
fn trimmed(source: &str, start: usize, end: usize) -> Span {
    let from = end - source[start..end].trim_start_matches(WHITE).len();
    Span::new(from, from + source[from..end].trim_end_matches(WHITE).len())
}

/// Where the text behind a heading begins.
pub(crate) fn behind(source: &str, heading: Span) -> usize {
    next_line(source, heading.end.0)
}
