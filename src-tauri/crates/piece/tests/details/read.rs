//! What the form shows.

use super::list;
use piece::details::{Details, Field, Value, is_day};

const FULL: &str = "\u{feff}---\n# Mine.\ntitle: 'It''s on'\ndate: 2026-03-01 # a Sunday\ntags: [ferries, \"a, b\"]\nlayout: post\nauthor:\nsubtitle: >-\n  Two\n  lines\nstate: draft\n...\n\n# T\n";

#[test]
fn each_field_has_its_value_and_its_place() {
    let details = Details::read(FULL);
    assert_eq!(details.text(Field::Title), Some("It's on"));
    assert_eq!(details.text(Field::Subtitle), Some("Two lines"));
    assert_eq!(details.text(Field::Author), None);
    assert_eq!(details.value(Field::Tags), Some(&list(&["ferries", "a, b"])));
    assert_eq!(details.others, ["layout"]);
    let date = details.fields.iter().find(|detail| detail.field == Field::Date).unwrap();
    assert_eq!((date.span.of(FULL), date.trouble), ("2026-03-01", None));
    assert_eq!(Details::read("# T\n"), Details::default());
}

/// What is wrong with the only field of this front matter.
fn trouble(line: &str) -> Option<String> {
    let details = Details::read(&format!("---\n{line}\n---\n"));
    assert_eq!(details.trouble, None, "{line}");
    details.fields.last().unwrap().trouble.map(|it| it.to_string())
}

fn said(line: &str) -> String {
    trouble(line).unwrap_or_default()
}

#[test]
fn what_is_wrong_is_said_where_it_stands() {
    for line in ["date: tomorrow", "date: 2026-02-30", "date: 1.3.2026", "date: 2026-3-1"] {
        assert_eq!(said(line), "not a date, such as 2026-03-01", "{line}");
    }
    assert_eq!(said("state: done"), "neither draft nor published");
    assert_eq!(trouble("lang: British"), None);
    assert_eq!(said("lang: en_GB"), "not a language, such as en or en-GB");
    assert_eq!(said("title: [a]"), "a list, where one text is expected");
    assert_eq!(said("title: {a: b}"), "not a text");
    assert_eq!(said("tags: [a, [b]]"), "not a list of texts");
    assert_eq!(said("canonical_url: example.org"), "not an address, such as https://example.org/a");
    assert_eq!(said("slug: a b"), "not a part of an address: it has a blank, /, ? or #");
    assert_eq!(said("title: a\ntitle: b"), "given twice");
    for line in [
        "date:",
        "date: 2026-03-01T10:00:00Z",
        "lang: zh-Hant-TW",
        "state: published",
        "title: 1.10",
        "tags: a, b",
    ] {
        assert_eq!(trouble(line), None, "{line}");
    }
}

#[test]
fn tags_may_stand_in_a_list_in_lines_or_with_commas() {
    for tags in ["[a, b c]", "\n- a\n- b c", "\n  - a # one\n  - 'b c'", "a, b c", "\"a,b c\""] {
        let details = Details::read(&format!("---\ntags: {tags}\n---\n"));
        assert_eq!(details.value(Field::Tags), Some(&list(&["a", "b c"])), "{tags}");
    }
    assert_eq!(Details::read("---\ntags: []\n---\n").value(Field::Tags), None);
}

#[test]
fn yaml_that_cannot_be_read_is_named_by_its_line() {
    for (source, line) in [
        ("---\na: 1\nb: c: d\n---\n", 3),
        ("---\r\na: 1\r\nb: [a\r\n---\r\n", 3),
        ("---\njust words\n---\n", 2),
    ] {
        let trouble = Details::read(source).trouble.unwrap();
        assert_eq!(trouble.line, line, "{source:?}: {}", trouble.reason);
    }
}

#[test]
fn a_day_is_one_of_the_calendar() {
    for day in ["2024-02-29", "2026-12-31", "2000-02-29", "2026-03-01 10:00"] {
        assert!(is_day(day), "{day}");
    }
    for no_day in [
        "2026-02-29",
        "1900-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-01-00",
        "26-01-01",
        "2026-01-01x",
        "+026-01-01",
        "",
    ] {
        assert!(!is_day(no_day), "{no_day}");
    }
    assert_eq!(Details::read("").value(Field::Date), None::<&Value>);
}
