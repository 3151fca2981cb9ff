//! What happens on disk outside of the app, and what it means for a draft that is open.

use crate::commands::Lede;
use crate::desk::OpenDraft;
use crate::events::{self, Event};
use crate::wire::{Saved, Trouble};
use crate::{autosave, library};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use store::{OnDisk, Situation};
use tauri::{AppHandle, Manager};

/// Watches the library, or the folder of a draft from elsewhere, for as long as the app runs.
pub(crate) fn watch(app: &AppHandle, folder: &Path) {
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

/// Looks at a draft's file, again where it may only be so for a moment, and does what follows.
async fn look(app: &AppHandle, open: &Arc<OpenDraft>) {
    while let Some(look_again) = glance(app, open).await {
        tokio::time::sleep_until(look_again.into()).await;
    }
}

/// Reads the file and does what follows; gives the time of another look where one is called for.
async fn glance(app: &AppHandle, open: &Arc<OpenDraft>) -> Option<Instant> {
    let _disk = open.disk.lock().await;
    let path = open.path.clone();
    let bytes =
        tauri::async_runtime::spawn_blocking(move || std::fs::read(path).ok()).await.ok()?;
    let seen = open.sheet().changed_on_disk(bytes.as_deref());
    let trouble = |situation| Saved::NotSaved { trouble: Trouble::from(&situation) };
    match seen {
        OnDisk::ForNow { look_again } => return Some(look_again),
        OnDisk::Same | OnDisk::OwnSave => settled(app, open),
        OnDisk::Reload(offer) => {
            let offer = open.sheet().offer(&open.id, &offer, None);
            events::send(app, Event::DraftOffered { offer });
        }
        OnDisk::Conflict { theirs } => conflict(app, open, theirs).await,
        OnDisk::Vanished => {
            autosave::tell(app, open, trouble(Situation::Vanished(open.path.clone())));
        }
        OnDisk::NotText => {
            autosave::tell(app, open, trouble(Situation::NotUtf8(open.path.clone())));
        }
    }
    None
}

/// The file has what is known of it: one that had vanished may be back.
fn settled(app: &AppHandle, open: &Arc<OpenDraft>) {
    if !matches!(open.sheet().saved, Saved::NotSaved { .. }) {
        return;
    }
    let dirty = open.sheet().draft.is_dirty();
    autosave::tell(app, open, if dirty { Saved::Saving } else { Saved::Saved });
    open.changed.notify_one();
}

/// Mine stays in the window; theirs goes beside it before mine is written over it.
async fn conflict(app: &AppHandle, open: &Arc<OpenDraft>, theirs: Vec<u8>) {
    let path = open.path.clone();
    let hash = store::Hash::of(&theirs);
    let kept =
        tauri::async_runtime::spawn_blocking(move || store::conflict_copy(&path, &theirs)).await;
    match kept {
        Ok(Ok(copy)) => {
            open.sheet().draft.theirs_kept(hash);
            open.changed.notify_one();
            events::notice(app, Some(&open.id), &events::kept_beside(&copy));
        }
        Ok(Err(situation)) => {
            autosave::tell(app, open, Saved::NotSaved { trouble: Trouble::from(&situation) });
        }
        Err(_) => {}
    }
}
