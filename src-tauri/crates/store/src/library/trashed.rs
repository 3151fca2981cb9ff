//! The trash: nothing is deleted but to it, and everything comes back.

use super::Library;
use crate::Situation;
use std::path::{Path, PathBuf};
use trash::TrashItem;
use trash::os_limited::{list, restore_all};

/// A draft in the system's trash, and what brings it back.
#[derive(Clone, Debug)]
pub struct Trashed {
    original: PathBuf,
    item: TrashItem,
}

impl Trashed {
    /// Where the draft was, and will be again.
    pub fn original(&self) -> &Path {
        &self.original
    }
}

impl Library {
    /// Moves the draft at `path` to the system's trash.
    ///
    /// # Errors
    /// `OutsideLibrary`, `Missing`, or `TrashRefused` when there is no trash for that disk; the file
    /// then stays.
    pub fn trash(&self, path: &Path) -> Result<Trashed, Situation> {
        self.check_inside(path)?;
        path.symlink_metadata().map_err(Situation::at(path))?;
        trash::delete(path).map_err(|error| refused(path, &error))?;
        let items = list().map_err(|error| refused(path, &error))?;
        // The one put there last, for the same name may have been thrown away before.
        let item = items
            .into_iter()
            .filter(|item| same_place(&item.original_path(), path))
            .max_by_key(|item| item.time_deleted);
        let lost = || Situation::TrashRefused {
            path: path.to_owned(),
            reason: "it does not say where it put the file".to_owned(),
        };
        Ok(Trashed { original: path.to_owned(), item: item.ok_or_else(lost)? })
    }

    /// Brings a draft back from the trash to where it was, unless something else is there by now.
    ///
    /// # Errors
    /// `NameTaken`, or `TrashRefused` when the trash no longer has it.
    pub fn restore(&self, trashed: Trashed) -> Result<PathBuf, Situation> {
        let Trashed { original, item } = trashed;
        if original.symlink_metadata().is_ok() {
            return Err(Situation::NameTaken(original));
        }
        restore_all([item]).map_err(|error| refused(&original, &error))?;
        Ok(original)
    }
}

/// The trash resolves the links in the path of the folder.
fn same_place(one: &Path, other: &Path) -> bool {
    let folder = |path: &Path| path.parent().and_then(|folder| folder.canonicalize().ok());
    one.file_name() == other.file_name() && folder(one) == folder(other)
}

fn refused(path: &Path, error: &trash::Error) -> Situation {
    Situation::TrashRefused { path: path.to_owned(), reason: error.to_string() }
}
