//! Setting a field and nothing else.

use super::{set, tagged};
use piece::details::{Field, mark_published};
use text::Text;

const FULL: &str =
    "---\n# Mine.\ntitle: 'Old' # kept\nDate: x\ndate: 2026-03-01\n\nlayout:   post\n---\n\n# T\n";

#[test]
fn a_field_is_set_in_the_quotes_that_it_has() {
    assert_eq!(set(FULL, Field::Title, "It's"), FULL.replace("'Old'", "'It''s'"));
    assert_eq!(set(FULL, Field::Title, "a\nb"), FULL.replace("'Old'", "\"a\\x0Ab\""));
    assert_eq!(set(FULL, Field::Date, "2026-03-02"), FULL.replace("03-01", "03-02"));
    assert_eq!(set(FULL, Field::Date, "2026-03-01"), FULL);
    let double = FULL.replace("'Old'", "\"Old\"");
    assert_eq!(set(&double, Field::Title, "a \"b\""), double.replace("Old", "a \\\"b\\\""));
}

#[test]
fn text_that_would_be_read_as_something_else_gets_quotes() {
    let plain = "---\nauthor: Ann\n---\n";
    for (value, written) in [
        ("Ben", "Ben"),
        ("Ann Lee, née Été", "Ann Lee, née Été"),
        ("https://a.b/c#d", "https://a.b/c#d"),
        ("no", "\"no\""),
        ("12", "\"12\""),
        ("1:30", "\"1:30\""),
        ("2026-03-01", "\"2026-03-01\""),
        ("a: b", "\"a: b\""),
        ("a #b", "\"a #b\""),
        ("- a", "\"- a\""),
        ("[a]", "\"[a]\""),
        (" a ", "\" a \""),
        ("5 Things", "5 Things"),
    ] {
        assert_eq!(set(plain, Field::Author, value), format!("---\nauthor: {written}\n---\n"));
    }
}

#[test]
fn a_field_that_is_not_there_comes_last_and_front_matter_is_made_where_there_is_none() {
    assert_eq!(set(FULL, Field::State, "draft"), FULL.replace("post\n", "post\nstate: draft\n"));
    assert_eq!(set("# T\r\n", Field::State, "draft"), "---\r\nstate: draft\r\n---\r\n\r\n# T\r\n");
    assert_eq!(set("\u{feff}\n# T", Field::Lang, "en"), "\u{feff}---\nlang: en\n---\n\n# T");
    assert_eq!(set("---\nopen", Field::Lang, "en"), "---\nlang: en\n---\n\n---\nopen");
    assert_eq!(set("", Field::Lang, "en"), "---\nlang: en\n---\n");
    assert_eq!(set("---\n# only\n---\n", Field::Lang, "en"), "---\n# only\nlang: en\n---\n");
    assert_eq!(set("---\n---\n", Field::Lang, "en"), "---\nlang: en\n---\n");
    assert_eq!(set("---\n  a: 1\n---\n", Field::Lang, "en"), "---\n  a: 1\n  lang: en\n---\n");
}

#[test]
fn an_empty_field_goes_unless_a_comment_stands_beside_it() {
    assert_eq!(set(FULL, Field::Date, ""), FULL.replace("date: 2026-03-01\n", ""));
    assert_eq!(set(FULL, Field::Title, ""), FULL.replace("title: 'Old' # kept", "title: # kept"));
    assert_eq!(set(FULL, Field::Slug, ""), FULL);
    assert_eq!(
        tagged("---\ntags: # mine\n- a\n- b\nx: 1\n---\n", &[]),
        "---\ntags: # mine\nx: 1\n---\n"
    );
    assert_eq!(tagged("---\ntags:\n- a\n- b\nx: 1\n---\n", &[]), "---\nx: 1\n---\n");
    assert_eq!(set("# T\n", Field::Slug, ""), "# T\n");
}

#[test]
fn a_list_keeps_its_form_and_what_stands_around_its_items() {
    let lines = "---\ntags:\n  - a # one\n  - 'b'\n  - c\nx: 1\n---\n";
    assert_eq!(tagged(lines, &["a", "it's", "c"]), lines.replace("'b'", "'it''s'"));
    assert_eq!(tagged(lines, &["a", "b", "c", "d"]), lines.replace("- c\n", "- c\n  - d\n"));
    assert_eq!(tagged(lines, &["z", "a", "b", "c"]), lines.replace("  - a", "  - z\n  - a"));
    assert_eq!(tagged(lines, &["a", "c"]), lines.replace("  - 'b'\n", ""));
    let flow = "---\ntags: [a, 'b',\n  c] # three\n---\n";
    assert_eq!(tagged(flow, &["a", "x", "c"]), flow.replace("'b'", "'x'"));
    assert_eq!(tagged(flow, &["a", "b", "c", "d, e"]), flow.replace("c]", "c, \"d, e\"]"));
    assert_eq!(tagged(flow, &["b", "c"]), flow.replace("a, ", ""));
    assert_eq!(tagged(flow, &["a", "b"]), flow.replace(",\n  c", ""));
    assert_eq!(tagged("---\ntags: []\n---\n", &["a"]), "---\ntags: [a]\n---\n");
    assert_eq!(tagged("---\ntags:\n---\n", &["a", "no"]), "---\ntags: [a, \"no\"]\n---\n");
    assert_eq!(tagged("---\ntags: a, b\n---\n", &["a", "c"]), "---\ntags: a, c\n---\n");
    assert_eq!(tagged("---\ntags: a, b\n---\n", &["a,b"]), "---\ntags: [\"a,b\"]\n---\n");
}

#[test]
fn a_block_of_text_becomes_a_line() {
    let folded = "---\nsubtitle: >- # folded\n  Two\n  lines\n\n# c\nx: 1\n---\n";
    assert_eq!(
        set(folded, Field::Subtitle, "One"),
        "---\nsubtitle: One # folded\n\n# c\nx: 1\n---\n"
    );
    assert_eq!(set(folded, Field::Subtitle, ""), "---\n\n# c\nx: 1\n---\n");
    let below = "---\nauthor:\n  Ann\n  Lee\nx: 1\n---\n";
    assert_eq!(set(below, Field::Author, "Ben"), "---\nauthor:\n  Ben\nx: 1\n---\n");
    assert_eq!(
        set("---\nauthor: # who\n  - Ann\n---\n", Field::Author, "Ben"),
        "---\nauthor: Ben # who\n---\n"
    );
}

#[test]
fn what_cannot_be_set_is_refused() {
    assert!(set("---\na: b: c\n---\n", Field::Title, "x").contains("cannot be read in line 2"));
    assert!(set("---\ntitle: a\ntitle: b\n---\n", Field::Title, "x").contains("stands twice"));
    assert!(set("---\n{title: a}\n---\n", Field::Title, "x").contains("cannot be read in line 2"));
    let anchored = "---\ntitle: &t Old\nslug: *t\n---\n";
    assert_eq!(set(anchored, Field::Title, "New"), anchored.replace("Old", "New"));
    assert!(set(anchored, Field::Title, "").contains("cannot be changed"));
}

#[test]
fn a_published_piece_says_when_and_where() {
    let published = |source: &str, address: Option<&str>| {
        let edits = mark_published(&Text::new(source.to_owned()), "2026-03-01", address).unwrap();
        edits.apply(source)
    };
    let draft = "---\nstate: draft # so far\ntags: [a]\n---\n\n# T\n";
    assert_eq!(
        published(draft, Some("https://example.org/t")),
        "---\nstate: published # so far\ntags: [a]\ndate: 2026-03-01\ncanonical_url: https://example.org/t\n---\n\n# T\n"
    );
    assert_eq!(published("# T\n", None), "---\nstate: published\ndate: 2026-03-01\n---\n\n# T\n");
}
