//! The `lede` command: everything that the window does to a text, without the window.
//!
//! Results go to standard output, all else to standard error. The exit status is 0 when it is done,
//! 1 when it is done and `lede check` found an error, and 2 when it could not be, with one line that
//! says what and what to do.
#![allow(clippy::disallowed_methods, reason = "a command reads, writes and asks what day it is")]

mod arguments;
mod carry_out;
mod check;
mod details;
mod footer;
mod history;
mod library;
mod new;
mod open;
mod out;
mod outline;
mod points;
mod publish;
mod refusal;
mod replace;
mod restore;
mod search;
mod source;

use arguments::{Arguments, Command};
use clap::Parser;
use refusal::Refusal;
use std::process::ExitCode;

fn main() -> ExitCode {
    let done = match Arguments::try_parse() {
        Ok(arguments) => run(arguments),
        Err(error) if !error.use_stderr() => {
            out::print(&error.to_string()).map(|()| ExitCode::SUCCESS)
        }
        Err(error) => Err(Refusal::usage(&error)),
    };
    match done {
        Ok(status) => status,
        Err(refusal) => {
            out::say(&refusal.to_string());
            ExitCode::from(2)
        }
    }
}

fn run(arguments: Arguments) -> Result<ExitCode, Refusal> {
    let Some(command) = arguments.command else {
        let opened = open::open(arguments.file.as_deref(), arguments.library.as_deref());
        return opened.map(|()| ExitCode::SUCCESS);
    };
    if arguments.file.is_some() || arguments.library.is_some() {
        return Err(Refusal::new("A command comes before its files and options. See lede --help."));
    }
    let done = match command {
        Command::Check(check) => return check::check(&check, arguments.date),
        Command::New(new) => new::new(&new, arguments.date),
        Command::Outline { file, json } => outline::outline(&file, json),
        Command::Export { file, to, out } => publish::export(&file, to, &out),
        Command::Import { file, out } => publish::import(&file, &out),
        Command::Add { file, heading, at, edits } => points::add(&file, &heading, at, edits),
        Command::Move { file, from, to, edits } => points::move_(&file, from, to, edits),
        Command::Remove { file, place, edits } => points::remove(&file, place, edits),
        Command::Renumber { file, edits } => points::renumber(&file, edits),
        Command::Footer { file, name, edits } => footer::footer(&file, &name, edits),
        Command::Set { file, field, value, edits } => details::set(&file, &field, value, edits),
        Command::Published { file, at, edits } => {
            details::published(&file, at.as_deref(), arguments.date, edits)
        }
        Command::Search { words, matching, within, json } => {
            search::search(&words, matching, &within, json)
        }
        Command::Replace { words, with, matching, within, edits } => {
            replace::replace(&search::phrase(words, matching), &with, &within, edits)
        }
        Command::History { file, json } => history::history(&file, json),
        Command::Restore { file, snapshot, edits } => restore::restore(&file, snapshot, edits),
    };
    done.map(|()| ExitCode::SUCCESS)
}
