//! What a case came to, as it lies in a file.

use crate::{arguments::Arguments, case::Case, machine, trial::Trial};
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::path::{Path, PathBuf};
use std::{fs, io, time::Duration};

/// The result of a case.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Report {
    pub(crate) case: String,
    pub(crate) what: String,
    pub(crate) asked: usize,
    pub(crate) ran: usize,
    pub(crate) failed: usize,
    /// The first failures.
    pub(crate) failures: Vec<String>,
    pub(crate) skipped: usize,
    pub(crate) skipped_because: Vec<String>,
    /// Folders that were looked through for what a save left behind.
    pub(crate) folders: usize,
    pub(crate) seconds: f64,
    pub(crate) size: String,
    pub(crate) seed: u64,
    pub(crate) date: String,
    pub(crate) commit: String,
    pub(crate) machine: String,
}

impl Report {
    /// The report of a trial that is over.
    pub(crate) fn of(case: &Case, trial: &Trial, took: Duration, arguments: &Arguments) -> Self {
        let because = trial.skipped.iter().map(|(why, count)| format!("{count}: {why}"));
        Self {
            case: case.id.to_owned(),
            what: case.what.to_owned(),
            asked: trial.asked_in_all(),
            ran: trial.ran,
            failed: trial.failed,
            failures: trial.failures.clone(),
            skipped: trial.left_out(),
            skipped_because: because.collect(),
            folders: trial.folders,
            seconds: (took.as_secs_f64() * 10.0).round() / 10.0,
            size: arguments.size().to_owned(),
            seed: arguments.seed,
            date: machine::date(),
            commit: arguments.commit.clone(),
            machine: machine::described(),
        }
    }

    /// The report of a case, if it has one.
    pub(crate) fn read(into: &Path, case: &str) -> Result<Option<Self>> {
        read(&into.join(format!("{case}.json")))
    }

    /// Leaves it in the folder of results.
    pub(crate) fn write(&self, into: &Path) -> Result<()> {
        write(&into.join(format!("{}.json", self.case)), self)
    }

    /// One line about it.
    pub(crate) fn said(&self) -> String {
        let Self { ran, asked, failed, seconds, .. } = self;
        let skipped: String =
            self.skipped_because.iter().map(|why| format!("; SKIPPED {why}")).collect();
        format!("ran {ran} of {asked}, {failed} failed, {seconds} s{skipped}")
    }
}

/// Whether a case was seen to fail where it must.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Seen {
    pub(crate) case: String,
    pub(crate) commit: String,
    pub(crate) ways: Vec<SeenWay>,
}

/// What a case came to with one broken way.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct SeenWay {
    pub(crate) way: String,
    pub(crate) ran: usize,
    pub(crate) failed: usize,
    pub(crate) failures: Vec<String>,
    pub(crate) skipped_because: Vec<String>,
}

impl SeenWay {
    /// What came of a trial of this way.
    pub(crate) fn of(way: &str, trial: &Trial) -> Self {
        Self {
            way: way.to_owned(),
            ran: trial.ran,
            failed: trial.failed,
            failures: trial.failures.clone(),
            skipped_because: trial.skipped.keys().cloned().collect(),
        }
    }

    /// Whether it could be tried at all.
    pub(crate) fn was_tried(&self) -> bool {
        self.ran > 0
    }

    /// One line about it.
    pub(crate) fn said(&self) -> String {
        let Self { way, ran, .. } = self;
        match self.failed {
            0 if self.was_tried() => format!("NOT SEEN TO FAIL with `{way}` in {ran}"),
            0 => format!("SKIPPED with `{way}`: {}", self.skipped_because.join("; ")),
            _ => format!("seen to fail with `{way}` within {ran}"),
        }
    }
}

impl Seen {
    /// What was seen of a case.
    pub(crate) fn of(case: &Case, ways: Vec<SeenWay>, arguments: &Arguments) -> Self {
        Self { case: case.id.to_owned(), commit: arguments.commit.clone(), ways }
    }

    /// What was seen of a case, if anything was.
    pub(crate) fn read(into: &Path, case: &str) -> Result<Option<Self>> {
        read(&Self::path(into, case))
    }

    /// Leaves it beside the reports.
    pub(crate) fn write(&self, into: &Path) -> Result<()> {
        let path = Self::path(into, &self.case);
        fs::create_dir_all(path.parent().unwrap_or(into))?;
        write(&path, self)
    }

    fn path(into: &Path, case: &str) -> PathBuf {
        into.join("broken").join(format!("{case}.json"))
    }
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<Option<T>> {
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        text => text?,
    };
    let said = || format!("{} is no result of this torture; remove it", path.display());
    serde_json::from_str(&text).map(Some).with_context(said)
}

fn write(path: &Path, result: &impl Serialize) -> Result<()> {
    Ok(fs::write(path, serde_json::to_string_pretty(result)?)?)
}
