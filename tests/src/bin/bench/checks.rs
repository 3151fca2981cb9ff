//! What the rules of the checks take, by themselves: they run in the app's own process, so that neither a
//! start nor a file is a part of it.

use crate::{
    Effort, piece,
    sample::Sample,
    table::{Row, ms},
};
use check::World;
use jiff::civil::{Date, date};
use std::{hint::black_box, time::Instant};
use text::Text;

/// A world in which it is always the same day and every file is there.
struct Desk;

impl World for Desk {
    fn today(&self) -> Date {
        date(2026, 11, 25)
    }

    fn local_file_exists(&self, _destination: &str) -> Option<bool> {
        Some(true)
    }
}

/// A row for each size.
pub(crate) fn rows(effort: Effort) -> Vec<Row> {
    let sizes = [(10_000, "10 kB", "2 ms"), (1_000_000, "1 MB", "150 ms")];
    sizes.map(|(size, called, budget)| row(size, called, effort).promised(budget)).into()
}

fn row(size: usize, called: &str, effort: Effort) -> Row {
    eprintln!("the checks, {called}");
    let text = Text::new(counted(size));
    let timed = |_| {
        let start = Instant::now();
        black_box(check::check(&text, &Desk));
        start.elapsed()
    };
    let times: Sample = (0..effort.runs).map(timed).collect();
    let findings = check::check(&text, &Desk).len();
    Row {
        what: format!("the checks of a text, {called}"),
        lede: ms(times.median()),
        peer: format!("{findings} findings"),
        ..Row::default()
    }
}

/// A piece whose title counts its points, so that every number in it is a question.
fn counted(size: usize) -> String {
    let text = piece::of_size(size);
    let points = text.matches("\n## ").count();
    text.replacen("# Signals", &format!("# {points} Signals"), 1)
}
