//! Two lists of edits, one after the other, as one list.

use super::{Edit, Edits};
use crate::Span;
use std::collections::VecDeque;

/// A list of edits read from left to right, as steps over the old text.
#[derive(Clone, Copy)]
enum Step<'a> {
    Keep(usize),
    Delete(usize),
    Insert(&'a str),
}

/// The steps of `edits`; behind the last one all is kept.
fn steps(edits: &[Edit]) -> VecDeque<Step<'_>> {
    let mut steps = VecDeque::with_capacity(edits.len() * 3);
    let mut place = 0;
    for edit in edits {
        steps.push_back(Step::Keep(edit.start.0 - place));
        steps.push_back(Step::Delete(edit.span().len()));
        steps.push_back(Step::Insert(&edit.insert));
        place = edit.end.0;
    }
    steps.retain(|step| !matches!(step, Step::Keep(0) | Step::Delete(0) | Step::Insert("")));
    steps
}

/// Collects steps over the old text into canonical edits.
#[derive(Default)]
struct Writer {
    place: usize,
    edits: Vec<Edit>,
}

impl Writer {
    fn open(&mut self) -> &mut Edit {
        let open = self.edits.last().is_some_and(|last| last.end.0 == self.place);
        if !open {
            self.edits.push(Edit::replace(Span::new(self.place, self.place), ""));
        }
        let last = self.edits.len() - 1;
        &mut self.edits[last]
    }

    fn write(&mut self, step: Step<'_>) {
        match step {
            Step::Keep(length) => self.place += length,
            Step::Insert(insert) => self.open().insert.push_str(insert),
            Step::Delete(length) => {
                let edit = self.open();
                edit.end = edit.end + length;
                self.place += length;
            }
        }
    }
}

pub(super) fn compose(first: &[Edit], second: &[Edit]) -> Edits {
    let (mut first, mut second) = (steps(first), steps(second));
    let mut writer = Writer::default();
    loop {
        let (one, two) = match (first.pop_front(), second.pop_front()) {
            (None, None) => break,
            // What the first list takes out, the second never saw.
            (Some(gone @ Step::Delete(_)), two) => {
                writer.write(gone);
                two.into_iter().for_each(|step| second.push_front(step));
                continue;
            }
            // What the second list puts in stands before what the first put in at that place.
            (one, Some(new @ Step::Insert(_))) => {
                writer.write(new);
                one.into_iter().for_each(|step| first.push_front(step));
                continue;
            }
            (one, two) => {
                (one.unwrap_or(Step::Keep(usize::MAX)), two.unwrap_or(Step::Keep(usize::MAX)))
            }
        };
        let length = size(one).min(size(two));
        match (one, two) {
            (Step::Insert(insert), Step::Keep(_)) => writer.write(Step::Insert(&insert[..length])),
            (Step::Insert(_), Step::Delete(_)) => {}
            (_, Step::Delete(_)) => writer.write(Step::Delete(length)),
            _ => writer.write(Step::Keep(length)),
        }
        after(one, length).into_iter().for_each(|step| first.push_front(step));
        after(two, length).into_iter().for_each(|step| second.push_front(step));
    }
    writer.edits.retain(|edit| !edit.span().is_empty() || !edit.insert.is_empty());
    Edits(writer.edits)
}

/// Length of a step in bytes of the text between the two lists.
fn size(step: Step<'_>) -> usize {
    match step {
        Step::Keep(length) | Step::Delete(length) => length,
        Step::Insert(insert) => insert.len(),
    }
}

/// What is left of a step behind its first `length` bytes; the endless last keep leaves nothing.
fn after(step: Step<'_>, length: usize) -> Option<Step<'_>> {
    match step {
        Step::Keep(usize::MAX) => None,
        Step::Keep(whole) => (whole > length).then(|| Step::Keep(whole - length)),
        Step::Delete(whole) => (whole > length).then(|| Step::Delete(whole - length)),
        Step::Insert(insert) => (insert.len() > length).then(|| Step::Insert(&insert[length..])),
    }
}
