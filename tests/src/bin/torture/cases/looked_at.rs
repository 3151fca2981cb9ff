//! L5: to look is to change nothing.

use crate::case::{Case, Tried};
use crate::folder::Folder;
use crate::texts;
use crate::trial::Trial;
use anyhow::{Result, ensure};
use std::fs::{self, File, Metadata};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};
use store::{Draft, OnDisk};

pub(crate) const CASE: Case = Case {
    id: "L5",
    what: "opened, looked at and closed, no file has another byte or another time",
    tried: Tried { sample: 500, full: 500, run, broken: &["writes-when-opening"] },
};

fn run(trial: &mut Trial) -> Result<()> {
    while trial.goes_on() {
        let text = texts::any(&mut trial.chance);
        let days = trial.chance.below(1000) as u64;
        let result = looked_at(trial, &text, days);
        trial.count(format!("{text:?}"), result);
    }
    Ok(())
}

fn looked_at(trial: &Trial, text: &str, days: u64) -> Result<()> {
    let folder = Folder::new()?.with("a.md", text)?;
    let file = folder.path("a.md");
    let day = SystemTime::now() - Duration::from_secs(86_400 * days);
    File::options().write(true).open(&file)?.set_modified(day)?;
    let before = fs::metadata(&file)?;
    open_and_close(trial, &folder.root(), &file, &before)?;
    let after = fs::metadata(&file)?;
    ensure!(folder.bytes("a.md")? == text.as_bytes(), "its bytes changed");
    ensure!(times(&before) == times(&after), "its times changed");
    ensure!(folder.files()?.len() == 1, "something was left beside it");
    Ok(())
}

/// All that happens to a draft that is looked at.
fn open_and_close(trial: &Trial, root: &Path, file: &Path, about: &Metadata) -> Result<()> {
    let mut draft = Draft::new(file.to_owned(), (trial.way.open)(file)?);
    ensure!(!draft.is_dirty(), "a draft just opened wants to be saved");
    let seen = (trial.way.look)(&mut draft, about, Instant::now());
    ensure!(seen == OnDisk::Same, "it seems changed from outside");
    draft.text().window_text();
    (trial.way.recover)(root)?;
    Ok(())
}

fn times(about: &Metadata) -> (u64, i64, i64, i64, i64) {
    let (written, changed) = (about.mtime_nsec(), about.ctime_nsec());
    (about.ino(), about.mtime(), written, about.ctime(), changed)
}
