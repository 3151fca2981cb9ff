//! Files with a second name (hard links), the one case that is written in place: an exchange would
//! leave the other name with the old text for ever.

use super::target::Old;
use super::temporary::Temporary;
use super::{Displaced, Expected, Saved, conflict_copy, sync_folder};
use crate::Situation;
use rustix::fs::{FallocateFlags, fallocate};
use rustix::io::Errno;
use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::Path;

/// Writes `bytes` over the old text, after both lie safely beside it: killed in the middle, the file
/// is a mixture, and [`crate::recover`] finds the two whole texts.
pub(super) fn write(
    target: &Path,
    old: &Old,
    to: &Expected,
    bytes: &[u8],
) -> Result<Saved, Situation> {
    let at = Situation::at(target);
    let mut file = OpenOptions::new().read(true).write(true).open(target).map_err(&at)?;
    let now = file.metadata().map_err(&at)?;
    if (now.dev(), now.ino()) != (old.about.dev(), old.about.ino()) {
        // Replaced by somebody a moment ago: the next attempt sees the new file.
        return super::save(target, to.base, bytes);
    }
    let mut found = Vec::new();
    file.read_to_end(&mut found).map_err(&at)?;
    let mut saved = Saved::quietly(to.written);
    if !to.covers(&found) {
        let kept_as = conflict_copy(target, &found)?;
        saved.displaced = Some(Displaced { bytes: found.clone(), kept_as });
    }
    let copies = [safe_copy(target, &found)?, safe_copy(target, bytes)?];
    sync_folder(target)?;
    reserve(&file, bytes.len()).map_err(Situation::at(target))?;
    if let Err(error) = overwrite(&file, bytes) {
        if overwrite(&file, &found).is_err() {
            // The file is damaged, so the two copies are all there is.
            copies.into_iter().try_for_each(|copy| copy.keep().map(drop))?;
        }
        return Err(at(error));
    }
    Ok(saved)
}

fn safe_copy(target: &Path, bytes: &[u8]) -> Result<Temporary, Situation> {
    let mut copy = Temporary::beside(target)?;
    copy.write(bytes)?;
    Ok(copy)
}

/// Asks for the space beforehand, so that a full disk is noticed while the old text is still whole.
fn reserve(file: &File, length: usize) -> rustix::io::Result<()> {
    match fallocate(file, FallocateFlags::KEEP_SIZE, 0, length.max(1) as u64) {
        Err(Errno::OPNOTSUPP | Errno::NOSYS | Errno::INVAL) => Ok(()),
        result => result,
    }
}

/// The end is cut last: the file is never seen empty.
fn overwrite(file: &File, bytes: &[u8]) -> io::Result<()> {
    file.write_all_at(bytes, 0)?;
    file.set_len(bytes.len() as u64)?;
    file.sync_all()
}
