//! L26: the power goes.

use crate::case::{Case, Tried};
use crate::child;
use crate::disk::Disk;
use crate::folder::Folder;
use crate::skipped;
use crate::texts;
use crate::trial::Trial;
use anyhow::{Context, Result, ensure};
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

pub(crate) const CASE: Case = Case {
    id: "L26",
    what: "the power goes while texts are saved: none is torn, and none is lost that was shown as saved",
    tried: Tried {
        sample: 12,
        full: 200,
        run,
        broken: &["renames-without-sync", "forgets-the-folder", "truncates"],
    },
};

/// A kind of disk: how it is made, in how many MB, and how it is mounted.
type Kind = (&'static [&'static str], u64, &'static str);

const KINDS: [Kind; 3] = [
    (&["mkfs.ext4", "-q"], 64, "defaults"),
    (&["mkfs.ext4", "-q"], 64, "data=writeback,noauto_da_alloc"),
    (&["mkfs.xfs", "-q"], 320, "defaults"),
];

const LENGTH: usize = 50_000;

fn run(trial: &mut Trial) -> Result<()> {
    let mut round = 0;
    while trial.goes_on() {
        let (make, megabytes, options) = KINDS[round % 3];
        let milliseconds = trial.chance.below(120) as u64;
        let result = power_cut(trial, (make, megabytes, options), milliseconds);
        trial.count(format!("{} with {options}, cut after {milliseconds} ms", make[0]), result);
        round += 1;
    }
    Ok(())
}

fn power_cut(trial: &mut Trial, kind: Kind, milliseconds: u64) -> Result<()> {
    skipped::unless_root()?;
    let (folder, at) = (Folder::new()?, Folder::new()?);
    let image = folder.path("disk");
    make(&image, kind)?;
    let disk = Disk::in_file(&image, kind.2, &at.root())?;
    fs::write(at.path("a.md"), texts::numbered(0, LENGTH))?;
    sync(&at)?;
    let shown = cut(trial, &disk, &at, milliseconds)?;
    drop(disk);
    // The journal is replayed.
    let _disk = Disk::in_file(&image, kind.2, &at.root())?;
    let there = texts::number_of(&at.bytes("a.md")?, LENGTH);
    let there = there.context("the text is torn, or empty")?;
    ensure!(there >= shown, "save {there} is there, {shown} was shown as saved");
    trial.leaves_nothing(&at)
}

fn make(image: &Path, (words, megabytes, _): Kind) -> Result<()> {
    File::create(image)?.set_len(megabytes << 20)?;
    let image = image.to_string_lossy();
    let words = [words, &[&*image]].concat();
    skipped::unless_done(words[0], &words[1..])
}

/// What lies on the disk before the case begins is there to stay.
fn sync(at: &Folder) -> Result<()> {
    File::open(at.path("a.md"))?.sync_all()?;
    let synced = Command::new("sync").arg("--file-system").arg(at.root()).status()?;
    ensure!(synced.success(), "sync: {synced}");
    Ok(())
}

/// Lets a child save on and on, and cuts its disk's power. Which save was the last one shown.
fn cut(trial: &Trial, disk: &Disk, at: &Folder, milliseconds: u64) -> Result<usize> {
    let mut saving = child::saving_on_and_on(&trial.way, &at.path("a.md"), LENGTH)?;
    let mut said = BufReader::new(saving.stdout.take().context("a pipe")?).lines();
    let first = said.next();
    sleep(Duration::from_millis(milliseconds));
    let cut = disk.lose_power();
    // A store that notices ends by itself; one that does not is ended.
    sleep(Duration::from_millis(20));
    saving.kill()?;
    saving.wait()?;
    cut?;
    first.context("it never saved")??;
    Ok(said.map_while(Result::ok).filter_map(|line| line.parse().ok()).last().unwrap_or(1))
}
