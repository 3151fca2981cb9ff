//! Drafts that come, get another name, or a twin.

use super::{Library, naming};
use crate::open::read;
use crate::save::{place, sync_folder};
use crate::tree::is_hidden;
use crate::{Situation, create_new};
use jiff::civil::Date;
use std::path::{Component, Path, PathBuf};

/// As many drafts of one name as are tried for; beyond it something else is wrong.
const MOST_OF_A_NAME: usize = 10_000;

impl Library {
    /// The path of the draft with this id: its path in the library as the window names it.
    ///
    /// # Errors
    /// `OutsideLibrary` for anything that leads elsewhere, by `..`, by a link or from the root, and
    /// `NameNotPossible` for what the list would not show.
    pub fn resolve(&self, id: &str) -> Result<PathBuf, Situation> {
        let inside = Path::new(id);
        let path = self.root().join(inside);
        if !inside.components().all(|part| matches!(part, Component::Normal(_))) {
            return Err(Situation::OutsideLibrary(path));
        }
        let hidden = inside.ancestors().any(is_hidden);
        if hidden || id.contains('\0') || !naming::is_draft(inside) {
            return Err(Situation::NameNotPossible(id.to_owned()));
        }
        self.check_inside(&path)?;
        Ok(path)
    }

    /// Creates a draft with `text`, named after the day and the title (see [`super::file_name`]), never
    /// over a file that is there. Returns its path.
    ///
    /// # Errors
    /// What the disk says.
    pub fn create(&self, title: &str, date: Date, text: &str) -> Result<PathBuf, Situation> {
        let name = |place| naming::file_name(date, title, place);
        first_free(self.root(), name, text.as_bytes())
    }

    /// Gives the draft at `path` the name `name`, in its folder; `.md` is added where it is missing.
    /// Returns the new path.
    ///
    /// # Errors
    /// `NameNotPossible`, `NameTaken`, `NameTooLong`, `OutsideLibrary`, or what the disk says.
    pub fn rename(&self, path: &Path, name: &str) -> Result<PathBuf, Situation> {
        self.check_inside(path)?;
        let to = path.with_file_name(checked_name(name)?);
        if to == path {
            return Ok(to);
        }
        place(path, &to).map_err(|situation| match situation {
            // The system names one path; it is the old one that is missing.
            Situation::Missing(_) => Situation::Missing(path.to_owned()),
            situation => situation,
        })?;
        sync_folder(&to)?;
        Ok(to)
    }

    /// Writes a copy of the draft at `path` beside it, `name-2.md`, byte by byte. Returns its path.
    ///
    /// # Errors
    /// `OutsideLibrary`, or what the disk says.
    pub fn duplicate(&self, path: &Path) -> Result<PathBuf, Situation> {
        self.check_inside(path)?;
        let bytes = read(path)?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let folder = path.parent().unwrap_or(self.root());
        first_free(folder, |place| naming::numbered(&stem, place + 1), &bytes)
    }
}

/// Writes a new file under the first of its names that is free.
pub(crate) fn first_free(
    folder: &Path,
    name: impl Fn(usize) -> String,
    bytes: &[u8],
) -> Result<PathBuf, Situation> {
    for place in 1..MOST_OF_A_NAME {
        let path = folder.join(name(place));
        // Asked beforehand, so that a long line of names is not one of temporary files.
        if path.symlink_metadata().is_ok() {
            continue;
        }
        match create_new(&path, bytes) {
            Ok(_) => return Ok(path),
            Err(Situation::NameTaken(_)) => {}
            Err(situation) => return Err(situation),
        }
    }
    Err(Situation::NameTaken(folder.join(name(1))))
}

/// A name that keeps a draft in its folder and in the list.
fn checked_name(name: &str) -> Result<String, Situation> {
    let impossible = || Situation::NameNotPossible(name.to_owned());
    let stem = name.trim().strip_suffix(".md").unwrap_or(name.trim()).trim_end();
    let whole = format!("{stem}.md");
    if stem.is_empty() || stem.contains(['/', '\0', '\n']) || !naming::is_draft(Path::new(&whole)) {
        return Err(impossible());
    }
    Ok(whole)
}
