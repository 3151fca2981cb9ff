//! The two seconds in which a writer may still hold the old file open.

use super::temporary::parked_name;
use super::{keep_file, two_seconds_on};
use crate::{Hash, Situation};
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// How long a slow writer is waited for.
pub(super) const PATIENCE: Duration = Duration::from_secs(2);

/// The old text of a saved file, parked under a hidden name until it is sure that nobody still writes
/// to it. Dropped without [`Pending::settle`], it stays there, and [`crate::recover`] clears it away.
#[derive(Debug)]
#[must_use = "somebody has to clear the old text away"]
pub struct Pending {
    target: PathBuf,
    parked: PathBuf,
    hash: Hash,
    due: Instant,
    /// Holds the mark of a running Lede on the parked file.
    _old: File,
}

impl Pending {
    /// Parks what an exchange brought out at `path`.
    pub(super) fn new(
        target: &Path,
        path: &Path,
        old: File,
        hash: Hash,
    ) -> Result<Self, Situation> {
        let parked = parked_name(path, &hash);
        fs::rename(path, &parked).map_err(Situation::at(path))?;
        Ok(Self { target: target.to_owned(), parked, hash, due: two_seconds_on(), _old: old })
    }

    /// When the old text may go.
    pub fn due(&self) -> Instant {
        self.due
    }

    /// Reads the old file once more. Unchanged, it is removed, if nobody has yet; written to, it becomes
    /// a conflict copy whose path is returned. Called before [`Pending::due`], it gives a slow writer
    /// less time.
    ///
    /// # Errors
    /// What the disk says; the file is then left for [`crate::recover`].
    pub fn settle(self) -> Result<Option<PathBuf>, Situation> {
        let bytes = match fs::read(&self.parked) {
            // Another Lede, to whose library a sync tool brought it, took it for a leftover.
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            read => read.map_err(Situation::at(&self.parked))?,
        };
        if Hash::of(&bytes) == self.hash {
            fs::remove_file(&self.parked).map_err(Situation::at(&self.parked))?;
            return Ok(None);
        }
        keep_file(&self.parked, &self.target).map(Some)
    }

    /// Settles when it is due, on a thread of its own, and tells when a late text was kept or
    /// something went wrong.
    pub fn settle_later(self, tell: impl FnOnce(Result<PathBuf, Situation>) + Send + 'static) {
        thread::spawn(move || {
            thread::sleep(self.due.saturating_duration_since(Instant::now()));
            if let Some(news) = self.settle().transpose() {
                tell(news);
            }
        });
    }
}
