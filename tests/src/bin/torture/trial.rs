//! One run of a case: how often it is asked for, and what has come of it so far.

use crate::arguments::Arguments;
use crate::chance::Chance;
use crate::folder::Folder;
use crate::in_window;
use crate::skipped::{self, Skipped};
use crate::way::{REAL, Way};
use anyhow::{Result, ensure};
use std::collections::BTreeMap;
use std::fmt::Display;

/// As many failures are described; the rest are counted.
const DESCRIBED: usize = 5;

/// What has come of a case so far.
#[derive(Debug)]
pub(crate) struct Trial {
    /// The way into the store that is tried.
    pub(crate) way: Way,
    /// Where what is random comes from.
    pub(crate) chance: Chance,
    /// How often it is to be tried.
    pub(crate) asked: usize,
    /// How often it was.
    pub(crate) ran: usize,
    /// How often it failed.
    pub(crate) failed: usize,
    /// The first failures.
    pub(crate) failures: Vec<String>,
    /// Why something was left out, and how often.
    pub(crate) skipped: BTreeMap<String, usize>,
    /// How many folders were looked through for what a save left behind.
    pub(crate) folders: usize,
    full: bool,
    windows: bool,
    until_it_fails: bool,
}

impl Trial {
    /// A trial that has not begun. One that must fail is over as soon as it has.
    pub(crate) fn new(way: Way, asked: usize, arguments: &Arguments, until_it_fails: bool) -> Self {
        let (failures, skipped) = (Vec::new(), BTreeMap::new());
        let chance = Chance::new(arguments.seed);
        Self {
            way,
            chance,
            asked,
            ran: 0,
            failed: 0,
            failures,
            skipped,
            folders: 0,
            full: arguments.full || until_it_fails,
            windows: arguments.windows,
            until_it_fails,
        }
    }

    /// Whether there is more to try.
    pub(crate) fn goes_on(&self) -> bool {
        self.ran + self.left_out() < self.asked && !self.is_decided()
    }

    /// Whether it is over as soon as something fails, as it must.
    pub(crate) fn is_to_fail(&self) -> bool {
        self.until_it_fails
    }

    /// Whether there is more to try without a window: nothing where only the window's way is broken.
    pub(crate) fn goes_on_without_window(&self) -> bool {
        !self.way.in_window && self.goes_on()
    }

    /// Tries something in the app's window besides what was asked for: so often in the sample, so
    /// often in the full run. It may panic, as tests of the window do.
    pub(crate) fn in_windows(
        &mut self,
        what: &str,
        (sample, full): (usize, usize),
        mut run: impl FnMut(&mut Self) -> Result<()>,
    ) {
        // A store that is broken on purpose is not the one that the app was built with.
        if self.way.name != REAL.name && !self.way.in_window {
            return;
        }
        for _ in 0..if self.full { full } else { sample } {
            self.also(what, |trial| {
                trial.unless_without_windows()?;
                in_window::caught(|| run(trial))?
            });
        }
    }

    /// Skips where windows are not asked for, or cannot be opened.
    pub(crate) fn unless_without_windows(&self) -> Result<()> {
        if self.windows { in_window::unless_ready() } else { skipped::because("it takes a window") }
    }

    /// How often it was to be tried; of a plan that could not be made, as often as it was.
    pub(crate) fn asked_in_all(&self) -> usize {
        if self.asked == usize::MAX { self.ran + self.left_out() } else { self.asked }
    }

    /// How many were left out.
    pub(crate) fn left_out(&self) -> usize {
        self.skipped.values().sum()
    }

    fn is_decided(&self) -> bool {
        self.until_it_fails && self.failed > 0
    }

    /// Takes note of one result, with words for what was tried.
    pub(crate) fn count(&mut self, what: impl Display, result: Result<()>) {
        let error = match result {
            Ok(()) => return self.ran += 1,
            Err(error) => error,
        };
        if let Some(Skipped(why)) = error.downcast_ref() {
            *self.skipped.entry(why.clone()).or_default() += 1;
            return;
        }
        self.ran += 1;
        self.failed += 1;
        if self.failures.len() < DESCRIBED {
            eprintln!("    FAILED: {what}: {error:#}");
            self.failures.push(format!("{what}: {error:#}"));
        }
    }

    /// Tries each item of a plan, or as many of them, evenly spread, as are asked for.
    pub(crate) fn each<T>(
        &mut self,
        plan: &[T],
        name: impl Fn(&T) -> String,
        mut run: impl FnMut(&mut Self, &T) -> Result<()>,
    ) {
        self.asked = self.asked.min(plan.len());
        let asked = self.asked;
        for place in 0..asked {
            if self.is_decided() {
                break;
            }
            let item = &plan[place * plan.len() / asked];
            let result = run(self, item);
            self.count(name(item), result);
        }
    }

    /// Tries one thing more than was asked for.
    pub(crate) fn also(&mut self, what: &str, run: impl FnOnce(&mut Self) -> Result<()>) {
        if !self.is_decided() {
            self.asked += 1;
            let result = run(self);
            self.count(what, result);
        }
    }

    /// Holds that after a new start no temporary file is in the folder.
    pub(crate) fn leaves_nothing(&mut self, folder: &Folder) -> Result<()> {
        (self.way.recover)(&folder.root())?;
        self.folders += 1;
        let left: Vec<_> = folder.files()?.into_keys().filter(|it| it.contains(".lede-")).collect();
        ensure!(left.is_empty(), "left behind: {left:?}");
        Ok(())
    }
}
