//! The library: a folder of drafts.

mod files;
mod folders;
mod naming;
mod stamp;
mod summary;
mod trashed;

pub use naming::{file_name, is_draft, slug};

pub(crate) use files::first_free;
pub(crate) use stamp::Stamp;
pub use summary::Summary;
pub use trashed::Trashed;

use crate::{Situation, tree};
use std::fs;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::SystemTime;

/// A folder of drafts, with the folders in it.
#[derive(Clone, Debug)]
pub struct Library {
    root: PathBuf,
}

/// A draft as the list of names knows it, before anybody has read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The file.
    pub path: PathBuf,
    /// When it was last written.
    pub modified: SystemTime,
    /// Its size in bytes.
    pub size: u64,
    /// The draft that this one is a conflict copy of, by its name: a sync tool's copy or our own. That
    /// draft itself may be gone.
    pub copy_of: Option<PathBuf>,
    /// By what a change of the file is seen.
    pub(crate) stamp: Stamp,
}

impl Library {
    /// The library in the folder `root`.
    ///
    /// # Errors
    /// `LibraryGone`, `NotAllowed`, or `NotAFolder` when something else has this name.
    pub fn open(root: &Path) -> Result<Self, Situation> {
        // As components, for with a slash at its end a file is not even there.
        let at_the_name = fs::metadata(root.components().as_path());
        if at_the_name.is_ok_and(|about| !about.is_dir()) {
            return Err(Situation::NotAFolder(root.to_owned()));
        }
        let gone = |_| Situation::LibraryGone(root.to_owned());
        let root = root.canonicalize().map_err(gone)?;
        // Listing it tells whether it may be read.
        fs::read_dir(&root).map_err(Situation::at(&root))?;
        Ok(Self { root })
    }

    /// The folder, without links in its path.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The drafts, the one written last first. Hidden files, temporary files of sync tools and our own
    /// are left out, and so are links that lead out of the library. Reads no draft.
    ///
    /// # Errors
    /// When the folder itself cannot be read.
    pub fn names(&self) -> Result<Vec<Entry>, Situation> {
        let mut paths = Vec::new();
        tree::walk(&self.root, &mut |path, kind| {
            if naming::is_draft(&path) && (!kind.is_symlink() || self.contains(&path)) {
                paths.push(path);
            }
        })?;
        // Asking ten thousand files for their times is most of what a search as one types takes.
        let mut entries = in_shares(&paths, |share| share.iter().filter_map(entry).collect());
        entries.sort_by(|one, other| {
            other.modified.cmp(&one.modified).then_with(|| one.path.cmp(&other.path))
        });
        Ok(entries)
    }

    /// Whether `path` leads to a place in the library when its links are followed. The file itself may
    /// be missing, its folder may not.
    pub fn contains(&self, path: &Path) -> bool {
        let real = path.canonicalize().or_else(|_| {
            let folder = path.parent().unwrap_or(path).canonicalize()?;
            Ok::<_, std::io::Error>(folder.join(path.file_name().unwrap_or_default()))
        });
        real.is_ok_and(|real| real.starts_with(&self.root) && real != self.root)
    }

    fn check_inside(&self, path: &Path) -> Result<(), Situation> {
        if !self.contains(path) {
            return Err(Situation::OutsideLibrary(path.to_owned()));
        }
        Ok(())
    }
}

/// Looks at a share of the entries on each core; what is found keeps their order.
pub(crate) fn in_shares<E: Sync, T: Send>(
    entries: &[E],
    look: impl Fn(&[E]) -> Vec<T> + Sync,
) -> Vec<T> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let shares = entries.chunks(entries.len().div_ceil(cores).max(1));
    thread::scope(|scope| {
        let running: Vec<_> = shares.map(|share| scope.spawn(|| look(share))).collect();
        let joined = running.into_iter().map(|share| share.join());
        joined.flat_map(|share| share.unwrap_or_else(|panic| resume_unwind(panic))).collect()
    })
}

/// Nothing for what is gone by now, for folders called `x.md`, pipes and the like.
fn entry(path: &PathBuf) -> Option<Entry> {
    let about = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    let modified = about.modified().unwrap_or(SystemTime::UNIX_EPOCH);
    let (path, copy_of) = (path.clone(), naming::copy_of(path));
    Some(Entry { path, modified, size: about.len(), copy_of, stamp: Stamp::of(&about) })
}
