//! What is saved over: the file behind the links, and whether it may be written at all.

use crate::open::check_kind;
use crate::{Hash, Situation};
use rustix::fs::{Access, AtFlags, CWD, accessat};
use std::fs::{self, File, Metadata};
use std::io::{ErrorKind, Read};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// As many links in a row as the kernel follows.
const LONGEST_CHAIN: usize = 40;

/// The file behind `path`: every link followed, also one whose file does not exist yet.
pub(super) fn resolve(path: &Path) -> Result<PathBuf, Situation> {
    let mut path = path.to_owned();
    for _ in 0..LONGEST_CHAIN {
        let folder = super::folder_of(&path).canonicalize().map_err(Situation::at(&path))?;
        let name = path.file_name().ok_or_else(|| Situation::Folder(path.clone()))?;
        let place = folder.join(name);
        match fs::read_link(&place) {
            Ok(leads_to) => path = folder.join(leads_to),
            Err(_) => return Ok(place),
        }
    }
    Err(Situation::NotAFile(path))
}

/// The file as it stands before the save. Held open and locked, so that a second Lede that starts
/// now does not take what the exchange brings out for a leftover.
pub(super) struct Old {
    pub(super) file: File,
    pub(super) about: Metadata,
    pub(super) bytes: Vec<u8>,
}

impl Old {
    /// Reads the file at `target`, or nothing when there is none.
    pub(super) fn read(target: &Path) -> Result<Option<Self>, Situation> {
        match fs::metadata(target) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            found => check_kind(target, &found.map_err(Situation::at(target))?)?,
        }
        let mut file = match File::open(target) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            opened => opened.map_err(Situation::at(target))?,
        };
        super::lock(&file);
        let about = file.metadata().map_err(Situation::at(target))?;
        let mut bytes = Vec::with_capacity(about.len() as usize);
        file.read_to_end(&mut bytes).map_err(Situation::at(target))?;
        Ok(Some(Self { file, about, bytes }))
    }

    pub(super) fn hash(&self) -> Hash {
        Hash::of(&self.bytes)
    }
}

/// Whether the file has a second name, which an exchange would leave with the old text.
pub(crate) fn has_other_names(about: &Metadata) -> bool {
    about.nlink() > 1
}

/// Refuses a file that may not be written. A rename would not ask: it needs leave for the folder only.
pub(super) fn check_writable(target: &Path, about: &Metadata) -> Result<(), Situation> {
    if about.mode() & 0o222 == 0 {
        return Err(Situation::FileReadOnly(target.to_owned()));
    }
    accessat(CWD, target, Access::WRITE_OK, AtFlags::EACCESS).map_err(Situation::at(target))
}
