//! Folders in the library.

use super::Library;
use crate::save::{place, sync_folder};
use crate::tree::{self, is_hidden};
use crate::{Entry, Pending, Situation, open, save};
use piece::operations::follow_move;
use std::fs;
use std::path::{Component, Path, PathBuf};

impl Library {
    /// The folders of the library as paths in it, sorted, each behind the one that it is in: those with
    /// drafts anywhere in them, and those with nothing at all, which wait for some. `entries` are the
    /// library's drafts.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn folders(&self, entries: &[Entry]) -> Result<Vec<PathBuf>, Situation> {
        let mut folders: Vec<PathBuf> = tree::empty_folders(self.root())?;
        folders.extend(entries.iter().filter_map(|entry| Some(entry.path.parent()?.to_owned())));
        let inside = |folder: &PathBuf| folder.strip_prefix(self.root()).ok().map(Path::to_owned);
        let inside: Vec<PathBuf> = folders.iter().filter_map(inside).collect();
        let mut all: Vec<PathBuf> =
            inside.iter().flat_map(|it| it.ancestors()).map(Into::into).collect();
        all.retain(|folder| !folder.as_os_str().is_empty());
        all.sort();
        all.dedup();
        Ok(all)
    }

    /// Makes a folder of this path in the library, those on the way included. One that is there already
    /// is what was asked for.
    ///
    /// # Errors
    /// `NameNotPossible`, `OutsideLibrary`, or what the disk says.
    pub fn make_folder(&self, folder: &str) -> Result<PathBuf, Situation> {
        let path = self.folder(folder)?;
        fs::create_dir_all(&path).map_err(Situation::at(&path))?;
        // A link on the way may lead elsewhere.
        self.folder(folder)
    }

    /// Moves the draft at `path` into the folder of this path in the library, empty for its top; never
    /// over another draft. Relative links and pictures in it lead where they led. Returns the new path.
    ///
    /// # Errors
    /// `NameTaken`, `Missing`, `NameNotPossible` for a folder that the list would not show,
    /// `OutsideLibrary`, or what the disk says.
    pub fn move_into(&self, path: &Path, folder: &str) -> Result<PathBuf, Situation> {
        self.check_inside(path)?;
        path.symlink_metadata().map_err(Situation::at(path))?;
        let name = path.file_name().unwrap_or_default();
        let folder = self.folder(folder)?;
        fs::read_dir(&folder).map_err(|_| Situation::LibraryGone(folder.clone()))?;
        let to = folder.join(name);
        if to == path {
            return Ok(to);
        }
        self.check_inside(&to)?;
        place(path, &to)?;
        if let Err(situation) = self.links_follow(path, &to) {
            // With pictures that are not found, it is better where it was.
            place(&to, path)?;
            return Err(situation);
        }
        sync_folder(&to)?;
        sync_folder(path)?;
        Ok(to)
    }

    /// Lets the links of a draft that was moved lead where they led.
    fn links_follow(&self, from: &Path, to: &Path) -> Result<(), Situation> {
        let folder = |path: &Path| {
            let inside = path.parent().and_then(|folder| folder.strip_prefix(self.root()).ok());
            inside.and_then(Path::to_str).map(str::to_owned)
        };
        let (Some(before), Some(after)) = (folder(from), folder(to)) else { return Ok(()) };
        let Ok(opened) = open(to) else { return Ok(()) };
        let edits = follow_move(&opened.text, &before, &after);
        if edits.is_empty() {
            return Ok(());
        }
        let saved = save(to, Some(opened.hash), edits.apply(opened.text.as_str()).as_bytes())?;
        saved.pending.map_or(Ok(None), Pending::settle).map(drop)
    }

    /// The folder of this path in the library, if it may be one.
    fn folder(&self, folder: &str) -> Result<PathBuf, Situation> {
        let inside = Path::new(folder);
        let path = self.root().join(inside);
        if !inside.components().all(|part| matches!(part, Component::Normal(_))) {
            return Err(Situation::OutsideLibrary(path));
        }
        if folder.contains(['\0', '\n']) || inside.ancestors().any(is_hidden) {
            return Err(Situation::NameNotPossible(folder.to_owned()));
        }
        match path.canonicalize() {
            Ok(real) if !real.starts_with(self.root()) => Err(Situation::OutsideLibrary(path)),
            _ => Ok(path),
        }
    }
}
