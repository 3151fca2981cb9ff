//! Which rules speak about a text in another language.

use crate::manuals::examples;
use crate::marked::{check, check_by, unmarked};
use check::{moved, rules};
use piece::operations::move_point;
use text::Text;

/// A German piece with a fault for each rule that reads no English, and much that looks like one for
/// those that do.
const GERMAN: &str = "# Five Signale, die das Ende des Fährverkehrs ankündigen\n\n\
    Die first two davon sind alt. According to Reuters, yesterday. Das might possibly so sein, und wer es \
    nicht glaubt, der soll am Hafen stehen und die Schiffe zählen, die nicht mehr fahren, und die Leute, \
    die trotzdem warten, und die Möwen, die sich daran gewöhnt haben, und die Kinder, die nie ein anderes \
    Bild gesehen haben als dieses hier mit dem leeren Kai und dem alten Kran dahinter.\n\n\
    ## 1. Die Besatzung schläft\n\nSie schläft „tief“ und \"fest\", XXX.\n\n\
    ## 3. Die Besatzung schläft\n\n[Hier](htp://x.example) steht es.\n\n\
    ## 4. the Crew Is leer\n\n";

/// The names of the rules that find something, each once, in order.
fn found(source: &str) -> Vec<&'static str> {
    let mut names: Vec<&str> = check(source).into_iter().map(|finding| finding.rule).collect();
    names.sort_unstable();
    names.dedup();
    names
}

const STRUCTURAL: [&str; 7] = [
    "duplicate-heading",
    "empty-point",
    "link-target",
    "missing-part",
    "numbering",
    "placeholder",
    "quote-style",
];

#[test]
fn a_text_that_looks_german_has_findings_of_structure_alone() {
    assert_eq!(found(GERMAN), STRUCTURAL);
}

#[test]
fn what_front_matter_says_outweighs_the_look() {
    let said = |lang: &str, text: &str| found(&format!("---\nlang: {lang}\n---\n\n{text}"));
    assert_eq!(said("de-AT", GERMAN), STRUCTURAL);
    let english_rules = ["hedge-stack", "long-sentence", "relative-date", "unsourced-attribution"];
    let as_english = said("en", GERMAN);
    english_rules.iter().for_each(|rule| assert!(as_english.contains(rule), "{rule}"));
    let english = "# Three Signs\n\nThe first five signs came yesterday.\n\n## 1. A\n\nb\n";
    assert!(found(english).contains(&"count-agreement"));
    assert_eq!(said("fr", english), ["missing-part"]);
}

#[test]
fn of_its_own_examples_each_rule_that_reads_english_finds_none_in_german() {
    for rule in rules() {
        for example in examples(rule, "fires") {
            let example = unmarked(&example);
            let german = match example.strip_prefix("---\n") {
                Some(rest) => format!("---\nlang: de\n{rest}"),
                None => format!("---\nlang: de\n---\n\n{example}"),
            };
            let found = check_by(rule.name, &german);
            assert_eq!(found.is_empty(), rule.is_english, "{}: {found:?}", rule.name);
        }
    }
}

#[test]
fn nothing_shifts_in_a_text_whose_words_are_not_known() {
    let text = Text::new(GERMAN.to_owned());
    for (from, to) in [(1, 3), (3, 1), (2, 1)] {
        assert_eq!(moved(&text, &move_point(&text, from, to).unwrap()), []);
    }
}
