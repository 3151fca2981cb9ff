//! From blocks to parts: the grammar of a numbered piece.

use crate::blocks::{BlockKind, Blocks};
use crate::heading::{Heading, behind};
use crate::lines::trim_blank_lines;
use crate::page::{Mark, Page};
use crate::points::numbered_headings;
use crate::{Dek, FrontMatter, Piece, Point, Title};
use std::ops::Range;
use text::Span;

impl Piece {
    /// Reads `source` as a piece. Any text is one.
    pub fn parse(source: &str) -> Self {
        let front_matter = FrontMatter::find(source);
        let blocks = Blocks::parse(source, FrontMatter::body_start(source));
        Self::from_blocks(source, front_matter, &blocks)
    }

    /// Reads a text that has been cut into blocks already.
    pub fn from_blocks(source: &str, front_matter: Option<FrontMatter>, blocks: &Blocks) -> Self {
        let page = Page::new(source, &blocks.blocks);
        let start = match front_matter {
            Some(matter) => matter.span.end.0,
            None => FrontMatter::mark_length(source),
        };
        let (title, dek, opening) = head(&page, start);
        let numbered = numbered_headings(&page);
        let first = numbered.first().copied().unwrap_or(page.len());
        let points = points(&page, &numbered);
        let end = page.start_of(first);
        let lede = part(&page, opening.block..first, opening.byte, end);
        let Some(&last) = numbered.last() else {
            return Self { front_matter, title, dek, lede, ..Self::default() };
        };
        let (conclusion, footer) = tail(&page, page.points_end(last));
        Self { front_matter, title, dek, lede, points, conclusion, footer }
    }
}

/// A boundary between parts: the block behind it and the byte at which it lies.
#[derive(Clone, Copy)]
struct Boundary {
    block: usize,
    byte: usize,
}

/// Title and dek, and where the opening begins.
fn head(page: &Page<'_>, start: usize) -> (Option<Title>, Option<Dek>, Boundary) {
    let Some((block, heading)) = title(page) else {
        return (None, None, Boundary { block: 0, byte: start });
    };
    let title = Title { span: heading.span, text: heading.text };
    let below = Boundary { block: block + 1, byte: behind(page.source, heading.span) };
    let Some((block, dek)) = dek(page, below.block) else {
        return (Some(title), None, below);
    };
    let below = Boundary { block: block + 1, byte: behind(page.source, dek.span) };
    (Some(title), Some(dek), below)
}

/// The first level-1 heading without a marker, if it stands before every heading with one.
fn title<'p>(page: &'p Page<'_>) -> Option<(usize, &'p Heading)> {
    let before_points = page.headings().take_while(|(_, heading)| heading.marker.is_none());
    before_points.into_iter().find(|(_, heading)| heading.level == 1)
}

/// The wholly emphasised paragraph from block `block` on; only definitions may stand before it.
fn dek(page: &Page<'_>, block: usize) -> Option<(usize, Dek)> {
    let is_seen = |index: &usize| !matches!(page.blocks[*index].kind, BlockKind::Footnote(_));
    let index = (block..page.len()).find(is_seen)?;
    let text = page.blocks[index].emphasised?;
    let span = trim_blank_lines(page.source, page.start_of(index), page.end_of(index))?;
    Some((index, Dek { span, text }))
}

/// The points whose headings are the blocks `numbered`.
fn points(page: &Page<'_>, numbered: &[usize]) -> Vec<Point> {
    let ends = numbered.iter().skip(1).copied();
    let last = numbered.last().map(|&last| page.points_end(last));
    let starts = numbered.iter().copied();
    starts.zip(ends.chain(last)).filter_map(|(start, end)| point(page, start, end)).collect()
}

/// The point whose heading is block `start`, and which ends before block `end`.
fn point(page: &Page<'_>, start: usize, end: usize) -> Option<Point> {
    let Mark::Heading(heading) = &page.marks[start] else {
        return None;
    };
    let marker = heading.marker?;
    let begin = heading.text.start.0;
    let end = page.without_breaks_behind(start + 1..end, page.start_of(end));
    let body = trim_blank_lines(page.source, behind(page.source, heading.span).min(end), end);
    let body = body.unwrap_or(Span::at(heading.span.end));
    Some(Point {
        span: Span { start: heading.span.start, end: body.end },
        heading_span: heading.span,
        marker: Span::new(begin, begin + marker.length),
        number: marker.number,
        heading: heading.behind_marker(page.source, marker.length),
        body,
    })
}

/// What stands in these blocks, from byte `start` up to `end`, breaks and blank lines at its edges
/// aside.
fn part(page: &Page<'_>, blocks: Range<usize>, start: usize, end: usize) -> Option<Span> {
    let (first, start) = page.without_breaks_before(blocks.clone(), start);
    let end = page.without_breaks_behind(first..blocks.end, end);
    trim_blank_lines(page.source, start.min(end), end)
}

/// Conclusion and footer, from the break or heading that ends the points on.
fn tail(page: &Page<'_>, ends: usize) -> (Option<Span>, Option<Span>) {
    let (all, length) = (page.len(), page.source.len());
    let (first, start) = page.without_breaks_before(ends..all, page.start_of(ends));
    let next = (first..all).find(|&index| matches!(page.marks[index], Mark::Break));
    let next = next.unwrap_or(all);
    let conclusion = trim_blank_lines(page.source, start, page.start_of(next));
    (conclusion, part(page, next..all, page.start_of(next), length))
}
