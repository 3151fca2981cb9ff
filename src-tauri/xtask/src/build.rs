//! The builds: the page, and then the programs that carry it.

use crate::{step::Step, window};
use anyhow::Result;

/// Builds the window's page and every program of the workspace.
///
/// The whole workspace at once, here as in the tests: a package built alone is given other features
/// of the crates that it shares, and the web view's stack would be compiled twice.
pub(crate) fn build() -> Result<()> {
    window::build()?;
    Step::new("cargo build --workspace --bins").run()
}

/// Builds the app that is broken on purpose, and no other program: one with its features and another's
/// name would be taken for that one.
pub(crate) fn broken() -> Result<()> {
    Step::new("cargo build --workspace --bin lede-desktop-broken --features=lede-desktop/broken")
        .run()
}

/// The two programs as they are given to people, with the page in them.
///
/// One command line for the package and for the bench, so that neither makes the other build anew.
pub(crate) fn release() -> Result<()> {
    window::build()?;
    Step::new("cargo build --release --package lede-desktop --package lede-cli")
        .with("--features=lede-desktop/custom-protocol")
        .run()
}
