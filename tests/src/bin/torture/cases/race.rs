//! L12: somebody else writes while we save.

use crate::case::{Case, Tried};
use crate::folder::Folder;
use crate::trial::Trial;
use anyhow::{Context, Result, ensure};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::sync::Barrier;
use std::thread::{self, sleep};
use std::time::{Duration, Instant};
use store::{Hash, Pending, Saved, Situation};

pub(crate) const CASE: Case = Case {
    id: "L12",
    what: "in a race with another writer, who renames or writes in place, each side's text is in the file or in a conflict copy, ours at least until theirs came over it",
    tried: Tried { sample: 150, full: 10_000, run, broken: &["replaces-links", "truncates"] },
};

/// How somebody writes a text into a file.
type Writing = fn(&Path, &str) -> Result<()>;

/// How the other one does.
const THEIR_WAYS: [(&str, Writing); 3] =
    [("renaming", renames), ("in place", in_place), ("in place, slowly", slowly)];

fn run(trial: &mut Trial) -> Result<()> {
    while trial.goes_on() {
        let (name, theirs) = THEIR_WAYS[trial.ran % 3];
        let microseconds = (trial.chance.below(600), trial.chance.below(600));
        let result = race(trial, theirs, microseconds);
        trial.count(format!("{name}, started {microseconds:?} µs apart"), result);
    }
    Ok(())
}

fn renames(file: &Path, text: &str) -> Result<()> {
    let new = file.with_file_name("their.tmp");
    fs::write(&new, text)?;
    Ok(fs::rename(new, file)?)
}

fn in_place(file: &Path, text: &str) -> Result<()> {
    Ok(fs::write(file, text)?)
}

fn slowly(file: &Path, text: &str) -> Result<()> {
    let mut file = File::options().write(true).truncate(true).open(file)?;
    for part in text.as_bytes().chunks(text.len() / 3) {
        sleep(Duration::from_micros(200));
        file.write_all(part)?;
    }
    Ok(())
}

fn race(trial: &mut Trial, theirs: Writing, microseconds: (usize, usize)) -> Result<()> {
    let folder = Folder::new()?.with("a.md", "the base")?;
    let file = folder.path("a.md");
    let (their_text, my_text) = ("their text, ".repeat(300), "my text, ".repeat(300));
    let start = Barrier::new(2);
    let (saved, wrote) = thread::scope(|scope| {
        let other = scope.spawn(|| {
            start.wait();
            spin(microseconds.0);
            theirs(&file, &their_text)
        });
        start.wait();
        spin(microseconds.1);
        let saved = (trial.way.save)(&file, Some(Hash::of(b"the base")), my_text.as_bytes());
        (saved, other.join())
    });
    wrote.ok().context("the other writer panicked")??;
    let mine_is_told = settled(saved)?;
    trial.leaves_nothing(&folder)?;
    ensure!(folder.holds(their_text.as_bytes())?, "their text is nowhere");
    // Where they came last, mine was in the file before; to keep it then is the work of a snapshot.
    let mine = folder.holds(my_text.as_bytes())?;
    ensure!(
        mine || (mine_is_told && folder.bytes("a.md")? == their_text.as_bytes()),
        "mine is nowhere"
    );
    Ok(())
}

/// Lets the old text go: the other one has finished. Whether I was told that my text is saved.
fn settled(saved: Result<Saved, Situation>) -> Result<bool> {
    match saved {
        Ok(saved) => {
            saved.pending.map(Pending::settle).transpose()?;
            Ok(true)
        }
        // In the moment when it is renamed, a file may be gone or another: then the next save does it.
        Err(_) => Ok(false),
    }
}

/// Waits more exactly than sleeping does.
fn spin(microseconds: usize) {
    let start = Instant::now();
    while start.elapsed() < Duration::from_micros(microseconds as u64) {
        std::hint::spin_loop();
    }
}
