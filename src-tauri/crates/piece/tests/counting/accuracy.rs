//! How often the rules are right about the labelled sentences. The table is printed:
//! `cargo test -p lede-piece --test counting -- --nocapture`.

use crate::labelled::{Labelled, Number, read};

const TUNED: &str = include_str!("sentences/tuned.txt");
const HELD_OUT: &str = include_str!("sentences/held-out.txt");

/// What was found and should not have been, and the reverse.
#[derive(Clone, Copy, Default)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    fn recall(self) -> f64 {
        share(self.right, self.right + self.missed)
    }

    fn add(&mut self, found: &[Number], expected: &[Number]) {
        let right = found.iter().filter(|it| expected.contains(it)).count();
        self.right += right;
        self.wrong += found.len() - right;
        self.missed += expected.len() - right;
    }
}

/// A share of a count; all of nothing.
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// Scores sentences, prints a row for each kind, and gives the score of all.
fn score(name: &str, sentences: &[Labelled]) -> Score {
    let mut all = Score::default();
    let kinds = [('w', "whole count"), ('s', "subset"), ('o', "ordinal"), ('r', "reference")];
    println!("counting phrases, {name}: {} sentences", sentences.len());
    for (kind, words) in kinds {
        let of = |numbers: &[Number]| -> Vec<Number> {
            numbers.iter().filter(|number| number.kind == kind).cloned().collect()
        };
        let mut one = Score::default();
        for sentence in sentences {
            one.add(&of(&sentence.found()), &of(&sentence.expected));
        }
        row(words, one);
    }
    for sentence in sentences {
        all.add(&sentence.found(), &sentence.expected);
    }
    row("all", all);
    all
}

fn row(words: &str, score: Score) {
    println!(
        "  {words:<12} {:>4} right {:>3} wrong {:>3} missed   precision {:.3}   recall {:.3}",
        score.right,
        score.wrong,
        score.missed,
        score.precision(),
        score.recall()
    );
}

#[test]
fn sentences_kept_apart_are_read_right() {
    let score = score("kept apart", &read(HELD_OUT));
    assert!(score.precision() >= 0.97, "precision {}", score.precision());
    assert!(score.recall() >= 0.90, "recall {}", score.recall());
}

#[test]
fn sentences_by_which_the_rules_were_made_are_read_right() {
    let sentences = read(TUNED);
    score("tuned by", &sentences);
    let mut misread = Vec::new();
    for sentence in &sentences {
        let found = sentence.found();
        if found != sentence.expected {
            let list = |numbers: &[Number]| -> String {
                numbers.iter().map(|number| format!(" {number}")).collect()
            };
            misread.push(format!(
                "{} {}\n  found{}, not{}",
                sentence.place(),
                sentence.sentence,
                list(&found),
                list(&sentence.expected)
            ));
        }
    }
    assert!(misread.is_empty(), "{}", misread.join("\n"));
}

#[test]
fn half_of_the_sentences_are_traps_and_a_third_is_kept_apart() {
    let (tuned, held_out) = (read(TUNED), read(HELD_OUT));
    let all = tuned.len() + held_out.len();
    assert!(all >= 400, "{all}");
    assert!(held_out.len() * 3 >= all, "{} of {all}", held_out.len());
    let traps = tuned.iter().chain(&held_out).filter(|it| it.expected.is_empty()).count();
    assert!(traps * 2 >= all, "{traps} of {all}");
}
