//! What happens on disk outside of the app, and what it means for a draft that is open.

use crate::commands::Lede;
use crate::desk::OpenDraft;
use crate::events::{self, Event};
use crate::wire::{Offer, Saved, Trouble};
use crate::{autosave, library};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use store::{OnDisk, Situation};
use tauri::{AppHandle, Manager};

/// A file seen empty or gone for less than this is not believed: many programs save that way.
const BELIEVED: Duration = Duration::from_secs(2);

/// Watches the library, or the folder of a draft from elsewhere, for as long as the app runs.
pub fn watch(app: &AppHandle, folder: &Path) {
    let told = app.clone();
    let watching = store::watch(folder, move |event| happened(&told, event.path()));
    match watching {
        Ok(watcher) => app.state::<Lede>().keep_watching(folder, watcher),
        Err(situation) => events::notice(app, None, &situation.to_string()),
    }
}

/// Something happened to this path, or to anything when there is none.
fn happened(app: &AppHandle, path: Option<&Path>) {
    library::refresh(app);
    for open in app.state::<Lede>().desk.all() {
        if path.is_none_or(|path| path == open.path || open.path.starts_with(path)) {
            let app = app.clone();
            tauri::async_runtime::spawn(async move { look(&app, &open).await });
        }
    }
}

/// Looks at a draft's file and does what follows.
async fn look(app: &AppHandle, open: &Arc<OpenDraft>) {
    if !glance(app, open, false).await {
        tokio::time::sleep(BELIEVED).await;
        glance(app, open, true).await;
    }
}

/// Reads the file and does what follows; false when it is empty or gone and that is to be seen twice.
async fn glance(app: &AppHandle, open: &Arc<OpenDraft>, believed: bool) -> bool {
    let _disk = open.disk.lock().await;
    let path = open.path.clone();
    let read = tauri::async_runtime::spawn_blocking(move || std::fs::read(path)).await;
    let Ok(bytes) = read.map_err(|_| ()).and_then(|read| read.map_err(|_| ())) else {
        if believed {
            let trouble = Trouble::from(Situation::Vanished(open.path.clone()));
            autosave::tell(app, open, Saved::NotSaved { trouble });
        }
        return believed;
    };
    let seen = open.sheet().draft.changed_on_disk(&bytes, believed);
    match seen {
        OnDisk::Unchanged => back(app, open),
        OnDisk::EmptiedForNow => return false,
        OnDisk::Reload(offer) => {
            let offer = Offer::new(&open.id, &offer, None);
            events::send(app, Event::DraftOffered { offer });
        }
        OnDisk::Conflict(theirs) => conflict(app, open, theirs).await,
        OnDisk::NotText => {
            let trouble = Trouble::from(Situation::NotUtf8(open.path.clone()));
            autosave::tell(app, open, Saved::NotSaved { trouble });
        }
    }
    true
}

/// A file that had vanished is there again as it was.
fn back(app: &AppHandle, open: &Arc<OpenDraft>) {
    let dirty = open.sheet().draft.is_dirty();
    if dirty {
        open.changed.notify_one();
    } else {
        autosave::tell(app, open, Saved::Saved);
    }
}

/// Mine stays in the window; theirs goes beside it before mine is written over it.
async fn conflict(app: &AppHandle, open: &Arc<OpenDraft>, theirs: Vec<u8>) {
    let path = open.path.clone();
    let hash = store::Hash::of(&theirs);
    let kept = tauri::async_runtime::spawn_blocking(move || store::keep_beside(&path, &theirs)).await;
    match kept {
        Ok(Ok(copy)) => {
            open.sheet().draft.rebase(hash);
            open.changed.notify_one();
            events::notice(app, Some(&open.id), &events::kept_beside(&copy));
        }
        Ok(Err(situation)) => {
            autosave::tell(app, open, Saved::NotSaved { trouble: Trouble::from(&situation) });
        }
        Err(_) => {}
    }
}
