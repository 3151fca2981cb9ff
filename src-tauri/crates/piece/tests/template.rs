//! Templates: a text and a title in, a new piece out.

use piece::{Piece, from_template, new_piece};
use proptest::prelude::*;

const USUAL: &str = "# {{title}}\n\n---\n\n## 1.\n\n## 2.\n\n## 3.\n";

/// A piece of this title made on 2026-03-01, with the points that come of themselves.
fn made(template: &str, title: &str) -> String {
    from_template(template, title, "2026-03-01", None)
}

#[test]
fn the_title_says_how_many_points_there_are() {
    assert_eq!(made(USUAL, "Two Doors"), "# Two Doors\n\n---\n\n## 1.\n\n## 2.\n");
    assert_eq!(made(USUAL, "Doors"), "# Doors\n\n---\n\n## 1.\n\n## 2.\n\n## 3.\n");
    assert_eq!(made(USUAL, "Four Doors"), new_piece("Four Doors", 4));
    assert_eq!(from_template(USUAL, "Four Doors", "", Some(1)), new_piece("Four Doors", 1));
    assert_eq!(from_template(USUAL, "Four Doors", "", Some(0)), new_piece("Four Doors", 0));
    assert_eq!(made(USUAL, ""), new_piece("", 3));
}

#[test]
fn an_earlier_piece_serves_as_a_template() {
    let template = "# Three Old Things\n\n*The dek.*\n\nLede.\n\n---\n\n## 1. Here\n\nBody.\n\n***\n\n## 2. There\n\nWhy?\n\n---\n\n## What To Watch\n\n---\n\nFooter.\n";
    let three = "# Three Doors\n\n*The dek.*\n\nLede.\n\n---\n\n## 1. Here\n\nBody.\n\n***\n\n## 2. There\n\nWhy?\n\n***\n\n## 3. There\n\nWhy?\n\n---\n\n## What To Watch\n\n---\n\nFooter.\n";
    assert_eq!(made(template, "Three Doors"), three);
    let none = "# Doors\n\n*The dek.*\n\nLede.\n\n---\n\n## What To Watch\n\n---\n\nFooter.\n";
    assert_eq!(from_template(template, "Doors", "", Some(0)), none);
}

#[test]
fn a_countdown_stays_one() {
    let template = "# {{title}}\n\n## 3) Low\n\n## 2) High\n\n## 1) Top\n";
    let four = "# Four Doors\n\n## 4) Low\n\n## 3) Low\n\n## 2) High\n\n## 1) Top\n";
    assert_eq!(made(template, "Four Doors"), four);
    assert_eq!(made(template, "Two Doors"), "# Two Doors\n\n## 2) High\n\n## 1) Top\n");
}

#[test]
fn a_template_without_points_promises_none() {
    assert_eq!(made("# {{title}}\n", "Two Doors"), "# Two Doors\n");
    assert_eq!(made("", "Two Doors"), "# Two Doors\n");
    assert_eq!(made("Dear all,\n", "Two Doors"), "# Two Doors\n\nDear all,\n");
    assert_eq!(from_template("# {{title}}\n", "X", "", Some(2)), new_piece("X", 2));
}

#[test]
fn day_and_title_are_filled_in_where_they_are_wanted() {
    let template = "---\r\ndate: {{date}} # today\r\nslug: '{{title}}'\r\nname: \"On {{title}}\"\r\n---\r\n# x\r\n\r\n*Said on {{date}} in “{{title}}”.*\r\n\r\n## 1.\r\n";
    let made = made(template, "A \"B\" {{date}}");
    assert_eq!(
        made,
        "---\r\ndate: 2026-03-01 # today\r\nslug: \"A \\\"B\\\" {{date}}\"\r\nname: \"On A \\\"B\\\" {{date}}\"\r\n---\r\n# A \"B\" {{date}}\r\n\r\n*Said on 2026-03-01 in “A \"B\" {{date}}”.*\r\n\r\n## 1.\r\n"
    );
    let two = from_template(template, "A", "", Some(2));
    assert!(two.ends_with("## 1.\r\n\r\n## 2.\r\n"), "{two:?}");
}

#[test]
fn a_title_with_a_number_before_it_goes_into_front_matter() {
    assert_eq!(from_template(USUAL, "1. One \\", "", Some(1)), new_piece("1. One \\", 1));
    assert_eq!(
        made("---\ntags: [a]\n---\n\n# {{title}}\n\nText.\n", "1. One"),
        "---\ntitle: \"1. One\"\ntags: [a]\n---\n\n\nText.\n"
    );
    assert_eq!(made("---\ntitle: {{title}}\n---\n", "1. One"), "---\ntitle: \"1. One\"\n---\n");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn there_are_as_many_points_as_asked_for_under_the_title_that_was_given(
        title in "[A-Za-z0-9 .#*'\"\\\\é-]{1,20}",
        points in 0usize..30,
        template in prop::sample::select(vec![USUAL, "", "# {{title}}\n", "Words.\n\n## No. 3: A\n\nb\n"]),
    ) {
        let source = from_template(template, &title, "2026-03-01", Some(points));
        let outline = Piece::parse(&source).outline(&source);
        let numbers: Vec<u32> = outline.points.iter().map(|point| point.number).collect();
        prop_assert_eq!(numbers.len(), points, "{}", source);
        if points > 0 && points != 1 {
            prop_assert_eq!(numbers, (1..=points as u32).collect::<Vec<_>>());
        }
        let same = new_piece(&title, 0);
        // A title without words is no title, whether a heading stands for it or not.
        let expected = Piece::parse(&same).outline(&same).title;
        prop_assert_eq!(outline.title.unwrap_or_default(), expected.unwrap_or_default());
    }
}
