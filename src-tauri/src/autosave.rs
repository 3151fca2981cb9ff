//! When a draft is written: half a second after the last key, or as the person set it, and every two
//! seconds while typing.

use crate::commands::Lede;
use crate::desk::OpenDraft;
use crate::events::{self, Event};
use crate::history::Shrunk;
use crate::wire::{Saved, Trouble};
use crate::{disk, history};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use store::{Base, Situation, Why};
use tauri::{AppHandle, Manager};
use tokio::time::{Instant, timeout_at};

/// While typing, the file is never further behind than this, or than the pause that the person set.
const LONGEST: Duration = Duration::from_secs(2);
/// So long a save waits for a text that is on its way through the window.
const ARRIVES: Duration = Duration::from_secs(1);
/// So long a save lets its journal go first; one whose disk hangs is overtaken.
const JOURNAL_LEADS: Duration = Duration::from_millis(200);
/// After a failure it is tried again so much later.
const AGAIN: Duration = Duration::from_secs(5);

/// Follows a draft for as long as it is on the desk.
pub(crate) fn follow(app: &AppHandle, open: &Arc<OpenDraft>) {
    let (app, open) = (app.clone(), Arc::downgrade(open));
    tauri::async_runtime::spawn(async move {
        while let Some(draft) = open.upgrade() {
            // A draft that is let go is seen within this time.
            let waited = tokio::time::timeout(AGAIN, draft.changed.notified()).await;
            let failed = matches!(draft.sheet().saved, Saved::NotSaved { .. });
            if waited.is_err() && !failed {
                continue;
            }
            if waited.is_ok() {
                quiet(&draft, app.state::<Lede>().pause()).await;
            }
            write(&app, &draft, Missing::Wait).await;
        }
    });
}

/// Waits until no key has come for a while, or for as long as is allowed.
async fn quiet(draft: &OpenDraft, pause: Duration) {
    let latest = Instant::now() + LONGEST.max(pause);
    while timeout_at(latest.min(Instant::now() + pause), draft.changed.notified()).await.is_ok() {}
}

/// What to do about a file that is gone.
#[derive(Clone, Copy, PartialEq)]
enum Missing {
    /// Somebody took it away: it is not made again unasked.
    Wait,
    /// The person asked for it.
    Create,
}

/// Saves the draft if anything in it is not saved.
pub(crate) async fn save(app: &AppHandle, draft: &str) {
    if let Some(open) = app.state::<Lede>().desk.get(draft) {
        write(app, &open, Missing::Wait).await;
    }
}

/// Saves the draft, also when its file is gone, and keeps a snapshot of it.
pub(crate) async fn save_anyway(app: &AppHandle, draft: &str) {
    let Some(open) = app.state::<Lede>().desk.get(draft) else { return };
    write(app, &open, Missing::Create).await;
    history::keep(app, &open, Why::Asked).await;
}

/// Saves every draft; says whether all are saved.
pub(crate) async fn save_all(app: &AppHandle) -> bool {
    let mut all = true;
    for open in app.state::<Lede>().desk.all() {
        all &= write(app, &open, Missing::Wait).await;
    }
    all
}

/// What a save sets out with.
struct Work {
    version: u64,
    base: Option<Base>,
    bytes: Vec<u8>,
}

async fn write(app: &AppHandle, open: &Arc<OpenDraft>, missing: Missing) -> bool {
    arrived(open).await;
    let _disk = open.disk.lock().await;
    let Some(work) = work(open, missing) else {
        // The window takes every change for one to be saved, a reload from disk included.
        announce(app, open);
        return true;
    };
    tell(app, open, Saved::Saving);
    let (path, handle) = (open.path.clone(), app.clone());
    let (base, version) = (work.base.clone(), work.version);
    let wanted = tauri::async_runtime::spawn_blocking(move || {
        save_work(&handle.state::<Lede>(), &path, &work, missing)
    });
    match wanted.await {
        Ok(Ok((written, shrunk))) => {
            open.sheet().saved(version);
            if let Some(shrunk) = shrunk {
                events::notice(app, Some(&open.id), shrunk.said());
            }
            finish(app, open, base, written).await;
            let dirty = open.sheet().draft.is_dirty();
            tell(app, open, if dirty { Saved::Saving } else { Saved::Saved });
            true
        }
        Ok(Err(situation)) => {
            tell(app, open, not_saved(app, open, &situation));
            false
        }
        Err(_) => false,
    }
}

/// A text of the file that is on its way through the window comes in first: a save before that would
/// only lay it aside. A window that does not answer is not waited for.
async fn arrived(open: &OpenDraft) {
    let latest = Instant::now() + ARRIVES;
    while open.sheet().draft.is_reloading() && Instant::now() < latest {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Nothing where the file has all of the text.
fn work(open: &OpenDraft, missing: Missing) -> Option<Work> {
    let mut sheet = open.sheet();
    if !sheet.draft.is_dirty() && sheet.saved == Saved::Saved && missing == Missing::Wait {
        return None;
    }
    let base = sheet.draft.base().cloned();
    let (version, bytes) = sheet.begin_save();
    Some(Work { version, base, bytes })
}

fn save_work(
    lede: &Lede,
    path: &Path,
    work: &Work,
    missing: Missing,
) -> Result<(store::Saved, Option<Shrunk>), Situation> {
    // The file is never further than its journal, so that a start after a kill knows its text.
    lede.journals_settled(JOURNAL_LEADS);
    let gone = !path.exists();
    if gone && missing == Missing::Wait && work.base.is_some() {
        return Err(Situation::vanished(path));
    }
    let shrunk = match &work.base {
        Some(base) => lede.history.before_save(path, &base.text, &work.bytes)?,
        None => None,
    };
    let base = work.base.as_ref().filter(|_| !gone).map(|base| base.hash);
    let saved = store::save(path, base, &work.bytes)?;
    lede.history.after_save(path, &work.bytes);
    Ok((saved, shrunk))
}

/// What a save brings with it: somebody else's text, and an old one that is watched a little longer.
async fn finish(app: &AppHandle, open: &Arc<OpenDraft>, base: Option<Base>, written: store::Saved) {
    if let Some(theirs) = written.displaced {
        disk::take_in(app, open, base.as_ref(), &theirs.kept_as).await;
    }
    let Some(pending) = written.pending else { return };
    let (app, open) = (app.clone(), Arc::clone(open));
    pending.settle_later(move |kept| match kept {
        Ok(copy) => {
            tauri::async_runtime::spawn(async move {
                disk::take_in(&app, &open, base.as_ref(), &copy).await;
            });
        }
        Err(situation) => events::notice(&app, Some(&open.id), situation),
    });
}

/// What the person is told of a text that is not in its file.
pub(crate) fn not_saved(app: &AppHandle, open: &OpenDraft, situation: &Situation) -> Saved {
    let in_journal = open.sheet().journal.is_some() && app.state::<Lede>().keeps_journals();
    Saved::NotSaved { trouble: Trouble::from(situation), in_journal }
}

/// Tells the window how the file stands to the text, when that is news.
pub(crate) fn tell(app: &AppHandle, open: &OpenDraft, saved: Saved) {
    {
        let mut sheet = open.sheet();
        if sheet.saved == saved {
            return;
        }
        sheet.saved = saved;
    }
    announce(app, open);
}

fn announce(app: &AppHandle, open: &OpenDraft) {
    let sheet = open.sheet();
    let (version, saved) = (sheet.version(), sheet.saved.clone());
    drop(sheet);
    events::send(app, Event::DraftSaved { draft: open.id.clone(), version, saved });
}
