//! A folder to work in.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder that goes with the test.
#[derive(Debug)]
pub(crate) struct Folder(TempDir);

impl Folder {
    /// A folder on the disk that everybody may write to: some cases look at it as somebody else.
    pub(crate) fn new() -> Result<Self> {
        Self::open_to_all(tempfile::tempdir()?)
    }

    /// A folder in memory where there is one, for cases that are about bytes and not about a disk.
    pub(crate) fn in_memory() -> Result<Self> {
        tempfile::tempdir_in("/dev/shm").map_or_else(|_| Self::new(), Self::open_to_all)
    }

    fn open_to_all(folder: TempDir) -> Result<Self> {
        fs::set_permissions(folder.path(), Permissions::from_mode(0o777))?;
        Ok(Self(folder))
    }

    /// With this file in it.
    pub(crate) fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Result<Self> {
        fs::write(self.path(name), bytes)?;
        Ok(self)
    }

    /// Its path without links.
    pub(crate) fn root(&self) -> PathBuf {
        self.0.path().canonicalize().unwrap_or_else(|_| self.0.path().to_owned())
    }

    /// The path of a file in it.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    /// The bytes of a file in it.
    pub(crate) fn bytes(&self, name: &str) -> Result<Vec<u8>> {
        fs::read(self.path(name)).with_context(|| name.to_owned())
    }

    /// Every file below, hidden ones too, by its path with its bytes.
    pub(crate) fn files(&self) -> Result<BTreeMap<String, Vec<u8>>> {
        let mut files = BTreeMap::new();
        gather(&self.root(), &self.root(), &mut files)?;
        Ok(files)
    }

    /// The files below with these bytes.
    pub(crate) fn holds(&self, bytes: &[u8]) -> Result<bool> {
        Ok(self.files()?.values().any(|it| it == bytes))
    }
}

fn gather(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() && !path.is_symlink() {
            gather(root, &path, files)?;
        } else {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            files.insert(name, fs::read(&path).unwrap_or_default());
        }
    }
    Ok(())
}
