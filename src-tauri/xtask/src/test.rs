//! `cargo xtask test`: every test there is.

use crate::{accuracy, build, place, step::Step, system};
use anyhow::{Result, bail};

/// Runs them all, whatever fails, and closes with one line that adds them up.
pub(crate) fn test() -> Result<()> {
    system::for_tests()?;
    build::build()?;
    accuracy::forget()?;
    let mut tally = Step::new("npm test").within(place::at("ui")).tallied()?;
    tally += Step::new("cargo test --workspace --no-fail-fast").tallied()?;
    if tally.skipped() > 0 {
        println!(
            "\nSkipped: {} tests that are marked so, each with its reason above.",
            tally.skipped()
        );
    }
    print!("{}", accuracy::tables());
    println!("\n{tally}");
    if !tally.is_clean() {
        bail!("not every test passed");
    }
    Ok(())
}
