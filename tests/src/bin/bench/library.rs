//! What a large library takes: its names, the other columns, and a search while it is typed. By the store
//! itself, in this process; the files lie in the system's cache, as those of a library in use do.

use crate::{
    Effort, piece,
    sample::Sample,
    table::{Row, ms},
};
use anyhow::Result;
use std::{
    hint::black_box,
    time::{Duration, Instant},
};
use store::{Library, Query, Texts};
use tempfile::TempDir;

/// Drafts in the library.
const DRAFTS: usize = 10_000;

/// Bytes of each.
const SIZE: usize = 4_000;

/// What somebody types on the way to a word that every draft has, and to one that none has.
const TYPED: [&str; 8] = ["b", "be", "ber", "bert", "berth", "berths", "berthsx", "berthsxy"];

/// A row for each of the three.
pub(crate) fn rows(effort: Effort) -> Result<Vec<Row>> {
    eprintln!("a library of {DRAFTS} drafts");
    let folder = TempDir::new()?;
    let text = piece::of_size(SIZE);
    for number in 0..DRAFTS {
        let text = text.replacen("Signals", &format!("Signals {number}"), 1);
        std::fs::write(
            folder.path().join(format!("2026-11-{:02}-{number}.md", number % 30 + 1)),
            text,
        )?;
    }
    let library = Library::open(folder.path())?;
    let entries = library.names()?;
    let runs = effort.runs.div_ceil(5);
    let names: Sample = (0..runs).map(|_| timed(|| library.names())).collect();
    let columns: Sample = (0..runs).map(|_| timed(|| library.summaries(&entries))).collect();
    let texts = Texts::default();
    let first = timed(|| library.find(&Query::words("a"), 1, &texts));
    let keys = TYPED.iter().cycle().take(runs * TYPED.len());
    let typed: Sample =
        keys.map(|words| timed(|| library.find(&Query::words(words), 1, &texts))).collect();
    let row = |what: &str, time: f64, budget: &str| {
        let what = format!("{what}, {DRAFTS} drafts of {SIZE} bytes");
        Row { what, lede: ms(time), ..Row::default() }.promised(budget)
    };
    Ok(vec![
        row("names in order", names.median(), "150 ms"),
        row("the other columns", columns.median(), "1 s"),
        row("a search's first letter", first.as_secs_f64() * 1e3, ""),
        row("a search as it is typed, 95 of 100", typed.most(), "50 ms"),
    ])
}

fn timed<T>(act: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(act());
    start.elapsed()
}
