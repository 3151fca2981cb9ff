//! A mount space of our own: whatever becomes of us, no mount stays behind.

use crate::skipped;
use std::env;
use std::os::unix::process::CommandExt;
use std::process::Command;

/// Says that the step was taken.
const TAKEN: &str = "LEDE_TORTURE_APART";

/// Starts this program anew in a mount space that goes with it. Where that cannot be had, nothing
/// happens, and the cases that mount say so.
pub(crate) fn step_apart(words: &[String]) {
    let can = || Command::new("unshare").args(["--mount", "true"]).status();
    if env::var_os(TAKEN).is_some() || skipped::unless_root().is_err() {
        return;
    }
    if let (Ok(own), true) = (env::current_exe(), can().is_ok_and(|status| status.success())) {
        let mut again = Command::new("unshare");
        let _did_not_start = again.arg("--mount").arg(own).args(words).env(TAKEN, "1").exec();
    }
}

/// Whether what is mounted here is seen by nobody else.
pub(crate) fn is_apart() -> bool {
    env::var_os(TAKEN).is_some()
}
