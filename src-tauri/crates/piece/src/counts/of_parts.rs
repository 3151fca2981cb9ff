//! The counts of each part.

use super::Counts;
use crate::blocks::{Block, BlockKind, Blocks};
use crate::heading::Heading;
use crate::lines::indent_start;
use crate::{FrontMatter, Piece, Point};
use text::{ByteOffset, Span};

/// The counts of a piece and of each of its parts; nothing is counted for an absent part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartCounts {
    /// All that a reader of this piece reads: everything but front matter and footer, text before
    /// the title included.
    pub whole: Counts,
    /// The title.
    pub title: Counts,
    /// The dek.
    pub dek: Counts,
    /// The opening.
    pub lede: Counts,
    /// Each point's heading, without marker, and body.
    pub points: Vec<Counts>,
    /// What follows the points.
    pub conclusion: Counts,
    /// What follows the conclusion.
    pub footer: Counts,
}

/// Counts the parts of `piece`. `count` is asked once for each block, by its place among the blocks; what it
/// counts is the span that it may ask for (for a heading, its text without marker). So a caller may keep what it
/// knows of unchanged blocks, and those are not looked at.
pub fn part_counts(
    piece: &Piece,
    source: &str,
    blocks: &Blocks,
    count: &mut dyn FnMut(usize, &dyn Fn() -> Span) -> Counts,
) -> PartCounts {
    let mut counts = PartCounts::default();
    counts.points.resize(piece.points.len(), Counts::default());
    let mut place = 0;
    for (index, block) in blocks.blocks.iter().enumerate() {
        if block.kind == BlockKind::Break {
            continue;
        }
        let at = block.span.start;
        while piece.points.get(place).is_some_and(|point| point.span.end <= at) {
            place += 1;
        }
        *counts.part(piece, place, at) += count(index, &|| counted(source, block));
    }
    let parts = [counts.title, counts.dek, counts.lede, counts.conclusion];
    counts.whole += parts.into_iter().chain(counts.points.iter().copied()).sum();
    counts
}

/// What of a block is counted.
fn counted(source: &str, block: &Block) -> Span {
    match block.kind {
        BlockKind::Heading(level) => {
            let heading = Heading::read(source, block, level);
            let marker = heading.marker.map_or(0, |marker| marker.length);
            heading.behind_marker(source, marker)
        }
        _ => Span { start: indent_start(source, block.span.start.0).into(), ..block.span },
    }
}

impl PartCounts {
    /// Counts the parts of a whole text.
    pub fn of(source: &str) -> Self {
        let blocks = Blocks::parse(source, FrontMatter::body_start(source));
        let piece = Piece::from_blocks(source, FrontMatter::find(source), &blocks);
        part_counts(&piece, source, &blocks, &mut |_, span| Counts::of_markdown(span().of(source)))
    }

    /// The counts of the part in which byte `at` stands; those of the whole, if it stands in none.
    fn part(&mut self, piece: &Piece, place: usize, at: ByteOffset) -> &mut Counts {
        let holds = |span: Span| span.contains(at);
        let has = |part: Option<Span>| part.is_some_and(holds);
        let is_point = |point: &Point| holds(point.span);
        if piece.points.get(place).is_some_and(is_point) {
            return &mut self.points[place];
        }
        if has(piece.title.map(|title| title.span)) {
            return &mut self.title;
        }
        if has(piece.dek.map(|dek| dek.span)) {
            return &mut self.dek;
        }
        if has(piece.lede) {
            return &mut self.lede;
        }
        if has(piece.conclusion) {
            return &mut self.conclusion;
        }
        if has(piece.footer) { &mut self.footer } else { &mut self.whole }
    }
}
