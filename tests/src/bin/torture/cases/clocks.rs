//! L23: a change is found by what stands in the file, whatever the clocks say.

use crate::case::{Case, Tried};
use crate::folder::Folder;
use crate::trial::Trial;
use anyhow::{Result, bail, ensure};
use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant, SystemTime};
use store::{Draft, Happened, Hash, OnDisk};

pub(crate) const CASE: Case = Case {
    id: "L23",
    what: "with clocks a day off, the time of writing kept and the size equal, a change is found by its content",
    tried: Tried { sample: 100, full: 1000, run, broken: &["compares-by-mtime"] },
};

/// What the clock of whoever writes from outside is like.
const CLOCKS: &[&str] = &["kept", "a day on", "a day back"];

/// As many drafts are open at once.
const AT_ONCE: usize = 20;

const DAY: Duration = Duration::from_secs(86_400);

fn run(trial: &mut Trial) -> Result<()> {
    let folder = Folder::new()?;
    let (sender, told) = channel();
    let watcher = store::watch(&folder.root(), move |happened| {
        let _over = sender.send(happened);
    })?;
    while trial.goes_on() {
        let opened = open_some(trial, &folder)?;
        // What the watcher has to say of files that appeared is not what is waited for.
        while told.recv_timeout(Duration::from_millis(300)).is_ok() {}
        let mut clocks = Vec::new();
        for (draft, about) in &opened {
            clocks.push(trial.chance.pick(CLOCKS));
            write_outside(draft.path(), about, clocks[clocks.len() - 1])?;
        }
        let heard = heard(&told, opened.len());
        for ((draft, about), clock) in opened.into_iter().zip(clocks) {
            let result = found(trial, draft, &about, &heard);
            trial.count(format!("the time is {clock}"), result);
        }
    }
    drop(watcher);
    trial.leaves_nothing(&folder)
}

/// A few drafts, each with what its file is like when it is opened.
fn open_some(trial: &Trial, folder: &Folder) -> Result<Vec<(Draft, Metadata)>> {
    let end = trial.asked.min(trial.ran + AT_ONCE);
    let open = |number: usize| {
        let file = folder.path(&format!("{number}.md"));
        fs::write(&file, "written by me")?;
        let about = fs::metadata(&file)?;
        Ok((Draft::new(file.clone(), (trial.way.open)(&file)?), about))
    };
    (trial.ran..end).map(open).collect()
}

fn write_outside(file: &Path, about: &Metadata, clock: &str) -> Result<()> {
    let time = match clock {
        "a day on" => SystemTime::now() + DAY,
        "a day back" => SystemTime::now() - DAY,
        _ => about.modified()?,
    };
    fs::write(file, "written by XX")?;
    Ok(File::options().write(true).open(file)?.set_modified(time)?)
}

/// The files of which the watcher tells, until it has told of so many, or two seconds are over.
fn heard(told: &Receiver<Happened>, files: usize) -> BTreeSet<PathBuf> {
    let end = Instant::now() + Duration::from_secs(2);
    let mut heard = BTreeSet::new();
    while heard.len() < files {
        let left = end.saturating_duration_since(Instant::now());
        let Ok(happened) = told.recv_timeout(left) else { break };
        heard.extend(happened.path().map(Path::to_owned));
    }
    heard
}

fn found(
    trial: &Trial,
    mut draft: Draft,
    about: &Metadata,
    heard: &BTreeSet<PathBuf>,
) -> Result<()> {
    ensure!(heard.contains(draft.path()), "the watcher said nothing for two seconds");
    let OnDisk::Reload(_) = (trial.way.look)(&mut draft, about, Instant::now()) else {
        bail!("the draft does not see it");
    };
    // Whoever did not hear of it, and saves, keeps their text all the same.
    let base = Some(Hash::of(b"written by me"));
    let saved = trial.way.save_now(draft.path(), base, b"typed meanwhile")?;
    ensure!(saved.displaced.is_some_and(|it| it.bytes == b"written by XX"), "theirs is lost");
    Ok(())
}
