//! The drafts that are open: each one's text, its lens, and how its file stands to it.
//!
//! What a key needs is in memory behind a lock that nobody holds while a disk works.

use crate::caret;
use crate::lens::Lens;
use crate::wire::{
    Answer, Change, Offer, Opened, Planned, Saved, Structure, change_set, sections, small,
};
use crate::world::Beside;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;
use store::{Draft, OnDisk, Session, StillPending};
use text::{Edits, WindowOffset};
use tokio::sync::Notify;

/// The drafts that are open, by id.
#[derive(Default)]
pub(crate) struct Desk {
    open: Mutex<HashMap<String, Arc<OpenDraft>>>,
}

/// An open draft.
pub(crate) struct OpenDraft {
    /// Its id, as the window names it.
    pub id: String,
    /// Its file.
    pub path: PathBuf,
    /// Told at every change, for the autosave.
    pub changed: Notify,
    /// Held by whoever reads or writes the file, so that a save and a reload never cross.
    pub disk: tokio::sync::Mutex<()>,
    sheet: Mutex<Sheet>,
}

/// The text of an open draft and what is known of it.
pub(crate) struct Sheet {
    /// The mirror of the window's text.
    pub draft: Draft,
    /// How the file stands to the text, as the window was told last.
    pub saved: Saved,
    lens: Lens,
    world: Beside,
}

/// A panic under a lock leaves a text that was valid before: going on beats losing it.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Desk {
    /// The open draft of this id.
    pub(crate) fn get(&self, id: &str) -> Option<Arc<OpenDraft>> {
        locked(&self.open).get(id).cloned()
    }

    /// All open drafts.
    pub(crate) fn all(&self) -> Vec<Arc<OpenDraft>> {
        locked(&self.open).values().cloned().collect()
    }

    /// Lays a draft on the desk.
    pub(crate) fn put(&self, id: String, path: PathBuf, draft: Draft) -> Arc<OpenDraft> {
        let world = Beside::new(&id);
        let sheet = Sheet { draft, saved: Saved::Saved, lens: Lens::default(), world };
        let open = Arc::new(OpenDraft {
            id: id.clone(),
            path,
            changed: Notify::new(),
            disk: tokio::sync::Mutex::new(()),
            sheet: Mutex::new(sheet),
        });
        locked(&self.open).insert(id, Arc::clone(&open));
        open
    }

    /// Takes a draft off the desk.
    pub(crate) fn take(&self, id: &str) -> Option<Arc<OpenDraft>> {
        locked(&self.open).remove(id)
    }

    /// Takes a change of the window's text: the way of a key.
    pub(crate) fn change(&self, change: Change) -> Answer {
        let Some(open) = self.get(&change.draft) else { return Answer::Closed };
        let Some(changes) = change_set(change.changes) else { return Answer::Resync };
        let mut sheet = open.sheet();
        let length = WindowOffset(change.length as usize);
        let session = Session(change.session.into());
        let Ok(applied) = sheet.draft.change(session, change.base.into(), &changes, length) else {
            return Answer::Resync;
        };
        let (derived, patch) = sheet.look(Some(&applied.edits));
        open.changed.notify_one();
        let patch = patch.0.iter().map(Into::into).collect();
        Answer::Applied { version: sheet.version(), derived, patch }
    }

    /// Makes the edits of a structural command; the window carries them out.
    pub(crate) fn plan(&self, structure: &Structure) -> Planned {
        let Some(open) = self.get(&structure.draft) else { return Planned::Resync };
        let mut sheet = open.sheet();
        if (sheet.session(), sheet.version()) != (structure.session, structure.base) {
            return Planned::Resync;
        }
        let edits = match structure.operation.edits(sheet.draft.text()) {
            Ok(edits) => edits,
            Err(sentence) => return Planned::Refused { sentence },
        };
        let caret = sheet.caret_after(structure, &edits);
        match sheet.offered(edits) {
            Ok(offer) => Planned::Edits(sheet.offer(&open.id, &offer, Some(caret))),
            // A reload is on its way through the window: the whole text says whether it arrived.
            Err(StillPending) => Planned::Resync,
        }
    }

    /// Whether the window's text, by its hash, is the draft's at this version.
    pub(crate) fn agrees(&self, id: &str, session: u32, version: u32, hash: u64) -> bool {
        self.get(id).is_some_and(|open| {
            let sheet = open.sheet();
            (sheet.session(), sheet.version()) == (session, version)
                && sheet.draft.window_hash().0 == hash
        })
    }

    /// Takes the window's whole text after the two lost step; nothing when the draft is not open.
    pub(crate) fn resync(&self, id: &str, window_text: &str) -> Option<Opened> {
        let open = self.get(id)?;
        open.sheet().draft.resync(window_text);
        open.changed.notify_one();
        Some(open.opened(0))
    }
}

impl OpenDraft {
    /// The draft's text and what is known of it, for as long as no disk is waited for.
    pub(crate) fn sheet(&self) -> MutexGuard<'_, Sheet> {
        locked(&self.sheet)
    }

    /// The draft as the window opens it, the caret at `caret` in the window's offsets.
    pub(crate) fn opened(&self, caret: u32) -> Opened {
        let mut sheet = self.sheet();
        let (derived, _) = sheet.look(None);
        let length = small(sheet.draft.text().window_len().0);
        let name = self.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Opened {
            draft: self.id.clone(),
            name,
            session: sheet.session(),
            version: sheet.version(),
            text: sheet.draft.text().window_text(),
            derived,
            blocks: sheet.lens.blocks(),
            caret: caret.min(length),
            saved: sheet.saved.clone(),
        }
    }
}

impl Sheet {
    /// The conversation with the window, for the wire.
    pub(crate) fn session(&self) -> u32 {
        small(self.draft.session().0 as usize)
    }

    /// The version, for the wire.
    pub(crate) fn version(&self) -> u32 {
        small(self.draft.version() as usize)
    }

    /// Offers the window edits of the text. Where they change nothing that the window shows, the
    /// mirror takes them at once, unseen by the lens.
    fn offered(&mut self, edits: Edits) -> Result<store::Offer, StillPending> {
        self.lens.forget();
        self.draft.offer(edits)
    }

    /// What it means that the file holds `seen`; line ends may change unseen by the lens.
    pub(crate) fn changed_on_disk(&mut self, seen: Option<&[u8]>) -> OnDisk {
        self.lens.forget();
        self.draft.changed_on_disk(seen, Instant::now())
    }

    /// An offer for the window that has `draft` open.
    pub(crate) fn offer(&self, draft: &str, offer: &store::Offer, caret: Option<u32>) -> Offer {
        Offer {
            draft: draft.to_owned(),
            session: self.session(),
            base: small(offer.base_version as usize),
            changes: sections(&offer.change_set),
            caret,
        }
    }

    /// Where the caret stands in the window after the edits of a structural command.
    fn caret_after(&self, structure: &Structure, edits: &Edits) -> u32 {
        let text = self.draft.text();
        let caret = text.byte_offset(WindowOffset(structure.caret as usize)).unwrap_or_default();
        let place = caret::follow(&structure.operation, text, edits, caret);
        let mut after = text.clone();
        after.apply(edits);
        small(after.window_offset(place).0)
    }

    fn look(&mut self, edits: Option<&Edits>) -> (crate::wire::Derived, render::Patch) {
        self.lens.look(self.draft.text(), edits, &self.world)
    }
}
