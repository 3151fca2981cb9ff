//! The temporary files of a save: their names, and how they come and go.

use crate::{Hash, Situation};
use rustix::fs::{FlockOperation, flock};
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

const NEW: &str = ".lede-tmp";
const PARKED: &str = ".lede-old";

/// As many bytes of the target's name as a temporary name takes along; with the rest it stays below
/// the shortest limit of a usual file system.
const NAME_TAKEN_ALONG: usize = 100;

/// A file beside the target that is removed again unless it is renamed or kept.
pub(super) struct Temporary(NamedTempFile);

impl Temporary {
    /// A new file beside `target` that only this person can read, until its mode is copied.
    pub(super) fn beside(target: &Path) -> Result<Self, Situation> {
        Self::with_mode(target, 0o600)
    }

    /// A new file beside `target` with the rights of any new file.
    pub(super) fn for_new_file(target: &Path) -> Result<Self, Situation> {
        Self::with_mode(target, 0o666)
    }

    fn with_mode(target: &Path, mode: u32) -> Result<Self, Situation> {
        let folder = super::folder_of(target);
        let made = Builder::new()
            .prefix(&format!(".{}.", short_name(target)))
            .rand_bytes(8)
            .suffix(NEW)
            // Opened by hand, for the builder's own errors no longer say which one it was.
            .make_in(folder, |path| {
                OpenOptions::new().read(true).write(true).create_new(true).mode(mode).open(path)
            })
            .map_err(Situation::at(target))?;
        lock(made.as_file());
        Ok(Self(made))
    }

    pub(super) fn file(&self) -> &File {
        self.0.as_file()
    }

    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes the whole text and brings it to the disk.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Situation> {
        let path = self.path().to_owned();
        let file = self.0.as_file_mut();
        file.write_all(bytes).map_err(Situation::at(&path))?;
        let length = file.metadata().map_err(Situation::at(&path))?.len();
        if length != bytes.len() as u64 {
            return Err(Situation::DiskFailed(path));
        }
        file.sync_all().map_err(Situation::at(&path))
    }

    /// Leaves the file where it is, under the name that it has.
    pub(super) fn keep(self) -> Result<PathBuf, Situation> {
        let path = self.path().to_owned();
        match self.0.keep() {
            Ok((_, path)) => Ok(path),
            Err(refused) => Err(Situation::of(&path, &refused.error)),
        }
    }

    pub(super) fn rename_over(self, target: &Path) -> Result<(), Situation> {
        match self.0.persist(target) {
            Ok(_) => Ok(()),
            Err(refused) => Err(Situation::of(target, &refused.error)),
        }
    }
}

/// A file that a save left behind, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Leftover {
    /// A new text on its way to `target`, or an old one that an exchange just brought out.
    New {
        /// The draft that it belongs to; its name may be cut short.
        target: PathBuf,
    },
    /// An old text of `target` that the save meant to replace.
    Parked {
        /// The draft that it belongs to; its name may be cut short.
        target: PathBuf,
        /// [`Hash::short`] of the text when it was parked.
        short_hash: String,
    },
}

impl Leftover {
    /// What `path` was to a save, or nothing when the name is none of ours.
    pub(crate) fn at(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.strip_prefix('.')?;
        if let Some(rest) = name.strip_suffix(NEW) {
            let (target, _) = rest.rsplit_once('.')?;
            return Some(Self::New { target: path.with_file_name(target) });
        }
        let (rest, hash) = name.strip_suffix(PARKED)?.rsplit_once('.')?;
        let (target, _) = rest.rsplit_once('.')?;
        let target = path.with_file_name(target);
        Some(Self::Parked { target, short_hash: hash.to_owned() })
    }
}

/// The name under which the old text that came out as `path` waits: it says what the text was, so
/// that one found at the next start can go without a question.
pub(super) fn parked_name(path: &Path, hash: &Hash) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix(NEW).unwrap_or(&name);
    path.with_file_name(format!("{name}.{}{PARKED}", hash.short()))
}

/// Marks a file as in use by a running Lede. Where the file system knows no locks, nothing is marked.
pub(crate) fn lock(file: &File) {
    let _unmarked = flock(file, FlockOperation::NonBlockingLockShared);
}

/// The target's name, its stem cut at a character so that temporary names stay short.
fn short_name(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) if extension.len() < 10 => (stem, format!(".{extension}")),
        _ => (name.as_ref(), String::new()),
    };
    let end = stem.floor_char_boundary(NAME_TAKEN_ALONG - extension.len());
    format!("{}{extension}", &stem[..end])
}
