//! `cargo xtask bench`: how fast the app is that people are given.

use crate::{build, place, step::Step, system};
use anyhow::Result;

/// Builds for release, measures on a virtual display, and prints a table.
pub(crate) fn bench(arguments: &[&str]) -> Result<()> {
    system::for_a_virtual_display()?;
    build::release()?;
    // Apart from the app: together they would be given other features of the crates that they share.
    Step::new("cargo build --release --package lede-tests --bin bench").run()?;
    let bench = Step::new("env").with(place::target().join("release/bench"));
    arguments.iter().fold(bench, |bench, argument| bench.with(argument)).run()
}
