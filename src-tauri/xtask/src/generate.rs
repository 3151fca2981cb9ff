//! `cargo xtask gen`: the window's half of the wire, written from the backend's, and the guide's pages on
//! the checks, written from the rules' manuals.

use crate::step::Step;
use anyhow::Result;

/// The tests that hold generated files against what would be generated, and write them where the
/// variable beside them is set.
const TESTS: [(&str, &str); 2] = [
    ("cargo test --quiet --workspace --lib -- bindings", "LEDE_WRITE_BINDINGS"),
    ("cargo test --quiet --package lede-check --test guide", "LEDE_WRITE_GUIDE"),
];

/// Writes the generated files anew.
pub(crate) fn generate() -> Result<()> {
    TESTS.into_iter().try_for_each(|(test, write)| Step::new(test).env(write, "1").run())
}

/// Fails where the committed files are not what would be generated, and leaves them as they are.
pub(crate) fn check() -> Result<()> {
    TESTS.into_iter().try_for_each(|(test, _)| Step::new(test).run())
}
