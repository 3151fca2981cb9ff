//! `lede-desktop-broken [FILE] [--library DIR]`: the window of an app that is broken on purpose, for
//! `cargo xtask torture --broken`. A program of its own, so that none is ever taken for the other.
#![allow(clippy::disallowed_methods, reason = "the command line is read here")]

fn main() -> std::process::ExitCode {
    let arguments = lede_desktop::Arguments::parse(std::env::args_os().skip(1));
    arguments.map_or(std::process::ExitCode::from(2), lede_desktop::run)
}
