//! `cargo xtask gen`: the window's half of the wire, written from the backend's.

use crate::step::Step;
use anyhow::Result;

/// The test of the shell that holds the generated file against what would be generated, and writes
/// it where it is told to.
const TEST: &str = "cargo test --quiet --workspace --lib -- bindings";

/// Writes the generated files anew.
pub(crate) fn generate() -> Result<()> {
    Step::new(TEST).env("LEDE_WRITE_BINDINGS", "1").run()
}

/// Fails where the committed files are not what would be generated, and leaves them as they are.
pub(crate) fn check() -> Result<()> {
    Step::new(TEST).run()
}
