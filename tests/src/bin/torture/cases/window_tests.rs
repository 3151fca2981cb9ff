//! L11 and L16: cases that are tests of the window, run as often as is asked for.

use crate::case::{Case, Tried};
use crate::trial::Trial;
use anyhow::{Result, ensure};
use lede_tests::Syncthing;
use std::process::Command;

/// L11: each run has twelve ways, with the draft saved and typed in.
pub(crate) const WAYS: Case = Case {
    id: "L11",
    what: "a change from outside, made in any of twelve ways, is taken over or merged, and nothing is lost",
    tried: Tried { sample: SAVES, full: 1200, run: ways, broken: &[] },
};

/// L16: two libraries joined by a real Syncthing pair, and conflict copies at their drafts.
pub(crate) const MACHINES: Case = Case {
    id: "L16",
    what: "on two machines that a sync tool joins, every edit is in the draft, a copy or the history",
    tried: Tried { sample: 9, full: 250, run: machines, broken: &[] },
};

/// So many saves of other programs are in one run.
const SAVES: usize = 24;

fn ways(trial: &mut Trial) -> Result<()> {
    trial.unless_without_windows()?;
    while trial.goes_on() {
        let said = tests("ways::", &[]);
        (0..SAVES).for_each(|_| trial.count("twelve ways to save", as_told(&said)));
    }
    Ok(())
}

/// Four edits in five come in turn, the others at once.
fn machines(trial: &mut Trial) -> Result<()> {
    trial.unless_without_windows()?;
    if !Syncthing::is_installed() {
        return crate::skipped::because("Syncthing is not installed");
    }
    let at_once = (trial.asked / 5).max(1);
    let in_turn = trial.asked - at_once;
    let counts = [("LEDE_SYNC_ALTERNATING", in_turn), ("LEDE_SYNC_SIMULTANEOUS", at_once)];
    let said = tests("two_machines::", &counts.map(|(name, count)| (name, count.to_string())));
    (0..trial.asked).for_each(|_| trial.count("edits on two machines", as_told(&said)));
    Ok(())
}

fn as_told(said: &Result<(), String>) -> Result<()> {
    said.clone().map_err(anyhow::Error::msg)
}

/// Runs tests of the window; where one fails, what was said last.
fn tests(filter: &str, environment: &[(&str, String)]) -> Result<(), String> {
    let run = || -> Result<()> {
        let output = Command::new("cargo")
            .args(["test", "--quiet", "--package", "lede-tests", "--test", "window", "--", filter])
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .output()?;
        let said = String::from_utf8_lossy(&output.stdout);
        let last: Vec<&str> = said.lines().rev().take(30).collect();
        ensure!(
            output.status.success(),
            "{}",
            last.into_iter().rev().collect::<Vec<_>>().join("\n")
        );
        Ok(())
    };
    run().map_err(|error| format!("{error:#}"))
}
