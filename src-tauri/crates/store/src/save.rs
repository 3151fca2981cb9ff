//! The save: at every instant the file is its old or its new whole text, and nobody's text is lost.
//!
//! The new text is written to a temporary file beside the target and brought to the disk; then the
//! two names are exchanged, so that what stood there comes out as a file of its own, even when it was
//! written a moment ago by somebody else. If it is not the text that the caller knew (the base), it
//! stays in the folder as a conflict copy. A text that came out as expected waits two seconds for a
//! writer who may still hold it open (see [`Pending`]), then it goes.

mod attributes;
mod in_place;
mod keep;
mod pending;
mod target;
mod temporary;

pub use keep::{conflict_copy, create_new, remove_copy};
pub use pending::Pending;

pub(crate) use keep::{keep_file, place};
pub(crate) use target::has_other_names;
pub(crate) use temporary::{Leftover, lock};

use crate::{Hash, Situation};
use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Instant;
use target::Old;
use temporary::Temporary;

/// What a save came to. Only with it in hand may anybody say "Saved".
#[derive(Debug)]
pub struct Saved {
    /// The hash of the text that is now in the file: the base of the next save.
    pub hash: Hash,
    /// The text of somebody else that stood in the file, if one did.
    pub displaced: Option<Displaced>,
    /// What still has to happen two seconds later; nothing when nothing was written.
    pub pending: Option<Pending>,
}

/// A text that somebody else wrote into the file and that the save took out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Displaced {
    /// Its bytes, which need not be UTF-8; empty when they could not be read a second time.
    pub bytes: Vec<u8>,
    /// The conflict copy in which it now stands.
    pub kept_as: PathBuf,
}

/// Saves `bytes` as the whole text of the file at `path`, through any links. `base` is the hash of
/// the text that the caller last read or wrote there, or nothing for a file that should not be there
/// yet; whatever else is found becomes a conflict copy. Blocks until the text is on the disk.
/// A text that is there already is not written again.
///
/// # Errors
/// The old text is intact, no temporary file is left, and the caller keeps the text: `Vanished` when
/// there is a base but no file, `FileReadOnly`, `NotAllowed`, `OwnerNotKept`, `AttributesNotKept`,
/// `LibraryReadOnly`, `LibraryGone`, `DiskFull`, `DiskFailed` and the rest.
/// Every further attempt begins with a new temporary file: after a failed fsync the old one lies.
pub fn save(path: &Path, base: Option<Hash>, bytes: &[u8]) -> Result<Saved, Situation> {
    let target = target::resolve(path)?;
    match Old::read(&target)? {
        None if base.is_some() => Err(Situation::vanished(path)),
        None => match create_new(&target, bytes) {
            // Somebody was faster: what they wrote is there now, and must be kept.
            Err(Situation::NameTaken(_)) => save(path, base, bytes),
            created => created.map(Saved::quietly),
        },
        Some(old) if old.bytes == bytes => already_there(&target, &old),
        Some(old) => {
            target::check_writable(&target, &old.about)?;
            let expected = Expected { base, written: Hash::of(bytes) };
            if has_other_names(&old.about) {
                in_place::write(&target, &old, &expected, bytes)
            } else {
                replace(&target, old, &expected, bytes)
            }
        }
    }
}

/// Writes `bytes` as the file at `path` whatever stands there, as the person asked for: an export, the
/// settings. No copy is made of what it replaces. The folder is made if need be.
///
/// # Errors
/// As [`save`].
pub fn write_over(path: &Path, bytes: &[u8]) -> Result<(), Situation> {
    let folder = folder_of(path);
    fs::create_dir_all(folder).map_err(Situation::at(folder))?;
    let base = fs::read(path).ok().map(|bytes| Hash::of(&bytes));
    let saved = save(path, base, bytes)?;
    saved.pending.map_or(Ok(None), Pending::settle).map(drop)
}

impl Saved {
    fn quietly(hash: Hash) -> Self {
        Self { hash, displaced: None, pending: None }
    }
}

/// The texts whose going is no loss.
struct Expected {
    base: Option<Hash>,
    written: Hash,
}

impl Expected {
    fn covers(&self, bytes: &[u8]) -> bool {
        let hash = Hash::of(bytes);
        bytes.is_empty() || hash == self.written || Some(hash) == self.base
    }
}

/// The text may be there without being on the disk yet: an earlier save may have failed in its very
/// last step, and whoever wrote it may never have synced.
fn already_there(target: &Path, old: &Old) -> Result<Saved, Situation> {
    old.file.sync_all().map_err(Situation::at(target))?;
    sync_folder(target)?;
    Ok(Saved::quietly(old.hash()))
}

fn replace(target: &Path, old: Old, to: &Expected, bytes: &[u8]) -> Result<Saved, Situation> {
    let mut temporary = Temporary::beside(target)?;
    attributes::copy(target, &old.file, &old.about, temporary.file())?;
    temporary.write(bytes)?;
    let exchanged = renameat_with(CWD, temporary.path(), CWD, target, RenameFlags::EXCHANGE);
    let saved = match exchanged {
        Ok(()) => come_out(target, old.file, &temporary.keep()?, to),
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => rename_over(target, temporary, to),
        Err(Errno::NOENT) => Err(Situation::vanished(target)),
        Err(error) => Err(Situation::of(target, &error.into())),
    }?;
    if let Err(situation) = sync_folder(target) {
        // The text is in the file, but nobody may say so; what came out is cleared away all the same.
        saved.pending.into_iter().for_each(|pending| pending.settle_later(drop));
        return Err(situation);
    }
    Ok(saved)
}

/// Looks at what the exchange brought out to `parked`, and decides whether it may go.
fn come_out(target: &Path, old: File, parked: &Path, to: &Expected) -> Result<Saved, Situation> {
    let mut saved = Saved::quietly(to.written);
    let found = fs::read(parked);
    if let Some(bytes) = found.as_ref().ok().filter(|bytes| to.covers(bytes)) {
        saved.pending = Some(Pending::new(target, parked, old, Hash::of(bytes))?);
    } else {
        // The file itself becomes the copy: a writer who still holds it open goes on writing there.
        let kept_as = keep_file(parked, target)?;
        saved.displaced = Some(Displaced { bytes: found.unwrap_or_default(), kept_as });
    }
    Ok(saved)
}

/// For file systems that cannot exchange two names: look once more, then rename. What is written
/// between the two is lost, which is why this is never chosen where the exchange works.
fn rename_over(target: &Path, new: Temporary, to: &Expected) -> Result<Saved, Situation> {
    let mut saved = Saved::quietly(to.written);
    let bytes = fs::read(target).map_err(Situation::at(target))?;
    if !to.covers(&bytes) {
        let kept_as = conflict_copy(target, &bytes)?;
        saved.displaced = Some(Displaced { bytes, kept_as });
    }
    new.rename_over(target)?;
    Ok(saved)
}

/// The folder that the file at `path` is in. A bare name is in the working folder, where
/// [`Path::parent`] says nothing that could be opened.
fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().unwrap_or(path);
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
}

/// Brings the names in the folder of `path` to the disk; without it a power cut undoes a rename.
pub(crate) fn sync_folder(path: &Path) -> Result<(), Situation> {
    let folder = folder_of(path);
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // Some network file systems have no such thing.
        Err(error) if error.raw_os_error() == Some(Errno::INVAL.raw_os_error()) => Ok(()),
        result => result.map_err(Situation::at(folder)),
    }
}

/// When a text parked now may go.
fn two_seconds_on() -> Instant {
    Instant::now() + pending::PATIENCE
}
