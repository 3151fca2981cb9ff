//! `cargo xtask check`: what is asked of the sources besides passing the tests.

use crate::{
    generate, place,
    step::{Step, found},
    system,
    tally::Tally,
    window,
};
use anyhow::{Result, bail};

/// Runs every check, whatever fails, and names those that did.
pub(crate) fn check() -> Result<()> {
    system::for_building()?;
    window::build()?;
    let ui = place::at("ui");
    let checks: [(&str, Result<()>); 6] = [
        ("formatting", Step::new("cargo fmt --all --check").run()),
        ("lints", Step::new("cargo clippy --workspace --all-targets -- --deny warnings").run()),
        ("the UI's types", Step::new("npm run check").within(&ui).run()),
        ("the UI's style", Step::new("npm run lint").within(&ui).run()),
        ("generated files", generate::check()),
        ("licences", licences()),
    ];
    let mut tally = Tally::default();
    println!();
    for (name, result) in checks {
        tally += Tally::one(result.is_ok());
        if let Err(error) = result {
            println!("{name}: {error:#}");
        }
    }
    println!("checks: {tally}");
    if !tally.is_clean() {
        bail!("not every check passed");
    }
    Ok(())
}

fn licences() -> Result<()> {
    if !found("cargo-deny") {
        println!(
            "\nSkipped: licences, bans and sources (cargo-deny is not installed: cargo install cargo-deny)"
        );
        return Ok(());
    }
    Step::new("cargo deny check licenses bans sources").run()
}
