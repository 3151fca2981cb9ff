//! A merge holds up the keys of its draft, so a long text must cost little where few words change.
#![allow(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "it says how long it took; no number holds on every machine"
)]

use super::peace;
use std::fmt::Write;
use std::time::Instant;

/// So many paragraphs are a text of about a megabyte.
const PARAGRAPHS: usize = 8_000;

fn long() -> String {
    let mut text = String::from("# Eight Thousand Reasons Why the Ferry Is Late\n");
    for number in 1..=PARAGRAPHS {
        let _ = write!(
            text,
            "\n## {number}. The Bell\n\nThe bell of year {number} rings four minutes early, and nobody who \
             hears it says so, since the ferry waits for café and pier alike.\n"
        );
    }
    text
}

/// With `word` in the place of the bell of these years.
fn with(text: &str, word: &str, years: &[usize]) -> String {
    let changed = |text: String, year: &usize| {
        text.replace(&format!("bell of year {year} "), &format!("{word} of year {year} "))
    };
    years.iter().fold(text.to_owned(), changed)
}

#[test]
fn a_few_words_of_a_megabyte_merge() {
    let base = long();
    for (what, mine, theirs) in [
        ("near each other", vec![4_001, 4_003], vec![4_002, 4_004]),
        ("mine at one end, theirs at the other", vec![7_998, 8_000], vec![1, 3]),
        ("both at either end", vec![2, 7_999], vec![1, 8_000]),
    ] {
        let (my_text, their_text) = (with(&base, "horn", &mine), with(&base, "whistle", &theirs));
        let start = Instant::now();
        let merged = peace(&base, &my_text, &their_text);
        eprintln!("{} bytes, {what}: {:?}", base.len(), start.elapsed());
        assert_eq!(merged, with(&my_text, "whistle", &theirs));
    }
}
