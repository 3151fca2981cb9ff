//! The drafts as they were when one last looked.

use super::Happened;
use crate::library::is_draft;
use crate::{Situation, tree};
use std::collections::BTreeMap;
use std::fs;
use std::ops::Bound;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// What is different about a file that was written or replaced. The time of the last change of its
/// record is in it, which no tool can set back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    inode: u64,
    size: u64,
    written: (i64, i64),
    changed: (i64, i64),
}

/// Every draft below a root, with its stamp.
#[derive(Debug)]
pub(super) struct Known {
    root: PathBuf,
    drafts: BTreeMap<PathBuf, Stamp>,
}

impl Known {
    /// Looks at all below `root` for the first time.
    pub(super) fn read(root: &Path) -> Result<Self, Situation> {
        Ok(Self { root: root.to_owned(), drafts: drafts(root)? })
    }

    /// Looks at all below the root again. A root that cannot be read says nothing of its drafts.
    pub(super) fn look_everywhere(&mut self) -> Vec<Happened> {
        self.look_below(&self.root.clone())
    }

    fn look_below(&mut self, folder: &Path) -> Vec<Happened> {
        drafts(folder).map_or_else(|_| Vec::new(), |now| self.compare(folder, now))
    }

    /// Looks at one place that the system named: a draft, or a folder that came, went or was moved.
    pub(super) fn look(&mut self, place: &Path) -> Vec<Happened> {
        if tree::is_hidden_below(&self.root, place) {
            return Vec::new();
        }
        if place.is_dir() {
            return self.look_below(place);
        }
        if let Some(stamp) = stamp(place) {
            let before = self.drafts.insert(place.to_owned(), stamp);
            return vec![match before {
                None => Happened::Appeared(place.to_owned()),
                // Told also when the stamp is the same: something wrote to it, and only its content
                // can say what.
                Some(_) => Happened::Changed(place.to_owned()),
            }];
        }
        self.compare(place, BTreeMap::new())
    }

    /// Takes over what is `now` at or below `place`.
    fn compare(&mut self, place: &Path, now: BTreeMap<PathBuf, Stamp>) -> Vec<Happened> {
        let below = (Bound::Included(place), Bound::Unbounded);
        let before = self.drafts.range::<Path, _>(below).map(|(path, _)| path);
        let gone = before
            .take_while(|path| path.starts_with(place))
            .filter(|path| !now.contains_key(*path))
            .cloned();
        let gone: Vec<_> = gone.collect();
        let mut happened = Vec::new();
        for path in gone {
            self.drafts.remove(&path);
            happened.push(Happened::Vanished(path));
        }
        for (path, stamp) in now {
            match self.drafts.insert(path.clone(), stamp) {
                None => happened.push(Happened::Appeared(path)),
                Some(before) if before != stamp => happened.push(Happened::Changed(path)),
                Some(_) => {}
            }
        }
        happened
    }
}

fn drafts(folder: &Path) -> Result<BTreeMap<PathBuf, Stamp>, Situation> {
    let mut drafts = BTreeMap::new();
    tree::walk(folder, &mut |path, _| drafts.extend(stamp(&path).map(|stamp| (path, stamp))))?;
    Ok(drafts)
}

/// The stamp of a draft; nothing for anything else.
fn stamp(path: &Path) -> Option<Stamp> {
    let about = fs::metadata(path).ok().filter(|about| is_draft(path) && about.is_file())?;
    Some(Stamp {
        inode: about.ino(),
        size: about.size(),
        written: (about.mtime(), about.mtime_nsec()),
        changed: (about.ctime(), about.ctime_nsec()),
    })
}

/// Which folder this is, whatever its name: device and number.
pub(super) fn identity(folder: &Path) -> Option<(u64, u64)> {
    let about = fs::metadata(folder).ok().filter(fs::Metadata::is_dir)?;
    Some((about.dev(), about.ino()))
}
