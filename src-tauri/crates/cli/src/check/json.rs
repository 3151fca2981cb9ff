//! Findings for programs.

use super::{Checked, Place};
use crate::carry_out::Edit;
use serde::Serialize;

/// The findings on the wire.
#[derive(Serialize)]
struct Report<'a> {
    findings: Vec<Finding<'a>>,
}

/// A finding on the wire: bytes of the file, and a place for people.
#[derive(Serialize)]
struct Finding<'a> {
    file: String,
    rule: &'a str,
    severity: &'a str,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    message: &'a str,
    fixes: Vec<Fix<'a>>,
}

/// A fix on the wire.
#[derive(Serialize)]
struct Fix<'a> {
    label: &'a str,
    edits: Vec<Edit<'a>>,
}

impl<'a> Finding<'a> {
    fn of(checked: &'a Checked, finding: &'a check::Finding) -> Self {
        let Place { line, column } = Place::of(&checked.text, finding.span.start);
        Self {
            file: checked.file.display().to_string(),
            rule: finding.rule,
            severity: finding.severity.name(),
            start: finding.span.start.0,
            end: finding.span.end.0,
            line,
            column,
            message: &finding.message,
            fixes: finding.fixes.iter().map(Fix::of).collect(),
        }
    }
}

impl<'a> Fix<'a> {
    fn of(fix: &'a check::Fix) -> Self {
        Self { label: &fix.label, edits: fix.edits.iter().map(Edit::of).collect() }
    }
}

/// The findings as a line of JSON.
pub(super) fn json(checked: &[Checked]) -> String {
    let of = |it| move |finding| Finding::of(it, finding);
    let findings = checked.iter().flat_map(|it| it.findings.iter().map(of(it)));
    // Numbers and strings always have a JSON form.
    serde_json::to_string(&Report { findings: findings.collect() }).unwrap_or_default() + "\n"
}
