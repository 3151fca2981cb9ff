//! `cargo xtask run`: the window on the sample drafts.

use crate::{build, place, step::Step, system};
use anyhow::Result;

/// Builds, and opens the window on `drafts/`, or takes the tour where there is no display.
pub(crate) fn run() -> Result<()> {
    if has_display() {
        system::for_building()?;
        build::build()?;
        return Step::new("env")
            .with(place::built("lede-desktop"))
            .with("--library")
            .with(place::at("drafts"))
            .run();
    }
    system::for_a_virtual_display()?;
    build::build()?;
    println!(
        "\nThere is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the app gets a virtual one."
    );
    Step::new("env")
        .with(place::built("tour"))
        .with(place::at("drafts"))
        .with(place::target().join("tour"))
        .run()
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    set("DISPLAY") || set("WAYLAND_DISPLAY") || cfg!(not(target_os = "linux"))
}
