//! A case: a sentence that must hold, and how it is tried.

use crate::arguments::Arguments;
use crate::report::{Report, Seen, SeenWay};
use crate::trial::Trial;
use crate::way::{self, Way};
use anyhow::{Context, Result, anyhow};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

/// As often, at most, a broken store is given the chance to fail.
const BROKEN: usize = 2000;

/// A line of the table in `docs/trust.md`.
#[derive(Debug)]
pub(crate) struct Case {
    /// `L1` to `L26`.
    pub(crate) id: &'static str,
    /// What must hold, in one sentence.
    pub(crate) what: &'static str,
    /// How it is tried.
    pub(crate) tried: Tried,
}

/// How a case is tried.
#[derive(Debug)]
pub(crate) struct Tried {
    /// How often in the sample.
    pub(crate) sample: usize,
    /// How often in the full run.
    pub(crate) full: usize,
    /// Tries it as often as the trial asks for.
    pub(crate) run: fn(&mut Trial) -> Result<()>,
    /// The broken ways that it must fail with.
    pub(crate) broken: &'static [&'static str],
}

impl Case {
    /// Tries the case and leaves its report.
    pub(crate) fn tried(&self, arguments: &Arguments) -> Result<()> {
        let Tried { sample, full, run, .. } = &self.tried;
        println!("{}: {}", self.id, self.what);
        let asked = if arguments.full { *full } else { *sample };
        let start = Instant::now();
        let mut trial = Trial::new(way::REAL, asked, arguments, false);
        carried_out(*run, &mut trial);
        let report = Report::of(self, &trial, start.elapsed(), arguments);
        println!("    {}", report.said());
        report.write(&arguments.into)
    }

    /// Tries the case with each of its broken ways and leaves word whether it failed, as it must.
    pub(crate) fn seen_to_fail(&self, arguments: &Arguments) -> Result<()> {
        let Tried { full, run, broken, .. } = &self.tried;
        let mut ways = Vec::new();
        for name in *broken {
            let way: Way = way::named(name).with_context(|| {
                format!(
                    "there is no broken way {name} here: cargo xtask torture --broken builds it"
                )
            })?;
            let mut trial = Trial::new(way, (*full).min(BROKEN), arguments, true);
            carried_out(*run, &mut trial);
            let seen = SeenWay::of(name, &trial);
            println!("{}: {}", self.id, seen.said());
            ways.push(seen);
        }
        Seen::of(self, ways, arguments).write(&arguments.into)
    }
}

/// Runs it. What it cannot go on after, a panic too, is one failure, or a reason to skip all.
fn carried_out(run: fn(&mut Trial) -> Result<()>, trial: &mut Trial) {
    let ended = catch_unwind(AssertUnwindSafe(|| run(trial)));
    match ended.unwrap_or_else(|_| Err(anyhow!("it panicked, as printed above"))) {
        Ok(()) => {}
        refused => trial.count("the case itself", refused),
    }
}
