//! `cargo xtask gen`: the window's half of the wire, written from the backend's.

use crate::{place, step::Step};
use anyhow::{Result, bail};
use std::fs;

/// What is generated and committed.
const BINDINGS: &str = "ui/src/host/bindings.ts";

/// Writes the generated files anew.
pub(crate) fn generate() -> Result<()> {
    Step::new("cargo test --quiet --workspace --lib -- bindings")
        .env("LEDE_WRITE_BINDINGS", "1")
        .run()
}

/// Fails where the committed files are not what would be generated, and leaves them as they are.
pub(crate) fn check() -> Result<()> {
    let committed = fs::read(place::at(BINDINGS))?;
    generate()?;
    if fs::read(place::at(BINDINGS))? != committed {
        fs::write(place::at(BINDINGS), committed)?;
        bail!("{BINDINGS} is not fresh: run `cargo xtask gen` and commit what it writes");
    }
    Ok(())
}
