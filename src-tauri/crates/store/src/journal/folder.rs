//! The folder of a process in the folder of journals, and who may touch it.
//!
//! Each process has one, with a file `lock` in it that it holds for as long as it lives. A lock goes with
//! the process, however that ends: what can be locked has been left behind.

use rustix::fs::{FlockOperation, flock};
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

const LOCK: &str = "lock";

/// A process's folder of journals, held by this process. When it is let go its lock goes, and the
/// folder too if no journal is left in it.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Folder {
    /// A new folder in `journals`, which is made if need be, for this person's eyes only.
    pub(super) fn create(journals: &Path) -> io::Result<Self> {
        fs::create_dir_all(journals.parent().unwrap_or(journals))?;
        private_folder(journals)?;
        let process = std::process::id();
        loop {
            // One more than the last: their order is that of their beginning, whatever the clock says.
            let path = journals.join(format!("{:06}-{process}", last_number(journals) + 1));
            private_folder(&path)?;
            match Self::lock(path.clone(), true) {
                Ok(Some(folder)) => return Ok(folder),
                // Somebody who cleans up took it away between two steps.
                Ok(None) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// The folders in `journals` that no living process holds, in the order of their beginning. From
    /// here on this process holds them.
    pub(super) fn left_behind(journals: &Path) -> Vec<Self> {
        let entries = fs::read_dir(journals).into_iter().flatten().flatten();
        let mut paths: Vec<_> =
            entries.map(|entry| entry.path()).filter(|it| it.is_dir()).collect();
        paths.sort();
        let held = |path: PathBuf| match Self::lock(path.clone(), false) {
            Ok(held) => held,
            Err(_) => {
                // Without a lock it is one of which a kill left nothing but the name.
                let _ = fs::remove_dir(&path);
                None
            }
        };
        paths.into_iter().filter_map(held).collect()
    }

    /// Holds the folder, or gives nothing when somebody else does or it is gone.
    fn lock(path: PathBuf, create: bool) -> io::Result<Option<Self>> {
        let mut options = OpenOptions::new();
        let file =
            options.read(true).write(true).create(create).mode(0o600).open(path.join(LOCK))?;
        if flock(&file, FlockOperation::NonBlockingLockExclusive).is_err() {
            return Ok(None);
        }
        // Whoever cleaned up held the lock before us, and the file may be without a name by now.
        if file.metadata()?.nlink() == 0 {
            return Ok(None);
        }
        Ok(Some(Self { path, _lock: file }))
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The journals in it: for each draft its files, the latest first.
    pub(super) fn journals(&self) -> Vec<Vec<PathBuf>> {
        let entries = fs::read_dir(&self.path).into_iter().flatten().flatten();
        let mut names: Vec<_> = entries.filter_map(|entry| named(&entry.path())).collect();
        names.sort_by_key(|(draft, place, _)| (*draft, std::cmp::Reverse(*place)));
        let files = names.chunk_by(|one, other| one.0 == other.0);
        files.map(|files| files.iter().map(|(_, _, path)| path.clone()).collect()).collect()
    }

    /// Removes all files of the journal of the draft with this number.
    pub(super) fn remove(&self, draft: u64) {
        let entries = fs::read_dir(&self.path).into_iter().flatten().flatten();
        for (of, _, path) in entries.filter_map(|entry| named(&entry.path())) {
            if of == draft {
                let _ = fs::remove_file(path);
            }
        }
    }

    /// The file of the journal of the draft with this number, the `place`th that it was begun in.
    pub(super) fn file(&self, draft: u64, place: u64) -> PathBuf {
        self.path.join(format!("{draft}-{place}.journal"))
    }
}

impl Folder {
    /// Removes the folder unless there is a journal in it.
    pub(super) fn tidy(&self) {
        if self.journals().is_empty() {
            // In this order, so that a folder with a lock in it is one that somebody may hold.
            let _ = fs::remove_file(self.path.join(LOCK));
            let _ = fs::remove_dir(&self.path);
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        self.tidy();
    }
}

/// Draft and place of a journal's file.
fn named(path: &Path) -> Option<(u64, u64, PathBuf)> {
    let name = path.file_name()?.to_str()?.strip_suffix(".journal")?;
    let (draft, place) = name.split_once('-')?;
    Some((draft.parse().ok()?, place.parse().ok()?, path.to_owned()))
}

fn last_number(journals: &Path) -> u64 {
    let entries = fs::read_dir(journals).into_iter().flatten().flatten();
    let number = |name: &str| name.split_once('-')?.0.parse().ok();
    let numbers = entries.filter_map(|entry| number(entry.file_name().to_str()?));
    numbers.max().unwrap_or_default()
}

/// Makes a folder that only this person may enter; one that is there is made so.
fn private_folder(path: &Path) -> io::Result<()> {
    match DirBuilder::new().mode(0o700).create(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::set_permissions(path, fs::Permissions::from_mode(0o700))
        }
        made => made,
    }
}
