//! Findings for code scanning: SARIF, version 2.1.0.

use super::{Checked, Place};
use check::{Finding, Fix, Rule, Severity};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
use serde_json::{Value, json};
use std::path::Path;
use text::{Edit, Span, Text};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// What stands for itself in the path of an address.
const PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The findings as a line of SARIF.
pub(super) fn sarif(checked: &[Checked]) -> String {
    let of = |it| move |finding| result(it, finding);
    let results = checked.iter().flat_map(|it| it.findings.iter().map(of(it)));
    let run = json!({
        "tool": { "driver": driver() },
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": results.collect::<Vec<Value>>(),
    });
    json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] }).to_string() + "\n"
}

fn driver() -> Value {
    let rules: Vec<Value> = check::rules().iter().map(rule).collect();
    json!({ "name": "Lede", "version": env!("CARGO_PKG_VERSION"), "rules": rules })
}

fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.name,
        "shortDescription": { "text": rule.reason },
        "fullDescription": { "text": prose(&rule.manual()) },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

/// What a manual says before its examples, in one line without markup.
fn prose(manual: &str) -> String {
    let prose = manual.split("```fires").next().unwrap_or_default().replace("**", "");
    prose.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn result(checked: &Checked, finding: &Finding) -> Value {
    // The format's own -1 says that a rule is not among those of the driver, as grammar's are not.
    let index = check::rules().iter().position(|rule| rule.name == finding.rule);
    let index = index.map_or(json!(-1), |index| json!(index));
    let artifact = json!({ "uri": uri(&checked.file) });
    let region = region(&checked.text, finding.span);
    // A fix has to change something.
    let fixes = finding.fixes.iter().filter(|fix| !fix.edits.is_empty());
    json!({
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": level(finding.severity),
        "message": { "text": literal(&finding.message) },
        "locations": [{ "physicalLocation": { "artifactLocation": artifact, "region": region } }],
        "fixes": fixes.map(|it| fix(&checked.text, &artifact, it)).collect::<Vec<Value>>(),
    })
}

/// A message in which braces are no placeholders.
fn literal(message: &str) -> String {
    message.replace('{', "{{").replace('}', "}}")
}

/// A path as an address: one from the root with its scheme, another relative to where the command ran.
fn uri(file: &Path) -> String {
    let path = percent_encode(file.as_os_str().as_encoded_bytes(), PATH);
    if file.is_absolute() { format!("file://{path}") } else { path.to_string() }
}

fn region(text: &Text, span: Span) -> Value {
    let (start, end) = (Place::of(text, span.start), Place::of(text, span.end));
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "byteOffset": span.start.0,
        "byteLength": span.len(),
    })
}

fn fix(text: &Text, artifact: &Value, fix: &Fix) -> Value {
    let replacement = |edit: &Edit| {
        let deleted = region(text, edit.span());
        json!({ "deletedRegion": deleted, "insertedContent": { "text": edit.insert } })
    };
    let replacements: Vec<Value> = fix.edits.iter().map(replacement).collect();
    json!({
        "description": { "text": fix.label },
        "artifactChanges": [{ "artifactLocation": artifact, "replacements": replacements }],
    })
}
