//! How often the rules are right about the labelled sentences. The table is printed:
//! `cargo test -p lede-piece --test counting -- --nocapture`, and at the end of `cargo xtask test`.

use crate::labelled::{Labelled, Number, read};
use crate::score::{Score, report, table};

const TUNED: &str = include_str!("sentences/tuned.txt");

/// The sentences that are kept apart, by who wrote them when.
const APART: [(&str, &str); 3] = [
    ("by the rules' author, before", include_str!("sentences/held-out.txt")),
    ("by a second hand", include_str!("sentences/second-hand.txt")),
    ("after the last change of the rules", include_str!("sentences/last-look.txt")),
];

fn apart() -> impl Iterator<Item = Labelled> {
    APART.into_iter().flat_map(|(_, file)| read(file))
}

/// The score of the numbers that are asked for.
fn score(sentences: &[Labelled], is_asked: impl Fn(&&Number) -> bool) -> Score {
    let mut score = Score::default();
    for sentence in sentences {
        let of = |numbers: &[Number]| -> Vec<Number> {
            numbers.iter().filter(&is_asked).cloned().collect()
        };
        score.add(&of(&sentence.found()), &of(&sentence.expected));
    }
    score
}

#[test]
fn sentences_kept_apart_are_read_right() {
    let all: Vec<Labelled> = apart().collect();
    let kinds = [('w', "whole counts"), ('s', "subsets"), ('o', "ordinals"), ('r', "references")];
    let by_kind = kinds.map(|(kind, name)| (name, score(&all, |number| number.kind == kind)));
    let by_file = APART.map(|(name, file)| (name, score(&read(file), |_| true)));
    let whole = score(&all, |_| true);
    let rows = [("all that are kept apart", whole)].into_iter().chain(by_kind).chain(by_file);
    let rows: Vec<_> = rows.map(|(name, score)| (name.to_owned(), score)).collect();
    report("counting", &table("Counting phrases", &rows));
    assert!(whole.is_good(), "{whole:?}");
    by_file.iter().for_each(|(name, score)| assert!(score.is_good(), "{name}: {score:?}"));
}

#[test]
fn sentences_by_which_the_rules_were_made_are_read_right() {
    let mut misread = Vec::new();
    for sentence in read(TUNED) {
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
    let (tuned, apart) = (read(TUNED), apart().collect::<Vec<_>>());
    let all = tuned.len() + apart.len();
    assert!(all >= 400, "{all}");
    assert!(apart.len() * 3 >= all, "{} of {all}", apart.len());
    let traps = tuned.iter().chain(&apart).filter(|it| it.expected.is_empty()).count();
    assert!(traps * 2 >= all, "{traps} of {all}");
}
