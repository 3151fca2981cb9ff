//! What happens on disk outside of the app, and what it means for a draft that is open.

use crate::commands::Lede;
use crate::desk::OpenDraft;
use crate::events::{self, Event};
use crate::wire::{self, Code, Saved, Trouble};
use crate::{autosave, history, library};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use store::{Base, Merged, OnDisk, Situation, Why};
use tauri::{AppHandle, Manager};

/// Watches the library, or the folder of a draft from elsewhere, for as long as the app runs.
pub(crate) fn watch(app: &AppHandle, folder: &Path) {
    let told = app.clone();
    let watching = store::watch(folder, move |event| happened(&told, event.path()));
    match watching {
        Ok(watcher) => app.state::<Lede>().keep_watching(folder, watcher),
        Err(situation) => events::notice(app, None, situation),
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
    let before = open.sheet().draft.text().as_str().to_owned();
    let seen = open.sheet().changed_on_disk(bytes.as_deref());
    match seen {
        OnDisk::ForNow { look_again } => return Some(look_again),
        OnDisk::Same | OnDisk::OwnSave => settled(app, open),
        // What is offered goes out at once: keys that come meanwhile would count as its answer. No save
        // comes between it and what is kept of both texts, since this holds the file.
        OnDisk::Reload(offer) => {
            bring(app, open, &offer, None);
            history::keep_text(app, open, before, Why::External).await;
        }
        OnDisk::Merged(merged) => {
            bring_merged(app, open, &merged);
            history::keep_text(app, open, before, Why::BeforeMerge).await;
            keep_theirs(app, open, merged.theirs).await;
        }
        OnDisk::Vanished => {
            history::keep_text(app, open, before, Why::External).await;
            alone(app, open, &Situation::vanished(&open.path));
        }
        OnDisk::NotText => alone(app, open, &Situation::NotUtf8(open.path.clone())),
    }
    None
}

/// The text is in no file any more, saved as it was: the journal takes all of it.
fn alone(app: &AppHandle, open: &Arc<OpenDraft>, situation: &Situation) {
    open.sheet().remember_whole();
    autosave::tell(app, open, autosave::not_saved(app, open, situation));
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

/// Hands edits to the window, or lets the mirror do them where no window has the draft.
pub(crate) fn bring(
    app: &AppHandle,
    open: &OpenDraft,
    offer: &store::Offer,
    merged: Option<wire::Merged>,
) {
    if let Some(offer) = open.bring_in(offer) {
        events::send(app, Event::DraftOffered { offer, merged });
    }
}

/// The file was changed while mine was not saved: theirs is kept before mine is written over it.
async fn keep_theirs(app: &AppHandle, open: &Arc<OpenDraft>, theirs: String) {
    if history::keep_text(app, open, theirs.clone(), Why::Theirs).await {
        return;
    }
    let path = open.path.clone();
    let copied = move || store::conflict_copy(&path, theirs.as_bytes());
    match tauri::async_runtime::spawn_blocking(copied).await {
        Ok(Ok(copy)) => events::notice(app, Some(&open.id), events::kept_beside(&copy)),
        _ => open.sheet().draft.theirs_not_kept(),
    }
}

/// Shows what a merge brought.
fn bring_merged(app: &AppHandle, open: &OpenDraft, merged: &Merged) {
    let news = wire::Merged::from(merged);
    bring(app, open, &merged.offer, Some(news));
    open.changed.notify_one();
}

/// Takes in the text of `copy`, which somebody else wrote into the file, made from `base`: it is merged
/// and kept as a snapshot, and then needs no file of its own. Where anything fails the copy stays.
pub(crate) async fn take_in(
    app: &AppHandle,
    open: &Arc<OpenDraft>,
    base: Option<&Base>,
    copy: &Path,
) {
    let read = copy.to_owned();
    let theirs = tauri::async_runtime::spawn_blocking(move || store::open(&read)).await;
    let stays = || events::notice(app, Some(&open.id), events::kept_beside(copy));
    let Ok(Ok(theirs)) = theirs else { return stays() };
    let text = theirs.text.as_str().to_owned();
    if !history::keep_text(app, open, text.clone(), Why::Theirs).await {
        return stays();
    }
    let merged = open.sheet().merge(base.map(|base| &*base.text), &text);
    let Ok(merged) = merged else { return stays() };
    bring_merged(app, open, &merged);
    let copy = copy.to_owned();
    let gone = move || store::remove_copy(&copy, theirs.hash);
    let _ = tauri::async_runtime::spawn_blocking(gone).await;
}

/// Merges a conflict copy, which the window names by its id, into its draft. The copy goes when its text
/// is kept as a snapshot and merged.
pub(crate) async fn merge_copy(app: &AppHandle, draft: &str, copy: &str) -> Result<(), Trouble> {
    let lede = app.state::<Lede>();
    let open = lede.desk.get(draft).ok_or_else(Trouble::closed)?;
    let copy = lede.path(copy)?;
    history::keep(app, &open, Why::BeforeMerge).await;
    take_in(app, &open, None, &copy).await;
    if copy.exists() {
        let sentence = "This copy could not be merged. It stays beside the draft.";
        return Err(Trouble::new(Code::NotMerged, sentence));
    }
    library::refresh(app);
    Ok(())
}
