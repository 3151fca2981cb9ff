//! Texts that get a new name without ever taking one from another file.

use super::sync_folder;
use super::temporary::Temporary;
use crate::{Hash, Situation};
use jiff::Zoned;
use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// As many conflict copies as may be made of one draft within a second.
const MOST_IN_A_SECOND: usize = 1000;

/// Writes a file that is not there yet, whole or not at all, and brings it to the disk.
///
/// # Errors
/// `NameTaken` when something of that name exists; otherwise what the disk says.
pub fn create_new(path: &Path, bytes: &[u8]) -> Result<Hash, Situation> {
    let mut temporary = Temporary::for_new_file(path)?;
    temporary.write(bytes)?;
    place(temporary.path(), path)?;
    // The name is gone from under the temporary file, so that there is nothing left to remove.
    temporary.keep()?;
    sync_folder(path)?;
    Ok(Hash::of(bytes))
}

/// Writes `bytes` beside `target` as a conflict copy, `name (conflict YYYY-MM-DD hhmmss).md` by the
/// clock of the person, and brings it to the disk. Returns where it stands.
///
/// # Errors
/// What the disk says.
pub fn conflict_copy(target: &Path, bytes: &[u8]) -> Result<PathBuf, Situation> {
    let mut temporary = Temporary::beside(target)?;
    temporary.write(bytes)?;
    if let Ok(about) = fs::metadata(target) {
        // As private as the draft itself. On a disk without modes the copy is still worth having.
        let _as_it_is = temporary.file().set_permissions(about.permissions());
    }
    let kept_as = first_free(target, |to| place(temporary.path(), to))?;
    temporary.keep()?;
    sync_folder(target)?;
    Ok(kept_as)
}

/// Removes a conflict copy whose text, with this hash, is kept elsewhere now. One that was written to
/// since stays.
///
/// # Errors
/// What the disk says; the copy then stays.
pub fn remove_copy(copy: &Path, hash: Hash) -> Result<(), Situation> {
    let bytes = fs::read(copy).map_err(Situation::at(copy))?;
    if Hash::of(&bytes) == hash {
        fs::remove_file(copy).map_err(Situation::at(copy))?;
    }
    Ok(())
}

/// Turns the file at `path` into a conflict copy of `target` and brings it to the disk.
pub(crate) fn keep_file(path: &Path, target: &Path) -> Result<PathBuf, Situation> {
    let kept_as = first_free(target, |to| place(path, to))?;
    File::open(&kept_as).and_then(|file| file.sync_all()).map_err(Situation::at(&kept_as))?;
    sync_folder(target)?;
    Ok(kept_as)
}

/// Renames `from` to `to`, never over a file that is there.
pub(crate) fn place(from: &Path, to: &Path) -> Result<(), Situation> {
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => place_by_link(from, to),
        result => result.map_err(Situation::at(to)),
    }
}

/// For file systems that cannot refuse to replace: a second name fails where there is one already.
fn place_by_link(from: &Path, to: &Path) -> Result<(), Situation> {
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from).map_err(Situation::at(from)),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(Situation::NameTaken(to.to_owned()))
        }
        Err(_) if to.symlink_metadata().is_ok() => Err(Situation::NameTaken(to.to_owned())),
        Err(_) => fs::rename(from, to).map_err(Situation::at(to)),
    }
}

/// The first conflict name of `target` that `place` can have.
fn first_free(
    target: &Path,
    place: impl Fn(&Path) -> Result<(), Situation>,
) -> Result<PathBuf, Situation> {
    let now = Zoned::now().strftime("%Y-%m-%d %H%M%S").to_string();
    for place_in_line in 1..MOST_IN_A_SECOND {
        let name = conflict_name(target, &now, place_in_line);
        match place(&name) {
            Ok(()) => return Ok(name),
            Err(Situation::NameTaken(_)) => {}
            Err(refused) => return Err(refused),
        }
    }
    Err(Situation::NameTaken(target.to_owned()))
}

fn conflict_name(target: &Path, now: &str, place_in_line: usize) -> PathBuf {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy();
    // The longest stem that leaves room for the rest within 255 bytes.
    let stem = &stem[..stem.floor_char_boundary(200)];
    let count = if place_in_line == 1 { String::new() } else { format!(" {place_in_line}") };
    let extension = match target.extension() {
        Some(extension) => format!(".{}", extension.to_string_lossy()),
        None => String::new(),
    };
    target.with_file_name(format!("{stem} (conflict {now}{count}){extension}"))
}
