//! L1: death while somebody types.

use crate::case::{Case, Tried};
use crate::in_window;
use crate::trial::Trial;
use crate::typist::Typist;
use anyhow::Result;
use rustix::process::Signal;
use std::thread::sleep;
use std::time::{Duration, Instant};

pub(crate) const CASE: Case = Case {
    id: "L1",
    what: "killed at random while typing and saving, the file is whole and at most 100 ms of typing are gone, of a draft without a file too",
    tried: Tried {
        sample: 14,
        full: 1000,
        run,
        broken: &["keeps-no-journal", "journals-files-only", "wipes-the-journal"],
    },
};

fn run(trial: &mut Trial) -> Result<()> {
    trial.in_windows("killed in its window", (3, 50), killed_in_window);
    while trial.goes_on_without_window() {
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

/// Types into the window, kills the app, starts it again, and compares.
fn killed_in_window(trial: &mut Trial) -> Result<()> {
    let mut window = in_window::opened("killed");
    let time = Duration::from_millis(500 + trial.chance.below(2500) as u64);
    let late = Duration::from_millis(trial.chance.below(200) as u64);
    let (words, must) = in_window::typed_while(&window, "", 0, || {
        let shown = in_window::shown_for(&window, time);
        sleep(late);
        let end = Instant::now();
        window.kill();
        in_window::shown_before(&shown, end)
    });
    (trial.way.meanwhile)(&in_window::state(&window));
    window.reopen();
    in_window::until_file(&window, |text| in_window::holds(text, &words, must))
}
