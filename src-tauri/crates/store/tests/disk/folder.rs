//! The one helper: a folder with files in it.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use store::{Hash, Saved, Situation};
use tempfile::TempDir;

/// A folder that goes with the test.
pub(crate) struct Folder(TempDir);

impl Folder {
    /// A folder with these files, each a path and its text; folders on the way are made.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        // Some tests look at it as somebody else.
        fs::set_permissions(folder.0.path(), fs::Permissions::from_mode(0o777)).unwrap();
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.0.path().canonicalize().unwrap()
    }

    /// Writes a file as another program does: over the old one.
    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Saves `text` as an app that last saw `base`, and lets what is pending settle at once.
    pub(crate) fn save(&self, name: &str, base: &str, text: &str) -> Result<Saved, Situation> {
        let base = Some(Hash::of(base.as_bytes()));
        let mut saved = store::save(&self.path(name), base, text.as_bytes())?;
        if let Some(pending) = saved.pending.take() {
            pending.settle()?;
        }
        Ok(saved)
    }

    /// Every file below, hidden ones too, by its path with its text.
    pub(crate) fn files(&self) -> BTreeMap<String, String> {
        let mut files = BTreeMap::new();
        gather(&self.root(), &self.root(), &mut files);
        files
    }

    /// The texts of the conflict copies, sorted.
    pub(crate) fn copies(&self) -> Vec<String> {
        let copies = self.files().into_iter().filter(|(name, _)| name.contains(" (conflict "));
        let mut texts: Vec<String> = copies.map(|(_, text)| text).collect();
        texts.sort();
        texts
    }
}

fn gather(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            let text = String::from_utf8_lossy(&fs::read(&path).unwrap_or_default()).into_owned();
            files.insert(name, text);
        }
    }
}

/// The outcome of a save in a word: `saved`, or the situation's code.
pub(crate) fn outcome(result: &Result<Saved, Situation>) -> &'static str {
    match result {
        Ok(_) => "saved",
        Err(situation) => situation.code(),
    }
}
