//! `cargo xtask pictures`: what the README and the guide show.

use crate::{build, place, step::Step, system};
use anyhow::Result;

/// Builds, and takes the pictures of `docs/pictures` anew on a virtual display.
pub(crate) fn pictures() -> Result<()> {
    system::for_a_virtual_display()?;
    build::build()?;
    Step::new("env")
        .with(place::built("pictures"))
        .with(place::at("drafts"))
        .with(place::at("docs/pictures"))
        .run()
}
