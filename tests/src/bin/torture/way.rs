//! The way into the store: all that the cases ask of it, and so the place where a broken store can
//! stand instead.

use jiff::Timestamp;
use std::any::Any;
use std::fs::{self, Metadata};
use std::path::Path;
use std::sync::mpsc::Sender;
use std::time::Instant;
use store::{
    Applied, Draft, Happened, Hash, Journal, Moment, OnDisk, Opened, Pending, Recovery, Resync,
    Saved, Session, Situation, SnapshotId, Snapshots, Why,
};
use text::{ChangeSet, Edits, WindowOffset};

/// A message of the window: its change, for which session and version, and how long its text is then.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(crate) session: Session,
    pub(crate) version: u64,
    pub(crate) change: ChangeSet,
    pub(crate) length: WindowOffset,
}

/// [`store::save`], or what stands in its place.
pub(crate) type Save = fn(&Path, Option<Hash>, &[u8]) -> Result<Saved, Situation>;

/// What watches for as long as it is kept.
pub(crate) type Watching = Box<dyn Any + Send>;

/// What a case asks of a store.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Way {
    /// By this name a child is told to take it.
    pub(crate) name: &'static str,
    /// [`store::save`].
    pub(crate) save: Save,
    /// [`store::open`].
    pub(crate) open: fn(&Path) -> Result<Opened, Situation>,
    /// [`Draft::change`].
    pub(crate) change: fn(&mut Draft, &Message) -> Result<Applied, Resync>,
    /// What a look at the draft's file means at this time, which looked so when it was opened.
    pub(crate) look: fn(&mut Draft, &Metadata, Instant) -> OnDisk,
    /// [`store::recover`].
    pub(crate) recover: fn(&Path) -> Result<Recovery, Situation>,
    /// [`Journal::change`].
    pub(crate) remember: fn(&Journal, &Edits, &Moment<'_>),
    /// The texts that [`store::left_behind`] finds in a folder of journals.
    pub(crate) left: fn(&Path) -> Vec<String>,
    /// [`store::watch`].
    pub(crate) watch: fn(&Path, Sender<Happened>) -> Result<Watching, Situation>,
    /// The edits by which a snapshot comes back, once the present text is kept.
    pub(crate) restore: fn(&Snapshots, &Draft, SnapshotId) -> Result<Edits, Situation>,
    /// What happens to the app's state, in this folder, between what is tried and what is looked at:
    /// the app in a window cannot be another one, but what it kept can be taken away.
    pub(crate) meanwhile: fn(&Path),
    /// Whether it is broken for the app in its window, and not for what is called directly.
    pub(crate) in_window: bool,
}

/// The store as it is.
pub(crate) const REAL: Way = Way {
    name: "real",
    save: store::save,
    open: store::open,
    change: |draft, it| draft.change(it.session, it.version, &it.change, it.length),
    look: |draft, _, at| {
        let bytes = fs::read(draft.path()).ok();
        draft.changed_on_disk(bytes.as_deref(), at)
    },
    recover: store::recover,
    remember: Journal::change,
    left: |journals| store::left_behind(journals).into_iter().map(|left| left.text).collect(),
    watch: |folder, told| {
        let watcher = store::watch(folder, move |happened| {
            let _over = told.send(happened);
        })?;
        Ok(Box::new(watcher))
    },
    restore: |snapshots, draft, id| {
        let text = draft.text().as_str();
        snapshots.keep(draft.path(), text, Why::BeforeRestore, Timestamp::now())?;
        Ok(text::word_diff(text, &snapshots.text(id)?))
    },
    meanwhile: |_| {},
    in_window: false,
};

impl Way {
    /// Saves, and settles at once what waits for a late writer: here there is none.
    pub(crate) fn save_now(
        &self,
        path: &Path,
        base: Option<Hash>,
        bytes: &[u8],
    ) -> Result<Saved, Situation> {
        let mut saved = (self.save)(path, base, bytes)?;
        saved.pending.take().map(Pending::settle).transpose()?;
        Ok(saved)
    }
}

/// The way of this name, if it is built in.
pub(crate) fn named(name: &str) -> Option<Way> {
    if name == REAL.name {
        return Some(REAL);
    }
    #[cfg(feature = "broken")]
    return crate::broken::WAYS.iter().find(|way| way.name == name).copied();
    #[cfg(not(feature = "broken"))]
    None
}
