//! What `cargo xtask torture` runs: whether anything can be lost, by the cases L1 to L26 of
//! `docs/trust.md`. Each case leaves its result as JSON; the table is made from those.
//!
//! usage: torture [CASE…] [--full] [--broken] [--without-windows] [--seed NUMBER] [--into FOLDER]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "it writes files, ends processes, pulls the plug of disks, and says what came of it"
)]

mod apart;
mod arguments;
#[cfg(feature = "broken")]
mod broken;
mod case;
mod cases;
mod chance;
mod child;
mod disk;
mod folder;
mod in_window;
mod lookout;
mod machine;
mod model;
mod report;
mod skipped;
mod table;
mod texts;
mod traced;
mod trial;
mod typist;
mod way;
mod window_test;

use anyhow::Result;
use arguments::Arguments;
use report::{Report, Seen};
use std::process::ExitCode;

fn main() -> Result<ExitCode> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.first().map(String::as_str) {
        Some(child::FLAG) => return child::run(&words[1..]),
        Some(typist::FLAG) => return typist::run(&words[1..]),
        Some(lookout::FLAG) => return lookout::run(&words[1..]),
        _ => {}
    }
    let arguments = Arguments::of(&words)?;
    apart::step_apart(&words);
    println!("{}", arguments.described());
    for case in cases::ALL {
        if !arguments.wants(case) {
            continue;
        }
        if arguments.broken {
            case.seen_to_fail(&arguments)?;
        } else if arguments.has_result(case)? {
            println!("{}: has its result of this commit", case.id);
        } else {
            case.tried(&arguments)?;
        }
    }
    let lines = cases::ALL.iter().map(|case| {
        let report = Report::read(&arguments.into, case.id)?;
        Ok(table::Line { case, report, seen: Seen::read(&arguments.into, case.id)? })
    });
    let table = table::Table::of(lines.collect::<Result<_>>()?, &arguments);
    std::fs::write(arguments.into.join("table.md"), table.markdown())?;
    // Who asks for a case has read its line above.
    if arguments.is_about_all() {
        println!("\n{}", table.markdown());
    }
    println!("{}", table.counts());
    Ok(if table.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
