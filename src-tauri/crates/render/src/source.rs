//! Which part of a text a block is drawn from.

use piece::FrontMatter;
use piece::blocks::{Block, BlockKind, Blocks};
use std::ops::Range;

/// Where the source of a block stands, and where in it the block begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    /// Whole lines of the text, in bytes.
    pub(crate) lines: Range<usize>,
    /// How many bytes of it are context, which decides how the block reads and is not drawn.
    pub(crate) context: usize,
}

/// The sources of the blocks of a text.
///
/// The parser's span begins behind the indentation, on which the meaning of the lines after the
/// first may rest, and may end before the line end. Link definitions right before a block, without a
/// blank line between, are its context: behind them a block begins by other rules.
pub(crate) fn sources<'b>(text: &'b str, blocks: &'b Blocks) -> impl Iterator<Item = Source> + 'b {
    sources_in(text, blocks, 0..blocks.blocks.len())
}

/// The sources of some of them.
pub(crate) fn sources_in<'b>(
    text: &'b str,
    blocks: &'b Blocks,
    range: Range<usize>,
) -> impl Iterator<Item = Source> + 'b {
    let previous = range.start.checked_sub(1).map(|index| &blocks.blocks[index]);
    let start = FrontMatter::body_start(text);
    let mut before = previous.map_or(start..start, |block| lines(text, block));
    let mut is_container = previous.is_some_and(is_a_container);
    blocks.blocks[range].iter().map(move |block| {
        let own = lines(text, block);
        let context = match definitions_before(&text[before.end.min(own.start)..own.start]) {
            0 if is_container => definitions_in_container(text, &before, own.start),
            length => length,
        };
        before = own.clone();
        is_container = is_a_container(block);
        Source { lines: own.start - context..own.end, context }
    })
}

fn is_a_container(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Other | BlockKind::Footnote(_))
}

/// The lines on which the block stands.
fn lines(text: &str, block: &Block) -> Range<usize> {
    let (start, end) = (block.span.start.0, block.span.end.0);
    let start = text[..start].trim_end_matches([' ', '\t']).len();
    // The span of a list may end behind the indentation of the block that follows.
    let full = text[..end].trim_end_matches([' ', '\t']).len();
    let goes_on = !text[end..].is_empty() && !text[end..].starts_with(['\n', '\r']);
    if goes_on && full > start && text[..full].ends_with(['\n', '\r']) {
        return start..full;
    }
    let length = text[end..].find(['\n', '\r']).unwrap_or(text.len() - end);
    let ending = match &text[end + length..] {
        ending if ending.starts_with("\r\n") => 2,
        ending => ending.len().min(1),
    };
    start..end + length + ending
}

/// How many bytes at the end of `gap`, which no block claims, are lines without a blank one behind.
fn definitions_before(gap: &str) -> usize {
    let mut start = gap.len();
    while let Some(line) = last_line(&gap[..start]) {
        start -= line;
    }
    gap.len() - start
}

/// A list or a quotation claims the definitions behind it. If there may be some, all of it is the
/// context of the block that follows at `start`.
fn definitions_in_container(text: &str, container: &Range<usize>, start: usize) -> usize {
    let Some(inner) = text.get(container.start..start) else { return 0 };
    let tail = definitions_before(inner);
    if inner[inner.len() - tail..].contains("]:") { inner.len() } else { 0 }
}

/// The length in bytes of the last line of `gap`, if it is not blank.
fn last_line(gap: &str) -> Option<usize> {
    let inner = gap.strip_suffix('\n').unwrap_or(gap);
    let inner = inner.strip_suffix('\r').unwrap_or(inner);
    let start = inner.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    (!inner[start..].trim_matches([' ', '\t']).is_empty()).then_some(gap.len() - start)
}
