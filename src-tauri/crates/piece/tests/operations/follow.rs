//! What the text says of its points follows them.

use crate::after;
use piece::operations::{
    OperationError, add_point, move_point, paste_points, remove_point, renumber, reverse,
};

const PIECE: &str = "# Four Signals At Sea

*These four signals, and point 2 above all.*

All 4 have a cause. The third signal is red, the FOURTH SIGNAL is not; see points 2 and 4.

---

## 1. Aa

Four of them, see point 3. The third signal stays.

## 2. Bb

b

## 3. Cc

c

## 4. Dd

Like points 1–3.

---

None of the four will last. The 4th signal is the last. Points 2 to 3 are one.
";

/// The lines of the text after an operation that differ from those before, headings aside.
fn changed(
    operation: impl Fn(&text::Text) -> Result<text::Edits, piece::operations::OperationError>,
) -> Vec<String> {
    let new = after(PIECE, operation);
    let differs = |line: &&str| !PIECE.lines().any(|old| old == *line) && !line.starts_with("##");
    new.lines().filter(differs).map(str::to_owned).collect()
}

#[test]
fn an_added_point_is_counted_and_pushes_references_and_ordinals_up() {
    let added = changed(|text| add_point(text, "New", Some(3)));
    assert_eq!(
        added,
        [
            "# Five Signals At Sea",
            "*These five signals, and point 2 above all.*",
            "All 5 have a cause. The fourth signal is red, the FIFTH SIGNAL is not; see points 2 and 5.",
            "Four of them, see point 4. The third signal stays.",
            "None of the five will last. The 5th signal is the last. Points 2 to 3 are one.",
        ]
    );
}

#[test]
fn a_removed_point_is_counted_off_and_what_named_it_stays() {
    let removed = changed(|text| remove_point(text, 3));
    assert_eq!(
        removed,
        [
            "# Three Signals At Sea",
            "*These three signals, and point 2 above all.*",
            "All 3 have a cause. The third signal is red, the THIRD SIGNAL is not; see points 2 and 3.",
            "None of the three will last. The 3rd signal is the last. Points 2 to 3 are one.",
        ]
    );
}

#[test]
fn what_names_a_moved_point_goes_with_it_and_counts_stay() {
    let moved = changed(|text| move_point(text, 4, 1));
    assert_eq!(
        moved,
        [
            "*These four signals, and point 3 above all.*",
            "All 4 have a cause. The fourth signal is red, the FIRST SIGNAL is not; see points 3 and 1.",
            "Like points 2–4.",
            "Four of them, see point 4. The third signal stays.",
            "None of the four will last. The 1st signal is the last. Points 3 to 4 are one.",
        ]
    );
}

#[test]
fn a_range_whose_points_part_stays_as_it_is() {
    let moved = changed(|text| move_point(text, 3, 1));
    assert!(!moved.iter().any(|line| line.contains("Points")), "{moved:?}");
}

/// A piece that says the same sentence in each part but the title, and in each body and a heading.
fn everywhere(sentence: &str) -> String {
    let points: String = ["Aa", "Bb", "Cc", "Dd"]
        .iter()
        .enumerate()
        .map(|(at, it)| format!("## {}. {it}\n\n{it}: {sentence}\n\n", at + 1))
        .collect();
    format!(
        "# Four Signals\n\n*Dek: {sentence}*\n\nLede: {sentence}\n\n---\n\n{points}---\n\n\
         End: {sentence}\n\n---\n\nFooter: {sentence}\n"
    )
}

/// What each part and each body says after an operation, by the word at its beginning.
fn says(source: &str, part: &str) -> String {
    let line = source.lines().find_map(|line| line.trim_matches('*').strip_prefix(part));
    line.unwrap_or_default().trim_start_matches(": ").to_owned()
}

#[test]
fn every_operation_is_followed_in_every_part_and_in_bodies_by_references_alone() {
    let sentence = "THESE FOUR signals, all 4, and of the four the third signal and the 2nd: see points 3 and 2, or Signal 4.";
    let source = everywhere(sentence);
    type Operation<'a> = &'a dyn Fn(&text::Text) -> Result<text::Edits, OperationError>;
    let paste = |text: &text::Text| {
        let at = text::ByteOffset(text.as_str().find("## 3.").unwrap());
        Ok(paste_points(text, at, "## 1. New\n\nNew.\n").unwrap())
    };
    let operations: [(Operation<'_>, &str, &str); 5] = [
        (
            &|text| add_point(text, "New", Some(3)),
            "THESE FIVE signals, all 5, and of the five the fourth signal and the 2nd: see points 4 and 2, or Signal 5.",
            "THESE FOUR signals, all 4, and of the four the third signal and the 2nd: see points 4 and 2, or Signal 5.",
        ),
        (
            &paste,
            "THESE FIVE signals, all 5, and of the five the fourth signal and the 2nd: see points 4 and 2, or Signal 5.",
            "THESE FOUR signals, all 4, and of the four the third signal and the 2nd: see points 4 and 2, or Signal 5.",
        ),
        (
            &|text| move_point(text, 4, 2),
            "THESE FOUR signals, all 4, and of the four the fourth signal and the 3rd: see points 4 and 3, or Signal 2.",
            "THESE FOUR signals, all 4, and of the four the third signal and the 2nd: see points 4 and 3, or Signal 2.",
        ),
        (
            &|text| remove_point(text, 1),
            "THESE THREE signals, all 3, and of the three the second signal and the 1st: see points 2 and 1, or Signal 3.",
            "THESE FOUR signals, all 4, and of the four the third signal and the 2nd: see points 2 and 1, or Signal 3.",
        ),
        (
            &reverse,
            "THESE FOUR signals, all 4, and of the four the second signal and the 3rd: see points 3 and 2, or Signal 4.",
            "THESE FOUR signals, all 4, and of the four the third signal and the 2nd: see points 3 and 2, or Signal 4.",
        ),
    ];
    for (operation, outside, inside) in operations {
        let new = after(&source, operation);
        for part in ["Dek", "Lede", "End", "Footer"] {
            assert_eq!(says(&new, part), outside, "{part} in\n{new}");
        }
        for body in ["Bb", "Cc", "Dd"] {
            assert_eq!(says(&new, body), inside, "{body} in\n{new}");
        }
    }
}

#[test]
fn in_a_countdown_a_reference_is_a_number_and_an_ordinal_a_place() {
    let source = "# Two Signals\n\nPoint 2 is the first signal.\n\n## 2. Aa\n\n## 1. Bb";
    assert_eq!(
        after(source, |text| move_point(text, 1, 2)),
        "# Two Signals\n\nPoint 1 is the second signal.\n\n## 2. Bb\n\n## 1. Aa"
    );
    assert_eq!(
        after(source, reverse),
        "# Two Signals\n\nPoint 2 is the second signal.\n\n## 1. Bb\n\n## 2. Aa"
    );
}

#[test]
fn references_follow_numbers_that_are_put_right() {
    assert_eq!(
        after("# T\n\nSee points 2 and 7.\n\n## 2. Aa\n\n## 7. Bb\n\n## 8. Cc", renumber),
        "# T\n\nSee points 1 and 2.\n\n## 1. Aa\n\n## 2. Bb\n\n## 3. Cc"
    );
}

#[test]
fn a_number_that_two_points_bear_names_neither() {
    let source = "# T\n\nSee point 2.\n\n## 2. Aa\n\n## 2. Bb";
    assert_eq!(after(source, renumber), "# T\n\nSee point 2.\n\n## 1. Aa\n\n## 2. Bb");
}

/// A piece with these words for its lede, and so many points.
fn with(lede: &str, points: usize) -> String {
    let points: Vec<String> = (1..=points)
        .map(|it| format!("## {it}. P{it}\n\nThis is the one of which they have heard.\n\n"))
        .collect();
    format!("# Seven Signals\n\n{lede}\n\n{}", points.concat())
}

/// The lede after a point has been added at the end.
fn grown(lede: &str, points: usize) -> String {
    let new = after(&with(lede, points), |text| add_point(text, "New", None));
    new.lines().nth(2).unwrap_or_default().to_owned()
}

/// The lede after the last point has been removed.
fn shrunk(lede: &str, points: usize) -> String {
    let new = after(&with(lede, points), |text| remove_point(text, points));
    new.lines().nth(2).unwrap_or_default().to_owned()
}

#[test]
fn case_and_form_are_kept() {
    assert_eq!(grown("These FIVE signals.", 5), "These SIX signals.");
    assert_eq!(grown("Five signals stand.", 5), "Six signals stand.");
    assert_eq!(grown("All 9 signals.", 9), "All 10 signals.");
    assert_eq!(grown("These twenty signals.", 20), "These twenty-one signals.");
    assert_eq!(shrunk("Twenty-One signals.", 21), "Twenty signals.");
    assert_eq!(grown("Twenty-One signals.", 21), "Twenty-Two signals.");
    assert_eq!(grown("These ninety-nine signals.", 99), "These 100 signals.");
}

#[test]
fn both_becomes_all_three_and_back() {
    assert_eq!(grown("Both signals are red.", 2), "All three signals are red.");
    assert_eq!(shrunk("All three signals are red.", 3), "Both signals are red.");
    assert_eq!(grown("Both of these signals are red.", 2), "All three of these signals are red.");
    assert_eq!(grown("Both the signals are red.", 2), "Both the signals are red.");
}

#[test]
fn a_dozen_and_a_couple_become_numerals() {
    assert_eq!(grown("Half a dozen signals are red.", 6), "Seven signals are red.");
    assert_eq!(grown("A dozen signals are red.", 12), "Thirteen signals are red.");
    assert_eq!(grown("A couple of signals are red.", 2), "Three signals are red.");
}

#[test]
fn a_count_that_was_wrong_and_a_subset_stay() {
    assert_eq!(grown("These five signals.", 6), "These five signals.");
    assert_eq!(grown("The first four of them.", 4), "The first four of them.");
}

#[test]
fn one_point_is_not_written_with_a_noun_in_the_plural() {
    assert_eq!(shrunk("These two signals are red.", 2), "These two signals are red.");
}

#[test]
fn a_title_becomes_a_longer_number() {
    let source = with("x", 20).replace("Seven", "Twenty");
    let new = after(&source, |text| add_point(text, "New", None));
    assert!(new.starts_with("# Twenty-One Signals\n"), "{new}");
}

#[test]
fn the_heading_of_a_new_point_is_written_as_it_was_given() {
    let source = with("x", 2);
    let new = after(&source, |text| add_point(text, "As in point 2", Some(1)));
    assert!(new.contains("## 1. As in point 2\n"), "{new}");
}

#[test]
fn a_text_in_another_language_keeps_its_numbers() {
    let source = "---\nlang: de\n---\n# Five Signals\n\n## 1. A\n\nSiehe point 1\n";
    let new = after(source, |text| add_point(text, "B", Some(1)));
    assert!(new.contains("# Five") && new.contains("point 1"), "{new}");
}
