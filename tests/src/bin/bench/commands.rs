//! The command line on generated pieces, beside `cmark`: by the clock, and by instructions, which a
//! busy machine does not change.

use crate::{
    Effort, machine, piece,
    sample::Sample,
    table::{Row, ms},
};
use anyhow::{Context, Result, ensure};
use lede_tests::place;
use std::{
    ffi::OsString,
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};
use tempfile::TempDir;

/// The sizes, what they are called, and the budgets of an outline and of a page.
const SIZES: &[(usize, &str, [&str; 2])] =
    &[(10_000, "10 kB", ["", ""]), (1_000_000, "1 MB", ["1.2", "3"])];

const COMMANDS: [(&str, &[&str]); 2] =
    [("lede outline", &["outline"]), ("lede export --to html", &["export", "--to", "html"])];

/// A row by the clock for each command and size, and one by instructions where there is valgrind.
pub(crate) fn rows(effort: Effort) -> Result<Vec<Row>> {
    let folder = TempDir::new()?;
    let mut rows = Vec::new();
    for (size, called, budgets) in SIZES {
        let file = folder.path().join("piece.md");
        std::fs::write(&file, piece::of_size(*size))?;
        let cmark = machine::installed("cmark").map(|cmark| line(cmark, &[], &file));
        for ((name, words), budget) in COMMANDS.iter().zip(budgets) {
            eprintln!("{name}, {called}");
            let lede = line(place::program("lede"), words, &file);
            rows.push(
                by_the_clock(&format!("`{name}`, {called}"), &lede, cmark.as_deref(), effort)?
                    .promised(budget),
            );
            if machine::installed("valgrind").is_some() {
                rows.push(by_instructions(&lede, cmark.as_deref())?.promised(budget));
            }
        }
    }
    Ok(rows)
}

fn line(program: impl Into<OsString>, words: &[&str], file: &Path) -> Vec<OsString> {
    let words = words.iter().map(OsString::from);
    std::iter::once(program.into()).chain(words).chain([file.into()]).collect()
}

fn by_the_clock(
    what: &str,
    lede: &[OsString],
    cmark: Option<&[OsString]>,
    effort: Effort,
) -> Result<Row> {
    let mut times = [Vec::new(), Vec::new()];
    // In turns, so that what else the machine does falls on both.
    for _ in 0..effort.runs {
        times[0].push(timed(lede)?);
        if let Some(cmark) = cmark {
            times[1].push(timed(cmark)?);
        }
    }
    let [lede, peer] = times.map(|times| times.into_iter().collect::<Sample>().median());
    Ok(Row::compared(what, lede, cmark.map(|_| peer), "cmark", ms))
}

fn timed(line: &[OsString]) -> Result<std::time::Duration> {
    let start = Instant::now();
    let status = Command::new(&line[0]).args(&line[1..]).stdout(Stdio::null()).status()?;
    ensure!(status.success(), "{} ended with {status}", line[0].display());
    Ok(start.elapsed())
}

fn by_instructions(lede: &[OsString], cmark: Option<&[OsString]>) -> Result<Row> {
    let peer = cmark.map(instructions).transpose()?;
    let show = |count: f64| format!("{:.1} million", count / 1e6);
    Ok(Row::compared("— by instructions", instructions(lede)?, peer, "cmark", show))
}

/// The instructions that a command takes, as valgrind counts them.
fn instructions(line: &[OsString]) -> Result<f64> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).args(line);
    let output = valgrind.stdout(Stdio::null()).output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    let count = said.lines().find_map(|line| line.split_once("Collected : "));
    count
        .and_then(|(_, count)| count.trim().parse().ok())
        .with_context(|| format!("valgrind: {said}"))
}
