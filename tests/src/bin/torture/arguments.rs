//! What was asked for.

use crate::{case::Case, cases, machine, report::Report};
use anyhow::{Context, Result, ensure};
use lede_tests::place;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

/// The arguments, and what follows from the day and the commit.
#[derive(Debug)]
pub(crate) struct Arguments {
    /// Where the results go.
    pub(crate) into: PathBuf,
    /// Whether each case is tried as often as is promised, not as often as time allows.
    pub(crate) full: bool,
    /// Whether the broken stores are tried in place of ours.
    pub(crate) broken: bool,
    /// Whether windows are opened for what only they can show.
    pub(crate) windows: bool,
    /// What chance begins with.
    pub(crate) seed: u64,
    /// The commit that is tried.
    pub(crate) commit: String,
    named: Vec<String>,
}

impl Arguments {
    /// The arguments in these words.
    pub(crate) fn of(words: &[String]) -> Result<Self> {
        let (mut named, mut full, mut broken, mut windows) = (Vec::new(), false, false, true);
        let (mut seed, mut into) = (None, None);
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--full" => full = true,
                "--broken" => broken = true,
                "--without-windows" => windows = false,
                "--seed" => seed = Some(words.next().context("--seed takes a number")?.parse()?),
                "--into" => into = words.next().map(PathBuf::from),
                name => named.push(known(name)?),
            }
        }
        // The sample is the same every day, so that a test that fails does so for a change.
        let seed = seed.unwrap_or_else(|| if full { of_the_day() } else { 1 });
        let into = into.unwrap_or_else(|| place::target("torture"));
        std::fs::create_dir_all(&into)?;
        Ok(Self { into, full, broken, windows, seed, commit: machine::commit(), named })
    }

    /// One line that says what will be run, and how to run the same again.
    pub(crate) fn described(&self) -> String {
        let which = match &self.named[..] {
            [] => "every case".to_owned(),
            named => named.join(", "),
        };
        let broken = if self.broken { ", against broken stores" } else { "" };
        format!("{which}, {}{broken}; --seed {}", self.size(), self.seed)
    }

    /// `full` or `sample`.
    pub(crate) fn size(&self) -> &'static str {
        if self.full { "full" } else { "sample" }
    }

    /// Whether this case is asked for.
    pub(crate) fn wants(&self, case: &Case) -> bool {
        self.named.is_empty() || self.is_named(case)
    }

    /// Whether a case need not run again: nobody named it, and its result counts.
    /// What is not committed has no name to be compared by.
    pub(crate) fn has_result(&self, case: &Case) -> Result<bool> {
        let committed = self.commit != "unknown" && !self.commit.ends_with("-dirty");
        let report = Report::read(&self.into, case.id)?;
        Ok(committed && !self.is_named(case) && report.is_some_and(|it| self.is_of_today(&it)))
    }

    /// Whether a result counts: it is of this commit and size. Who asks for a sample takes all of it.
    pub(crate) fn is_of_today(&self, report: &Report) -> bool {
        report.commit == self.commit && (report.size == self.size() || !self.full)
    }

    /// Whether everything is asked for.
    pub(crate) fn is_about_all(&self) -> bool {
        self.named.is_empty()
    }

    fn is_named(&self, case: &Case) -> bool {
        self.named.iter().any(|name| name == case.id)
    }
}

fn known(name: &str) -> Result<String> {
    let known = cases::ALL.iter().any(|case| case.id == name);
    let usage = "torture [CASE…] [--full] [--broken] [--without-windows] [--seed NUMBER]";
    ensure!(known, "usage: {usage}; no case {name}");
    Ok(name.to_owned())
}

fn of_the_day() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(1, |since| since.as_secs())
}
