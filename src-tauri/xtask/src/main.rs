//! What a contributor repeats: `cargo xtask run`, `cargo xtask test` and the rest. Each command
//! installs what is missing, builds what is stale, and goes on.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "its work is to start programs, and to say what it does"
)]

mod accuracy;
mod bench;
mod build;
mod check;
mod generate;
mod package;
mod pictures;
mod place;
mod run;
mod step;
mod system;
mod tally;
mod test;
mod torture;
mod window;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  run              build, and open the window on drafts/; without a display, take a tour and leave pictures
  test             every test: Rust, window, command line, UI
  check            formatting, lints, types, generated files, licences
  gen [--check]    write the window's types and the guide's pages anew; with --check, fail where they are not fresh
  bench [--quick]  how fast the release build is, as a table; beside cmark and ghostwriter where they are installed
  torture [CASE…] [--full] [--broken] [--seed NUMBER] [--without-windows]
                   whether anything can be lost: the cases of docs/trust.md; with --broken, whether they can fail
  pictures         docs/pictures anew: the window in twelve states, light and dark
  package [--try]  a .deb under target/package/; with --try installed by apt, tried in its window, and removed";

fn main() -> ExitCode {
    match command() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["run"] => run::run(),
        ["test"] => test::test(),
        ["check"] => check::check(),
        ["gen"] => generate::generate(),
        ["gen", "--check"] => generate::check(),
        ["bench"] => bench::bench(&[]),
        ["bench", "--quick"] => bench::bench(&["--quick"]),
        ["torture"] => torture::torture(&[]),
        ["torture", ref rest @ ..] => torture::torture(rest),
        ["pictures"] => pictures::pictures(),
        ["package"] => package::package().map(drop),
        ["package", "--try"] => package::try_out(),
        [] | ["help" | "--help"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("no such command: {}\n\n{USAGE}", arguments.join(" ")),
    }
}
