//! Bringing together what two sides made of one text.
//!
//! Both sides are compared with the base by words. Where only one side changed the words, its change
//! is taken; where both changed the same or touching words, that is a [`Conflict`]: mine stays in
//! the text, and theirs is reported beside it. Words touch when no untouched word stands between
//! them. An untouched line end holds them apart too, and so does a changed one, where a change
//! reaches up to it with whole lines: a paragraph put in before another touches none of its words.
//!
//! **Line ends and byte order mark are mine.** Texts that differ in nothing else are the same text.
//! A line end of mine that stays keeps its form, and one that comes in with theirs takes the ending
//! that a new line of mine would take there; only where mine has no line end does theirs keep its
//! own. The merged text has a byte order mark if mine has one.

use crate::{
    Edits, Span,
    token::Tokens,
    words::{Change, changes},
};
use groups::Group;
use weave::Weave;

mod groups;
mod reach;
mod weave;

/// What two sides made of one text, brought together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merge {
    /// The edits that lead from mine to the merged text.
    pub edits: Edits,
    /// Where both sides changed the same or touching words, first to last; their spans are disjoint.
    pub conflicts: Vec<Conflict>,
}

/// Words that both sides changed, each in another way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Where my words stand in the merged text; empty where I took the words out.
    pub merged: Span,
    /// What stood there before either side changed it.
    pub base: String,
    /// What I made of it: the words in the merged text.
    pub mine: String,
    /// What they made of it, in my line ends. Put in the place of `merged`, it takes their side.
    pub theirs: String,
}

/// Merges what `mine` and `theirs` made of `base`, by words. A change that both made is there once.
pub fn merge(base: &str, mine: &str, theirs: &str) -> Merge {
    let Some([of_base, of_mine, of_theirs]) = reach::of_three(base, mine, theirs) else {
        return Merge::default();
    };
    let (base, mine) = (Tokens::within(base, of_base), Tokens::within(mine, of_mine));
    let theirs = Tokens::within(theirs, of_theirs);
    let (my_changes, their_changes) = (changes(&base, &mine), changes(&base, &theirs));
    let mut weave = Weave::into(mine.source());
    for group in groups::of(&base, &mine, &theirs, &my_changes, &their_changes) {
        let Group { base: was, mine: is, theirs: other, .. } = &group;
        if group.is_theirs_alone() {
            weave.take(mine.span(is), theirs.text(other));
        } else if group.is_of_both() && !mine.same(is, &theirs, other) {
            weave.keep(mine.span(is), base.text(was), theirs.text(other));
        }
    }
    weave.done()
}

/// Merges two texts whose common ancestor is unknown, such as a sync tool's conflict copy. What they
/// have in common counts as the base: words that only one side has are in the merged text, and where
/// each has words of its own, that is a conflict with an empty base.
pub fn merge_without_base(mine: &str, theirs: &str) -> Merge {
    let Some([of_mine, of_theirs]) = reach::of_two(mine, theirs) else {
        return Merge::default();
    };
    let (mine, theirs) = (Tokens::within(mine, of_mine), Tokens::within(theirs, of_theirs));
    let mut weave = Weave::into(mine.source());
    for Change { old, new } in changes(&mine, &theirs) {
        if old.is_empty() {
            weave.take(mine.span(&old), theirs.text(&new));
        } else if !new.is_empty() {
            weave.keep(mine.span(&old), "", theirs.text(&new));
        }
    }
    weave.done()
}
