//! `cargo xtask torture`: whether anything can be lost.

use crate::{build, place, step::Step, system};
use anyhow::Result;

/// Builds the cases, the app for their windows, and with `--broken` the broken stores too, and runs those
/// asked for.
pub(crate) fn torture(arguments: &[&str]) -> Result<()> {
    let in_windows = !arguments.contains(&"--without-windows");
    system::for_torture(in_windows)?;
    if in_windows {
        build::build()?;
    }
    let broken = arguments.contains(&"--broken");
    if in_windows && broken {
        build::broken()?;
    }
    let build = Step::new("cargo build --package lede-tests --bin torture");
    let build = if broken { build.with("--features=broken") } else { build };
    build.run()?;
    let torture = Step::new("env").with(place::built("torture"));
    arguments.iter().fold(torture, |torture, argument| torture.with(argument)).run()
}
