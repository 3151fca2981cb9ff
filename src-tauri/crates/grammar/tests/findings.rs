//! What harper finds in a piece, and above all what it is not let say.
#![cfg(feature = "grammar")]

use check::{Finding, Severity};
use grammar::{Dialect, Grammar};
use piece::Piece;
use proptest::prelude::*;
use std::sync::{LazyLock, Mutex, PoisonError};
use text::Text;

static GRAMMAR: LazyLock<Mutex<Grammar>> = LazyLock::new(|| Mutex::new(Grammar::load()));

fn findings(source: &str, own_words: &[&str]) -> Vec<Finding> {
    // A test that failed with the lock in its hand is no reason for the others to fail.
    let mut grammar = GRAMMAR.lock().unwrap_or_else(PoisonError::into_inner);
    grammar.findings(&Text::new(source.to_owned()), own_words)
}

/// What the findings of a text lie on, each with its rule's kind.
fn found(source: &str) -> Vec<String> {
    let said = |finding: &Finding| {
        format!("{}: {}", finding.rule.trim_start_matches("harper/"), finding.span.of(source))
    };
    findings(source, &[]).iter().map(said).collect()
}

/// The text with the first fix of its only finding carried out.
fn mended(source: &str) -> String {
    let findings = findings(source, &[]);
    assert_eq!(findings.len(), 1, "{findings:?}");
    findings[0].fixes[0].edits.apply(source)
}

#[test]
fn mistakes_that_every_reader_stumbles_over_are_found() {
    for (source, on) in [
        ("It rained on the the roof.\n", "repetition: the the"),
        ("She could of stayed at home.\n", "word-choice: could of"),
        ("An useful tool stood in the shed.\n", "miscellaneous: An"),
        ("He don't know the way.\n", "agreement: don't"),
        ("It was more better than before.\n", "redundancy: more better"),
        ("For all intensive purposes it is over.\n", "nonstandard: For all intensive purposes"),
        ("They has a boat.\n", "agreement: has"),
        ("He should have went home.\n", "grammar: went"),
        ("It had a big affect on the price.\n", "word-choice: affect"),
        ("It rained alot.\n", "boundary: alot"),
    ] {
        assert_eq!(found(source), [on], "{source}");
    }
}

#[test]
fn a_finding_is_a_remark_that_is_not_mended_unasked() {
    for finding in findings("It rained on the the roof.\n", &[]) {
        assert_eq!(finding.severity, Severity::Info);
        assert!(finding.rule.starts_with("harper/"));
        assert!(!finding.message.contains('`'), "{}", finding.message);
        assert!(finding.fixes.iter().all(|fix| !fix.safe));
    }
    assert_eq!(mended("It rained on the the roof.\n"), "It rained on the roof.\n");
}

#[test]
fn places_are_bytes_behind_a_mark_an_emoji_and_other_line_ends() {
    let source =
        "\u{feff}Snów 🧑‍🏭 fell.\r\n\r\nIt is 🦢 and she could of\r\nstayed at the the inn.\r\n";
    assert_eq!(found(source), ["word-choice: could of", "repetition: the the"]);
}

#[test]
fn a_mistake_across_a_line_end_or_markup_is_found_and_left_to_the_writer() {
    for source in ["It rained on the\nthe roof.\n", "It rained on the *the* roof.\n"] {
        let findings = findings(source, &[]);
        assert_eq!(findings.len(), 1, "{source}");
        assert_eq!(findings[0].fixes, [], "{source}");
    }
}

#[test]
fn what_is_not_the_writers_own_prose_is_not_looked_at() {
    for source in [
        "---\ntitle: It rained on the the roof\n---\n\nFine.\n",
        "Run `the the` once.\n",
        "    the the roof\n",
        "```\nthe the roof\n```\n",
        "See <https://example.com/the-the> and https://example.com/could_of/the.\n",
        "> She could of stayed.\n",
        "He said: “She could of stayed at the the inn.” Nobody laughed.\n",
        "It is so.[^1]\n\n[^1]: She could of stayed.\n",
        "<div>She could of stayed.</div>\n",
        "# A\n\nb\n\n## 1. C\n\nd\n\n---\n\ne\n\n---\n\nShe could of stayed.\n",
        "# She Could Of Stayed\n\nFine.\n",
    ] {
        assert_eq!(found(source), Vec::<String>::new(), "{source}");
    }
}

#[test]
fn code_is_not_the_words_that_it_spells() {
    // Harper is asked about the same characters twice, once as words and once with code among them.
    assert_eq!(found("It rained on the the roof.\n"), ["repetition: the the"]);
    assert_eq!(found("It rained on the `the` roof.\n"), Vec::<String>::new());
}

#[test]
fn dek_lede_points_and_conclusion_are_looked_at() {
    let source = "# A\n\n*She could of gone.*\n\nShe could of gone.\n\n## 1. B\n\nShe could of gone.\n\n\
                  ---\n\nShe could of gone.\n";
    assert_eq!(found(source).len(), 4);
}

#[test]
fn names_of_the_piece_and_own_words_are_respected() {
    let once = "They met the crew of the united states there.\n";
    assert_eq!(found(once).len(), 1);
    let own = findings(once, &["united"]);
    assert_eq!(own, [], "{own:?}");
    let name = "Alot is a port. The mayor of Alot was late.\n";
    assert_eq!(found(name), Vec::<String>::new());
    assert_eq!(found("The mayor was late alot.\n"), ["boundary: alot"]);
}

#[test]
fn a_fix_brings_the_apostrophe_of_the_text() {
    let source = "It’s late. He do not know the way, and he don’t care.\n";
    for finding in findings(source, &[]) {
        for fix in finding.fixes {
            assert!(!fix.edits.apply(source).contains('\''), "{}", fix.label);
        }
    }
    assert!(!findings(source, &[]).is_empty());
}

#[test]
fn other_languages_are_passed_over_in_silence() {
    assert_eq!(found("---\nlang: de\n---\n\nIt rained on the the roof.\n"), Vec::<String>::new());
    let german = "Die Fähre liegt am Kai, und die die Mannschaft wartet auf das Ende des Streiks. Die Reederei \
                  hat noch nicht gesagt, wann sie wieder fährt, und der Hafen ist so leer wie im Winter. Das \
                  Angebot der Stadt liegt auf dem Tisch, aber niemand hat es bisher gelesen.\n";
    assert_eq!(found(german), Vec::<String>::new());
}

#[test]
fn the_english_is_that_of_the_front_matter() {
    let of = |lang: &str| Dialect::of(&Text::new(format!("---\nlang: {lang}\n---\n\nThe end.\n")));
    assert_eq!(of("en-GB"), Some(Dialect::British));
    assert_eq!(of("en_AU"), Some(Dialect::Australian));
    assert_eq!(of("en-CA"), Some(Dialect::Canadian));
    assert_eq!(of("en-IN"), Some(Dialect::Indian));
    assert_eq!(of("en-US"), Some(Dialect::American));
    assert_eq!(of("en"), Some(Dialect::American));
    assert_eq!(of("fr"), None);
    assert_eq!(
        Dialect::of(&Text::new("It is the end of the road.\n".into())),
        Some(Dialect::American)
    );
}

#[test]
fn a_long_sentence_and_a_number_in_digits_are_for_our_own_rules() {
    let long = format!("The ferry is late{}.\n", ", and the crew waits on the quay".repeat(12));
    assert_eq!(found(&long), Vec::<String>::new());
    assert_eq!(
        found("There were 3 boats and 12 cars, and it took 100 ms.\n"),
        Vec::<String>::new()
    );
}

#[test]
fn good_prose_has_no_findings() {
    for source in [
        include_str!("../../check/tests/findings/fixtures/five-irritants.md"),
        include_str!("../../check/tests/findings/fixtures/six-takeaways.md"),
        include_str!("../../check/tests/findings/fixtures/plain-article.md"),
    ] {
        assert_eq!(found(source), Vec::<String>::new());
    }
}

#[test]
fn a_text_that_is_looked_at_again_has_the_same_findings() {
    let one = "It rained on the the roof.\n\nShe could of gone.\n";
    let other = "She could of gone.\n\nIt rained.\n\nShe could of gone.\n";
    let first = found(one);
    assert_eq!(found(other), ["word-choice: could of", "word-choice: could of"]);
    assert_eq!(found(one), first);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn findings_lie_on_whole_characters_of_the_piece_and_never_in_front_matter(
        words in proptest::collection::vec(
            prop_oneof![
                Just("the the"), Just("could of"), Just("an boat"), Just("alot"), Just("🧑‍🏭"), Just("é"),
                Just("`the the`"), Just("*the*"), Just("\r\n"), Just("\n\n"), Just("https://a.b/c_d"),
                Just("“"), Just("”"), Just("Strand’s"), Just("&amp;"), Just("# "), Just("> "), Just("\t"),
                Just("- "), Just("ﬁ"), Just("\u{a0}"), Just("\u{301}"), Just("."),
            ],
            0..24,
        ),
    ) {
        let source = format!("\u{feff}---\nlang: en-GB\n---\n{}", words.join(" "));
        let body = Piece::parse(&source).front_matter.map_or(0, |matter| matter.span.end.0);
        for finding in findings(&source, &[]) {
            let (start, end) = (finding.span.start.0, finding.span.end.0);
            prop_assert!(body <= start && start <= end && end <= source.len());
            prop_assert!(source.is_char_boundary(start) && source.is_char_boundary(end));
            for fix in finding.fixes {
                prop_assert!(fix.edits.apply(&source) != source);
            }
        }
    }
}
