//! What changed between two texts, word by word.

use std::ops::Range;

use crate::{
    Edit, Edits, Span,
    token::{Kind, Tokens},
};
use similar::{Algorithm, DiffTag, capture_diff_slices};

mod coarse;

/// From how many words on both sides a hunk of lines is looked at by clauses first.
const LONG: usize = 2_000;

/// How many words a hunk may have on both sides to be compared by words. The search's work grows
/// faster than its length; where more text than this differs in every clause, it is another text.
const HUGE: usize = 10_000;

/// Edits that turn `old` into `new`, each a word or a phrase that reads by itself: changes with
/// nothing but blanks and punctuation between them are one. No edit cuts into a word, into a
/// grapheme or between CR and LF.
pub fn word_diff(old: &str, new: &str) -> Edits {
    let (old, new) = (Tokens::of(old), Tokens::of(new));
    let mut edits = vec![mark_change(&old, &new)];
    let mut kept = (0, 0);
    for change in changes(&old, &new) {
        let like = (kept.0..change.old.start, kept.1..change.new.start);
        line_end_changes(&old, like.0, &new, like.1, &mut edits);
        edits.push(Edit::replace(old.span(&change.old), new.text(&change.new)));
        kept = (change.old.end, change.new.end);
    }
    line_end_changes(&old, kept.0..old.len(), &new, kept.1..new.len(), &mut edits);
    // Changes are sorted and disjoint.
    Edits::new(edits).unwrap_or_default()
}

/// The edit that gives `old` the byte order mark of `new`, or takes it.
fn mark_change(old: &Tokens<'_>, new: &Tokens<'_>) -> Edit {
    let mark = |tokens: &Tokens<'_>| Span::new(0, tokens.span(&(0..0)).start.0);
    let (had, has) = (mark(old), mark(new));
    if had == has { Edit::insert(had.end, "") } else { Edit::replace(had, has.of(new.source())) }
}

/// The edits of line ends in tokens that are alike but for these.
fn line_end_changes(
    old: &Tokens<'_>,
    old_range: Range<usize>,
    new: &Tokens<'_>,
    new_range: Range<usize>,
    edits: &mut Vec<Edit>,
) {
    if old.text(&old_range) == new.text(&new_range) {
        return;
    }
    for (from, to) in old_range.zip(new_range) {
        let (from, to) = (from..from + 1, to..to + 1);
        if old.text(&from) != new.text(&to) {
            edits.push(Edit::replace(old.span(&from), new.text(&to)));
        }
    }
}

/// Tokens of the old text and those that stand in their place in the new one; one of the two may be
/// empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) old: Range<usize>,
    pub(crate) new: Range<usize>,
}

/// What changed between two texts, first to last. Between two changes at least one token holds them
/// apart, and what stands there is the same in both texts but for the form of its line ends.
pub(crate) fn changes(old: &Tokens<'_>, new: &Tokens<'_>) -> Vec<Change> {
    let mut found = Vec::new();
    for hunk in coarse::by_lines(old, new) {
        if shorter(old, new, &hunk) < LONG {
            within(old, new, &hunk, &mut found);
            continue;
        }
        for hunk in coarse::by_clauses(old, new, &hunk) {
            within(old, new, &hunk, &mut found);
        }
    }
    join(old, new, found)
}

/// How many words the side of a hunk has that has fewer.
fn shorter(old: &Tokens<'_>, new: &Tokens<'_>, hunk: &Change) -> usize {
    old.words(&hunk.old).min(new.words(&hunk.new))
}

/// The changes within one hunk. Only what holds changes apart is matched; blanks and marks count
/// with the words that they stand beside.
fn within(old: &Tokens<'_>, new: &Tokens<'_>, hunk: &Change, found: &mut Vec<Change>) {
    let mut place = (hunk.old.start, hunk.new.start);
    if shorter(old, new, hunk) <= HUGE {
        for (from, to) in matches(old, &hunk.old, new, &hunk.new) {
            found.extend(trim(old, place.0..from, new, place.1..to));
            place = (from + 1, to + 1);
        }
    }
    found.extend(trim(old, place.0..hunk.old.end, new, place.1..hunk.new.end));
}

/// The tokens that two ranges have in common, of those that hold changes apart.
fn matches(
    old: &Tokens<'_>,
    old_range: &Range<usize>,
    new: &Tokens<'_>,
    new_range: &Range<usize>,
) -> Vec<(usize, usize)> {
    let (from, to) = (anchors(old, old_range), anchors(new, new_range));
    let old_keys: Vec<_> = from.iter().map(|&token| old.key(token)).collect();
    let new_keys: Vec<_> = to.iter().map(|&token| new.key(token)).collect();
    let equal = capture_diff_slices(Algorithm::Patience, &old_keys, &new_keys)
        .into_iter()
        .filter(|op| op.tag() == DiffTag::Equal)
        .flat_map(|op| op.old_range().zip(op.new_range()));
    equal.map(|(old, new)| (from[old], to[new])).collect()
}

fn anchors(tokens: &Tokens<'_>, range: &Range<usize>) -> Vec<usize> {
    range.clone().filter(|&token| tokens.kind(token).holds_apart()).collect()
}

/// The change from one range to the other without the tokens that both have at either end.
fn trim(
    old: &Tokens<'_>,
    old_range: Range<usize>,
    new: &Tokens<'_>,
    new_range: Range<usize>,
) -> Option<Change> {
    let same = |&(from, to): &(usize, usize)| old.key(from) == new.key(to);
    let head = old_range.clone().zip(new_range.clone()).take_while(same).count();
    let (old_rest, new_rest) =
        (old_range.start + head..old_range.end, new_range.start + head..new_range.end);
    let tail = old_rest.clone().rev().zip(new_rest.clone().rev()).take_while(same).count();
    let change = Change {
        old: old_rest.start..old_rest.end - tail,
        new: new_rest.start..new_rest.end - tail,
    };
    (!change.old.is_empty() || !change.new.is_empty()).then_some(change)
}

/// Makes one phrase of changes that nothing holds apart.
fn join(old: &Tokens<'_>, new: &Tokens<'_>, found: Vec<Change>) -> Vec<Change> {
    let mut joined: Vec<Change> = Vec::with_capacity(found.len());
    for change in found {
        match joined.last_mut() {
            Some(last) if is_one_phrase(old, new, last, &change) => {
                last.old.end = change.old.end;
                last.new.end = change.new.end;
            }
            _ => joined.push(change),
        }
    }
    joined
}

/// Whether all that is left between two changes is blanks and marks, or one little word in the midst
/// of a phrase that was rewritten. Never more than one: a change by another side between two words
/// that stayed touches neither of ours.
fn is_one_phrase(old: &Tokens<'_>, new: &Tokens<'_>, first: &Change, second: &Change) -> bool {
    let mut apart = (first.old.end..second.old.start).filter(|&at| old.kind(at).holds_apart());
    let rewritten = |change: &Change| old.words(&change.old).min(new.words(&change.new)) > 1;
    match (apart.next(), apart.next()) {
        (None, _) => true,
        (Some(word), None) => {
            let (kind, text) = old.key(word);
            kind == Kind::Word && text.len() <= 3 && rewritten(first) && rewritten(second)
        }
        _ => false,
    }
}
