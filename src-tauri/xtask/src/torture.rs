//! `cargo xtask torture`: whether anything can be lost.

use crate::{place, step::Step, system};
use anyhow::Result;

/// Builds the cases, and with `--broken` the broken stores too, and runs those asked for.
pub(crate) fn torture(arguments: &[&str]) -> Result<()> {
    system::for_torture()?;
    let build = Step::new("cargo build --package lede-tests --bin torture");
    let broken = arguments.contains(&"--broken");
    let build = if broken { build.with("--features=broken") } else { build };
    build.run()?;
    let torture = Step::new("env").with(place::built("torture"));
    arguments.iter().fold(torture, |torture, argument| torture.with(argument)).run()
}
