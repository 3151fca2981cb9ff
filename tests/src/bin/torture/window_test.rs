//! A test of the window as a case runs it: with the app as it is, or with one that is broken.

use crate::skipped;
use crate::trial::Trial;
use crate::way::REAL;
use anyhow::{Result, ensure};
use lede_tests::place;
use std::fs;
use std::path::Path;
use std::process::Command;

/// A run of `cargo test` that has not begun.
pub(crate) struct WindowTest(Command);

/// What the tests printed.
pub(crate) struct Said(String);

impl WindowTest {
    /// The tests of the window with these letters in their name, with the app of the trial's way.
    pub(crate) fn new(filter: &str, trial: &Trial) -> Result<Self> {
        let mut cargo = Command::new("cargo");
        cargo.args(["test", "--quiet", "--package", "lede-tests", "--test", "window"]);
        // With other features cargo would build this very program anew, while it runs.
        if cfg!(feature = "broken") {
            cargo.args(["--features", "broken"]);
        }
        cargo.args(["--", filter, "--show-output"]);
        // What was last said is told, and that is to be what was seen, not where.
        cargo.env("RUST_BACKTRACE", "0");
        if trial.way.name != REAL.name {
            cargo.env("LEDE_BROKEN", trial.way.name);
            cargo.env("LEDE_PROGRAMS", broken_programs()?);
        }
        Ok(Self(cargo))
    }

    /// With a number in its environment.
    pub(crate) fn with(mut self, name: &str, number: usize) -> Self {
        self.0.env(name, number.to_string());
        self
    }

    /// Runs them; where one fails, the error is what was said last.
    pub(crate) fn run(mut self) -> Result<Said> {
        let output = self.0.output()?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut last: Vec<&str> = said.lines().rev().take(30).collect();
        last.reverse();
        ensure!(output.status.success(), "{}", last.join("\n"));
        Ok(Said(said))
    }
}

impl Said {
    /// The sum of the numbers in front of these words, each of which begins a line; the lines are
    /// shown.
    pub(crate) fn counted(&self, words: &str) -> usize {
        let lines = self.0.lines().map(str::trim);
        let counted = lines.filter_map(|line| {
            let (number, rest) = line.split_once(' ')?;
            let number = number.parse::<usize>().ok().filter(|_| rest.starts_with(words))?;
            println!("    {line}");
            Some(number)
        });
        counted.sum()
    }
}

/// A folder in which the broken app has the name of the one that it stands for.
fn broken_programs() -> Result<std::path::PathBuf> {
    let own = std::env::current_exe()?;
    let folder = place::target("torture/broken-programs");
    for (built, stands_for) in [("lede-desktop-broken", "lede-desktop"), ("lede", "lede")] {
        let built = own.with_file_name(built);
        if !built.is_file() {
            return skipped::because(format!("{} is not built", built.display()));
        }
        put(&built, &folder.join(stands_for))?;
    }
    Ok(folder)
}

/// A second name and no link: the tests find the app by the path of its process.
fn put(program: &Path, name: &Path) -> Result<()> {
    if name.exists() {
        fs::remove_file(name)?;
    }
    Ok(fs::hard_link(program, name)?)
}
