//! What a killed save left behind.

use crate::save::{Leftover, has_other_names, keep_file};
use crate::{Hash, Situation, tree};
use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// What [`recover`] found.
#[derive(Debug, Default)]
pub struct Recovery {
    /// Texts that were known nowhere else, as conflict copies.
    pub kept: Vec<PathBuf>,
    /// How many temporary files held nothing that is not elsewhere, and went.
    pub removed: usize,
    /// Those that could be neither read nor moved; they stay.
    pub failed: Vec<Situation>,
}

/// Reads every temporary file that a killed save left below `root`, turns a text that is known nowhere
/// else into a conflict copy of its draft, and removes the rest. Files of a save that another Lede is
/// in the middle of are left alone.
///
/// # Errors
/// When `root` cannot be read.
pub fn recover(root: &Path) -> Result<Recovery, Situation> {
    let mut found = Vec::new();
    tree::walk(root, &mut |path, kind| {
        if let Some(leftover) = Leftover::at(&path).filter(|_| kind.is_file()) {
            found.push((path, leftover));
        }
    })?;
    let mut recovery = Recovery::default();
    for (path, leftover) in found {
        match clear(&path, &leftover) {
            Ok(Cleared::Removed) => recovery.removed += 1,
            Ok(Cleared::Kept(copy)) => recovery.kept.push(copy),
            Ok(Cleared::InUse) => {}
            Err(situation) => recovery.failed.push(situation),
        }
    }
    Ok(recovery)
}

enum Cleared {
    Removed,
    Kept(PathBuf),
    InUse,
}

fn clear(path: &Path, leftover: &Leftover) -> Result<Cleared, Situation> {
    let file = File::open(path).map_err(Situation::at(path))?;
    if flock(&file, FlockOperation::NonBlockingLockExclusive) == Err(Errno::WOULDBLOCK) {
        return Ok(Cleared::InUse);
    }
    let bytes = fs::read(path).map_err(Situation::at(path))?;
    let target = match leftover {
        Leftover::New { target } | Leftover::Parked { target, .. } => target,
    };
    if is_elsewhere(leftover, &bytes) {
        fs::remove_file(path).map_err(Situation::at(path))?;
        return Ok(Cleared::Removed);
    }
    keep_file(path, target).map(Cleared::Kept)
}

/// Whether the bytes can go without a loss. A save killed while it wrote leaves the beginning of its
/// text, which says nothing new when the file begins so too.
fn is_elsewhere(leftover: &Leftover, bytes: &[u8]) -> bool {
    match leftover {
        Leftover::Parked { short_hash, .. } => Hash::of(bytes).short() == *short_hash,
        Leftover::New { target } => {
            bytes.is_empty() || fs::read(target).is_ok_and(|now| begins(target, &now, bytes))
        }
    }
}

/// Whether the file at `target`, which holds `now`, begins with `bytes` and has been whole all the
/// time. One with two names is written in place: it may begin with its whole new text, and end as
/// the old one did.
fn begins(target: &Path, now: &[u8], bytes: &[u8]) -> bool {
    let in_place = fs::metadata(target).is_ok_and(|about| has_other_names(&about));
    if in_place { now == bytes } else { now.starts_with(bytes) }
}
