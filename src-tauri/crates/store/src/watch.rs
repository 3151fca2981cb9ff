//! The watcher: what happens to the drafts from outside.
//!
//! What the system reports says only where to look. What is told comes from comparing the disk with
//! what was known of it, so that a report lost, doubled or out of order changes nothing.

mod known;

use crate::{Situation, tree};
use known::Known;
use notify::{Config, ErrorKind, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long it must be quiet before one looks.
const QUIET: Duration = Duration::from_millis(40);

/// After so long one looks though it is not quiet.
const LONGEST_WAIT: Duration = Duration::from_millis(150);

/// How often one looks whether the library itself is still there, and, where the system watches
/// nothing, at all of it.
const ROUND: Duration = Duration::from_millis(500);

/// Something that happened to a draft. A rename is one that vanished and one that appeared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    /// There is a draft that was not there.
    Appeared(PathBuf),
    /// A draft was written, with the same text or another.
    Changed(PathBuf),
    /// A draft is no longer there.
    Vanished(PathBuf),
    /// The library's folder is no longer there. Of its drafts nothing is said until it is back.
    LibraryGone,
    /// It is there again; what became different meanwhile follows.
    LibraryBack,
}

impl Happened {
    /// The draft that it happened to; nothing for the library as a whole.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Appeared(path) | Self::Changed(path) | Self::Vanished(path) => Some(path),
            Self::LibraryGone | Self::LibraryBack => None,
        }
    }
}

/// Watches a library until it is dropped.
#[derive(Debug)]
pub struct Watcher {
    sender: Sender<Report>,
}

impl Drop for Watcher {
    fn drop(&mut self) {
        let _ended_already = self.sender.send(Report::End);
    }
}

enum Report {
    Look(PathBuf),
    /// The system dropped reports. Of folders that came meanwhile it would go on to say nothing.
    Dropped,
    /// The system cannot say any more what happens.
    Unwatched,
    End,
}

/// Watches the drafts below `root` and tells `on_event`, on a thread of the watcher's own, what happened
/// to them, within 200 ms where the system reports changes. Where it does not (too many watches), the
/// names, times and sizes are compared twice a second instead.
///
/// # Errors
/// When `root` cannot be read.
pub fn watch(
    root: &Path,
    on_event: impl FnMut(Happened) + Send + 'static,
) -> Result<Watcher, Situation> {
    let root = root.canonicalize().map_err(|_| Situation::LibraryGone(root.to_owned()))?;
    let (sender, reports) = channel();
    // Before the first look: what happens between the two is looked at again.
    let system = system_watch(&root, sender.clone());
    let known = Known::read(&root)?;
    let identity = known::identity(&root);
    let told = Box::new(on_event);
    let mut watch =
        Watch { root, known, identity, system, reports, sender: sender.clone(), tell: told };
    thread::spawn(move || watch.run());
    Ok(Watcher { sender })
}

struct Watch {
    root: PathBuf,
    known: Known,
    /// Which folder the root was: device and number. Another one may come under the same name.
    identity: Option<(u64, u64)>,
    /// Nothing where the system cannot watch.
    system: Option<RecommendedWatcher>,
    reports: Receiver<Report>,
    sender: Sender<Report>,
    tell: Box<dyn FnMut(Happened) + Send>,
}

impl Watch {
    fn run(&mut self) {
        loop {
            let mut places = BTreeSet::new();
            let everywhere = match self.reports.recv_timeout(ROUND) {
                Ok(first) => self.gather(first, &mut places),
                Err(RecvTimeoutError::Timeout) => Some(self.system.is_none()),
                Err(RecvTimeoutError::Disconnected) => None,
            };
            let Some(everywhere) = everywhere else { return };
            if !self.root_is_there() {
                continue;
            }
            let everywhere = everywhere || !self.watch_new_folders(&places);
            let happened = match everywhere {
                true => self.known.look_everywhere(),
                false => places.iter().flat_map(|place| self.known.look(place)).collect(),
            };
            happened.into_iter().for_each(&mut self.tell);
        }
    }

    /// Gathers where to look until it is quiet, or for long enough. Whether everywhere, or nothing
    /// when it is over.
    fn gather(&mut self, first: Report, places: &mut BTreeSet<PathBuf>) -> Option<bool> {
        let (mut report, end) = (Ok(first), Instant::now() + LONGEST_WAIT);
        loop {
            match report {
                Ok(Report::Look(path)) => drop(places.insert(path)),
                Ok(Report::Dropped) => {
                    self.system = system_watch(&self.root, self.sender.clone());
                    return Some(true);
                }
                Ok(Report::Unwatched) => {
                    // From here on, only looking helps.
                    self.system = None;
                    return Some(true);
                }
                Err(RecvTimeoutError::Timeout) => return Some(false),
                Ok(Report::End) | Err(RecvTimeoutError::Disconnected) => return None,
            }
            let left = end.saturating_duration_since(Instant::now()).min(QUIET);
            report = self.reports.recv_timeout(left);
        }
    }

    /// Watches the folders among these places before one looks into them, so that nothing comes between
    /// the two unseen. Whether it could: from there on, only looking helps.
    fn watch_new_folders(&mut self, places: &BTreeSet<PathBuf>) -> bool {
        let Some(system) = &mut self.system else { return false };
        let is_folder = |place: &Path| place.symlink_metadata().is_ok_and(|about| about.is_dir());
        let seen = |place: &&PathBuf| !tree::is_hidden_below(&self.root, place);
        let mut folders = places.iter().filter(seen).filter(|place| is_folder(place));
        let watched = folders.all(|folder| watch_below(system, folder).is_ok());
        if !watched {
            self.system = None;
        }
        watched
    }

    /// Follows the root when it goes and comes; a watch stays with the folder that it was set on.
    fn root_is_there(&mut self) -> bool {
        let now = known::identity(&self.root);
        if now == self.identity {
            return now.is_some();
        }
        if self.identity.is_some() {
            (self.tell)(Happened::LibraryGone);
        }
        self.identity = now;
        if now.is_none() {
            self.system = None;
            return false;
        }
        self.system = system_watch(&self.root, self.sender.clone());
        (self.tell)(Happened::LibraryBack);
        self.known.look_everywhere().into_iter().for_each(&mut self.tell);
        true
    }
}

/// Lets the system report into `reports`; nothing when it cannot, for want of watches.
fn system_watch(root: &Path, reports: Sender<Report>) -> Option<RecommendedWatcher> {
    let heard = move |event: notify::Result<notify::Event>| match event {
        Ok(event) if event.need_rescan() => drop(reports.send(Report::Dropped)),
        // To read is to change nothing; our own looking would never end.
        Ok(event) if matches!(event.kind, EventKind::Access(kind) if !is_end_of_write(kind)) => {}
        Ok(event) => event.paths.into_iter().for_each(|path| {
            let _over = reports.send(Report::Look(path));
        }),
        Err(_) => drop(reports.send(Report::Unwatched)),
    };
    let config = Config::default().with_follow_symlinks(false);
    let mut watcher = RecommendedWatcher::new(heard, config).ok()?;
    watcher.watch(root, RecursiveMode::NonRecursive).ok()?;
    watch_below(&mut watcher, root).ok()?;
    Some(watcher)
}

/// Watches a folder and those in it, folder by folder: no hidden one, where a repository or a sync tool
/// writes hundreds of files that nobody looks at.
///
/// # Errors
/// For want of watches. A folder that is gone again or cannot be read is passed over.
fn watch_below(watcher: &mut RecommendedWatcher, folder: &Path) -> notify::Result<()> {
    tree::folders(folder, &mut |folder| match watcher.watch(folder, RecursiveMode::NonRecursive) {
        Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => Err(error),
        _ => Ok(()),
    })
}

fn is_end_of_write(kind: notify::event::AccessKind) -> bool {
    use notify::event::{AccessKind, AccessMode};
    kind == AccessKind::Close(AccessMode::Write)
}
