//! `lede restore`: an earlier text comes back.

use crate::{
    arguments::EditsTo,
    carry_out,
    history::{keep_in, listed, local, with_snapshots},
    out,
    refusal::Refusal,
};
use std::path::Path;
use store::{Opened, Situation, Snapshot, SnapshotId, Snapshots, Why};

/// Writes the text of a snapshot over the draft as the app does, or prints the edits that lead there.
/// A draft that is gone comes back.
pub(crate) fn restore(file: &Path, id: SnapshotId, to: EditsTo) -> Result<(), Refusal> {
    with_snapshots(|snapshots| {
        let list = listed(snapshots, file)?;
        let Some(wanted) = list.into_iter().find(|snapshot| snapshot.id == id) else {
            let name = file.display();
            return Err(Refusal::new(format!(
                "There is no snapshot {id} of {name}. See lede history {name}."
            )));
        };
        let then = snapshots.text(id)?;
        let now = match store::open(file) {
            Ok(opened) => Some(opened),
            Err(Situation::Missing(_)) => None,
            Err(situation) => return Err(situation.into()),
        };
        if to.dry_run {
            let now = now.as_ref().map_or("", |now| now.text.as_str());
            return out::print(&carry_out::json(&text::diff(now, &then)));
        }
        if now.as_ref().is_some_and(|now| now.hash == wanted.hash) {
            out::say(&format!("{} already has the text of snapshot {id}.", file.display()));
            return Ok(());
        }
        write(snapshots, file, now.as_ref(), &then).map(|kept| out::say(&told(file, &wanted, kept)))
    })
}

/// Saves `then` over the present text, and returns the snapshot that this one is kept as.
fn write(
    snapshots: &Snapshots,
    file: &Path,
    now: Option<&Opened>,
    then: &str,
) -> Result<Option<SnapshotId>, Refusal> {
    let keep = |now: &Opened| keep_in(snapshots, file, now.text.as_str(), Why::BeforeRestore);
    let kept = now.map(keep).transpose()?.flatten();
    let saved = store::save(file, now.map(|now| now.hash), then.as_bytes())?;
    out::finish(file, saved)?;
    Ok(kept)
}

fn told(file: &Path, wanted: &Snapshot, kept: Option<SnapshotId>) -> String {
    let back = format!("{} is as it was on {}.", file.display(), local(wanted.at));
    match kept {
        Some(kept) => format!("{back} What it was before is snapshot {kept}."),
        None => back,
    }
}
