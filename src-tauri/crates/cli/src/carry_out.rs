//! What becomes of a command's edits.

use crate::{arguments::EditsTo, history, out, refusal::Refusal, source::Source};
use serde::Serialize;
use store::Why;
use text::Edits;

/// An edit on the wire: bytes of the old text, and what replaces them.
#[derive(Serialize)]
pub(crate) struct Edit<'a> {
    start: usize,
    end: usize,
    insert: &'a str,
}

impl<'a> Edit<'a> {
    pub(crate) fn of(edit: &'a text::Edit) -> Self {
        Self { start: edit.start.0, end: edit.end.0, insert: &edit.insert }
    }
}

/// Saves the edited text as the app does, prints it if it came from standard input, or prints only
/// the edits. With a reason, the text is kept as a snapshot before it is saved over.
pub(crate) fn carry_out(
    source: Source,
    edits: &Edits,
    to: EditsTo,
    keep: Option<Why>,
) -> Result<(), Refusal> {
    if to.dry_run {
        return out::print(&json(edits));
    }
    let edited = edits.apply(source.text.as_str());
    match source.file {
        None => out::print(&edited),
        Some(_) if edits.is_empty() => Ok(()),
        Some((path, base)) => {
            if let Some(why) = keep {
                history::keep(&path, source.text.as_str(), why)?;
            }
            let saved = store::save(&path, Some(base), edited.as_bytes())?;
            out::finish(&path, saved)
        }
    }
}

/// The edits as a line of JSON.
pub(crate) fn json(edits: &Edits) -> String {
    let edits: Vec<Edit<'_>> = edits.iter().map(Edit::of).collect();
    // Numbers and strings always have a JSON form.
    serde_json::to_string(&edits).unwrap_or_default() + "\n"
}
