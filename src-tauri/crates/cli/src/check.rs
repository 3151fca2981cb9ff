//! `lede check`: what a careful reader would say about drafts.

mod annotated;
mod desk;
#[cfg(feature = "grammar")]
mod grammar;
#[cfg(not(feature = "grammar"))]
#[path = "check/without_grammar.rs"]
mod grammar;
mod json;
mod mend;
mod place;
mod sarif;

use crate::{
    arguments::{Check, EditsTo, Findings},
    out,
    refusal::Refusal,
    source::Source,
};
use check::{Finding, Severity};
use desk::Desk;
use grammar::Grammar;
use jiff::{Zoned, civil::Date};
use place::Place;
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};
use store::Settings;
use text::{Edits, Text};

/// A text and what is found in it.
pub(crate) struct Checked {
    file: PathBuf,
    text: Text,
    findings: Vec<Finding>,
}

impl Checked {
    /// The text after an operation on its points, and what speaks of others now.
    pub(crate) fn moved(file: &Path, before: &Text, edits: &Edits) -> Self {
        let findings = check::moved(before, edits);
        let mut text = before.clone();
        text.apply(edits);
        Self { file: file.to_owned(), text, findings }
    }

    /// Says it beside the result, as a check would.
    pub(crate) fn say(self) {
        if self.findings.is_empty() {
            return;
        }
        let checked = [self];
        out::print_aside(&annotated::annotated(&checked));
        out::say(&counts(&checked));
    }
}

/// Prints the findings of each file, and with `--fix` mends what is safe to mend before. A file that
/// cannot be read or written is told of, and the others are checked all the same.
pub(crate) fn check(asked: &Check, date: Option<Date>) -> Result<ExitCode, Refusal> {
    if asked.dry_run && asked.files.len() > 1 {
        return Err(Refusal::new("A dry run prints the edits of one text. Name one FILE."));
    }
    let today = date.unwrap_or_else(|| Zoned::now().date());
    // Settings that cannot be read say nothing of how long a point is to be, and hold up no check.
    let wanted = Settings::read().unwrap_or_default();
    let mut grammar = if asked.grammar { Some(Grammar::load()?) } else { None };
    let mut checked = Vec::new();
    for file in &asked.files {
        match look(asked, file, today, &wanted, grammar.as_mut()) {
            Ok(it) => checked.push(it),
            Err(refusal) => out::say(&refusal.to_string()),
        }
    }
    // The edits are the one result of a dry run.
    if !asked.dry_run {
        report(asked, &checked)?;
    }
    Ok(status(checked.len() < asked.files.len(), &checked))
}

fn status(some_refused: bool, checked: &[Checked]) -> ExitCode {
    let found_error = count(checked, Severity::Error) > 0;
    ExitCode::from(if some_refused { 2 } else { u8::from(found_error) })
}

/// Checks one file, mended or as it is.
fn look(
    asked: &Check,
    file: &Path,
    today: Date,
    wanted: &Settings,
    grammar: Option<&mut Grammar>,
) -> Result<Checked, Refusal> {
    let source = Source::read(file)?;
    let desk = Desk::of(file, today, wanted.goals);
    let mut checked = if asked.fix {
        mend::mend(source, file, &desk, EditsTo { dry_run: asked.dry_run })?
    } else {
        let findings = check::check(&source.text, &desk);
        Checked { file: file.to_owned(), text: source.text, findings }
    };
    // They are remarks, and stand below what a reader would call a mistake.
    checked.findings.extend(grammar.into_iter().flat_map(|it| it.findings(&checked.text)));
    Ok(checked)
}

/// Prints the findings; on standard error where standard output has the mended text.
fn report(asked: &Check, checked: &[Checked]) -> Result<(), Refusal> {
    let report = match asked.format {
        Findings::Text => annotated::annotated(checked),
        Findings::Json => json::json(checked),
        Findings::Sarif => sarif::sarif(checked),
    };
    if asked.fix && asked.files.iter().any(|file| file == Path::new("-")) {
        out::print_aside(&report);
    } else {
        out::print(&report)?;
    }
    if asked.format == Findings::Text && !report.is_empty() {
        out::say(&counts(checked));
    }
    Ok(())
}

/// How many findings of each severity there are, as in “1 error, 2 warnings”.
fn counts(checked: &[Checked]) -> String {
    let severities = [Severity::Error, Severity::Warning, Severity::Info];
    let counted = severities.map(|severity| (count(checked, severity), severity.name()));
    let said = counted.iter().filter(|(count, _)| *count > 0).map(|(count, name)| {
        // There is no plural of “info”.
        let plural = if *count == 1 || *name == "info" { "" } else { "s" };
        format!("{count} {name}{plural}")
    });
    said.collect::<Vec<_>>().join(", ")
}

fn count(checked: &[Checked], severity: Severity) -> usize {
    let findings = checked.iter().flat_map(|it| &it.findings);
    findings.filter(|finding| finding.severity == severity).count()
}
