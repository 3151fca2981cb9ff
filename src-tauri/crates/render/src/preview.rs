//! The list of rendered blocks, kept in step with a text.

mod entries;

use crate::Patch;
use crate::image::World;
use crate::notes::{self, Numbers};
use crate::source::sources;
use entries::{Entries, between};
use piece::blocks::{Blocks, Kept, parsed_form};
use std::ops::Range;
use std::sync::Arc;
use text::{ByteOffset, Text};

/// A block as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The lines of the source that it comes from, counted from 0, the last one not included.
    pub lines: Range<usize>,
    /// Safe HTML.
    pub html: Arc<str>,
}

/// All blocks of a text, for a page to be built around them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The blocks in order, without those that show nothing in their place.
    pub body: Vec<Body>,
    /// The footnotes in the order of their numbers.
    pub notes: Vec<Note>,
}

/// A block of the text itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Which of the text's [`Blocks`] it is, from 0.
    pub block: usize,
    /// Safe HTML.
    pub html: Arc<str>,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where its definition stands in the text, in bytes.
    pub range: Range<usize>,
    /// Safe HTML: an item of an ordered list.
    pub html: Arc<str>,
}

/// The rendered blocks of one draft. It draws only what changed since the last update: blocks whose
/// source is new, and blocks that refer to a definition, a footnote or an image that is.
#[derive(Default)]
pub struct Preview {
    entries: Entries,
    numbers: Numbers,
    notes: Vec<Arc<str>>,
    rendered: Vec<Rendered>,
    /// How many of the rendered blocks are no footnotes.
    body: usize,
    /// How many lines the text had.
    lines: usize,
}

/// All blocks of a text, rendered from nothing: what [`Preview::update`] comes to in any case.
///
/// `blocks` are those of `text`, front matter left out.
pub fn render(text: &Text, blocks: &Blocks, world: &dyn World) -> Vec<Rendered> {
    let mut preview = Preview::new();
    preview.update(text, blocks, world);
    preview.rendered
}

/// The blocks of a text by where they come from. `blocks` are those of `text`.
pub fn document(text: &Text, blocks: &Blocks, world: &dyn World) -> Document {
    let mut preview = Preview::new();
    let source = parsed_form(text.as_str());
    preview.redraw(&source, blocks, Kept::default(), world);
    preview.document(&source, blocks)
}

impl Preview {
    /// A preview of nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Brings the preview up to `text`, whose blocks are `blocks`, and gives the steps from what was
    /// shown to what is.
    pub fn update(&mut self, text: &Text, blocks: &Blocks, world: &dyn World) -> Patch {
        self.follow(text, blocks, Kept::default(), world)
    }

    /// As [`Self::update`], where it is known which blocks of the text that was shown last are kept. As long
    /// as every block of the text stands for itself, the kept ones are not looked at.
    ///
    /// # Panics
    /// If `kept` is of another text than the one that was shown last.
    pub fn follow(&mut self, text: &Text, blocks: &Blocks, kept: Kept, world: &dyn World) -> Patch {
        let source = parsed_form(text.as_str());
        let shown_one_by_one = self.entries.stand_for_themselves();
        let lines = std::mem::replace(&mut self.lines, text.line_count());
        if self.redraw(&source, blocks, kept, world) || !shown_one_by_one {
            return self.whole(&source, text, blocks);
        }
        let by = self.lines as isize - lines as isize;
        let fresh = self.between(text, blocks, kept);
        let old = between(kept, self.rendered.len());
        let mut patch = Patch::default();
        patch.keep(kept.before, 0);
        patch.extend(&self.rendered[old.clone()], &fresh);
        patch.keep(kept.behind, by);
        if by != 0 {
            for block in &mut self.rendered[old.end..] {
                *block = block.shifted(by);
            }
        }
        self.rendered.splice(old, fresh);
        self.body = self.rendered.len();
        patch
    }

    /// The steps to all that is to be shown.
    fn whole(&mut self, source: &str, text: &Text, blocks: &Blocks) -> Patch {
        let document = self.document(source, blocks);
        let (body, notes) = listed(text, blocks, document);
        let (old_body, old_notes) = self.rendered.split_at(self.body);
        let mut patch = Patch::default();
        patch.extend(old_body, &body);
        patch.extend(old_notes, &notes);
        self.body = body.len();
        self.rendered = body;
        self.rendered.extend(notes);
        patch
    }

    /// What is shown since the last update: the blocks in order, then the footnotes.
    pub fn rendered(&self) -> &[Rendered] {
        &self.rendered
    }

    /// The blocks that are not kept, with their lines.
    fn between(&self, text: &Text, blocks: &Blocks, kept: Kept) -> Vec<Rendered> {
        let range = between(kept, blocks.blocks.len());
        let Some(first) = blocks.blocks.get(range.start) else { return Vec::new() };
        let mut lines = Lines { text, line: text.line_of(first.span.start) };
        let shown = |block: usize| {
            let html = self.entries.at(block).html().clone();
            Rendered { lines: lines.of(text.as_str(), range_of(blocks, block)), html }
        };
        range.map(shown).collect()
    }

    /// Draws what has changed; tells whether that may be more than the blocks that are not kept.
    fn redraw(&mut self, source: &str, blocks: &Blocks, kept: Kept, world: &dyn World) -> bool {
        let redrawn = self.entries.update(source, blocks, kept, world);
        if redrawn.footnotes {
            self.renumber();
        }
        redrawn.everywhere
    }

    fn renumber(&mut self) {
        self.numbers = Numbers::of(self.entries.written());
        for (entry, marks) in self.entries.iter_mut().zip(&self.numbers.blocks) {
            entry.number(marks);
        }
        let item = |(number, note): (usize, &notes::Numbered)| {
            let definition = &self.entries.at(note.block).written().definitions[note.place];
            notes::item(definition, number + 1, note).into()
        };
        self.notes = self.numbers.notes.iter().enumerate().map(item).collect();
    }

    fn document(&self, source: &str, blocks: &Blocks) -> Document {
        let shown = |(block, entry): (usize, &entries::Entry)| {
            let html = entry.html();
            (!html.is_empty()).then(|| Body { block, html: html.clone() })
        };
        let body = self.entries.iter().enumerate().filter_map(shown).collect();
        let starts: Vec<usize> = match self.notes.is_empty() {
            true => Vec::new(),
            false => {
                sources(source, blocks).map(|place| place.lines.start + place.context).collect()
            }
        };
        let note = |(note, html): (&notes::Numbered, &Arc<str>)| {
            let range = &self.entries.at(note.block).written().definitions[note.place].range;
            let start = starts[note.block];
            Note { range: start + range.start..start + range.end, html: html.clone() }
        };
        let notes = self.numbers.notes.iter().zip(&self.notes).map(note).collect();
        Document { body, notes }
    }
}

/// The blocks with their lines, and the footnotes, each a list of its own with its number.
fn listed(text: &Text, blocks: &Blocks, document: Document) -> (Vec<Rendered>, Vec<Rendered>) {
    let source = text.as_str();
    let mut lines = Lines { text, line: 0 };
    let body = document.body.into_iter().map(|Body { block, html }| Rendered {
        lines: lines.of(source, range_of(blocks, block)),
        html,
    });
    let body = body.collect();
    let note = |(place, note): (usize, Note)| {
        let mut lines = Lines { text, line: text.line_of(ByteOffset(note.range.start)) };
        let start = place + 1;
        let html = format!("<ol class=\"footnotes\" start=\"{start}\">{}</ol>", note.html);
        Rendered { lines: lines.of(source, note.range), html: html.into() }
    };
    (body, document.notes.into_iter().enumerate().map(note).collect())
}

fn range_of(blocks: &Blocks, block: usize) -> Range<usize> {
    let span = blocks.blocks[block].span;
    span.start.0..span.end.0
}

/// Finds lines going forward, since asking for each from the start costs more than all the rest.
struct Lines<'t> {
    text: &'t Text,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, source: &str, range: Range<usize>) -> Range<usize> {
        let end =
            range.start + source[range.clone()].trim_end_matches(['\n', '\r', ' ', '\t']).len();
        let first = self.forward_to(range.start);
        first..self.forward_to(end.max(range.start)) + 1
    }

    fn forward_to(&mut self, place: usize) -> usize {
        let starts_before = |line| self.text.line(line).start.0 <= place;
        while self.line + 1 < self.text.line_count() && starts_before(self.line + 1) {
            self.line += 1;
        }
        self.line
    }
}
