//! L1: death while somebody types.

use crate::case::{Case, Tried};
use crate::trial::Trial;
use crate::typist::Typist;
use anyhow::Result;
use rustix::process::Signal;
use std::thread::sleep;
use std::time::Duration;

pub(crate) const CASE: Case = Case {
    id: "L1",
    what: "killed at random while typing and saving, the file is whole and at most 100 ms of typing are gone, of a draft without a file too",
    tried: Tried::By {
        sample: 20,
        full: 1000,
        run,
        broken: &["keeps-no-journal", "journals-files-only"],
    },
};

fn run(trial: &mut Trial) -> Result<()> {
    while trial.goes_on() {
        let typist = Typist::any(&mut trial.chance);
        let milliseconds = trial.chance.below(400) as u64;
        let result = killed_after(trial, typist, Duration::from_millis(milliseconds));
        trial.count(format!("{typist:?}, killed after {milliseconds} ms"), result);
    }
    Ok(())
}

fn killed_after(trial: &mut Trial, typist: Typist, time: Duration) -> Result<()> {
    let folder = typist.folder()?;
    let typing = typist.start(&trial.way, &folder, &[])?;
    sleep(time);
    let typed = typing.killed_by(Signal::KILL)?;
    typed.is_back(&folder)?;
    trial.leaves_nothing(&folder)
}
