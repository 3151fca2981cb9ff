//! The text as its reader sees it: paragraphs and words, with their places in the source.
//!
//! Front matter, markup, addresses, pictures, raw HTML and blocks of code are not there; code in a line
//! and bare addresses are there to keep the words around them apart, and marked as [`Paragraph::hidden`].
//! A paragraph is whatever ends with a block: a heading, an item of a list, a cell of a table.

use crate::blocks::{options, parsed_form};
use crate::{FrontMatter, PartKind, Piece};
use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};
use std::ops::Range;
use text::Span;

mod address;
mod names;
mod paragraph;

pub use names::{names, without_possessive};
pub use paragraph::{Paragraph, Word};

/// The paragraphs of this piece of `source`, in the order of the text.
pub fn paragraphs(piece: &Piece, source: &str) -> Vec<Paragraph> {
    let start = FrontMatter::body_start(source);
    let form = parsed_form(&source[start..]);
    let mut reader = Reader { start, parts: parts(piece), ..Reader::default() };
    for (event, range) in Parser::new_ext(&form, options()).into_offset_iter() {
        reader.take(&event, &form, range);
    }
    reader.flush();
    reader.paragraphs
}

#[derive(Default)]
struct Reader {
    start: usize,
    parts: Vec<(Span, PartKind)>,
    part: usize,
    /// How many pictures and blocks of code are open, and what stands in them.
    unseen: usize,
    /// How many quotations and footnotes are open.
    quoted: usize,
    /// How many links are open that are their own address, and what stands in them.
    bare: usize,
    paragraph: Paragraph,
    paragraphs: Vec<Paragraph>,
}

impl Reader {
    fn take(&mut self, event: &Event<'_>, form: &str, range: Range<usize>) {
        let span = Span::new(range.start + self.start, range.end + self.start);
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.close(*tag),
            _ if self.unseen > 0 => {}
            Event::Text(text) if self.bare > 0 => self.push(text, span, Seen::Hidden),
            Event::Text(text) if form.get(range) == Some(text) => {
                self.push(text, span, Seen::AsWritten);
            }
            Event::Text(text) => self.push(text, span, Seen::Otherwise),
            Event::Code(text) => self.push(text, span, Seen::Hidden),
            Event::SoftBreak | Event::HardBreak => self.push(" ", span, Seen::Otherwise),
            Event::InlineHtml(tag) if tag.starts_with("<br") => {
                self.push(" ", span, Seen::Otherwise);
            }
            _ => {}
        }
    }

    fn push(&mut self, text: &str, span: Span, seen: Seen) {
        if self.paragraph.is_empty() {
            self.paragraph.part = self.part(span.start.0);
            self.paragraph.is_quoted = self.quoted > 0;
        }
        self.paragraph.push(text, span, seen);
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let is_unseen = matches!(tag, Tag::Image { .. } | Tag::CodeBlock(_));
        let is_bare =
            matches!(tag, Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. });
        // Inside of what is not seen all is counted, so that its own end is found again.
        self.unseen += usize::from(is_unseen || self.unseen > 0);
        self.bare += usize::from(is_bare || self.bare > 0);
        self.quoted += usize::from(is_quoted(&tag.to_end()));
        if !is_inline(&tag.to_end()) {
            self.flush();
        }
    }

    fn close(&mut self, tag: TagEnd) {
        self.unseen = self.unseen.saturating_sub(1);
        self.bare = self.bare.saturating_sub(1);
        if !is_inline(&tag) {
            self.flush();
        }
        self.quoted -= usize::from(is_quoted(&tag));
    }

    fn flush(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        if !paragraph.is_empty() {
            self.paragraphs.push(paragraph.finished());
        }
    }

    fn part(&mut self, at: usize) -> Option<PartKind> {
        while self.parts.get(self.part).is_some_and(|(span, _)| span.end.0 <= at) {
            self.part += 1;
        }
        self.parts.get(self.part).filter(|(span, _)| span.start.0 <= at).map(|(_, kind)| *kind)
    }
}

/// How a stretch of the source is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    /// Letter by letter as it is written.
    AsWritten,
    /// As something else: an entity, the end of a line.
    Otherwise,
    /// As code or an address, which is no prose.
    Hidden,
}

/// Where the parts lie, in order.
fn parts(piece: &Piece) -> Vec<(Span, PartKind)> {
    let head = [
        piece.title.map(|title| (title.span, PartKind::Title)),
        piece.dek.map(|dek| (dek.span, PartKind::Dek)),
        piece.lede.map(|span| (span, PartKind::Lede)),
    ];
    let points = piece.points.iter().flat_map(|point| {
        [(point.heading_span, PartKind::PointHeading), (point.body, PartKind::PointBody)].map(Some)
    });
    let tail = [
        piece.conclusion.map(|span| (span, PartKind::Conclusion)),
        piece.footer.map(|span| (span, PartKind::Footer)),
    ];
    head.into_iter().chain(points).chain(tail).flatten().collect()
}

fn is_quoted(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition)
}

fn is_inline(tag: &TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
    matches!(tag, Emphasis | Strong | Strikethrough | Link | Image)
}
