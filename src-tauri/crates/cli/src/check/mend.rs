//! What `--fix` does to a text.

use super::{Checked, Desk, Place};
use crate::{arguments::EditsTo, carry_out::carry_out, out, refusal::Refusal, source::Source};
use std::path::Path;
use text::{Edit, Text};

/// Carries the safe fixes out, tells what became of which words, and looks at what is left.
pub(super) fn mend(
    source: Source,
    file: &Path,
    desk: &Desk,
    to: EditsTo,
) -> Result<Checked, Refusal> {
    let edits = check::mend(&source.text, desk);
    let done: Vec<String> = edits.iter().map(|edit| told(file, &source.text, edit)).collect();
    let mut text = source.text.clone();
    text.apply(&edits);
    carry_out(source, &edits, to, None)?;
    // Only now is it so.
    if !to.dry_run {
        done.iter().for_each(|line| out::say(line));
    }
    let findings = check::check(&text, desk);
    Ok(Checked { file: file.to_owned(), text, findings })
}

/// An edit in a line, with its place in the text as it was.
fn told(file: &Path, text: &Text, edit: &Edit) -> String {
    let Place { line, column } = Place::of(text, edit.start);
    let (was, is) = (edit.span().of(text.as_str()), &edit.insert);
    let done = match (was.is_empty(), is.is_empty()) {
        (true, _) => format!("“{is}” is put in"),
        (_, true) => format!("“{was}” is taken out"),
        _ => format!("“{was}” is now “{is}”"),
    };
    format!("{}:{line}:{column}: {}", file.display(), done.replace(['\n', '\r'], " "))
}
