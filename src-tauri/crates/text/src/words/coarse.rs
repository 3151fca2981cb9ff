//! The first look at two texts: which lines, and in long hunks which clauses, differ.

use std::ops::Range;

use super::Change;
use crate::token::{Kind, Tokens};
use similar::{Algorithm, DiffTag, capture_diff_slices};

/// How many lines or clauses both texts may have to be compared by them: more are no prose.
const MOST: usize = 100_000;

/// A stretch of a text cut into lines or clauses.
struct Units<'a> {
    /// The first token of each, and the end of the stretch.
    starts: Vec<usize>,
    /// What each says, and whether a line end follows.
    keys: Vec<(&'a str, bool)>,
}

impl<'a> Units<'a> {
    fn of(tokens: &Tokens<'a>, range: &Range<usize>, ends: fn(&Tokens<'_>, usize) -> bool) -> Self {
        let mut units = Self { starts: vec![range.start], keys: Vec::new() };
        let mut start = range.start;
        for token in range.clone() {
            if ends(tokens, token) || token + 1 == range.end {
                let next = token + 1;
                let ends_line = tokens.kind(token) == Kind::LineEnd;
                let says = start..if ends_line { token } else { next };
                units.keys.push((tokens.text(&says), ends_line));
                units.starts.push(next);
                start = next;
            }
        }
        units
    }

    fn tokens(&self, units: &Range<usize>) -> Range<usize> {
        self.starts[units.start]..self.starts[units.end]
    }
}

fn ends_line(tokens: &Tokens<'_>, token: usize) -> bool {
    tokens.kind(token) == Kind::LineEnd
}

fn ends_clause(tokens: &Tokens<'_>, token: usize) -> bool {
    matches!(tokens.kind(token), Kind::Mark | Kind::LineEnd)
}

/// The hunks of lines that differ.
pub(super) fn by_lines(old: &Tokens<'_>, new: &Tokens<'_>) -> Vec<Change> {
    let whole = Change { old: 0..old.len(), new: 0..new.len() };
    let (old, new) = (Units::of(old, &whole.old, ends_line), Units::of(new, &whole.new, ends_line));
    let lines = reach(&old, &new);
    in_tokens(&old, &new, &differing(&old, &new, &lines))
}

/// The lines between those that both texts begin and end with, and one of these besides at either end.
/// What is alike around a change must make no difference to it, since a merge does not look at it all.
fn reach(old: &Units<'_>, new: &Units<'_>) -> Change {
    let (one, other) = (&old.keys, &new.keys);
    let same = |(one, other): &(_, _)| one == other;
    let head = one.iter().zip(other).take_while(same).count();
    let rest = one.iter().rev().zip(other.iter().rev()).take(one.len().min(other.len()) - head);
    let tail = rest.take_while(same).count().saturating_sub(1);
    let start = head.saturating_sub(1);
    Change { old: start..one.len() - tail, new: start..other.len() - tail }
}

/// The hunks of clauses that differ within one of lines; every mark ends a clause, in any script.
pub(super) fn by_clauses(old: &Tokens<'_>, new: &Tokens<'_>, hunk: &Change) -> Vec<Change> {
    let old = Units::of(old, &hunk.old, ends_clause);
    let new = Units::of(new, &hunk.new, ends_clause);
    let all = Change { old: 0..old.keys.len(), new: 0..new.keys.len() };
    in_tokens(&old, &new, &differing(&old, &new, &all))
}

/// The hunks of these units that differ.
fn differing(old: &Units<'_>, new: &Units<'_>, of: &Change) -> Vec<Change> {
    if of.old.len().min(of.new.len()) > MOST {
        return vec![of.clone()];
    }
    let (from, to) = (&old.keys[of.old.clone()], &new.keys[of.new.clone()]);
    let behind = |start: usize, range: Range<usize>| range.start + start..range.end + start;
    let mut hunks: Vec<Change> = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, from, to) {
        if op.tag() == DiffTag::Equal {
            continue;
        }
        let hunk = Change {
            old: behind(of.old.start, op.old_range()),
            new: behind(of.new.start, op.new_range()),
        };
        match hunks.last_mut() {
            Some(last) if is_bridged(old, last, &hunk) => {
                last.old.end = hunk.old.end;
                last.new.end = hunk.new.end;
            }
            _ => hunks.push(hunk),
        }
    }
    hunks
}

/// Whether nothing but blank lines and rules stands between two hunks of changed text. Such lines
/// are alike everywhere: which paragraph became which is for their words to say.
fn is_bridged(old: &Units<'_>, first: &Change, second: &Change) -> bool {
    let is_changed = |hunk: &Change| !hunk.old.is_empty() && !hunk.new.is_empty();
    let mut between = old.keys[first.old.end..second.old.start].iter();
    is_changed(first)
        && is_changed(second)
        && between.all(|(says, _)| !says.contains(char::is_alphanumeric))
}

fn in_tokens(old: &Units<'_>, new: &Units<'_>, hunks: &[Change]) -> Vec<Change> {
    let tokens = |hunk: &Change| Change { old: old.tokens(&hunk.old), new: new.tokens(&hunk.new) };
    hunks.iter().map(tokens).collect()
}
