//! `lede replace`: other words in all drafts.

use crate::arguments::{EditsTo, Within};
use crate::{carry_out::Edit, history::with_snapshots, library::library, out, refusal::Refusal};
use jiff::Timestamp;
use serde::Serialize;
use store::{Query, Replacement, Texts};

/// Replaces in one draft after the other and prints how often, or prints the edits only.
pub(crate) fn replace(
    query: &Query,
    with: &str,
    within: &Within,
    to: EditsTo,
) -> Result<(), Refusal> {
    let replacements = library(within)?.replacements(query, with, &Texts::default())?;
    if to.dry_run {
        return out::print(&as_json(&replacements));
    }
    if replacements.is_empty() {
        out::say("No draft has it.");
        return Ok(());
    }
    with_snapshots(|snapshots| {
        let saves = replacements.iter().map(|replacement| {
            let saved = replacement.carry_out(snapshots, Timestamp::now())?;
            Ok((replacement, saved))
        });
        // What was done is told even if the next draft refuses.
        let (saved, refused): (Vec<_>, Vec<_>) = saves.partition(Result::is_ok);
        for (replacement, saved) in saved.into_iter().flatten() {
            out::print(&format!("{}: {}\n", replacement.path.display(), replacement.hits.len()))?;
            out::finish(&replacement.path, saved)?;
        }
        refused.into_iter().find_map(Result::err).map_or(Ok(()), Err)
    })
}

/// The edits of a draft on the wire.
#[derive(Serialize)]
struct Draft<'a> {
    file: String,
    edits: Vec<Edit<'a>>,
}

fn as_json(replacements: &[Replacement]) -> String {
    let drafts = replacements.iter().map(|replacement| Draft {
        file: replacement.path.display().to_string(),
        edits: replacement.edits.iter().map(Edit::of).collect(),
    });
    // Numbers and strings always have a JSON form.
    serde_json::to_string(&drafts.collect::<Vec<_>>()).unwrap_or_default() + "\n"
}
