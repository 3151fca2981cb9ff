//! The numbers of the points and the style in which they are written.

use super::{OperationError, Original, numbered};
use crate::marker::{HIGHEST, Marker};
use crate::{Outline, Point};
use text::{Edit, Edits, Span, Text};

/// How the points of a piece are numbered.
#[derive(Clone, Copy)]
pub(super) struct Numbering {
    down: bool,
    lowest: u32,
    width: usize,
}

impl Numbering {
    /// The numbering that a piece has or, where it goes by no rule, the one that comes closest.
    pub(super) fn of(original: &Original<'_>) -> Self {
        let points = original.points();
        let numbers: Vec<u32> = points.iter().map(|point| point.number).collect();
        let steps = || numbers.windows(2).map(|pair| i64::from(pair[1]) - i64::from(pair[0]));
        let down = steps().filter(|&step| step < 0).count() * 2 > steps().count();
        let is_run = steps().all(|step| step == if down { -1 } else { 1 });
        let lowest = numbers.iter().min().copied().filter(|_| is_run).unwrap_or(1);
        let digits = points.iter().map(|point| digits(original.source, point));
        let padded =
            digits.filter(|digits| digits.len() > 1 && digits.of(original.source).starts_with('0'));
        Self { down, lowest, width: padded.map(Span::len).max().unwrap_or(1) }
    }

    /// The same, the other way around.
    pub(super) fn reversed(self) -> Self {
        Self { down: !self.down, ..self }
    }

    /// The numbers of so many points.
    pub(super) fn numbers(self, points: usize) -> Result<Vec<u32>, OperationError> {
        let count = u32::try_from(points).ok().filter(|&count| self.lowest + count <= HIGHEST + 1);
        let count = count.ok_or(OperationError::TooManyPoints)?;
        let numbers = self.lowest..self.lowest + count;
        Ok(if self.down { numbers.rev().collect() } else { numbers.collect() })
    }

    /// The digits of `number`, with leading noughts if the piece writes them.
    pub(super) fn digits(self, number: u32) -> String {
        format!("{number:0width$}", width = self.width)
    }

    /// The edit that gives `point` this number; none if it has it.
    pub(super) fn edit(self, source: &str, point: &Point, number: u32) -> Option<Edit> {
        let digits = digits(source, point);
        (point.number != number).then(|| Edit::replace(digits, self.digits(number)))
    }

    /// The source of `point` with this number.
    pub(super) fn source(self, source: &str, point: &Point, number: u32) -> String {
        let mut written = point.span.of(source).to_owned();
        if let Some(edit) = self.edit(source, point, number) {
            let start = point.span.start.0;
            written.replace_range(edit.start.0 - start..edit.end.0 - start, &edit.insert);
        }
        written
    }
}

/// The digits in a point's marker.
pub(super) fn digits(source: &str, point: &Point) -> Span {
    let marker = point.marker.of(source);
    let skipped = Marker::read(marker).map_or(0, |marker| marker.digits);
    let start = point.marker.start.0 + skipped;
    let count = marker[skipped..].bytes().take_while(u8::is_ascii_digit).count();
    Span::new(start, start + count)
}

/// Numbers the points anew, 1 to n, or n to 1 if the numbers mostly go down.
///
/// # Errors
/// [`OperationError::NoPoints`], [`OperationError::TooManyPoints`], or
/// [`OperationError::NotReadAsMeant`].
pub fn renumber(text: &Text) -> Result<Edits, OperationError> {
    let original = Original::read(text);
    if original.points().is_empty() {
        return Err(OperationError::NoPoints);
    }
    let numbering = Numbering { lowest: 1, ..Numbering::of(&original) };
    let numbers = numbering.numbers(original.points().len())?;
    let pairs = original.points().iter().zip(&numbers);
    let edits = pairs.filter_map(|(point, &number)| numbering.edit(original.source, point, number));
    let points = numbered(original.outline.points.clone(), &numbers);
    let expected = Outline { points, ..original.outline.clone() };
    let edits = original.settle(vec![edits.collect()], &expected)?;
    let places: Vec<_> = (0..original.points().len()).map(Some).collect();
    Ok(original.follow(edits, &places))
}
