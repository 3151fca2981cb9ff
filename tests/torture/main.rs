//! The sample of the cases that are done in seconds, and the rules of the run itself. The others run
//! by `cargo xtask torture`; see `docs/trust.md`.
#![allow(clippy::disallowed_methods, reason = "it starts the torture and reads what it leaves")]

use std::process::Command;
use tempfile::TempDir;

/// Those that need neither minutes nor a disk of their own. L13 waits for a full queue and so for too
/// long; what takes a window is left out of the others, and said to be skipped.
const FAST: [&str; 16] = [
    "L1", "L2", "L3", "L5", "L6", "L7", "L8", "L9", "L10", "L12", "L14", "L15", "L18", "L19",
    "L22", "L24",
];

/// A run of these cases, and the folder into which its results go.
fn torture(words: &[&str]) -> (Command, TempDir) {
    let folder = TempDir::new().expect("the temporary folder can be written to");
    let mut torture = Command::new(env!("CARGO_BIN_EXE_torture"));
    torture.args(words).arg("--into").arg(folder.path());
    (torture, folder)
}

#[test]
fn the_sample_of_the_fast_cases_holds() {
    let (mut torture, _folder) = torture(&[&FAST[..], &["--without-windows"]].concat());
    // Not captured: how much was tried, and what was skipped, is to be seen in any run.
    let status = torture.status().expect("the torture starts");
    assert!(status.success(), "a case failed, as printed above: {status}");
}

#[test]
fn every_case_has_its_row_and_the_last_line_counts_them() {
    let (mut torture, folder) = torture(&["L8"]);
    let output = torture.output().expect("the torture starts");
    let table = std::fs::read_to_string(folder.path().join("table.md")).expect("a table");
    for case in (1..=26).map(|number| format!("\n| L{number} | ")) {
        assert_eq!(table.matches(&case).count(), 1, "{case}");
    }
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let last = said.lines().last().unwrap_or_default();
    assert!(last.starts_with("1 passed, 0 failed, 0 skipped, "), "{last}");
}

#[test]
fn a_case_that_there_is_not_is_refused() {
    let (mut torture, _folder) = torture(&["L99"]);
    let output = torture.output().expect("the torture starts");
    assert!(!output.status.success());
}
