//! Whole pieces as they are published: there is nothing to say about them.

use crate::marked::{check, marked};

const PLAIN: &str = include_str!("fixtures/plain-article.md");
const SIX: &str = include_str!("fixtures/six-takeaways.md");

#[test]
fn a_plain_article_with_headings_has_no_findings() {
    assert_eq!(marked(PLAIN, &check(PLAIN)), PLAIN);
}

#[test]
fn a_piece_with_links_notes_and_a_subset_has_no_findings() {
    assert_eq!(marked(SIX, &check(SIX)), SIX);
}

#[test]
fn nothing_is_said_about_no_text() {
    assert_eq!(check(""), []);
    assert_eq!(check("\u{feff}\n"), []);
}

#[test]
fn english_rules_leave_other_languages_alone() {
    let source = |lang: &str| {
        format!(
            "---\nlang: {lang}\n---\n\n# Three Signs\n\n## 1. A\n\nAccording to Reuters, yesterday.\n"
        )
    };
    let rules = |lang: &str| -> Vec<&str> {
        check(&source(lang)).into_iter().map(|finding| finding.rule).collect()
    };
    assert_eq!(rules("de"), ["missing-part", "missing-part"]);
    let english = [
        "missing-part",
        "missing-part",
        "count-agreement",
        "unsourced-attribution",
        "relative-date",
    ];
    let mut found = rules("en");
    found.sort_unstable();
    let mut expected = english;
    expected.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn a_mark_to_fill_in_is_one_in_every_language_unless_it_is_a_word_there() {
    let source = "---\nlang: es\n---\n\nTODO pasa, y TK no es nada. (TODO: la fuente) XXX [link]\n";
    let found = check(source);
    let words: Vec<&str> = found.iter().map(|finding| finding.span.of(source)).collect();
    assert_eq!(words, ["TODO", "XXX", "[link]"]);
    assert_eq!(found[0].span.start.0, source.rfind("TODO").unwrap());
}

#[test]
fn what_is_missing_lies_at_the_start_of_a_piece_without_a_title() {
    let findings = check("---\ntemplate: irritants\n---\n\nA lede.\n");
    let found: Vec<(usize, usize, &str)> =
        findings.iter().map(|it| (it.span.start.0, it.span.end.0, &*it.message)).collect();
    assert_eq!(found, [(0, 0, "The piece has no title."), (0, 0, "The piece has no conclusion.")]);
}
