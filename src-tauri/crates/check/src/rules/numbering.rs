//! **The numbers of the points run 1, 2, 3 … or … 3, 2, 1.**
//!
//! A gap or a number that comes twice tells a reader that something was cut in a hurry. The finding lies
//! on the first number that breaks the run; the fix numbers all points anew, in the direction that they
//! have, and with them what the text says about them by number.
//!
//! ```fires
//! # Three Signs Of Rain
//!
//! ## 1. Swallows
//!
//! They fly low.
//!
//! ## 2. Cows
//!
//! They lie down.
//!
//! ## «4». Knees
//!
//! They ache.
//! ```
//!
//! ```silent
//! # Three Signs Of Rain
//!
//! ## 3. Swallows
//!
//! They fly low.
//!
//! ## 2. Cows
//!
//! They lie down.
//!
//! ## 1. Knees
//!
//! They ache.
//! ```

use crate::reading::Reading;
use crate::{Finding, Fix, Rule, Severity};
use piece::{Point, operations};
use text::Span;

pub(crate) const RULE: Rule = Rule {
    name: "numbering",
    severity: Severity::Error,
    reason: "The numbers of the points leave nothing out and say nothing twice.",
    is_english: false,
    source: include_str!("numbering.rs"),
    look,
};

fn look(reading: &Reading<'_>) -> Vec<Finding> {
    let points = &reading.piece.points;
    let Some((point, expected)) = first_wrong(points) else { return Vec::new() };
    let renumber = operations::renumber(reading.text).ok().filter(|edits| !edits.is_empty());
    let fix = renumber.map(|edits| Fix { label: "Renumber the points".into(), edits, safe: true });
    let message = format!("This point is numbered {} where {expected} would follow.", point.number);
    vec![RULE.finding(digits(reading.source, point), message).with(fix)]
}

/// The first point that breaks the run, and the number that belongs there.
fn first_wrong(points: &[Point]) -> Option<(&Point, usize)> {
    let falls = points.windows(2).filter(|pair| pair[1].number < pair[0].number).count();
    let down = falls * 2 > points.len().saturating_sub(1);
    let expected = |index: usize| if down { points.len() - index } else { index + 1 };
    let mut numbered = points.iter().enumerate().map(|(index, point)| (point, expected(index)));
    numbered.find(|(point, expected)| point.number as usize != *expected)
}

/// The digits in a point's marker.
fn digits(source: &str, point: &Point) -> Span {
    let marker = point.marker.of(source);
    let is_digit = |it: char| it.is_ascii_digit();
    let start = marker.find(is_digit).unwrap_or(0);
    let end = marker.rfind(is_digit).map_or(marker.len(), |at| at + 1);
    Span { start: point.marker.start + start, end: point.marker.start + end }
}
