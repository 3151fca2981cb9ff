//! The text that a reader sees as prose, with its places: no code, no addresses, no comments.

use super::tokens::{Kind, Tokens};
use crate::blocks::{options, parsed_form};
use crate::{FrontMatter, PartKind, Piece};
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Parser, Tag, TagEnd};
use std::ops::Range;
use text::Span;

/// The tokens of the whole of `source`.
pub(super) fn tokens<'s>(piece: &Piece, source: &'s str) -> Tokens<'s> {
    let start = FrontMatter::body_start(source);
    let form = parsed_form(&source[start..]);
    let mut prose =
        Prose { source, start, parts: parts(piece), part: 0, hidden: 0, tokens: Tokens::default() };
    for (event, range) in Parser::new_ext(&form, options()).into_offset_iter() {
        prose.take(&event, &form, range);
    }
    prose.tokens.end();
    prose.tokens
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

struct Prose<'s> {
    source: &'s str,
    start: usize,
    parts: Vec<(Span, PartKind)>,
    part: usize,
    /// How many pictures, blocks of code and bare addresses are open.
    hidden: usize,
    tokens: Tokens<'s>,
}

impl Prose<'_> {
    fn take(&mut self, event: &Event<'_>, form: &str, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.close(*tag),
            Event::Text(text) if self.hidden == 0 => {
                let is_written = form.get(range.clone()) == Some(text);
                self.text(range, is_written);
            }
            Event::Code(_) if self.hidden == 0 => self.text(range, false),
            _ => {}
        }
    }

    /// Takes text; what is not written as it is seen, an entity or code, becomes a word of its own.
    fn text(&mut self, range: Range<usize>, is_written: bool) {
        let at = range.start + self.start;
        let text = &self.source[at..range.end + self.start];
        let part = self.part(at);
        match is_written {
            true => self.tokens.read(text, at, part),
            false => self.tokens.push(Kind::Word, text, at, part),
        }
    }

    fn part(&mut self, at: usize) -> Option<PartKind> {
        while self.parts.get(self.part).is_some_and(|(span, _)| span.end.0 <= at) {
            self.part += 1;
        }
        self.parts.get(self.part).filter(|(span, _)| span.start.0 <= at).map(|(_, kind)| *kind)
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let hides = match tag {
            Tag::Image { .. } => true,
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => true,
            Tag::Link { link_type, .. } => is_address(*link_type),
            _ => false,
        };
        // Inside of what is hidden all is counted, so that its own end is found again.
        self.hidden += usize::from(hides || self.hidden > 0);
        if !is_inline(&tag.to_end()) {
            self.tokens.end();
        }
    }

    fn close(&mut self, tag: TagEnd) {
        self.hidden = self.hidden.saturating_sub(1);
        if !is_inline(&tag) {
            self.tokens.end();
        }
    }
}

fn is_address(link: LinkType) -> bool {
    matches!(link, LinkType::Autolink | LinkType::Email)
}

fn is_inline(tag: &TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
    matches!(tag, Emphasis | Strong | Strikethrough | Link | Image)
}
