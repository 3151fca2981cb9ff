//! What is ticked off, and what is kept in step.

use crate::marked::{Desk, check};
use check::{Lead, Review};
use text::{Span, Text};

fn review(source: &str) -> Review {
    check::review(&Text::new(source.to_owned()), &Desk)
}

/// The sources of a text: their words, and where they lead.
fn sources(source: &str) -> Vec<(String, Option<Lead>)> {
    review(source).sources.into_iter().map(|it| (it.words, it.lead)).collect()
}

fn link(address: &str) -> Option<Lead> {
    Some(Lead::Link(address.to_owned()))
}

#[test]
fn every_claim_on_a_source_is_listed_with_where_it_leads() {
    let source = "It rains, according to the Courier. The harbour board reported on Monday that it \
                  does [not](https://board.example/7). The mayor claimed that nobody knows.[^1]\n\n\
                  As explained here, it rains.\n\n[^1]: A letter.\n";
    let expected = [
        ("according to the Courier", None),
        ("The harbour board reported", link("https://board.example/7")),
        ("The mayor claimed", Some(Lead::Footnote("1".to_owned()))),
        ("As explained here", None),
    ];
    assert_eq!(sources(source), expected.map(|(words, lead)| (words.to_owned(), lead)));
}

#[test]
fn a_long_name_of_a_source_is_cut_and_says_so() {
    let source = "It rains, according to the third of four people who knew all about it.";
    assert_eq!(sources(source)[0].0, "according to the third of four people who knew…");
}

#[test]
fn a_claim_of_the_list_without_a_lead_is_one_that_the_rule_finds() {
    let source = "According to the Courier it rains. The board reported that it does, as the \
                  Courier reported before. The [board](https://b.example) reported that it does not.";
    let unsourced = check(source).into_iter().filter(|it| it.rule == "unsourced-attribution");
    let found: Vec<Span> = unsourced.map(|it| it.span).collect();
    let sources = review(source).sources;
    let without: Vec<Span> =
        sources.iter().filter(|it| it.lead.is_none()).map(|it| it.span).collect();
    assert!(found.iter().all(|span| without.contains(span)), "{found:?} in {without:?}");
    assert_eq!((found.len(), without.len(), sources.len()), (2, 3, 4));
}

#[test]
fn dates_count_from_the_day_of_the_piece_and_are_listed_beside_a_year_too() {
    let text = "It rained yesterday. It began last week, in November 2026. Every last week is dry.";
    let dates = |front: &str| {
        let review = review(&format!("{front}{text}"));
        let dates = review.dates.into_iter().map(|it| (it.words, it.meant)).collect::<Vec<_>>();
        (review.day.to_string(), dates)
    };
    let said = |words: &str, meant: &str| (words.to_owned(), meant.to_owned());
    let (day, listed) = dates("");
    assert_eq!(day, "2026-11-25");
    let week = said("last week", "the week of 16 November 2026");
    assert_eq!(listed, [said("yesterday", "24 November 2026"), week]);
    let (day, listed) = dates("---\ndate: 2025-01-01\n---\n\n");
    assert_eq!(day, "2025-01-01");
    assert_eq!(listed[0], said("yesterday", "31 December 2024"));
}

#[test]
fn what_the_lists_have_is_no_finding_of_the_review() {
    let source = "It rained yesterday, according to the Courier, TK.";
    let rules = |findings: &[check::Finding]| findings.iter().map(|it| it.rule).collect::<Vec<_>>();
    let mut all = rules(&check(source));
    all.sort_unstable();
    assert_eq!(all, ["placeholder", "relative-date", "unsourced-attribution"]);
    assert_eq!(rules(&review(source).findings), ["placeholder"]);
}

#[test]
fn lists_are_empty_in_a_text_of_another_language() {
    let source = "---\nlang: de\n---\n\nAccording to the Courier it rained yesterday.\n";
    let review = review(source);
    assert_eq!((review.sources, review.dates, review.pair), (vec![], vec![], None));
}

/// A piece with this dek and this conclusion.
fn piece(dek: &str, conclusion: &str) -> String {
    format!(
        "# Two Signs\n\n*{dek}*\n\nSo.\n\n## 1. A\n\nb\n\n## 2. C\n\nd\n\n---\n\n{conclusion}\n"
    )
}

#[test]
fn dek_and_the_nearest_sentence_of_the_conclusion_are_a_pair_where_one_mirrors_the_other() {
    let dek = "Farmers trusted the swallows of the harbour for centuries.";
    let near = "A farmer who trusts a swallow is not asked for reasons.";
    let source = piece(dek, &format!("In the end it rained. {near} So it goes."));
    let pair = review(&source).pair.unwrap();
    assert_eq!((pair.dek.of(&source), pair.conclusion.of(&source)), (dek, near));
    let apart = piece(dek, "In the end the committee printed another brochure.");
    assert_eq!(review(&apart).pair, None);
}
