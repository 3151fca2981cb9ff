//! The two threads of the journals: one writes, the other brings to the disk what is written. A disk
//! that hangs in the second does not hold up the first, and neither holds up a key.

use super::file::{Journaled, Unsynced};
use super::folder::Folder;
use super::record::Record;
use super::waiting::Waiting;
use crate::Situation;
use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// What could not be written is tried again after so long.
const AGAIN: Duration = Duration::from_secs(1);

/// So long the second thread gathers what is written. Together with a disk that keeps up it stays
/// within the 100 ms after which a key must outlast a loss of power.
const GATHERED: Duration = Duration::from_millis(20);

/// What the threads and the way of a key share. Its lock is never held while a disk works.
pub(super) struct Shared {
    state: Mutex<State>,
    news: Condvar,
    /// Where the journals are.
    pub(super) folder: Folder,
    told: Box<dyn Fn(Situation) + Send + Sync>,
    /// Whether the last write and the last sync failed.
    failing: [AtomicBool; 2],
}

const WRITING: usize = 0;
const SYNCING: usize = 1;

#[derive(Default)]
struct State {
    waiting: BTreeMap<u64, Waiting>,
    unsynced: Vec<Unsynced>,
    /// How often something was asked for, and which of these times are written and on the disk.
    asked: u64,
    written: u64,
    synced: u64,
    ended: bool,
}

/// What the first thread has to do.
struct Work {
    asked: u64,
    drafts: Vec<(u64, Task)>,
}

enum Task {
    Write { records: Vec<Record>, suspect: bool },
    Remove,
}

impl Shared {
    pub(super) fn new(folder: Folder, told: Box<dyn Fn(Situation) + Send + Sync>) -> Self {
        let failing = Default::default();
        Self { state: Mutex::default(), news: Condvar::new(), folder, told, failing }
    }

    /// Starts both threads, which end after [`Shared::end`].
    pub(super) fn start(self: &Arc<Self>) -> [JoinHandle<()>; 2] {
        let (writes, syncs) = (Arc::clone(self), Arc::clone(self));
        [thread::spawn(move || writes.write_all()), thread::spawn(move || syncs.sync_all())]
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins the journal of a draft.
    pub(super) fn put(&self, draft: u64, waiting: Waiting) {
        self.state().waiting.insert(draft, waiting);
    }

    /// Tells the journal of a draft something.
    pub(super) fn ask(&self, draft: u64, tell: impl FnOnce(&mut Waiting)) {
        let mut state = self.state();
        let Some(waiting) = state.waiting.get_mut(&draft) else { return };
        tell(waiting);
        if !waiting.is_empty() {
            state.asked += 1;
            self.news.notify_all();
        }
    }

    /// Waits until all that was told is on the disk; says whether it came to that in time.
    pub(super) fn settled(&self, patience: Duration) -> bool {
        let state = self.state();
        let asked = state.asked;
        let waited = self.news.wait_timeout_while(state, patience, |state| state.synced < asked);
        waited.is_ok_and(|(_, timeout)| !timeout.timed_out())
    }

    /// Lets the threads end when they have done what was told.
    pub(super) fn end(&self) {
        self.state().ended = true;
        self.news.notify_all();
    }

    /// Whether nothing has failed that was not done since.
    pub(super) fn are_kept(&self) -> bool {
        !self.failing.iter().any(|failing| failing.load(Ordering::Relaxed))
    }

    /// Notes whether the one or the other works; the person hears of it when it fails first.
    fn note(&self, which: usize, failed: Option<io::Error>) {
        let failed_before = self.failing[which].swap(failed.is_some(), Ordering::Relaxed);
        if let Some(error) = failed.filter(|_| !failed_before) {
            self.tell(error);
        }
    }

    fn write_all(&self) {
        let mut open = HashMap::new();
        while let Some(work) = self.next_work(self.failing[WRITING].load(Ordering::Relaxed)) {
            let mut failed = None;
            for (draft, task) in work.drafts {
                if let Err(error) = self.carry_out(&mut open, draft, task) {
                    failed = Some(error);
                }
            }
            if failed.is_none() {
                let mut state = self.state();
                state.written = work.asked;
                if state.unsynced.is_empty() {
                    // Only journals that went: there is nothing to bring to the disk.
                    state.synced = work.asked;
                }
                self.news.notify_all();
            }
            self.note(WRITING, failed);
        }
    }

    /// Waits for something to write. After a failure it is tried again by itself, but not at every key:
    /// a disk that says no is asked once in a while.
    fn next_work(&self, failing: bool) -> Option<Work> {
        let mut state = self.state();
        if failing {
            let tried = Instant::now();
            while tried.elapsed() < AGAIN && !state.ended {
                let left = AGAIN.saturating_sub(tried.elapsed());
                let waited = self.news.wait_timeout(state, left);
                state = waited.unwrap_or_else(PoisonError::into_inner).0;
            }
        }
        while state.waiting.values().all(Waiting::is_empty) {
            if state.ended {
                return None;
            }
            state = self.news.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        if state.ended && failing {
            return None;
        }
        Some(state.work())
    }

    fn carry_out(
        &self,
        open: &mut HashMap<u64, Option<Journaled>>,
        draft: u64,
        task: Task,
    ) -> io::Result<()> {
        let Task::Write { records, suspect } = task else {
            open.remove(&draft);
            self.folder.remove(draft);
            return Ok(());
        };
        let now = open.entry(draft).or_default();
        let written = Journaled::write(now, draft, &self.folder, suspect, &records);
        let is_long = now.as_ref().is_some_and(Journaled::is_long);
        let mut state = self.state();
        let Some(waiting) = state.waiting.get_mut(&draft) else { return written.map(drop) };
        match written {
            Ok(unsynced) => {
                if is_long {
                    waiting.forget();
                }
                state.unsynced.push(unsynced);
                Ok(())
            }
            Err(error) => {
                waiting.suspect |= suspect;
                waiting.take_back(records);
                Err(error)
            }
        }
    }

    fn sync_all(&self) {
        loop {
            let state = self.state();
            let waited = self.news.wait_while(state, |it| it.unsynced.is_empty() && !it.ended);
            let mut state = waited.unwrap_or_else(PoisonError::into_inner);
            if state.unsynced.is_empty() {
                return;
            }
            if !state.ended {
                drop(state);
                thread::sleep(GATHERED);
                state = self.state();
            }
            let (written, unsynced) = (state.written, std::mem::take(&mut state.unsynced));
            drop(state);
            let failed = self.sync(unsynced);
            let mut state = self.state();
            if failed.is_none() {
                state.synced = state.synced.max(written);
            }
            drop(state);
            self.news.notify_all();
            self.note(SYNCING, failed);
        }
    }

    /// Brings files to the disk; gives the last error. What a file takes the place of goes only when the
    /// file itself is there for certain.
    fn sync(&self, unsynced: Vec<Unsynced>) -> Option<io::Error> {
        let mut failed = None;
        for it in unsynced {
            let synced = it.file.sync_data().and_then(|()| match it.is_new {
                true => File::open(self.folder.path())?.sync_all(),
                false => Ok(()),
            });
            match synced {
                Ok(()) => it.replaces.into_iter().for_each(|old| {
                    let _ = fs::remove_file(old);
                }),
                Err(error) => {
                    // What a failed sync has dropped is not tried on the same file again.
                    if let Some(waiting) = self.state().waiting.get_mut(&it.draft) {
                        waiting.suspect = true;
                        waiting.forget();
                    }
                    failed = Some(error);
                }
            }
        }
        failed
    }

    fn tell(&self, source: io::Error) {
        (self.told)(Situation::NotJournaled { path: self.folder.path().to_owned(), source });
    }
}

impl State {
    /// Takes all that waits.
    fn work(&mut self) -> Work {
        let mut drafts = Vec::new();
        self.waiting.retain(|draft, waiting| {
            if waiting.ended {
                drafts.push((*draft, Task::Remove));
                return false;
            }
            if !waiting.is_empty() {
                let suspect = std::mem::take(&mut waiting.suspect);
                drafts.push((*draft, Task::Write { records: waiting.take(), suspect }));
            }
            true
        });
        Work { asked: self.asked, drafts }
    }
}
