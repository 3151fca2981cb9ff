//! What `cargo xtask bench` prints: how fast the release build is, beside its peers where they are
//! installed. It measures and never judges: a busy machine is no failure.
//!
//! usage: bench [--quick]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "it starts programs, looks at the clock, and prints a table"
)]

mod backend;
mod checks;
mod commands;
mod editor;
mod keyboard;
mod library;
mod machine;
mod piece;
mod sample;
mod screen;
mod table;
mod typing;

use anyhow::{Result, bail};

/// How often each thing is measured.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Effort {
    /// Runs of a command.
    pub(crate) runs: usize,
    /// Starts of an editor.
    pub(crate) starts: usize,
    /// Keys typed into an editor.
    pub(crate) keys: usize,
}

const FULL: Effort = Effort { runs: 25, starts: 7, keys: 60 };
const QUICK: Effort = Effort { runs: 5, starts: 2, keys: 8 };

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let effort = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => FULL,
        ["--quick"] => QUICK,
        _ => bail!("usage: bench [--quick]"),
    };
    let before = machine::describe();
    let mut rows = commands::rows(effort)?;
    rows.extend(checks::rows(effort));
    rows.extend(library::rows(effort)?);
    rows.extend(backend::rows(effort)?);
    rows.extend(editor::rows(effort)?);
    println!("\n{}\n\n{before}\n{}", table::markdown(&rows), machine::load("At the end"));
    Ok(())
}
