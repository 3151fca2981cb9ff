//! The edits that lead from one text to another.

use crate::{Edit, Edits, Span};
use similar::{Algorithm, DiffTag, capture_diff_slices};

/// Edits that turn `old` into `new`, by lines, each narrowed to the characters that differ, so that
/// a caret in a line that did not change stays where it was.
pub fn diff(old: &str, new: &str) -> Edits {
    let (old_lines, new_lines) = (lines(old), lines(new));
    let (old_starts, new_starts) = (starts(&old_lines), starts(&new_lines));
    let edits = capture_diff_slices(Algorithm::Patience, &old_lines, &new_lines)
        .into_iter()
        .filter(|op| op.tag() != DiffTag::Equal)
        .map(|op| {
            let (from, to) = (op.old_range(), op.new_range());
            let span = Span::new(old_starts[from.start], old_starts[from.end]);
            narrow(old, span, &new[new_starts[to.start]..new_starts[to.end]])
        });
    Edits::new(edits.collect()).unwrap_or_else(|_| whole(old, new))
}

fn whole(old: &str, new: &str) -> Edits {
    Edits::one(Edit::replace(Span::new(0, old.len()), new))
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// The byte at which each line starts, and the end of the text.
fn starts(lines: &[&str]) -> Vec<usize> {
    let mut starts = vec![0];
    for line in lines {
        starts.push(starts[starts.len() - 1] + line.len());
    }
    starts
}

/// The replacement of `span` by `insert` without the characters that both have at either end.
fn narrow(old: &str, span: Span, insert: &str) -> Edit {
    let taken = span.of(old);
    let same = |pair: &(char, char)| pair.0 == pair.1;
    let size = |pair: (char, char)| pair.0.len_utf8();
    let head: usize = taken.chars().zip(insert.chars()).take_while(same).map(size).sum();
    let (taken_rest, insert_rest) = (&taken[head..], &insert[head..]);
    let backwards = taken_rest.chars().rev().zip(insert_rest.chars().rev());
    let tail: usize = backwards.take_while(same).map(size).sum();
    Edit::replace(
        Span::new(span.start.0 + head, span.end.0 - tail),
        &insert_rest[..insert_rest.len() - tail],
    )
}
