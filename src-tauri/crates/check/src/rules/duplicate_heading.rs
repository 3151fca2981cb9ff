//! **No two points have the same heading.**
//!
//! Whoever copies a point to have its form, and is called to the telephone, publishes its heading twice.
//! Capitals and spaces make no difference. The finding lies on the second.
//!
//! ```fires
//! # Two Signs Of Rain
//!
//! ## 1. The Swallows
//!
//! They fly low.
//!
//! ## 2. «The swallows»
//!
//! They lie down.
//! ```
//!
//! ```silent
//! # Two Signs Of Rain
//!
//! ## 1. The Swallows
//!
//! ### The swallows
//!
//! They fly low.
//!
//! ## 2. The Swallows Again
//!
//! They fly lower.
//! ```

use crate::reading::Reading;
use crate::{Finding, Rule, Severity};
use std::collections::HashMap;

pub(crate) const RULE: Rule = Rule {
    name: "duplicate-heading",
    severity: Severity::Warning,
    reason: "Every point has a heading of its own.",
    is_english: false,
    source: include_str!("duplicate_heading.rs"),
    look,
};

fn look(reading: &Reading<'_>) -> Vec<Finding> {
    let mut first: HashMap<String, u32> = HashMap::new();
    let mut findings = Vec::new();
    for point in &reading.piece.points {
        let words = point.heading.of(reading.source).split_whitespace().map(str::to_lowercase);
        let heading = words.collect::<Vec<_>>().join(" ");
        if heading.is_empty() {
            continue;
        }
        match first.get(&heading) {
            Some(number) => {
                let message = format!("Point {number} has the same heading.");
                findings.push(RULE.finding(point.heading, message));
            }
            None => {
                first.insert(heading, point.number);
            }
        }
    }
    findings
}
