//! **What speaks of certain points still speaks of them after they have moved.**
//!
//! A point is moved, added or removed, and numbers follow: headings, "point 4", "the third sign", "these
//! five signs". "The first two of them" cannot follow. It is still a true count, but of other points, and
//! whether that is what the writer means nobody else can say. So the text stays as it is, and the finding
//! names the points that were meant before and are meant now. It lies on the number. A number that names
//! a point which is gone is found as well.
//!
//! Found when a command changes the points, not in a text by itself. With the cows put before the
//! swallows:
//!
//! ```before
//! # Three Signs Of Rain
//!
//! The first two are old, and the third sign is new.
//!
//! ## 1. Swallows
//!
//! They fly low.
//!
//! ## 2. Smoke
//!
//! It stays in the yard.
//!
//! ## 3. Cows
//!
//! They lie down.
//! ```
//!
//! ```after
//! # Three Signs Of Rain
//!
//! The first «two» are old, and the first sign is new.
//!
//! ## 1. Cows
//!
//! They lie down.
//!
//! ## 2. Swallows
//!
//! They fly low.
//!
//! ## 3. Smoke
//!
//! It stays in the yard.
//! ```

use crate::{Finding, Rule, Severity};
use piece::{ChangedMeaning, Counting, changed_meaning};
use text::{Edits, Span, Text};

/// The rule by which a change of the points is judged. It stands beside [`crate::rules`]: these look at
/// one text, and it takes two to see that something has moved.
pub const SHIFTED_REFERENCE: Rule = Rule {
    name: "shifted-reference",
    severity: Severity::Warning,
    reason: "What speaks of certain points still speaks of them after they have moved.",
    is_english: true,
    source: include_str!("moved.rs"),
    look: |_| Vec::new(),
};

/// What an operation on the points of `before` leaves speaking of other points than it did: its `edits`
/// are those of the operation, numbers that follow included. The findings lie in the text after it, in
/// its order, and have no fixes.
pub fn moved(before: &Text, edits: &Edits) -> Vec<Finding> {
    let after = edits.apply(before.as_str());
    let changed = changed_meaning(before.as_str(), &after).into_iter();
    changed.map(|it| SHIFTED_REFERENCE.finding(it.phrase.number, message(&after, &it))).collect()
}

/// As [`moved`], for a text that has been written on: `since` leads from `before` to the text as it is now.
/// A phrase that was itself rewritten meanwhile is left out, whoever did it: it says what it is meant to.
pub fn moved_since(before: &Text, since: &Edits) -> Vec<Finding> {
    let mut found = moved(before, since);
    found.retain(|finding| !is_rewritten(finding.span, since));
    found
}

/// Whether edits touch what stands at `span` in the text after them.
fn is_rewritten(span: Span, edits: &Edits) -> bool {
    let mut grown: isize = 0;
    edits.iter().any(|edit| {
        let start = edit.start.0.wrapping_add_signed(grown);
        let end = start + edit.insert.len();
        grown += edit.insert.len() as isize - edit.span().len() as isize;
        start < span.end.0 && end > span.start.0
    })
}

fn message(after: &str, changed: &ChangedMeaning) -> String {
    let said = said(after, changed);
    if changed.after.is_empty() {
        return format!("{said} meant {}, and now means no point.", list(&changed.before));
    }
    if changed.before.len().max(changed.after.len()) <= READABLE {
        let (before, now) = (list(&changed.before), list(&changed.after));
        return format!("{said} meant {before}, and now means {now}.");
    }
    let (lost, gained) = differences(&changed.before, &changed.after);
    match (lost.is_empty(), gained.is_empty()) {
        (true, _) => format!("{said} now means {} as well.", list(&gained)),
        (_, true) => format!("{said} no longer means {}.", list(&lost)),
        _ => format!("{said} now means {} instead of {}.", list(&gained), list(&lost)),
    }
}

/// So many headings are read at a glance. Of more, only those are listed that differ.
const READABLE: usize = 4;

/// The headings that were meant and are no more, and those that were not and are.
fn differences(before: &[String], after: &[String]) -> (Vec<String>, Vec<String>) {
    let without = |these: &[String], others: &[String]| -> Vec<String> {
        these.iter().filter(|heading| !others.contains(heading)).cloned().collect()
    };
    (without(before, after), without(after, before))
}

/// The phrase as a message calls it: a reference by its number, any other by its words.
fn said(source: &str, changed: &ChangedMeaning) -> String {
    let phrase = &changed.phrase;
    if let Counting::Reference { opens_range } = phrase.kind {
        return format!(
            "{} {}",
            if opens_range { "The range from point" } else { "Point" },
            phrase.value
        );
    }
    let before = &source[..phrase.number.start.0];
    let word = before.strip_suffix([' ', '\n']).map_or("", |before| {
        let word = before.rsplit(|it: char| !it.is_alphabetic()).next();
        word.unwrap_or_default()
    });
    let number = phrase.number.of(source);
    let space = if word.is_empty() { "" } else { " " };
    format!("“{word}{space}{number}”")
}

/// Headings in a row, each in quotes.
fn list(headings: &[String]) -> String {
    let (listed, left) = headings.split_at(headings.len().min(READABLE));
    let mut quoted: Vec<String> =
        listed.iter().map(|heading| format!("“{}”", shortened(heading))).collect();
    match left.len() {
        0 => {}
        1 => quoted.push("one more".to_owned()),
        more => quoted.push(format!("{more} more")),
    }
    let last = quoted.pop().unwrap_or_default();
    if quoted.is_empty() { last } else { format!("{} and {last}", quoted.join(", ")) }
}

/// So much of a heading tells it from the others.
const TELLING: usize = 32;

/// A heading in one line, cut between words where it is long.
fn shortened(heading: &str) -> String {
    let mut words = heading.split_whitespace();
    let mut short = words.next().unwrap_or_default().to_owned();
    for word in words {
        if short.chars().count() + word.chars().count() >= TELLING {
            return short + "…";
        }
        short.extend([" ", word]);
    }
    short
}
