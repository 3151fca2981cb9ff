//! Which changes of two sides belong together.

use std::ops::Range;

use crate::{
    token::{Kind, Tokens},
    words::Change,
};

/// Changes that touch, as the tokens that they cover in each of the three texts.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) base: Range<usize>,
    pub(super) mine: Range<usize>,
    pub(super) theirs: Range<usize>,
    /// The last change of mine and of theirs in the group.
    last: [Option<Edged>; 2],
}

impl Group {
    /// Whether only they changed anything here.
    pub(super) fn is_theirs_alone(&self) -> bool {
        self.last[MINE].is_none()
    }

    /// Whether both sides changed something here.
    pub(super) fn is_of_both(&self) -> bool {
        self.last.iter().all(Option::is_some)
    }
}

const MINE: usize = 0;
const THEIRS: usize = 1;

/// A change, and whether a line end holds it apart from what stands before and after it.
#[derive(Clone, Debug)]
struct Edged {
    change: Change,
    line_first: bool,
    line_last: bool,
}

impl Edged {
    fn of(
        base: &Tokens<'_>,
        side: &Tokens<'_>,
        change: Change,
        other: &Tokens<'_>,
        others: &[Change],
    ) -> Self {
        let Change { old, new } = &change;
        if new.is_empty() && lets_meet(old, other, others) {
            return Self { change, line_first: false, line_last: false };
        }
        // Lines that go leave it to a line end that both sides keep to hold apart what then meets.
        let stays = |at| base.kind(at) == Kind::LineEnd && !is_within(others, at);
        let at_line_start = old.start == 0 || stays(old.start - 1);
        let at_line_end = match old.end == base.len() {
            true => base.end_at_line_end(),
            false => stays(old.end),
        };
        let line_first = (old.is_empty() || begins_with_line_end(base, old.clone()))
            && if new.is_empty() { at_line_end } else { begins_with_line_end(side, new.clone()) };
        let line_last = (old.is_empty() || begins_with_line_end(base, old.clone().rev()))
            && if new.is_empty() {
                at_line_start
            } else {
                begins_with_line_end(side, new.clone().rev())
            };
        Self { change, line_first, line_last }
    }

    /// Whether this change and a later one of the other side are about the same or touching words.
    fn touches(&self, later: &Self, base: &Tokens<'_>) -> bool {
        let (this, that) = (&self.change.old, &later.change.old);
        if that.start < this.end || this == that {
            return true;
        }
        let mut between = this.end..that.start;
        !self.line_last && !later.line_first && !between.any(|at| base.kind(at).holds_apart())
    }
}

/// Whether the words that the other side put in before and after what is taken out would become one
/// word or line: no line end of its own holds them apart.
fn lets_meet(old: &Range<usize>, other: &Tokens<'_>, others: &[Change]) -> bool {
    let before = others.partition_point(|change| change.old.end < old.start);
    let after = others.partition_point(|change| change.old.start < old.end);
    let words = |change: &&Change| !change.new.is_empty();
    let before = others[before..].iter().find(|change| change.old.end == old.start).filter(words);
    let after = others[after..].iter().find(|change| change.old.start == old.end).filter(words);
    before.is_some_and(|change| !begins_with_line_end(other, change.new.clone().rev()))
        && after.is_some_and(|change| !begins_with_line_end(other, change.new.clone()))
}

fn is_within(changes: &[Change], token: usize) -> bool {
    let next = changes.partition_point(|change| change.old.end <= token);
    changes.get(next).is_some_and(|change| change.old.start <= token)
}

/// Whether the first of the tokens that is no blank is a line end.
fn begins_with_line_end(tokens: &Tokens<'_>, mut range: impl Iterator<Item = usize>) -> bool {
    let shown = range.find(|&at| tokens.kind(at) != Kind::Blank);
    shown.is_some_and(|at| tokens.kind(at) == Kind::LineEnd)
}

/// The changes of both sides, those that touch together, first to last.
pub(super) fn of(
    base: &Tokens<'_>,
    mine: &Tokens<'_>,
    theirs: &Tokens<'_>,
    mine_changes: &[Change],
    their_changes: &[Change],
) -> Vec<Group> {
    let edged = |change: &Change| Edged::of(base, mine, change.clone(), theirs, their_changes);
    let mut all: Vec<(usize, Edged)> =
        mine_changes.iter().map(|change| (MINE, edged(change))).collect();
    let edged = |change: &Change| Edged::of(base, theirs, change.clone(), mine, mine_changes);
    all.extend(their_changes.iter().map(|change| (THEIRS, edged(change))));
    // An insertion before a range comes before the change of that range.
    all.sort_by_key(|(_, edged)| (edged.change.old.start, edged.change.old.end));
    let mut shifts = [0isize; 2];
    let mut groups: Vec<Group> = Vec::new();
    for (side, edged) in all {
        let touched = |group: &Group| {
            group.last[1 - side].as_ref().is_some_and(|other| other.touches(&edged, base))
        };
        match groups.last_mut() {
            Some(group) if touched(group) => group.grow(side, edged, &mut shifts),
            _ => groups.push(Group::new(side, edged, &mut shifts)),
        }
    }
    groups
}

impl Group {
    fn new(side: usize, edged: Edged, shifts: &mut [isize; 2]) -> Self {
        let base = edged.change.old.clone();
        let at = |shift| {
            let start = base.start.wrapping_add_signed(shift);
            start..start
        };
        let (mine, theirs) = (at(shifts[MINE]), at(shifts[THEIRS]));
        let nothing = base.start..base.start;
        let mut group = Self { base: nothing, mine, theirs, last: [None, None] };
        group.grow(side, edged, shifts);
        group
    }

    fn grow(&mut self, side: usize, edged: Edged, shifts: &mut [isize; 2]) {
        let change = &edged.change;
        shifts[side] += change.new.len() as isize - change.old.len() as isize;
        self.base.end = self.base.end.max(change.old.end);
        self.mine.end = self.base.end.wrapping_add_signed(shifts[MINE]);
        self.theirs.end = self.base.end.wrapping_add_signed(shifts[THEIRS]);
        self.last[side] = Some(edged);
    }
}
