//! How often a judgement on labelled sentences is right, and the table of it that `cargo xtask test`
//! prints. The tests of the checks use this file too.

use std::fmt::Write;
use std::path::Path;

/// What was found rightly, found wrongly and missed.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    sentences: usize,
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    /// Takes in one sentence more.
    pub(crate) fn add<T: PartialEq>(&mut self, found: &[T], expected: &[T]) {
        let right = found.iter().filter(|it| expected.contains(it)).count();
        self.sentences += 1;
        self.right += right;
        self.wrong += found.len() - right;
        self.missed += expected.len() - right;
    }

    /// The share of what was found that is right.
    pub(crate) fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    /// The share of what should be found that was.
    pub(crate) fn recall(self) -> f64 {
        share(self.right, self.right + self.missed)
    }

    /// Whether it is as good as a checker must be that nobody switches off.
    pub(crate) fn is_good(self) -> bool {
        self.precision() >= 0.97 && self.recall() >= 0.90
    }
}

/// A share of a count; all of nothing.
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// A table with a row for each score.
pub(crate) fn table(title: &str, rows: &[(String, Score)]) -> String {
    let mut table = format!(
        "{title:<38} {:>9} {:>6} {:>6} {:>6} {:>10} {:>7}\n",
        "sentences", "right", "wrong", "missed", "precision", "recall"
    );
    for (name, score) in rows {
        let Score { sentences, right, wrong, missed } = score;
        let (precision, recall) = (score.precision(), score.recall());
        // Writing to a string cannot fail.
        let _ = writeln!(
            table,
            "  {name:<36} {sentences:>9} {right:>6} {wrong:>6} {missed:>6} {precision:>10.3} {recall:>7.3}"
        );
    }
    table
}

/// Shows a table, and leaves it where `cargo xtask test` looks for it: at the end, below the tests.
#[allow(
    clippy::disallowed_methods,
    reason = "a test captures what it prints, and nobody would see it"
)]
pub(crate) fn report(name: &str, table: &str) {
    println!("{table}");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("accuracy");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{name}.txt")), table).unwrap();
}
