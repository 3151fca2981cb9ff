//! What cannot be tried here, and why: said as an error, so that one may give up anywhere.

use anyhow::Result;
use std::process::{Command, Stdio};

/// The reason why something was not tried.
#[derive(Clone, Debug)]
pub(crate) struct Skipped(pub(crate) String);

impl std::fmt::Display for Skipped {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Skipped {}

/// Skips for this reason.
pub(crate) fn because<T>(why: impl Into<String>) -> Result<T> {
    Err(Skipped(why.into()).into())
}

/// Skips unless this is root.
pub(crate) fn unless_root() -> Result<()> {
    if rustix::process::geteuid().is_root() { Ok(()) } else { because("only root can do this") }
}

/// Skips unless these programs are there.
pub(crate) fn unless_found(programs: &[&str]) -> Result<()> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = |program: &&str| std::env::split_paths(&path).any(|it| it.join(program).is_file());
    match programs.iter().find(|program| !found(program)) {
        Some(program) => because(format!("{program} is not installed")),
        None => Ok(()),
    }
}

/// Runs a program to prepare something. Where it refuses, what it was for is skipped.
pub(crate) fn unless_done(program: &str, words: &[&str]) -> Result<()> {
    unless_found(&[program])?;
    let output = Command::new(program).args(words).stdin(Stdio::null()).output()?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    because(format!("{program} refused: {}", said.lines().next().unwrap_or_default()))
}
