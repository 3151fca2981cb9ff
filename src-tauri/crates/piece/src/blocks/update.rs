//! Cutting an edited text into blocks by cutting only what changed.

use super::{Block, BlockKind, Blocks};
use crate::FrontMatter;
use crate::lines::{indent_start, is_after_blank_line};
use text::{Edits, Span};

/// What an update left alone: the first blocks and the last ones, each with the source that it had, as
/// has what stands between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// How many of the first.
    pub before: usize,
    /// How many of the last.
    pub behind: usize,
}

impl Blocks {
    /// The blocks of `new_source`, which `edits` made of `old_source`, the text of these blocks: the
    /// same as those of a full parse, at the price of the blocks around the edits; and which of them are
    /// kept. Both texts are whole, front matter included.
    ///
    /// The parser starts at a block before the one that the edits touch and goes on until it comes
    /// upon the start of an old block behind a blank line. The whole text is parsed where front matter
    /// changes, and where definitions or footnotes, or what may refer to them, stand near the edits.
    pub fn update(&self, old_source: &str, new_source: &str, edits: &Edits) -> (Self, Kept) {
        let Some(change) = Change::of(edits) else {
            return (self.clone(), Kept { before: self.blocks.len(), behind: 0 });
        };
        let start = FrontMatter::body_start(new_source);
        let keeps_start = FrontMatter::body_start(old_source) == start && change.start >= start;
        let update = Update { old: self, old_source, new_source, start, change };
        let updated = keeps_start.then(|| update.splice()).flatten();
        updated.unwrap_or_else(|| {
            let new = Self::parse(new_source, start);
            let kept = change.spares(&self.blocks, &new.blocks);
            (new, kept)
        })
    }
}

/// The stretch of the old text that edits replace, and by how much it grows.
#[derive(Clone, Copy)]
struct Change {
    start: usize,
    end: usize,
    grown: isize,
}

impl Change {
    fn of(edits: &Edits) -> Option<Self> {
        let (first, last) = (edits.iter().next()?, edits.iter().last()?);
        let grown =
            edits.iter().map(|edit| edit.insert.len() as isize - edit.span().len() as isize);
        Some(Self { start: first.start.0, end: last.end.0, grown: grown.sum() })
    }

    /// Which blocks of two texts it spares: those that stand before it or behind it in both, as the same. The
    /// last of the first and the first of the last are left out, since what stands beside them may be new.
    fn spares(self, old: &[Block], new: &[Block]) -> Kept {
        let before = old.iter().zip(new);
        let before =
            before.take_while(|(old, new)| old == new && old.span.end.0 < self.start).count();
        let behind = old[before..].iter().rev().zip(new[before..].iter().rev());
        let is_moved = |old: &Block, new: &Block| {
            old.kind == new.kind
                && self.moved(old.span.start.0) == new.span.start.0
                && self.moved(old.span.end.0) == new.span.end.0
        };
        let behind =
            behind.take_while(|(old, new)| old.span.start.0 > self.end && is_moved(old, new));
        Kept { before: before.saturating_sub(1), behind: behind.count().saturating_sub(1) }
    }

    /// Where a place behind the change lies in the new text.
    fn moved(self, place: usize) -> usize {
        place.wrapping_add_signed(self.grown)
    }
}

/// The old blocks and what became of their text.
struct Update<'a> {
    old: &'a Blocks,
    old_source: &'a str,
    new_source: &'a str,
    /// Where the text begins behind front matter, in both.
    start: usize,
    change: Change,
}

/// New blocks between old ones: those before `first` and those from `kept` on stay.
struct Cut {
    from: usize,
    first: usize,
    fresh: Vec<Block>,
    kept: usize,
}

impl Update<'_> {
    /// The new blocks, or nothing if the whole text must be parsed.
    fn splice(&self) -> Option<(Blocks, Kept)> {
        let cut = self.cut()?;
        // What stands before the first block behind the cut may be another text than before.
        let behind = (self.old.blocks.len() - cut.kept).saturating_sub(1);
        let kept = Kept { before: cut.first, behind };
        self.is_alone(&cut).then(|| (self.joined(cut), kept))
    }

    /// Parses ever more of the new text until an old block's start is met, or the end.
    fn cut(&self) -> Option<Cut> {
        let (first, from) = self.first_to_cut();
        let behind = |block: &Block| block.span.start.0 < self.change.end;
        let touched = self.old.blocks.partition_point(behind);
        let mut reach = 2;
        loop {
            let until =
                (touched + reach < self.old.blocks.len()).then(|| self.line(touched + reach));
            let end = until.map_or(self.new_source.len(), |at| self.change.moved(at));
            let Blocks { blocks, definitions } = Blocks::parse(self.new_source.get(..end)?, from);
            if !definitions.is_empty() {
                return None;
            }
            if let Some((fresh, kept)) = self.joint(&blocks, touched) {
                return Some(Cut { from, first, fresh: blocks[..fresh].to_vec(), kept });
            }
            if until.is_none() {
                return Some(Cut { from, first, fresh: blocks, kept: self.old.blocks.len() });
            }
            reach *= 4;
        }
    }

    /// The last block that stands behind a blank line and before the one that the change touches, so
    /// that neither the change nor what stands before it has a say in how it begins; and its byte.
    fn first_to_cut(&self) -> (usize, usize) {
        let touches = |block: &Block| block.span.start.0 <= self.change.start;
        let before = self.old.blocks.partition_point(touches).saturating_sub(1);
        let starts =
            |&index: &usize| is_after_blank_line(self.old_source, self.start, self.line(index));
        let first = (0..before).rev().find(starts);
        first.map_or((0, self.start), |index| (index, self.line(index)))
    }

    /// The first new block that begins where an old one begins, behind the change and a blank line:
    /// its place among the new ones and among the old ones.
    fn joint(&self, fresh: &[Block], touched: usize) -> Option<(usize, usize)> {
        let mut kept = touched;
        for (index, block) in fresh.iter().enumerate() {
            let at = line_start(self.new_source, block);
            while kept < self.old.blocks.len() && self.change.moved(self.line(kept)) < at {
                kept += 1;
            }
            let is_old = kept < self.old.blocks.len()
                && self.line(kept) >= self.change.end
                && self.change.moved(self.line(kept)) == at;
            if is_old
                && is_after_blank_line(self.new_source, self.start, at)
                && is_after_blank_line(self.old_source, self.start, self.line(kept))
            {
                return Some((index, kept));
            }
        }
        None
    }

    /// Whether nothing in the stretch that was cut defines what stands elsewhere or refers to it.
    fn is_alone(&self, cut: &Cut) -> bool {
        let end = match self.old.blocks.get(cut.kept) {
            Some(_) => self.line(cut.kept),
            None => self.old_source.len(),
        };
        let is_note = |block: &Block| matches!(block.kind, BlockKind::Footnote(_));
        let touched = &self.old.blocks[cut.first..cut.kept];
        let defines = touched.iter().chain(&cut.fresh).any(is_note)
            || self.old.definitions.iter().any(|definition| {
                definition.span.end.0 > cut.from && definition.span.start.0 < end
            });
        let refers = self.new_source[cut.from..self.change.moved(end)].contains('[')
            && (!self.old.definitions.is_empty() || self.old.blocks.iter().any(is_note));
        !defines && !refers
    }

    fn joined(&self, cut: Cut) -> Blocks {
        let moved = |span: Span| {
            let [start, end] = [span.start, span.end].map(|place| self.change.moved(place.0));
            Span::new(start, end)
        };
        let kept = self.old.blocks[cut.kept..].iter().map(|block| Block {
            span: moved(block.span),
            kind: block.kind.clone(),
            emphasised: block.emphasised.map(moved),
        });
        let before = self.old.blocks[..cut.first].iter().cloned();
        let mut definitions = self.old.definitions.clone();
        for definition in definitions.iter_mut().filter(|it| it.span.start.0 >= self.change.end) {
            definition.span = moved(definition.span);
        }
        Blocks { blocks: before.chain(cut.fresh).chain(kept).collect(), definitions }
    }

    /// Where the line of an old block begins.
    fn line(&self, index: usize) -> usize {
        line_start(self.old_source, &self.old.blocks[index])
    }
}

fn line_start(source: &str, block: &Block) -> usize {
    indent_start(source, block.span.start.0)
}
