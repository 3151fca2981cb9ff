//! The texts of a library in memory, so that a search as one types reads no disk.

use crate::library::{Stamp, in_shares};
use crate::{Entry, LARGEST_DRAFT};
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// As many bytes of texts are kept; a larger library has its newest drafts in memory.
const MOST: u64 = 64_000_000;

/// Texts that were read, each for as long as its file stays as it was.
#[derive(Debug, Default)]
pub struct Texts(Mutex<HashMap<PathBuf, (Stamp, String)>>);

impl Texts {
    /// What `look` sees in the drafts, in their order. One that cannot be read is an empty text, and what
    /// is not UTF-8 is looked at as [`crate::view`] shows it.
    pub(super) fn look<T: Send>(
        &self,
        entries: &[Entry],
        look: impl Fn(&Entry, &str) -> Option<T> + Sync,
    ) -> Vec<T> {
        let mut kept = self.kept();
        let gone = kept.len() > entries.len();
        let mut room = MOST;
        let within = |entry: &&Entry| {
            let fits = entry.size <= room;
            room -= if fits { entry.size } else { 0 };
            fits
        };
        let wanted: Vec<&Entry> = entries.iter().filter(within).collect();
        let stale: Vec<Entry> =
            wanted.iter().filter(|entry| !is_fresh(&kept, entry)).copied().cloned().collect();
        if gone || !stale.is_empty() {
            let wanted: HashSet<_> = wanted.iter().map(|it| &it.path).collect();
            kept.retain(|path, _| wanted.contains(path));
        }
        let fresh = in_shares(&stale, |share| share.iter().map(read).collect());
        kept.extend(stale.into_iter().zip(fresh).map(|(it, text)| (it.path, (it.stamp, text))));
        let kept = &*kept;
        in_shares(entries, |share| {
            let seen = share.iter().filter_map(|entry| match kept.get(&entry.path) {
                Some((stamp, text)) if *stamp == entry.stamp => look(entry, text),
                _ => look(entry, &read(entry)),
            });
            seen.collect()
        })
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<PathBuf, (Stamp, String)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_fresh(kept: &HashMap<PathBuf, (Stamp, String)>, entry: &Entry) -> bool {
    kept.get(&entry.path).is_some_and(|(stamp, _)| *stamp == entry.stamp)
}

fn read(entry: &Entry) -> String {
    let bytes = match entry.size {
        size if size > LARGEST_DRAFT => Vec::new(),
        _ => std::fs::read(&entry.path).unwrap_or_default(),
    };
    String::from_utf8(bytes)
        .unwrap_or_else(|refused| String::from_utf8_lossy(refused.as_bytes()).into_owned())
}
