//! What an operation on the points leaves speaking of others than before.

use crate::manuals::examples;
use crate::marked::{marked, unmarked};
use crate::sources::cases;
use check::{Finding, SHIFTED_REFERENCE, Severity, moved};
use piece::operations::{
    OperationError, add_point, move_point, paste_points, remove_point, reverse,
};
use proptest::prelude::*;
use proptest::sample::select;
use text::{ByteOffset, Edits, Text};

const FIVE: &str = include_str!("fixtures/five-irritants.md");

type Operation<'a> = &'a dyn Fn(&Text) -> Result<Edits, OperationError>;

/// The text after an operation, and what is found in it.
fn after(source: &str, operation: Operation<'_>) -> (String, Vec<Finding>) {
    let text = Text::new(source.to_owned());
    let edits = operation(&text).unwrap();
    (edits.apply(source), moved(&text, &edits))
}

/// What is said after an operation: the number, and the message.
fn said(source: &str, operation: Operation<'_>) -> Vec<String> {
    let (after, findings) = after(source, operation);
    let row = |it: &Finding| format!("{}: {}", it.span.of(&after), it.message);
    findings.iter().map(row).collect()
}

/// A piece with these headings and this lede.
fn piece(lede: &str, headings: &[&str]) -> String {
    let points = headings.iter().enumerate();
    let points = points.map(|(at, it)| format!("## {}. {it}\n\nSo {it} is.\n\n", at + 1));
    format!(
        "# {} Signs Of Rain\n\n{lede}\n\n{}",
        NUMBERS[headings.len()],
        points.collect::<String>()
    )
}

#[test]
fn the_manuals_example_is_found_as_it_is_marked() {
    let [before, after_it] =
        ["before", "after"].map(|word| examples(&SHIFTED_REFERENCE, word).remove(0));
    let (moved, findings) = after(&before, &|text| move_point(text, 3, 1));
    assert_eq!(moved, unmarked(&after_it));
    assert_eq!(marked(&moved, &findings), after_it);
}

#[test]
fn a_finding_names_the_points_before_and_now_and_mends_nothing() {
    let (source, findings) = after(FIVE, &|text| move_point(text, 5, 1));
    let said: Vec<(&str, &str)> =
        findings.iter().map(|it| (it.span.of(&source), &*it.message)).collect();
    assert_eq!(
        said,
        [
            (
                "two",
                "“first two” meant “The Bus Leaves Before The…” and “The Clock On The Pier Is Right…”, \
                 and now means “The Refund Is Paid On The Other…” and “The Bus Leaves Before The…”."
            ),
            (
                "three",
                "“last three” meant “The Freight Boat Has No Number”, “The School Run Ends At Half Past…” \
                 and “The Refund Is Paid On The Other…”, and now means “The Clock On The Pier Is \
                 Right…”, “The Freight Boat Has No Number” and “The School Run Ends At Half Past…”."
            ),
        ]
    );
    for finding in findings {
        assert_eq!((finding.rule, finding.severity), ("shifted-reference", Severity::Warning));
        assert_eq!(finding.fixes, []);
    }
}

#[test]
fn of_many_points_only_those_are_named_that_came_or_went() {
    let six = piece("The first five signs are old.", &["A", "B", "C", "D", "E", "F"]);
    assert_eq!(
        said(&six, &|text| move_point(text, 6, 1)),
        ["five: “first five” now means “F” instead of “E”."]
    );
    let all_but_one = piece("The last six signs are old.", &["A", "B", "C", "D", "E", "F"]);
    assert_eq!(
        said(&all_but_one, &|text| remove_point(text, 2)),
        ["six: “last six” no longer means “B”."]
    );
}

#[test]
fn an_operation_inside_of_the_subset_says_nothing() {
    assert_eq!(said(FIVE, &|text| move_point(text, 1, 2)), [""; 0]);
    assert_eq!(said(FIVE, &|text| move_point(text, 3, 5)), [""; 0]);
}

#[test]
fn ordinals_and_references_that_followed_say_nothing() {
    let source = piece("The third sign is point 3, and so is B of point 2.", &["A", "B", "C"]);
    assert_eq!(said(&source, &|text| move_point(text, 3, 1)), [""; 0]);
    assert_eq!(said(&source, &reverse), [""; 0]);
    assert_eq!(said(&source, &|text| add_point(text, "New", Some(1))), [""; 0]);
}

#[test]
fn a_reference_to_a_point_that_is_gone_names_what_it_now_leads_to() {
    let source = piece("As points 1 and 2 say, the third sign is new.", &["A", "B", "C"]);
    assert_eq!(
        said(&source, &|text| remove_point(text, 3)),
        ["third: “the third” meant “C”, and now means no point."]
    );
    assert_eq!(
        said(&source, &|text| remove_point(text, 2)),
        ["2: Point 2 meant “B”, and now means “C”."]
    );
}

#[test]
fn a_range_whose_points_have_parted_is_told_once() {
    let source = piece("See points 2 to 4.", &["A", "B", "C", "D", "E"]);
    assert_eq!(
        said(&source, &|text| move_point(text, 1, 3)),
        ["2: The range from point 2 meant “B”, “C” and “D”, and now means “C”, “A” and “D”."]
    );
    assert_eq!(said(&source, &|text| move_point(text, 2, 4)), [""; 0]);
    assert_eq!(said(&source, &|text| move_point(text, 5, 1)), [""; 0]);
}

#[test]
fn points_pasted_between_others_move_them() {
    let source = piece("The first two are old, the other one is not.", &["A", "B", "C"]);
    let at = ByteOffset(source.find("## 2.").unwrap());
    let text = Text::new(source);
    let edits = paste_points(&text, at, "## 1. New\n\nAs point 2 says.\n").unwrap();
    let findings = moved(&text, &edits);
    let message = "“first two” meant “A” and “B”, and now means “A” and “New”.";
    assert_eq!(findings[0].message, message);
}

/// What a text may say of some of its points, and of all or one.
const SUBSETS: [&str; 4] = [
    "The first two of them are old.",
    "The last three signs are new.",
    "Of these, the first three are cheap, the other ones are not.",
    "The last two\nare wet.",
];
const OTHERS: [&str; 5] = [
    "The {n} signs are true.",
    "The second sign is odd, see point 3.",
    "Points 1 to 3 are dry.",
    "It has not rained for two weeks.",
    "The first two weeks were dry.",
];

const NUMBERS: [&str; 7] = ["no", "one", "two", "three", "four", "five", "six"];

/// A piece of 3 to 6 points, of which it says these sentences.
fn counted(sentences: &'static [&'static str]) -> impl Strategy<Value = (String, usize)> {
    (prop::collection::vec(select(sentences), 1..4), 3_usize..7).prop_map(|(said, points)| {
        let headings = &["A", "B", "C", "D", "E", "F"][..points];
        (piece(&said.join(" ").replace("{n}", NUMBERS[points]), headings), points)
    })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_move_and_its_inverse_say_the_same_of_other_points_and_together_nothing(
        (source, points) in counted(&SUBSETS), from in 0_usize..6, to in 0_usize..6
    ) {
        let (from, to) = (from % points + 1, to % points + 1);
        let text = Text::new(source.clone());
        let there = move_point(&text, from, to).unwrap();
        let halfway = Text::new(there.apply(&source));
        let back = move_point(&halfway, to, from).unwrap();
        prop_assert_eq!(moved(&text, &there).len(), moved(&halfway, &back).len());
        prop_assert_eq!(moved(&text, &there.compose(&back)), []);
    }

    #[test]
    fn a_point_added_and_removed_leaves_nothing_to_say(
        (source, points) in counted(&SUBSETS), at in 0_usize..7
    ) {
        let at = at % (points + 1) + 1;
        let text = Text::new(source.clone());
        let added = add_point(&text, "New", Some(at)).unwrap();
        let more = Text::new(added.apply(&source));
        let both = added.compose(&remove_point(&more, at).unwrap());
        prop_assert_eq!(moved(&text, &both), []);
    }

    #[test]
    fn a_text_that_speaks_of_no_subset_has_nothing_shifted(
        (source, points) in counted(&OTHERS), from in 0_usize..6, to in 0_usize..6
    ) {
        let text = Text::new(source);
        let (from, to) = (from % points + 1, to % points + 1);
        // A range of points that are no longer in a row cannot follow.
        let is_range = text.as_str().contains("Points 1 to 3");
        let move_it = move_point(&text, from, to).unwrap();
        prop_assert!(is_range || moved(&text, &move_it).is_empty());
        let add = add_point(&text, "New", Some(to)).unwrap();
        prop_assert!(is_range || moved(&text, &add).is_empty());
        prop_assert_eq!(moved(&text, &Edits::default()), []);
    }

    #[test]
    fn a_finding_lies_on_a_number_that_the_operation_left_alone(
        (source, points) in counted(&SUBSETS), at in 0_usize..6
    ) {
        let text = Text::new(source.clone());
        let edits = remove_point(&text, at % points + 1).unwrap();
        let after = edits.apply(&source);
        for finding in moved(&text, &edits) {
            prop_assert!(["two", "three"].contains(&finding.span.of(&after)), "{finding:?}");
        }
    }
}
