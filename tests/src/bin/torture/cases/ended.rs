//! L19: the end in the middle of a save, by a signal or as one closes a window.

use crate::case::{Case, Tried};
use crate::in_window;
use crate::trial::Trial;
use crate::typist::Typist;
use anyhow::Result;
use rustix::process::Signal;
use std::thread::sleep;
use std::time::Duration;

pub(crate) const CASE: Case = Case {
    id: "L19",
    what: "ended by a signal or closed in the middle of a save, nothing is lost",
    tried: Tried {
        sample: 12,
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

/// How the app ends: by the signals of a logout, or as a person closes its window.
const WINDOW_ENDS: &[Option<&str>] = &[Some("TERM"), None, Some("HUP")];

fn run(trial: &mut Trial) -> Result<()> {
    let mut ends = WINDOW_ENDS.iter().cycle();
    trial.in_windows("the app in its window", (3, 30), |trial| {
        ends.next().map_or(Ok(()), |end| ended_in_window(trial, *end))
    });
    while trial.goes_on_without_window() {
        let end = trial.chance.pick(ENDS);
        let named = end.1.is_none() || !trial.chance.one_in(3);
        // Hardly any pauses, so that the end seldom comes between two saves.
        let typist = Typist { named, pauses: 2, ..Typist::any(&mut trial.chance) };
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

/// Types into the window until it ends, and holds that the words are in the file then.
fn ended_in_window(trial: &mut Trial, by: Option<&str>) -> Result<()> {
    let window = in_window::opened("ended");
    let time = Duration::from_millis(1000 + trial.chance.below(1500) as u64);
    let (words, shown) = in_window::typed_while(&window, "", 0, || {
        let shown = in_window::shown_for(&window, time);
        by.inspect(|signal| window.end_by(signal));
        shown.last().map_or(0, |(count, _)| *count)
    });
    let must = match by {
        Some(_) => shown,
        // The keys that close it come behind all others, and would make others of those between them.
        None => {
            window.quit();
            words.len()
        }
    };
    in_window::holds(&in_window::file(&window), &words, must)
}
