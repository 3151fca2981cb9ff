//! Counts that have become wrong, in a whole piece.

use crate::marked::{check, check_by, marked};
use check::{Severity, moved, safe_edits};
use piece::operations::remove_point;
use text::Text;

const FIVE: &str = include_str!("fixtures/five-irritants.md");

/// The piece after somebody has deleted the lines of its last point.
fn four() -> String {
    let start = FIVE.find("## 5.").unwrap();
    let end = start + FIVE[start..].find("---").unwrap();
    format!("{}{}", &FIVE[..start], &FIVE[end..])
}

#[test]
fn a_piece_that_is_in_order_has_no_findings() {
    assert_eq!(marked(FIVE, &check(FIVE)), FIVE);
}

#[test]
fn deleting_the_last_point_by_hand_gives_three_findings() {
    let source = four();
    let findings = check(&source);
    let found: Vec<(&str, &str)> =
        findings.iter().map(|it| (it.rule, it.span.of(&source))).collect();
    let rule = "count-agreement";
    assert_eq!(found, [(rule, "Five"), (rule, "five"), (rule, "five")]);
}

#[test]
fn removing_the_last_point_by_the_command_leaves_none() {
    let text = Text::new(FIVE.to_owned());
    let edits = remove_point(&text, 5).unwrap();
    assert_eq!(check(&edits.apply(FIVE)), []);
    // What is not wrong may have become doubtful: "the last three" were others.
    let moved: Vec<Severity> = moved(&text, &edits).iter().map(|it| it.severity).collect();
    assert_eq!(moved, [Severity::Warning]);
}

#[test]
fn one_action_mends_all_three() {
    let source = four();
    let findings = check(&source);
    let all = findings[0].fixes.last().unwrap();
    assert_eq!(all.label, "Change all 3 counts");
    for edits in [&all.edits, &safe_edits(&findings)] {
        let mended = edits.apply(&source);
        assert_eq!(check(&mended), []);
        assert!(mended.contains("# Four Irritants"));
    }
}

#[test]
fn a_count_keeps_its_form_and_its_case() {
    let body = "It is so.";
    let points: String = (1..=3).map(|at| format!("## {at}. Heading\n\n{body}\n\n")).collect();
    let mended = |title: &str| {
        let source = format!("# {title}\n\n{points}");
        safe_edits(&check_by("count-agreement", &source))
            .apply(&source)
            .lines()
            .next()
            .unwrap()
            .to_owned()
    };
    assert_eq!(mended("Five Signs Of Rain"), "# Three Signs Of Rain");
    assert_eq!(mended("FIVE SIGNS OF RAIN"), "# THREE SIGNS OF RAIN");
    assert_eq!(mended("5 Signs Of Rain"), "# 3 Signs Of Rain");
    assert_eq!(mended("Three Signs Of Rain"), "# Three Signs Of Rain");
}

#[test]
fn what_is_beyond_the_last_point_is_left_to_the_writer() {
    let source = "# Two Signs\n\nThe first three signs.\n\n## 1. A\n\nb\n\n## 2. C\n\nd\n";
    let findings = check_by("count-agreement", source);
    assert_eq!(marked(source, &findings), source.replace("three", "«three»"));
    assert!(!findings[0].fixes[0].safe);
    assert_eq!(findings[0].fixes[0].label, "Change to “two”");
}
