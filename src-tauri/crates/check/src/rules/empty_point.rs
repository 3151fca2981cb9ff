//! **A point has a heading and a body.**
//!
//! A heading with nothing under it was meant to be written, and a body under a bare number was meant to be
//! named; both go out unnoticed at ten to six. The finding lies on the heading.
//!
//! ```fires
//! # Two Signs Of Rain
//!
//! ## 1. «Swallows»
//!
//! «## 2.»
//!
//! They lie down.
//! ```
//!
//! ```silent
//! # Two Signs Of Rain
//!
//! ## 1. Swallows
//!
//! They fly low.
//!
//! ## 2. Cows
//!
//! - They lie down.
//! ```

use crate::reading::Reading;
use crate::{Finding, Rule, Severity};
use piece::Point;

pub(crate) const RULE: Rule = Rule {
    name: "empty-point",
    severity: Severity::Error,
    reason: "Every point has a heading and something under it.",
    is_english: false,
    source: include_str!("empty_point.rs"),
    look,
};

fn look(reading: &Reading<'_>) -> Vec<Finding> {
    let points = reading.piece.points.iter().enumerate();
    let empty = points.filter_map(|(index, point)| {
        let message = format!("Point {} has {}.", point.number, lacking(point)?);
        Some(RULE.finding(reading.heading_span(index), message))
    });
    empty.collect()
}

fn lacking(point: &Point) -> Option<&'static str> {
    match (point.heading.is_empty(), point.body.is_empty()) {
        (true, true) => Some("neither heading nor body"),
        (true, false) => Some("no heading"),
        (false, true) => Some("no body"),
        (false, false) => None,
    }
}
