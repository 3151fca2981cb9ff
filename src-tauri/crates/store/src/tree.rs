//! Walking through a folder tree.

use crate::Situation;
use std::fs::{self, FileType};
use std::path::{Path, PathBuf};

/// Visits every file and link below `root` in no particular order. Hidden folders and folders behind
/// links are not entered: the former are the system's and the sync tools', the latter lead out or
/// round in a circle. A folder that cannot be read is passed over.
///
/// # Errors
/// When `root` itself cannot be read.
pub(crate) fn walk(root: &Path, visit: &mut dyn FnMut(PathBuf, FileType)) -> Result<(), Situation> {
    let mut folders = Vec::new();
    list(root, &mut folders, visit).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Situation::LibraryGone(root.to_owned()),
        _ => Situation::of(root, &error),
    })?;
    while let Some(folder) = folders.pop() {
        let _unreadable = list(&folder, &mut folders, visit);
    }
    Ok(())
}

/// The folders below `root` in which there is nothing at all, hidden ones aside.
///
/// # Errors
/// When `root` itself cannot be read.
pub(crate) fn empty_folders(root: &Path) -> Result<Vec<PathBuf>, Situation> {
    let mut folders = vec![root.to_owned()];
    let mut empty = Vec::new();
    fs::read_dir(root).map_err(Situation::at(root))?;
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        let before = folders.len();
        let files = entries.flatten().filter(|entry| match entry.file_type() {
            Ok(kind) if kind.is_dir() && !is_hidden(&entry.path()) => {
                folders.push(entry.path());
                false
            }
            _ => true,
        });
        if files.count() == 0 && folders.len() == before && folder != root {
            empty.push(folder);
        }
    }
    Ok(empty)
}

/// Visits `root` and the folders below it that [`walk`] enters, each before it is read: what comes into
/// one after its visit is the visitor's to see. Ends early with what `visit` refuses with.
pub(crate) fn folders<E>(
    root: &Path,
    visit: &mut dyn FnMut(&Path) -> Result<(), E>,
) -> Result<(), E> {
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        visit(&folder)?;
        let _unreadable = list(&folder, &mut folders, &mut |_, _| {});
    }
    Ok(())
}

fn list(
    folder: &Path,
    folders: &mut Vec<PathBuf>,
    visit: &mut dyn FnMut(PathBuf, FileType),
) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)?.flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && !is_hidden(&entry.path()) => folders.push(entry.path()),
            Ok(kind) if !kind.is_dir() => visit(entry.path(), kind),
            _ => {}
        }
    }
    Ok(())
}

/// Whether the path, which lies below `root`, is that of a hidden file or folder, or of something in one.
pub(crate) fn is_hidden_below(root: &Path, path: &Path) -> bool {
    path.strip_prefix(root).unwrap_or(path).ancestors().any(is_hidden)
}

/// Whether the last part of the path begins with a dot.
pub(crate) fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}
