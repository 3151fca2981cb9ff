//! L19: the end in the middle of a save, by a signal or as one closes a window.

use crate::case::{Case, Tried};
use crate::trial::Trial;
use crate::typist::Typist;
use anyhow::Result;
use rustix::process::Signal;
use std::thread::sleep;
use std::time::Duration;

pub(crate) const CASE: Case = Case {
    id: "L19",
    what: "ended by a signal or closed in the middle of a save, nothing is lost",
    tried: Tried::By {
        sample: 20,
        full: 500,
        run,
        broken: &["keeps-no-journal", "journals-files-only"],
    },
};

/// How the child ends: by a signal that it does not hear, or closed as a window is.
const ENDS: &[(&str, Option<Signal>)] = &[
    ("SIGTERM", Some(Signal::TERM)),
    ("SIGHUP", Some(Signal::HUP)),
    ("SIGINT", Some(Signal::INT)),
    ("closed", None),
];

fn run(trial: &mut Trial) -> Result<()> {
    while trial.goes_on() {
        let end = trial.chance.pick(ENDS);
        let typist = Typist {
            named: end.1.is_none() || trial.chance.one_in(2),
            ..Typist::any(&mut trial.chance)
        };
        let milliseconds = trial.chance.below(400) as u64;
        let result = ended(trial, typist, end.1, Duration::from_millis(milliseconds));
        trial.count(format!("{typist:?}, {} after {milliseconds} ms", end.0), result);
    }
    Ok(())
}

fn ended(trial: &mut Trial, typist: Typist, by: Option<Signal>, after: Duration) -> Result<()> {
    let folder = typist.folder()?;
    let typing = typist.start(&trial.way, &folder, &[])?;
    sleep(after);
    match by {
        Some(signal) => typing.killed_by(signal)?.is_back(&folder)?,
        None => typing.closed()?.is_saved(&folder)?,
    }
    trial.leaves_nothing(&folder)
}
