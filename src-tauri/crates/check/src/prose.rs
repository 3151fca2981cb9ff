//! The text as its reader sees it: paragraphs, sentences and words with their places in the source.
//!
//! Code, pictures, bare addresses and raw HTML are not read. A paragraph is whatever ends with a block:
//! a heading, an item of a list, a cell of a table.

use piece::blocks::{options, parsed_form};
use piece::{FrontMatter, PartKind, Piece};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::ops::Range;
use text::Span;

mod link;
mod paragraph;
mod sentence;

pub use link::Lead;
pub(crate) use link::Link;
pub(crate) use paragraph::Paragraph;
pub(crate) use sentence::Sentence;

/// What stands for code or a bare address in the text of a paragraph.
const HIDDEN: &str = "\u{fffc}";

/// The paragraphs and links of a text, in its order.
#[derive(Default)]
pub(crate) struct Prose {
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) links: Vec<Link>,
}

/// Where a stretch of the text stands: its part and, in a point, the point's index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) part: PartKind,
    pub(crate) point: Option<usize>,
}

impl Prose {
    /// Reads the whole of `source`.
    pub(crate) fn read(piece: &Piece, source: &str) -> Self {
        let start = FrontMatter::body_start(source);
        let form = parsed_form(&source[start..]);
        let mut reader = Reader::new(piece, start);
        for (event, range) in Parser::new_ext(&form, options()).into_offset_iter() {
            reader.take(&event, &form, range);
        }
        reader.flush();
        reader.prose
    }

    /// The paragraphs in which the writer speaks to the reader: in lede, points and conclusion, and
    /// neither quoted nor in a footnote.
    pub(crate) fn own(&self) -> impl Iterator<Item = &Paragraph> {
        let parts = [PartKind::Lede, PartKind::PointBody, PartKind::Conclusion];
        self.paragraphs.iter().filter(move |paragraph| {
            paragraph.is_own && paragraph.place.is_some_and(|place| parts.contains(&place.part))
        })
    }

    /// The sentences of these paragraphs.
    pub(crate) fn own_sentences(&self) -> impl Iterator<Item = Sentence<'_>> {
        self.own().flat_map(Paragraph::sentences)
    }
}

struct Reader {
    start: usize,
    parts: Vec<(Span, Place)>,
    part: usize,
    /// How many pictures, blocks of code and bare addresses are open.
    hidden: usize,
    /// How many quotations and footnotes are open.
    quoted: usize,
    /// The links that are open, by their index.
    open: Vec<usize>,
    paragraph: Paragraph,
    prose: Prose,
}

impl Reader {
    fn new(piece: &Piece, start: usize) -> Self {
        let (hidden, quoted, open) = (0, 0, Vec::new());
        let (paragraph, prose) = (Paragraph::default(), Prose::default());
        Self { start, parts: parts(piece), part: 0, hidden, quoted, open, paragraph, prose }
    }

    fn take(&mut self, event: &Event<'_>, form: &str, range: Range<usize>) {
        let span = Span::new(range.start + self.start, range.end + self.start);
        match event {
            Event::Start(tag) => self.open(tag, span),
            Event::End(tag) => self.close(*tag),
            Event::Text(text) if self.hidden == 0 => {
                let is_written = form.get(range) == Some(text);
                self.push(text, span, is_written);
            }
            Event::Code(_) if self.hidden == 0 => self.push(HIDDEN, span, false),
            Event::SoftBreak | Event::HardBreak if self.hidden == 0 => self.push(" ", span, false),
            Event::FootnoteReference(label) => {
                self.paragraph.note_source(Lead::Footnote(label.to_string()));
            }
            _ => {}
        }
    }

    fn push(&mut self, text: &str, span: Span, is_written: bool) {
        let place = self.place(span.start.0);
        let is_own = self.quoted == 0;
        self.paragraph.push(text, span, is_written, place, is_own);
        for &index in &self.open {
            self.prose.links[index].text.push_str(text);
        }
    }

    fn open(&mut self, tag: &Tag<'_>, span: Span) {
        if let Some(link) = Link::open(tag, span) {
            let (is_bare, lead) = (link.is_bare, Lead::Link(link.destination.clone()));
            if is_bare {
                self.push(HIDDEN, span, false);
            }
            self.open.push(self.prose.links.len());
            self.prose.links.push(link);
            self.paragraph.note_source(lead);
        }
        let is_bare = self.open.last().is_some_and(|&index| self.prose.links[index].is_bare);
        let hides = match tag {
            Tag::Image { .. } | Tag::CodeBlock(_) => true,
            Tag::Link { .. } => is_bare,
            _ => false,
        };
        // Inside of what is hidden all is counted, so that its own end is found again.
        self.hidden += usize::from(hides || self.hidden > 0);
        self.quoted += usize::from(is_quoted(&tag.to_end()));
        if !is_inline(&tag.to_end()) {
            self.flush();
        }
    }

    fn close(&mut self, tag: TagEnd) {
        self.hidden = self.hidden.saturating_sub(1);
        if matches!(tag, TagEnd::Link | TagEnd::Image) {
            self.open.pop();
        }
        if !is_inline(&tag) {
            self.flush();
        }
        self.quoted -= usize::from(is_quoted(&tag));
    }

    fn flush(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        if !paragraph.text.is_empty() {
            self.prose.paragraphs.push(paragraph.finished());
        }
    }

    fn place(&mut self, at: usize) -> Option<Place> {
        while self.parts.get(self.part).is_some_and(|(span, _)| span.end.0 <= at) {
            self.part += 1;
        }
        self.parts.get(self.part).filter(|(span, _)| span.start.0 <= at).map(|(_, place)| *place)
    }
}

/// Where the parts lie, in order.
fn parts(piece: &Piece) -> Vec<(Span, Place)> {
    let head = [
        piece.title.map(|title| (title.span, PartKind::Title)),
        piece.dek.map(|dek| (dek.span, PartKind::Dek)),
        piece.lede.map(|span| (span, PartKind::Lede)),
    ];
    let tail = [
        piece.conclusion.map(|span| (span, PartKind::Conclusion)),
        piece.footer.map(|span| (span, PartKind::Footer)),
    ];
    let plain = |(span, part)| (span, Place { part, point: None });
    let points = piece.points.iter().enumerate().flat_map(|(index, point)| {
        let place = |part| Place { part, point: Some(index) };
        [
            (point.heading_span, place(PartKind::PointHeading)),
            (point.body, place(PartKind::PointBody)),
        ]
    });
    let head = head.into_iter().flatten().map(plain);
    head.chain(points).chain(tail.into_iter().flatten().map(plain)).collect()
}

fn is_quoted(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition)
}

fn is_inline(tag: &TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
    matches!(tag, Emphasis | Strong | Strikethrough | Link | Image)
}
