//! What is made of a change from outside by those who look once, or at the wrong thing.

use crate::way::{REAL, Watching};
use std::collections::BTreeSet;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};
use store::{Draft, Happened, Library, OnDisk, Opened, Situation};

/// Twice a second the names are compared, and nothing else.
pub(super) fn watches_names_only(
    folder: &Path,
    told: Sender<Happened>,
) -> Result<Watching, Situation> {
    let library = Library::open(folder)?;
    let names = move || -> BTreeSet<PathBuf> {
        library.names().unwrap_or_default().into_iter().map(|entry| entry.path).collect()
    };
    let (until, ended) = channel::<()>();
    thread::spawn(move || {
        let mut before = names();
        while ended.recv_timeout(Duration::from_millis(500)) == Err(RecvTimeoutError::Timeout) {
            let now = names();
            let came = now.difference(&before).cloned().map(Happened::Appeared);
            let went = before.difference(&now).cloned().map(Happened::Vanished);
            came.chain(went).for_each(|happened| drop(told.send(happened)));
            before = now;
        }
    });
    Ok(Box::new(until))
}

/// What is seen once is so.
pub(super) fn believes_at_once(draft: &mut Draft, about: &Metadata, at: Instant) -> OnDisk {
    let _first = (REAL.look)(draft, about, at);
    (REAL.look)(draft, about, at + Duration::from_secs(3))
}

/// What is in the file and not in the window was written by somebody else.
pub(super) fn forgets_its_own_saves(draft: &mut Draft, about: &Metadata, at: Instant) -> OnDisk {
    let text = draft.text().clone();
    let hash = store::Hash::of(text.as_str().as_bytes());
    let mut anew = Draft::new(draft.path().to_owned(), Opened { text, hash });
    (REAL.look)(&mut anew, about, at)
}
