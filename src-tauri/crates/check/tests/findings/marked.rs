//! Texts with the findings that are expected in them marked: `«…»` stands around each.

use check::{Finding, World};
use jiff::civil::{Date, date};
use text::{Edits, Text};

/// A world in which it is 25 November 2026 and the one picture is `there.png`.
pub(crate) struct Desk;

impl World for Desk {
    fn today(&self) -> Date {
        date(2026, 11, 25)
    }

    fn local_file_exists(&self, destination: &str) -> Option<bool> {
        Some(destination == "there.png")
    }
}

/// What is found in a text.
pub(crate) fn check(source: &str) -> Vec<Finding> {
    check::check(&Text::new(source.to_owned()), &Desk)
}

/// The edits that mend a text.
pub(crate) fn mend(source: &str) -> Edits {
    check::mend(&Text::new(source.to_owned()), &Desk)
}

/// What one rule finds in a text.
pub(crate) fn check_by(rule: &str, source: &str) -> Vec<Finding> {
    check(source).into_iter().filter(|finding| finding.rule == rule).collect()
}

/// A text without its marks.
pub(crate) fn unmarked(text: &str) -> String {
    text.replace(['«', '»'], "")
}

/// A text with a mark around each finding.
pub(crate) fn marked(source: &str, findings: &[Finding]) -> String {
    let spans = findings.iter().map(|finding| finding.span);
    let mut marks: Vec<(usize, usize, char)> = spans
        .flat_map(|span| {
            [(span.start.0, 1, '«'), (span.end.0, usize::from(span.is_empty()) * 2, '»')]
        })
        .collect();
    marks.sort_unstable();
    let mut text = source.to_owned();
    for (at, _, mark) in marks.into_iter().rev() {
        text.insert(at, mark);
    }
    text
}

/// Holds one rule to a text in which all that it should find is marked.
#[track_caller]
pub(crate) fn assert_finds(rule: &str, text: &str) {
    let source = unmarked(text);
    assert_eq!(marked(&source, &check_by(rule, &source)), text, "{rule}");
}
