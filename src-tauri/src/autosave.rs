//! When a draft is written: half a second after the last key, and every two seconds while typing.

use crate::commands::Lede;
use crate::desk::OpenDraft;
use crate::events::{self, Event};
use crate::wire::{Saved, Trouble};
use std::sync::Arc;
use std::time::Duration;
use store::Situation;
use tauri::{AppHandle, Manager};
use tokio::time::{Instant, timeout_at};

/// After so long without a key the file is written.
const QUIET: Duration = Duration::from_millis(500);
/// While typing, the file is never further behind than this.
const LONGEST: Duration = Duration::from_secs(2);
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
                quiet(&draft).await;
            }
            write(&app, &draft, Missing::Wait).await;
        }
    });
}

/// Waits until no key has come for a while, or for as long as is allowed.
async fn quiet(draft: &OpenDraft) {
    let latest = Instant::now() + LONGEST;
    while timeout_at(latest.min(Instant::now() + QUIET), draft.changed.notified()).await.is_ok() {}
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

/// Saves the draft, also when its file is gone.
pub(crate) async fn save_anyway(app: &AppHandle, draft: &str) {
    if let Some(open) = app.state::<Lede>().desk.get(draft) {
        write(app, &open, Missing::Create).await;
    }
}

/// Saves every draft; says whether all are saved.
pub(crate) async fn save_all(app: &AppHandle) -> bool {
    let mut all = true;
    for open in app.state::<Lede>().desk.all() {
        all &= write(app, &open, Missing::Wait).await;
    }
    all
}

async fn write(app: &AppHandle, open: &Arc<OpenDraft>, missing: Missing) -> bool {
    let _disk = open.disk.lock().await;
    let (version, base, bytes) = {
        let mut sheet = open.sheet();
        if !sheet.draft.is_dirty() && sheet.saved == Saved::Saved && missing == Missing::Wait {
            drop(sheet);
            // The window takes every change for one to be saved, a reload from disk included.
            announce(app, open);
            return true;
        }
        let (version, bytes) = sheet.draft.to_save();
        (version, sheet.draft.base(), bytes)
    };
    tell(app, open, Saved::Saving);
    let path = open.path.clone();
    let wanted = tauri::async_runtime::spawn_blocking(move || {
        let gone = !path.exists();
        if gone && missing == Missing::Wait {
            return Err(Situation::Vanished(path));
        }
        store::save(&path, (!gone).then_some(base), &bytes)
    });
    match wanted.await {
        Ok(Ok(written)) => {
            open.sheet().draft.saved(version, written.hash);
            if let Some(theirs) = written.displaced {
                events::notice(app, Some(&open.id), &events::kept_beside(&theirs.kept_as));
            }
            if let Some(pending) = written.pending {
                settle(app, open, pending);
            }
            let dirty = open.sheet().draft.is_dirty();
            tell(app, open, if dirty { Saved::Saving } else { Saved::Saved });
            true
        }
        Ok(Err(situation)) => {
            tell(app, open, Saved::NotSaved { trouble: Trouble::from(&situation) });
            false
        }
        Err(_) => false,
    }
}

/// Watches what the save displaced for as long as somebody may still be writing to it.
fn settle(app: &AppHandle, open: &OpenDraft, pending: store::Pending) {
    let (app, id) = (app.clone(), open.id.clone());
    pending.settle_later(move |kept| {
        let sentence = match kept {
            Ok(copy) => events::kept_beside(&copy),
            Err(situation) => situation.to_string(),
        };
        events::notice(&app, Some(&id), &sentence);
    });
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
