//! What happens on disk, as an app takes it that is broken on purpose: it stands where `disk` stands, so
//! that nothing of it is in the app that people use. `LEDE_BROKEN` says which of two well-known editors
//! it is.

// What is right about the window's side of an offer stays right.
#[allow(dead_code, reason = "the rest of it is what is broken here")]
#[path = "../disk.rs"]
mod right;

use crate::commands::Lede;
use crate::desk::OpenDraft;
use crate::library;
use crate::wire::Trouble;
pub(crate) use right::bring;
use std::path::Path;
use std::sync::Arc;
use store::{Base, Hash, OnDisk};
use tauri::{AppHandle, Manager};

/// How it is broken.
#[derive(Clone, Copy, PartialEq)]
enum Broken {
    /// It never looks at an open file again and writes over whatever stands there.
    OverlooksOthers,
    /// It takes over whatever stands there, whatever was typed meanwhile, and keeps nothing.
    TheirsWins,
}

impl Broken {
    fn asked() -> Self {
        match std::env::var("LEDE_BROKEN").as_deref() {
            Ok("overlooks-others") => Self::OverlooksOthers,
            Ok("theirs-wins") => Self::TheirsWins,
            // To be broken in no way would pass for a case that cannot fail.
            other => panic!("LEDE_BROKEN is overlooks-others or theirs-wins, not {other:?}"),
        }
    }
}

/// Watches a folder for the list's sake, and for the drafts' only where theirs win.
pub(crate) fn watch(app: &AppHandle, folder: &Path) {
    let (told, broken) = (app.clone(), Broken::asked());
    let watching = store::watch(folder, move |_| {
        library::refresh(&told);
        if broken == Broken::TheirsWins {
            for open in told.state::<Lede>().desk.all() {
                let app = told.clone();
                tauri::async_runtime::spawn(async move { take_over(&app, &open).await });
            }
        }
    });
    if let Ok(watcher) = watching {
        app.state::<Lede>().keep_watching(folder, watcher);
    }
}

/// Brings in what stands in the file as if all of mine had been saved before.
async fn take_over(app: &AppHandle, open: &Arc<OpenDraft>) {
    let _disk = open.disk.lock().await;
    let Ok(theirs) = std::fs::read(&open.path) else { return };
    let seen = {
        let mut sheet = open.sheet();
        if sheet.draft.base().is_some_and(|base| base.hash == Hash::of(&theirs)) {
            return;
        }
        let (version, _) = sheet.draft.to_save();
        sheet.draft.saved(version);
        sheet.changed_on_disk(Some(&theirs))
    };
    if let OnDisk::Reload(offer) = seen {
        bring(app, open, &offer, None);
    }
}

/// Drops what a save brought out of the file, or takes all of it in place of mine.
pub(crate) async fn take_in(app: &AppHandle, open: &Arc<OpenDraft>, _: Option<&Base>, copy: &Path) {
    if Broken::asked() == Broken::TheirsWins
        && let Ok(theirs) = std::fs::read_to_string(copy)
    {
        let mine = open.sheet().draft.text().as_str().to_owned();
        let merged = open.sheet().merge(Some(&mine), &theirs);
        if let Ok(merged) = merged {
            bring(app, open, &merged.offer, None);
        }
    }
    let _gone = std::fs::remove_file(copy);
}

/// "Merges" a conflict copy in the same way.
pub(crate) async fn merge_copy(app: &AppHandle, draft: &str, copy: &str) -> Result<(), Trouble> {
    let lede = app.state::<Lede>();
    let open = lede.desk.get(draft).ok_or_else(Trouble::closed)?;
    take_in(app, &open, None, &lede.path(copy)?).await;
    library::refresh(app);
    Ok(())
}
