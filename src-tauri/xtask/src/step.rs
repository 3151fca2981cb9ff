//! Programs that are started for their effect.

use crate::{place, tally::Tally};
use anyhow::{Context, Result, bail};
use std::{
    ffi::OsStr,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
};

/// One program and its arguments, printed before it runs.
pub(crate) struct Step(Command);

impl Step {
    /// `line` is the program and its arguments, parted by blanks; it runs in the checkout's folder.
    pub(crate) fn new(line: &str) -> Self {
        let mut words = line.split_whitespace();
        let mut command = Command::new(words.next().unwrap_or_default());
        command.args(words).current_dir(place::root());
        Self(command)
    }

    /// With one more argument, which may hold blanks.
    pub(crate) fn with(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.0.arg(argument);
        self
    }

    /// With this variable in its environment.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.0.env(name, value);
        self
    }

    /// In this folder.
    pub(crate) fn within(mut self, folder: impl AsRef<Path>) -> Self {
        self.0.current_dir(folder);
        self
    }

    /// Runs it to its end.
    pub(crate) fn run(mut self) -> Result<()> {
        self.announce();
        let status = self.0.status().with_context(|| format!("{} did not start", self.line()))?;
        if !status.success() {
            bail!("{} failed ({status})", self.line());
        }
        Ok(())
    }

    /// Runs it to its end and gives back what it printed, without showing it.
    pub(crate) fn read(mut self) -> Result<String> {
        let output = self.0.output().with_context(|| format!("{} did not start", self.line()))?;
        if !output.status.success() {
            bail!("{} failed: {}", self.line(), String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs a test runner, shows what it prints, and adds up the tests that it reports.
    pub(crate) fn tallied(mut self) -> Result<Tally> {
        self.announce();
        self.0.env("NO_COLOR", "1").stdout(Stdio::piped());
        let mut child = self.0.spawn().with_context(|| format!("{} did not start", self.line()))?;
        let mut tally = Tally::default();
        for line in child.stdout.take().map(BufReader::new).into_iter().flat_map(BufRead::lines) {
            let line = line?;
            println!("{line}");
            tally.read(&line);
        }
        Ok(tally.ended(child.wait()?.success()))
    }

    fn announce(&self) {
        println!("\n$ {}", self.line());
    }

    fn line(&self) -> String {
        let words = std::iter::once(self.0.get_program()).chain(self.0.get_args());
        words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
    }
}

/// Whether the shell would find this program.
pub(crate) fn found(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}
