//! The places where an absent part takes typing.

use crate::blocks::{BlockKind, Blocks};
use crate::lines::{is_blank, line_end, text_follows, trim_blank_lines};
use crate::{FrontMatter, FrontMatterFields, PartKind, Piece, Point};
use text::{ByteOffset, Text};

/// A part that is absent or empty, and what has to be written around the first typed letter so that
/// it becomes that part.
///
/// Writing `before`, a letter and `after` at `at` makes that part exist with that text and leaves all
/// others as they were. Where a text has no such place, there is no slot: for a title over an
/// emphasised paragraph, which would become its dek, and for a conclusion behind a code block or
/// comment that is never closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Which part is missing.
    pub kind: PartKind,
    /// The place of the point from 1, for a point's heading or body; 0 otherwise.
    pub place: usize,
    /// Where the part is to be written.
    pub at: ByteOffset,
    /// What comes before the first letter.
    pub before: String,
    /// What comes after it.
    pub after: String,
}

impl Piece {
    /// The slots of this piece of `source`, in the order of the text: for pieces that have a title or
    /// points; in an empty text, the title's alone.
    pub fn slots(&self, source: &Text) -> Vec<Slot> {
        let fields = self.front_matter.map(|matter| matter.fields(source.as_str()));
        let slots = Slots { piece: self, source, fields: fields.unwrap_or_default() };
        let head = [slots.title(), slots.dek(), slots.lede()];
        let points = self.points.iter().zip(1..).flat_map(|(point, place)| {
            [slots.point_heading(point, place), slots.point_body(point, place)]
        });
        head.into_iter().chain(points).chain([slots.conclusion()]).flatten().collect()
    }
}

struct Slots<'a> {
    piece: &'a Piece,
    source: &'a Text,
    fields: FrontMatterFields,
}

impl Slots<'_> {
    fn text(&self) -> &str {
        self.source.as_str()
    }

    /// The slot of a part that is written at `at`, between these lines.
    fn slot(&self, kind: PartKind, at: ByteOffset, before: &str, after: &str) -> Slot {
        let [before, after] = [before, after].map(|lines| self.source.with_line_endings(at, lines));
        Slot { kind, place: 0, at, before, after }
    }

    /// The same, behind the block that ends at `at`: what follows without a blank line is kept apart.
    fn behind(&self, kind: PartKind, at: ByteOffset, before: &str, after: &str) -> Slot {
        let apart = if text_follows(self.text(), at.0) { "\n" } else { "" };
        self.slot(kind, at, before, &format!("{after}{apart}"))
    }

    /// Where the text begins, and what must come before it: behind front matter's last line, its end.
    fn start(&self) -> (ByteOffset, &'static str) {
        let start = FrontMatter::body_start(self.text());
        let is_open =
            self.piece.front_matter.is_some() && !self.text()[..start].ends_with(['\n', '\r']);
        (start.into(), if is_open { "\n" } else { "" })
    }

    fn is_empty(&self) -> bool {
        is_blank(&self.text()[self.start().0.0..])
    }

    fn title(&self) -> Option<Slot> {
        let (start, line) = self.start();
        if let Some(title) = self.piece.title {
            let at = title.text.start;
            let space = if self.text()[..at.0].ends_with('#') { " " } else { "" };
            return title.text.is_empty().then(|| self.slot(PartKind::Title, at, space, ""));
        }
        if self.fields.title.is_some() {
            return None;
        }
        if self.is_empty() {
            return Some(self.slot(PartKind::Title, start, &format!("{line}# "), ""));
        }
        let takes = !self.piece.points.is_empty() && !self.opens_with_emphasis();
        takes.then(|| self.slot(PartKind::Title, start, "# ", "\n\n"))
    }

    /// Whether the opening's first paragraph would be the dek of a title before it.
    fn opens_with_emphasis(&self) -> bool {
        let Some(lede) = self.piece.lede else {
            return false;
        };
        let blocks = Blocks::parse(&self.text()[..lede.end.0], lede.start.0).blocks;
        let is_seen = |kind: &BlockKind| !matches!(kind, BlockKind::Footnote(_));
        let first = blocks.iter().find(|block| is_seen(&block.kind));
        first.is_some_and(|block| block.emphasised.is_some())
    }

    fn dek(&self) -> Option<Slot> {
        let title = self.piece.title?;
        let is_absent = self.piece.dek.is_none() && self.fields.subtitle.is_none();
        is_absent.then(|| self.behind(PartKind::Dek, title.span.end, "\n\n*", "*"))
    }

    fn lede(&self) -> Option<Slot> {
        if self.piece.lede.is_some() {
            return None;
        }
        let dek = self.piece.dek.map(|dek| dek.span);
        if let Some(above) = dek.or(self.piece.title.map(|title| title.span)) {
            return Some(self.behind(PartKind::Lede, above.end, "\n\n", ""));
        }
        let (start, line) = self.start();
        if !self.piece.points.is_empty() {
            return Some(self.slot(PartKind::Lede, start, line, "\n\n"));
        }
        let is_titled = self.fields.title.is_some() && self.is_empty();
        let is_free = line_end(self.text(), start.0) == start.0;
        is_titled.then(|| self.slot(PartKind::Lede, start, line, if is_free { "" } else { "\n" }))
    }

    fn point_heading(&self, point: &Point, place: usize) -> Option<Slot> {
        let at = point.heading.start;
        let space = if self.text()[..at.0].ends_with(char::is_whitespace) { "" } else { " " };
        let slot = || Slot { place, ..self.slot(PartKind::PointHeading, at, space, "") };
        point.heading.is_empty().then(slot)
    }

    fn point_body(&self, point: &Point, place: usize) -> Option<Slot> {
        let at = point.heading_span.end;
        let slot = || Slot { place, ..self.behind(PartKind::PointBody, at, "\n\n", "") };
        point.body.is_empty().then(slot)
    }

    fn conclusion(&self) -> Option<Slot> {
        let last = self.piece.points.last().filter(|_| self.piece.conclusion.is_none())?;
        let source = self.text();
        let broken = trim_blank_lines(source, last.span.end.0, source.len());
        if let Some(breaks) = broken {
            return Some(self.slot(PartKind::Conclusion, breaks.end, "\n\n", ""));
        }
        let ends = ends_with_itself(last.body.of(source));
        let before = format!("\n\n{}\n\n", FrontMatter::new_break(source));
        ends.then(|| self.slot(PartKind::Conclusion, last.span.end, &before, ""))
    }
}

/// Whether a break behind `body` would be one: not if the body ends in something that is never closed.
fn ends_with_itself(body: &str) -> bool {
    let may_run_on = ["```", "~~~", "<"].iter().any(|opening| body.contains(opening));
    if !may_run_on {
        return true;
    }
    let blocks = Blocks::parse(&format!("{body}\n\n---\n"), 0).blocks;
    blocks.last().is_some_and(|block| block.kind == BlockKind::Break)
}
