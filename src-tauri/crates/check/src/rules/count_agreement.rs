//! **A number that counts the points is the number of points.**
//!
//! A title that promises five and a list that has four is the mistake that readers write in about. What
//! counts is how many numbered headings there are, whatever their numbers. Read are the number in the
//! title, counts of them all ("these five signs", "both"), parts of them that are larger than the whole
//! ("the first six"), and single ones that are not there ("the sixth sign", "point 6"). The finding lies
//! on the number, and the fix writes the right one in the same form and case.
//!
//! ```fires
//! # «Three» Signs Of Rain
//!
//! These «three» signs are never wrong, and the «third» sign least of all.
//!
//! ## 1. Swallows
//!
//! They fly low.
//!
//! ## 2. Cows
//!
//! They lie down.
//! ```
//!
//! ```silent
//! # Two Signs Of Rain
//!
//! It has not rained for three weeks, but both signs are there.
//!
//! ## 1. Swallows
//!
//! They fly low.
//!
//! ## 2. Cows
//!
//! They lie down.
//! ```

use crate::reading::Reading;
use crate::{Finding, Fix, Rule, Severity};
use piece::{Counting, CountingPhrase};
use text::{Edit, Edits};

pub(crate) const RULE: Rule = Rule {
    name: "count-agreement",
    severity: Severity::Error,
    reason: "What the text says about the number of its points is so.",
    is_english: true,
    source: include_str!("count_agreement.rs"),
    look,
};

fn look(reading: &Reading<'_>) -> Vec<Finding> {
    if reading.piece.points.is_empty() {
        return Vec::new();
    }
    let phrases = reading.piece.counting_phrases(reading.source);
    let wrong = phrases.into_iter().filter(|phrase| is_wrong(reading, phrase));
    let mut findings: Vec<Finding> = wrong.map(|phrase| finding(reading, &phrase)).collect();
    offer_all(&mut findings);
    findings
}

fn is_wrong(reading: &Reading<'_>, phrase: &CountingPhrase) -> bool {
    let points = &reading.piece.points;
    let value = phrase.value as usize;
    match phrase.kind {
        Counting::Whole => value != points.len(),
        Counting::Subset(_) | Counting::Ordinal => value > points.len(),
        // A gap in the numbers is the matter of another rule.
        Counting::Reference { .. } => {
            value > points.len() && points.iter().all(|point| point.number != phrase.value)
        }
    }
}

fn finding(reading: &Reading<'_>, phrase: &CountingPhrase) -> Finding {
    let points = reading.piece.points.len();
    let has = format!("the piece has {points} {}", if points == 1 { "point" } else { "points" });
    let said = phrase.number.of(reading.source);
    let message = match phrase.kind {
        Counting::Whole => format!("This says “{said}”, but {has}."),
        Counting::Subset(_) => format!("This speaks of {} points, but {has}.", phrase.value),
        Counting::Ordinal => format!("There is no “{said}” here: {has}."),
        Counting::Reference { .. } => format!("There is no point {}: {has}.", phrase.value),
    };
    let is_reference = matches!(phrase.kind, Counting::Reference { .. });
    let right = u32::try_from(points).ok().filter(|_| !is_reference);
    let edit = right.and_then(|right| phrase.saying(reading.source, right));
    // Which point was meant by one that is not there, only the writer knows.
    let safe = phrase.kind == Counting::Whole;
    let fix = |edit: Edit| Fix::one(format!("Change to “{}”", edit.insert), edit, safe);
    RULE.finding(phrase.number, message).with(edit.map(fix))
}

/// Of more findings than these only the first offers to change them all: each would hold the edits of all.
const MANY: usize = 64;

/// Where several counts are wrong, each offers to change them all.
fn offer_all(findings: &mut [Finding]) {
    let fixes = findings.iter().filter_map(|finding| finding.fixes.first());
    let edits: Vec<Edit> =
        fixes.filter(|fix| fix.safe).flat_map(|fix| fix.edits.iter().cloned()).collect();
    let count = edits.len();
    let Some(edits) = Edits::new(edits).ok().filter(|_| count > 1) else { return };
    let offering = if count > MANY { 1 } else { count };
    let wrong = findings.iter_mut().filter(|it| it.fixes.first().is_some_and(|fix| fix.safe));
    for finding in wrong.take(offering) {
        let label = format!("Change all {count} counts");
        finding.fixes.push(Fix { label, edits: edits.clone(), safe: false });
    }
}
