//! L25: temporary files. The other cases look through their folders as well; here saves are killed
//! at random, one after the other, and a library is listed over what they leave.

use crate::case::{Case, Tried};
use crate::child;
use crate::folder::Folder;
use crate::texts;
use crate::trial::Trial;
use anyhow::{Context, Result, ensure};
use std::io::{BufRead, BufReader};
use std::thread::sleep;
use std::time::Duration;
use store::Library;

pub(crate) const CASE: Case = Case {
    id: "L25",
    what: "after saves killed at random no temporary file is left or ever listed",
    tried: Tried { sample: 40, full: 400, run, broken: &["never-recovers", "truncates"] },
};

const LENGTH: usize = 200_000;

fn run(trial: &mut Trial) -> Result<()> {
    while trial.goes_on() {
        let microseconds = trial.chance.below(20_000) as u64;
        let result = killed_after(trial, Duration::from_micros(microseconds));
        trial.count(format!("killed {microseconds} µs after its first save"), result);
    }
    Ok(())
}

fn killed_after(trial: &mut Trial, time: Duration) -> Result<()> {
    let folder = Folder::new()?.with("a.md", texts::numbered(0, LENGTH))?;
    let mut saving = child::saving_on_and_on(&trial.way, &folder.path("a.md"), LENGTH)?;
    let mut said = BufReader::new(saving.stdout.take().context("a pipe")?).lines();
    let first = said.next();
    sleep(time);
    saving.kill()?;
    saving.wait()?;
    first.context("it never saved")??;
    let shown = said.map_while(Result::ok).filter_map(|line| line.parse().ok()).last();
    let there = texts::number_of(&folder.bytes("a.md")?, LENGTH);
    let there = there.context("the file is a mixture, or empty")?;
    ensure!(there >= shown.unwrap_or(1), "save {there} is there, {shown:?} was shown");
    let listed = Library::open(&folder.root())?.names()?;
    ensure!(listed.len() == 1, "the library lists {} drafts", listed.len());
    trial.leaves_nothing(&folder)
}
