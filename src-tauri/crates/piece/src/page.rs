//! The top-level blocks as the grammar looks at them: headings, breaks, and the rest.

use crate::blocks::{Block, BlockKind};
use crate::heading::Heading;
use crate::lines::{indent_start, is_blank};
use std::ops::Range;

/// What a block is to the grammar.
pub(crate) enum Mark {
    /// A thematic break.
    Break,
    /// A heading.
    Heading(Heading),
    /// Anything else.
    Other,
}

/// A source with its blocks and what each is.
pub(crate) struct Page<'a> {
    pub(crate) source: &'a str,
    pub(crate) blocks: &'a [Block],
    pub(crate) marks: Vec<Mark>,
}

impl<'a> Page<'a> {
    pub(crate) fn new(source: &'a str, blocks: &'a [Block]) -> Self {
        let mark = |block: &Block| match block.kind {
            BlockKind::Break => Mark::Break,
            BlockKind::Heading(level) => Mark::Heading(Heading::read(source, block, level)),
            _ => Mark::Other,
        };
        Self { source, blocks, marks: blocks.iter().map(mark).collect() }
    }

    /// How many blocks there are.
    pub(crate) fn len(&self) -> usize {
        self.blocks.len()
    }

    /// The headings with their places among the blocks.
    pub(crate) fn headings(&self) -> impl Iterator<Item = (usize, &Heading)> {
        self.marks.iter().enumerate().filter_map(|(index, mark)| match mark {
            Mark::Heading(heading) => Some((index, heading)),
            _ => None,
        })
    }

    /// Where the first line of a block begins; behind the last block, the end of the source.
    pub(crate) fn start_of(&self, index: usize) -> usize {
        let start = self.blocks.get(index).map(|block| block.span.start.0);
        start.map_or(self.source.len(), |start| indent_start(self.source, start))
    }

    /// Where a block ends, as the parser sees it.
    pub(crate) fn end_of(&self, index: usize) -> usize {
        self.blocks[index].span.end.0
    }

    /// The first block behind the row of breaks that starts at block `index`. Only blank lines may
    /// stand between breaks in a row.
    pub(crate) fn behind_breaks(&self, index: usize) -> usize {
        let in_row = |next: &usize| self.is_break(*next) && self.touch(*next - 1);
        (index + 1..self.len()).take_while(in_row).last().unwrap_or(index) + 1
    }

    /// Whether only blank lines stand between a block and the next.
    pub(crate) fn touch(&self, index: usize) -> bool {
        self.source.get(self.end_of(index)..self.start_of(index + 1)).is_none_or(is_blank)
    }

    /// Where text from byte `start`, in front of these blocks, begins once a row of breaks at its
    /// beginning is taken away: the block and the byte.
    pub(crate) fn without_breaks_before(
        &self,
        blocks: Range<usize>,
        start: usize,
    ) -> (usize, usize) {
        let first = blocks.start;
        let leads = |at: usize| self.source.get(start..at).is_none_or(is_blank);
        if blocks.is_empty() || !self.is_break(first) || !leads(self.start_of(first)) {
            return (first, start);
        }
        let behind = self.behind_breaks(first).min(blocks.end);
        (behind, self.end_of(behind - 1))
    }

    /// Where text up to byte `end`, behind these blocks, ends once a row of breaks at its end is
    /// taken away.
    pub(crate) fn without_breaks_behind(&self, blocks: Range<usize>, end: usize) -> usize {
        let mut end = end;
        for index in blocks.rev() {
            let follows = self.source.get(self.end_of(index)..end).is_none_or(is_blank);
            if !self.is_break(index) || !follows {
                break;
            }
            end = self.start_of(index);
        }
        end
    }

    /// The block that ends the points, the last of which has block `last` for its heading: the next
    /// break, or the next heading of its level or above without a marker.
    pub(crate) fn points_end(&self, last: usize) -> usize {
        let level = self.level(last);
        let ends = |index: &usize| match &self.marks[*index] {
            Mark::Break => true,
            Mark::Heading(heading) => heading.marker.is_none() && heading.level <= level,
            Mark::Other => false,
        };
        (last + 1..self.len()).find(ends).unwrap_or(self.len())
    }

    fn level(&self, index: usize) -> u8 {
        match &self.marks[index] {
            Mark::Heading(heading) => heading.level,
            _ => 0,
        }
    }

    fn is_break(&self, index: usize) -> bool {
        matches!(self.marks[index], Mark::Break)
    }
}
