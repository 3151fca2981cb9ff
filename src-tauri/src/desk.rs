//! The drafts that are open: each one's text, its lens, and how its file stands to it.
//!
//! What a key needs is in memory behind a lock that nobody holds while a disk works.

use crate::caret;
use crate::lens::{Followed, Lens};
use crate::moved::{Move, Moves};
use crate::wire::{
    Answer, Change, Derived, Offer, Opened, Planned, Saved, Structure, change_set, sections, small,
};
use crate::world::Beside;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;
use store::{Draft, Journal, Moment, OnDisk, Session, StillPending};
use text::{Edits, Side, Text, WindowOffset};
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
    /// Told at every change, for the checks.
    pub to_check: Notify,
    /// Held by whoever reads or writes the file, so that a save and a reload never cross.
    pub disk: tokio::sync::Mutex<()>,
    /// How often its spelling was looked at: what an earlier look finds is of no use any more.
    pub spelled: AtomicU32,
    /// Whether the window has it open, and carries out what it is offered.
    shown: AtomicBool,
    sheet: Mutex<Sheet>,
}

/// The text of an open draft and what is known of it.
pub(crate) struct Sheet {
    /// The mirror of the window's text.
    pub draft: Draft,
    /// How the file stands to the text, as the window was told last.
    pub saved: Saved,
    /// What is typed and not yet in the file; nothing where journals cannot be kept.
    pub journal: Option<Journal>,
    /// What moves of points left behind, for the checks.
    pub moves: Moves,
    lens: Lens,
    world: Beside,
}

/// A copy of an open draft's text for the checks.
pub(crate) struct Look {
    /// Its session and version.
    pub stamp: (u32, u32),
    /// The text.
    pub text: Text,
    /// A move of its points that is still to be told of.
    pub moved: Option<Move>,
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
    pub(crate) fn put(
        &self,
        id: String,
        path: PathBuf,
        draft: Draft,
        journal: Option<Journal>,
    ) -> Arc<OpenDraft> {
        let world = Beside::new(&id);
        let saved = if draft.is_dirty() { Saved::Saving } else { Saved::Saved };
        let sheet =
            Sheet { draft, saved, journal, moves: Moves::default(), lens: Lens::default(), world };
        if sheet.draft.is_dirty() {
            sheet.remember_whole();
        }
        let open = Arc::new(OpenDraft {
            id: id.clone(),
            path,
            changed: Notify::new(),
            to_check: Notify::new(),
            disk: tokio::sync::Mutex::new(()),
            spelled: AtomicU32::new(0),
            shown: AtomicBool::new(false),
            sheet: Mutex::new(sheet),
        });
        locked(&self.open).insert(id, Arc::clone(&open));
        open
    }

    /// Takes a draft off the desk whose text is in its file: its journal goes.
    pub(crate) fn take(&self, id: &str) {
        if let Some(open) = locked(&self.open).remove(id) {
            open.sheet().forget_journal();
        }
    }

    /// Takes a draft off the desk whose text is in another file now.
    pub(crate) fn take_saved_elsewhere(&self, id: &str) {
        if let Some(open) = locked(&self.open).remove(id)
            && let Some(journal) = &open.sheet().journal
        {
            journal.end();
        }
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
        sheet.moves.follow(&applied.edits);
        sheet.remember(&applied.edits);
        let followed = sheet.follow(&applied.edits);
        open.changed.notify_one();
        open.to_check.notify_one();
        let Followed { parts, slots, totals, patch } = followed;
        let patch = patch.0.iter().map(Into::into).collect();
        Answer::Applied { version: sheet.version(), parts, slots, totals, patch }
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
            Err(said) => return Planned::Refused { said },
        };
        let caret = sheet.caret_after(structure, &edits);
        let before = sheet.draft.text().clone();
        sheet.moves.begin(&before);
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
        let mut sheet = open.sheet();
        sheet.draft.resync(window_text);
        sheet.moves.forget();
        sheet.remember_whole();
        drop(sheet);
        open.changed.notify_one();
        open.to_check.notify_one();
        Some(open.opened(0, None))
    }
}

impl OpenDraft {
    /// The draft's text and what is known of it, for as long as no disk is waited for.
    pub(crate) fn sheet(&self) -> MutexGuard<'_, Sheet> {
        locked(&self.sheet)
    }

    /// The text for the checks, with its session and version; nothing where no window shows it.
    pub(crate) fn to_look_at(&self) -> Option<Look> {
        let sheet = self.sheet();
        let stamp = (sheet.session(), sheet.version());
        let (text, moved) = (sheet.draft.text(), &sheet.moves);
        let look = || Look { stamp, text: text.clone(), moved: moved.get() };
        self.shown.load(Ordering::Relaxed).then(look)
    }

    /// Whether the text is still that of this session and version.
    pub(crate) fn is_at(&self, stamp: (u32, u32)) -> bool {
        let sheet = self.sheet();
        (sheet.session(), sheet.version()) == stamp
    }

    /// The window lets go of the draft; what it does not carry out the mirror does by itself.
    pub(crate) fn hide(&self) {
        self.shown.store(false, Ordering::Relaxed);
    }

    /// Brings edits from the backend into the text: through the window, which gets the offer back, or by
    /// the mirror itself where no window has the draft.
    pub(crate) fn bring_in(&self, offer: &store::Offer) -> Option<Offer> {
        let mut sheet = self.sheet();
        if self.shown.load(Ordering::Relaxed) {
            return Some(sheet.offer(&self.id, offer, None));
        }
        sheet.carry_out(offer);
        self.changed.notify_one();
        None
    }

    /// Whether the window has the draft open.
    pub(crate) fn is_shown(&self) -> bool {
        self.shown.load(Ordering::Relaxed)
    }

    /// The draft as the window opens it, the caret at `caret` and the first place in sight at `top`, in
    /// the window's offsets.
    pub(crate) fn opened(&self, caret: u32, top: Option<u32>) -> Opened {
        self.shown.store(true, Ordering::Relaxed);
        let mut sheet = self.sheet();
        sheet.draft.begin_session();
        let derived = sheet.derive();
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
            top: top.map(|top| top.min(length)),
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
    pub(crate) fn offered(&mut self, edits: Edits) -> Result<store::Offer, StillPending> {
        self.unseen(|draft| draft.offer(edits))
    }

    /// What it means that the file holds `seen`; line ends may change unseen by the lens.
    pub(crate) fn changed_on_disk(&mut self, seen: Option<&[u8]>) -> OnDisk {
        self.unseen(|draft| draft.changed_on_disk(seen, Instant::now()))
    }

    /// Merges a text that is safe elsewhere and was made from `base`, where that is known.
    pub(crate) fn merge(
        &mut self,
        base: Option<&str>,
        theirs: &str,
    ) -> Result<store::Merged, StillPending> {
        self.unseen(|draft| draft.merge(base, theirs))
    }

    /// The text may change without a word of the window: whatever is kept from key to key begins anew.
    fn unseen<T>(&mut self, act: impl FnOnce(&mut Draft) -> T) -> T {
        self.lens.forget();
        if let Some(journal) = &self.journal {
            journal.forget();
        }
        let length = self.draft.text().as_str().len();
        let done = act(&mut self.draft);
        if self.draft.text().as_str().len() != length {
            // Edits that are to come would be laid on offsets of another text.
            self.moves.forget();
        }
        done
    }

    /// Does what the window would do with an offer.
    fn carry_out(&mut self, offer: &store::Offer) {
        let mut after = self.draft.text().clone();
        let Ok(edits) = after.edits_from_window(&offer.change_set) else { return };
        after.apply(&edits);
        let (session, version) = (self.draft.session(), self.draft.version());
        let taken = self.draft.change(session, version, &offer.change_set, after.window_len());
        if let Ok(applied) = taken {
            self.moves.follow(&applied.edits);
            self.remember(&applied.edits);
        }
    }

    /// Tells the journal of edits that led to the present text.
    fn remember(&self, edits: &Edits) {
        let Some(journal) = &self.journal else { return };
        let last = edits.iter().last().map_or_else(Default::default, |edit| edit.end);
        let caret = self.draft.text().window_offset(edits.map(last, Side::After));
        journal.change(edits, &self.moment(caret));
    }

    /// Gives the journal the whole text.
    pub(crate) fn remember_whole(&self) {
        if let Some(journal) = &self.journal {
            journal.whole(&self.moment(WindowOffset::default()));
        }
    }

    fn moment(&self, caret: WindowOffset) -> Moment<'_> {
        let in_file = self.draft.base().map(|base| base.hash);
        let version = self.draft.version();
        Moment { text: self.draft.text().as_str(), version, caret, in_file }
    }

    /// The version and the bytes to save now; the journal knows of them.
    pub(crate) fn begin_save(&mut self) -> (u64, Vec<u8>) {
        let (version, bytes) = self.draft.to_save();
        if let Some(journal) = &self.journal {
            journal.saving(store::Hash::of(&bytes));
        }
        (version, bytes)
    }

    /// The save of this version has come to its end.
    pub(crate) fn saved(&mut self, version: u64) {
        self.draft.saved(version);
        if let (Some(journal), Some(base)) = (&self.journal, self.draft.base()) {
            journal.in_file(base.hash);
        }
    }

    /// Whether the text is nowhere but here: it was changed since, or its file is gone.
    pub(crate) fn is_at_risk(&self) -> bool {
        self.draft.is_dirty() || matches!(self.saved, Saved::NotSaved { .. })
    }

    /// All of the text is in the file: nothing of it needs a second copy.
    pub(crate) fn forget_journal(&self) {
        if let Some(journal) = self.journal.as_ref().filter(|_| !self.is_at_risk()) {
            journal.end();
        }
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

    fn derive(&mut self) -> Derived {
        self.lens.open(self.draft.text(), &self.world)
    }

    fn follow(&mut self, edits: &Edits) -> Followed {
        self.lens.follow(self.draft.text(), edits, &self.world)
    }
}
