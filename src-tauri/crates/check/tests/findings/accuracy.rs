//! How often the rules are right about the labelled sentences. The table is printed:
//! `cargo test -p lede-check --test findings -- --nocapture`, and at the end of `cargo xtask test`.

use crate::labelled::{Labelled, read};
use crate::score::{Score, report, table};
use std::ops::Range;

const TUNED: &str = include_str!("sentences/tuned.txt");
const LAST_LOOK: &str = include_str!("sentences/last-look.txt");

/// The sentences that are kept apart.
const APART: [&str; 3] =
    [include_str!("sentences/held-out.txt"), include_str!("sentences/second-hand.txt"), LAST_LOOK];

/// The rules that read English sentences.
const RULES: [&str; 7] = [
    "unsourced-attribution",
    "relative-date",
    "hedge-stack",
    "placeholder",
    "heading-case",
    "long-sentence",
    "dek-echo",
];

fn apart() -> Vec<Labelled> {
    APART.into_iter().flat_map(read).collect()
}

/// The score of one rule.
fn score(rule: &str, sentences: &[Labelled]) -> Score {
    let mut score = Score::default();
    for sentence in sentences.iter().filter(|it| it.rule == rule) {
        score.add(&sentence.found(), &sentence.expected);
    }
    score
}

#[test]
fn sentences_kept_apart_are_judged_right() {
    let (all, last) = (apart(), read(LAST_LOOK));
    let by_rule = RULES.map(|rule| (rule.to_owned(), score(rule, &all)));
    let seen = RULES.into_iter().filter(|rule| last.iter().any(|it| it.rule == *rule));
    let unseen = seen.map(|rule| (format!("{rule}, last look"), score(rule, &last)));
    let rows: Vec<_> = by_rule.iter().cloned().chain(unseen).collect();
    report("findings", &table("Rules that read English", &rows));
    by_rule.iter().for_each(|(rule, score)| assert!(score.is_good(), "{rule}: {score:?}"));
}

#[test]
fn sentences_by_which_the_rules_were_made_are_judged_right() {
    let misjudged: Vec<String> = read(TUNED).iter().filter_map(misjudged).collect();
    assert!(misjudged.is_empty(), "{}", misjudged.join("\n"));
}

/// What was found wrongly or missed in a sentence.
fn misjudged(sentence: &Labelled) -> Option<String> {
    let found = sentence.found();
    let words = |ranges: &[Range<usize>]| -> Vec<String> {
        ranges.iter().map(|range| sentence.sentence[range.clone()].to_owned()).collect()
    };
    let (is, should) = (words(&found), words(&sentence.expected));
    (found != sentence.expected).then(|| {
        format!("{}: {}\n  found {is:?}, not {should:?}", sentence.rule, sentence.sentence)
    })
}

#[test]
fn each_rule_has_forty_sentences_half_of_them_traps_and_a_third_kept_apart() {
    let (tuned, apart) = (read(TUNED), apart());
    for rule in RULES {
        let of = |sentences: &[Labelled]| sentences.iter().filter(|it| it.rule == rule).count();
        let all = of(&tuned) + of(&apart);
        assert!(all >= 40, "{rule}: {all}");
        assert!(of(&apart) * 3 >= all, "{rule}: {} of {all}", of(&apart));
        let traps =
            tuned.iter().chain(&apart).filter(|it| it.rule == rule && it.expected.is_empty());
        let traps = traps.count();
        assert!(traps * 2 >= all, "{rule}: {traps} of {all}");
    }
}
