//! Putting the points into another order.
//!
//! What stands between two points, blank lines and breaks, stays in its place; the points change
//! places around it.

use super::numbering::Numbering;
use super::{OperationError, Original, numbered};
use crate::Outline;
use crate::lines::has_blank_line;
use text::{Edit, Edits, Span, Text};

/// Moves the point at place `from` with its body so that it stands at place `to`.
///
/// # Errors
/// [`OperationError::NoSuchPoint`], [`OperationError::EndsInside`], or
/// [`OperationError::NotReadAsMeant`].
pub fn move_point(text: &Text, from: usize, to: usize) -> Result<Edits, OperationError> {
    let original = Original::read(text);
    let (from, to) = (original.index(from)?, original.index(to)?);
    let mut order: Vec<usize> = (0..original.points().len()).collect();
    let moved = order.remove(from);
    order.insert(to, moved);
    if from == to {
        return Ok(Edits::default());
    }
    let numbering = Numbering::of(&original);
    let moving = Moving { original: &original, numbering, from, to };
    settle(&original, &order, numbering, |widen, numbers| moving.edits(widen, numbers))
}

/// Turns the order of the points around: 1 to n becomes a countdown from n to 1, and back. Each point
/// keeps its number, unless the numbers went by no rule.
///
/// # Errors
/// [`OperationError::NoPoints`], [`OperationError::EndsInside`], or
/// [`OperationError::NotReadAsMeant`].
pub fn reverse(text: &Text) -> Result<Edits, OperationError> {
    let original = Original::read(text);
    let points = original.points();
    match points.len() {
        0 => return Err(OperationError::NoPoints),
        1 => return Ok(Edits::default()),
        _ => {}
    }
    let order: Vec<usize> = (0..points.len()).rev().collect();
    let numbering = Numbering::of(&original).reversed();
    settle(&original, &order, numbering, |widen, numbers| {
        let places = points.iter().zip(points.iter().rev()).zip(numbers);
        let replaced = places.map(|((place, point), &number)| {
            Edit::replace(place.span, numbering.source(original.source, point, number))
        });
        let gaps = (0..points.len() - 1).filter_map(|index| {
            let written = gap(&original, index, widen);
            (written != original.gap(index))
                .then(|| Edit::replace(gap_span(&original, index), written))
        });
        replaced.chain(gaps).collect()
    })
}

/// Takes the edits of the arrangement, or, where they would run blocks together, those with a blank
/// line wherever there is none between two points.
fn settle(
    original: &Original<'_>,
    order: &[usize],
    numbering: Numbering,
    edits: impl Fn(bool, &[u32]) -> Vec<Edit>,
) -> Result<Edits, OperationError> {
    let numbers = numbering.numbers(order.len())?;
    let points = order.iter().map(|&index| original.outline.points[index].clone()).collect();
    let expected = Outline { points: numbered(points, &numbers), ..original.outline.clone() };
    let edits = original.settle(vec![edits(false, &numbers), edits(true, &numbers)], &expected)?;
    let place = |index: usize| order.iter().position(|&at| at == index);
    let places: Vec<_> = (0..order.len()).map(place).collect();
    Ok(original.follow(edits, &places))
}

/// A point on its way from one place to another, both from 0.
struct Moving<'a> {
    original: &'a Original<'a>,
    numbering: Numbering,
    from: usize,
    to: usize,
}

impl Moving<'_> {
    fn edits(&self, widen: bool, numbers: &[u32]) -> Vec<Edit> {
        let Self { original, numbering, from, to } = *self;
        let point = &original.points()[from];
        let moved = numbering.source(original.source, point, numbers[to]);
        let mut edits = if from < to { self.down(widen, &moved) } else { self.up(widen, &moved) };
        let (first, last) = (from.min(to), from.max(to));
        let outer = first.checked_sub(1).into_iter().chain(Some(last));
        let has_next = |at: &usize| at + 1 < original.points().len();
        edits.extend(outer.filter(has_next).filter_map(|at| self.shifted(at, at, widen)));
        for (index, point) in original.points().iter().enumerate().filter(|(at, _)| *at != from) {
            let number = numbers[new_place(index, from, to)];
            edits.extend(numbering.edit(original.source, point, number));
        }
        edits
    }

    /// Out with the point and what follows it, in behind its new place; what lies between moves on
    /// by one, so that what stands between the points keeps its place.
    fn down(&self, widen: bool, moved: &str) -> Vec<Edit> {
        let Self { original, from, to, .. } = *self;
        let points = original.points();
        let taken = Span { start: points[from].span.start, end: points[from + 1].span.start };
        let last = gap(original, to - 1, widen);
        let put = Edit::insert(points[to].span.end, format!("{last}{moved}"));
        let gaps = (from + 1..to).filter_map(|at| self.shifted(at, at - 1, widen));
        [Edit::delete(taken), put].into_iter().chain(gaps).collect()
    }

    fn up(&self, widen: bool, moved: &str) -> Vec<Edit> {
        let Self { original, from, to, .. } = *self;
        let points = original.points();
        let taken = Span { start: points[from - 1].span.end, end: points[from].span.end };
        let first = gap(original, to, widen);
        let put = Edit::insert(points[to].span.start, format!("{moved}{first}"));
        let gaps = (to..from - 1).filter_map(|at| self.shifted(at, at + 1, widen));
        [Edit::delete(taken), put].into_iter().chain(gaps).collect()
    }

    /// Writes what stands behind point `other` behind point `at`, if it differs.
    fn shifted(&self, at: usize, other: usize, widen: bool) -> Option<Edit> {
        let written = gap(self.original, other, widen);
        let differs = written != self.original.gap(at);
        differs.then(|| Edit::replace(gap_span(self.original, at), written))
    }
}

/// Where the point of index `index` comes to stand when another moves.
fn new_place(index: usize, from: usize, to: usize) -> usize {
    if from < index && index <= to {
        index - 1
    } else if to <= index && index < from {
        index + 1
    } else {
        index
    }
}

fn gap_span(original: &Original<'_>, index: usize) -> Span {
    let [one, next] = [index, index + 1].map(|index| original.points()[index].span);
    Span { start: one.end, end: next.start }
}

/// What stands behind the point of index `index`; to widen it, with a blank line at either end.
fn gap(original: &Original<'_>, index: usize, widen: bool) -> String {
    let gap = original.gap(index);
    if !widen || (has_blank_line(gap) && gap.trim().is_empty()) {
        return gap.to_owned();
    }
    let line = original.text.new_line_ending(original.points()[index].span.start);
    match gap.trim() {
        "" => line.repeat(2),
        breaks => format!("{line}{line}{breaks}{line}{line}"),
    }
}
