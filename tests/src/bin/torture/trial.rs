//! One run of a case: how often it is asked for, and what has come of it so far.

use crate::chance::Chance;
use crate::folder::Folder;
use crate::skipped::Skipped;
use crate::way::Way;
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
    until_it_fails: bool,
}

impl Trial {
    /// A trial that has not begun. One that must fail is over as soon as it has.
    pub(crate) fn new(way: Way, asked: usize, seed: u64, until_it_fails: bool) -> Self {
        let (failures, skipped) = (Vec::new(), BTreeMap::new());
        let chance = Chance::new(seed);
        Self {
            way,
            chance,
            asked,
            ran: 0,
            failed: 0,
            failures,
            skipped,
            folders: 0,
            until_it_fails,
        }
    }

    /// Whether there is more to try.
    pub(crate) fn goes_on(&self) -> bool {
        self.ran + self.left_out() < self.asked && !self.is_decided()
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
