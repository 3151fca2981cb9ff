//! The journal: what has been typed and is not yet in the file.
//!
//! Each open draft that is changed has one, a file of records that only grows, in the state directory
//! and so on the local disk. The first record is the whole text, each later one a change with its
//! version and caret. A key is written at once, which outlasts the end of the process, and brought to
//! the disk within 100 ms while the disk keeps up, which outlasts a loss of power. The way of a key
//! touches memory only.
//!
//! A journal goes when its draft is saved and closed. One that is there at a start belongs to a process
//! that died: [`left_behind`] reads the longest prefix of it that is whole.

mod file;
mod folder;
mod left;
mod record;
mod replay;
mod threads;
mod waiting;

pub use left::{Left, left_behind};
pub use waiting::Moment;

use crate::{Hash, Situation, state_directory};
use folder::Folder;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;
use text::Edits;
use threads::Shared;
use waiting::Waiting;

/// The folder of the journals: `journal` in [`state_directory`].
pub fn journals_directory() -> Option<PathBuf> {
    Some(state_directory()?.join("journal"))
}

/// The journals of this process.
pub struct Journals {
    shared: Arc<Shared>,
    threads: Vec<JoinHandle<()>>,
    begun: AtomicU64,
}

/// The journal of one open draft.
pub struct Journal {
    shared: Arc<Shared>,
    draft: u64,
}

impl Journals {
    /// Begins to keep journals in the folder `journals`, which is made if need be. `told` hears when they
    /// cannot be written, once until they can be again.
    ///
    /// # Errors
    /// `NotJournaled` when the folder cannot be made.
    pub fn start(
        journals: &Path,
        told: impl Fn(Situation) + Send + Sync + 'static,
    ) -> Result<Self, Situation> {
        let not_kept = |source| Situation::NotJournaled { path: journals.to_owned(), source };
        let folder = Folder::create(journals).map_err(not_kept)?;
        let shared = Arc::new(Shared::new(folder, Box::new(told)));
        let threads = shared.start().into();
        Ok(Self { shared, threads, begun: AtomicU64::new(0) })
    }

    /// A journal for the draft whose file is, or will be, at `path`. There is nothing on the disk until
    /// something changes.
    pub fn journal(&self, path: &Path) -> Journal {
        let draft = self.begun.fetch_add(1, Ordering::Relaxed);
        self.shared.put(draft, Waiting::new(path.to_owned()));
        Journal { shared: Arc::clone(&self.shared), draft }
    }

    /// Whether what was told last reached the disk; false while the disk says no.
    pub fn are_kept(&self) -> bool {
        self.shared.are_kept()
    }

    /// Waits until all that the journals were told is on the disk; says whether it came to that within
    /// `patience`.
    pub fn settled(&self, patience: Duration) -> bool {
        self.shared.settled(patience)
    }

    /// The process is about to end: what was told is finished, and nothing stays behind of journals that
    /// have ended.
    pub fn close(&self, patience: Duration) {
        self.settled(patience);
        self.shared.folder.tidy();
    }
}

impl Drop for Journals {
    fn drop(&mut self) {
        self.shared.end();
        // The folder is held until both have come to their end.
        self.threads.drain(..).for_each(|thread| drop(thread.join()));
    }
}

impl Journal {
    /// Takes a change that led to `now`. Waits for no disk.
    pub fn change(&self, edits: &Edits, now: &Moment<'_>) {
        self.shared.ask(self.draft, |waiting| waiting.change(edits, now));
    }

    /// Takes the whole text.
    pub fn whole(&self, now: &Moment<'_>) {
        self.shared.ask(self.draft, |waiting| waiting.whole(now));
    }

    /// A save of the text with this hash begins: from here on the file may hold it.
    pub fn saving(&self, hash: Hash) {
        self.shared.ask(self.draft, |waiting| waiting.saving(hash));
    }

    /// The draft's file holds the text with this hash now.
    pub fn in_file(&self, hash: Hash) {
        self.shared.ask(self.draft, |waiting| waiting.in_file(hash));
    }

    /// The text may have become another one without a change: the next one brings it whole.
    pub fn forget(&self) {
        self.shared.ask(self.draft, Waiting::forget);
    }

    /// What the journal holds is in the file, and the draft is closed: the journal goes.
    pub fn end(&self) {
        self.shared.ask(self.draft, |waiting| waiting.ended = true);
    }
}

impl fmt::Debug for Journals {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Journals").field("folder", &self.shared.folder).finish()
    }
}

impl fmt::Debug for Journal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Journal").field("draft", &self.draft).finish()
    }
}
