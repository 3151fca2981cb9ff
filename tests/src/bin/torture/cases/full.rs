//! L4: a disk that is really full.

use crate::case::{Case, Tried};
use crate::disk::Disk;
use crate::folder::Folder;
use crate::trial::Trial;
use anyhow::{Result, ensure};
use std::fs;
use store::Hash;

pub(crate) const CASE: Case = Case {
    id: "L4",
    what: "on a disk of any size from one text to three a save is whole or refused, and works once there is room",
    tried: Tried {
        sample: 28,
        full: usize::MAX,
        run,
        broken: &["truncates", "writes-in-place-on-error", "says-saved-too-early"],
    },
};

/// The text's length: 110 steps of a page from one of it to three.
const KIB: usize = 220;

fn run(trial: &mut Trial) -> Result<()> {
    let sizes: Vec<usize> = (KIB..=3 * KIB).step_by(4).collect();
    let name = |kib: &usize| format!("{kib} KiB for {KIB} KiB");
    trial.each(&sizes, name, |trial, kib| {
        on_disk_of(trial, *kib, KIB)?;
        on_disk_of(trial, *kib, KIB * 3 / 2)
    });
    Ok(())
}

/// Saves a text of `length` KiB over one of [`KIB`]: as long, it would fit in its place.
fn on_disk_of(trial: &mut Trial, kib: usize, length: usize) -> Result<()> {
    let folder = Folder::new()?;
    let disk = Disk::of_size(kib, &folder.root())?;
    let (old, new) = ("o".repeat(KIB * 1024), "n".repeat(length * 1024));
    let file = folder.path("a.md");
    fs::write(&file, &old)?;
    let base = Some(Hash::of(old.as_bytes()));
    let saved = trial.way.save_now(&file, base, new.as_bytes());
    let there = fs::read(&file)?;
    match &saved {
        Ok(_) => ensure!(there == new.as_bytes(), "it said saved, and is not"),
        Err(refused) => {
            ensure!(there == old.as_bytes(), "the old text is damaged after: {refused}");
            ensure!(refused.code() == "disk-full", "told the wrong thing: {refused}");
        }
    }
    trial.leaves_nothing(&folder)?;
    ensure!(folder.files()?.len() == 1, "something was left on the full disk");
    disk.grow(4 * KIB)?;
    trial.way.save_now(&file, Some(Hash::of(&there)), new.as_bytes())?;
    ensure!(fs::read(&file)? == new.as_bytes(), "with room again the text was not saved");
    Ok(())
}
