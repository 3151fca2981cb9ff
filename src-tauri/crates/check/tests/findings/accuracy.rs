//! How often the rules are right about the labelled sentences. The table is printed:
//! `cargo test -p lede-check --test findings -- --nocapture`.

use crate::labelled::{Labelled, read};

const TUNED: &str = include_str!("sentences/tuned.txt");
const HELD_OUT: &str = include_str!("sentences/held-out.txt");

/// The rules that read English sentences.
const RULES: [&str; 6] = [
    "unsourced-attribution",
    "relative-date",
    "hedge-stack",
    "placeholder",
    "heading-case",
    "long-sentence",
];

/// What was found, found wrongly and missed.
#[derive(Clone, Copy, Default)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    fn of<'a>(sentences: impl Iterator<Item = &'a Labelled>) -> Self {
        let mut score = Self::default();
        for sentence in sentences {
            let found = sentence.found();
            let right = found.iter().filter(|range| sentence.expected.contains(range)).count();
            score.right += right;
            score.wrong += found.len() - right;
            score.missed += sentence.expected.len() - right;
        }
        score
    }

    fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    fn recall(self) -> f64 {
        share(self.right, self.right + self.missed)
    }
}

/// A share of a count; all of nothing.
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// Scores each rule and prints its row.
fn scores(name: &str, sentences: &[Labelled]) -> Vec<(&'static str, Score)> {
    println!("findings, {name}: {} sentences", sentences.len());
    let score = |rule: &'static str| {
        let score = Score::of(sentences.iter().filter(|it| it.rule == rule));
        println!(
            "  {rule:<22} {:>3} right {:>2} wrong {:>2} missed   precision {:.3}   recall {:.3}",
            score.right,
            score.wrong,
            score.missed,
            score.precision(),
            score.recall()
        );
        (rule, score)
    };
    RULES.into_iter().map(score).collect()
}

#[test]
fn sentences_kept_apart_are_judged_right() {
    for (rule, score) in scores("kept apart", &read(HELD_OUT)) {
        assert!(score.precision() >= 0.97, "{rule}: precision {}", score.precision());
        assert!(score.recall() >= 0.90, "{rule}: recall {}", score.recall());
    }
}

#[test]
fn sentences_by_which_the_rules_were_made_are_judged_right() {
    let sentences = read(TUNED);
    scores("tuned by", &sentences);
    let mut misjudged = Vec::new();
    for sentence in &sentences {
        let found = sentence.found();
        if found != sentence.expected {
            let words = |ranges: &[std::ops::Range<usize>]| -> Vec<String> {
                ranges.iter().map(|range| sentence.sentence[range.clone()].to_owned()).collect()
            };
            let (found, expected) = (words(&found), words(&sentence.expected));
            misjudged.push(format!(
                "{}: {}\n  found {found:?}, not {expected:?}",
                sentence.rule, sentence.sentence
            ));
        }
    }
    assert!(misjudged.is_empty(), "{}", misjudged.join("\n"));
}

#[test]
fn each_rule_has_forty_sentences_half_of_them_traps_and_a_third_kept_apart() {
    let (tuned, held_out) = (read(TUNED), read(HELD_OUT));
    for rule in RULES {
        let of = |sentences: &[Labelled]| sentences.iter().filter(|it| it.rule == rule).count();
        let all = of(&tuned) + of(&held_out);
        assert!(all >= 40, "{rule}: {all}");
        assert!(of(&held_out) * 3 >= all, "{rule}: {} of {all}", of(&held_out));
        let traps =
            tuned.iter().chain(&held_out).filter(|it| it.rule == rule && it.expected.is_empty());
        let traps = traps.count();
        assert!(traps * 2 >= all, "{rule}: {traps} of {all}");
    }
}
