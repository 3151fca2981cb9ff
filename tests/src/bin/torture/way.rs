//! The way into the store: all that the cases ask of it, and so the place where a broken store can
//! stand instead.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::Instant;
use store::{
    Applied, Draft, Hash, OnDisk, Opened, Pending, Recovery, Resync, Saved, Session, Situation,
};
use text::{ChangeSet, WindowOffset};

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
    /// What a look at the draft's file means, which looked so when it was opened.
    pub(crate) look: fn(&mut Draft, &Metadata) -> OnDisk,
    /// [`store::recover`].
    pub(crate) recover: fn(&Path) -> Result<Recovery, Situation>,
}

/// The store as it is.
pub(crate) const REAL: Way = Way {
    name: "real",
    save: store::save,
    open: store::open,
    change: |draft, it| draft.change(it.session, it.version, &it.change, it.length),
    look: |draft, _| {
        let bytes = fs::read(draft.path()).ok();
        draft.changed_on_disk(bytes.as_deref(), Instant::now())
    },
    recover: store::recover,
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
