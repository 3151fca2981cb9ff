//! What no longer says what it said.

use piece::changed_meaning;
use piece::operations::{add_point, move_point, remove_point};
use text::{Edits, Text};

const PIECE: &str = "# Five Signals\n\n\
    The first three are old, the other two are not. The fifth signal is red, and so is point 2.\n\n\
    ## 1. Aa\n\nAs point 4 says.\n\n## 2. Bb\n\nb\n\n## 3. Cc\n\nc\n\n## 4. Dd\n\nd\n\n## 5. Ee\n\ne\n\n---\n\n\
    All five will last, the last two for ever.\n";

/// What has changed its meaning after an operation: the number, and of which points it speaks.
fn changed(
    operation: impl Fn(&Text) -> Result<Edits, piece::operations::OperationError>,
) -> Vec<String> {
    let after = operation(&Text::new(PIECE.to_owned())).unwrap().apply(PIECE);
    let changes = changed_meaning(PIECE, &after).into_iter();
    let row = |change: piece::ChangedMeaning| {
        let number = change.phrase.number.of(&after);
        format!("{number}: {} > {}", change.before.join(" "), change.after.join(" "))
    };
    changes.map(row).collect()
}

#[test]
fn a_move_across_a_subsets_edge_changes_what_it_says() {
    assert_eq!(
        changed(|text| move_point(text, 5, 1)),
        ["three: Aa Bb Cc > Ee Aa Bb", "two: Dd Ee > Cc Dd", "two: Dd Ee > Cc Dd"]
    );
}

#[test]
fn a_move_inside_of_the_subsets_changes_nothing() {
    assert_eq!(changed(|text| move_point(text, 1, 3)), [""; 0]);
    assert_eq!(changed(|text| move_point(text, 4, 5)), [""; 0]);
}

#[test]
fn a_point_added_at_the_end_is_one_of_the_others() {
    assert_eq!(
        changed(|text| add_point(text, "New", None)),
        ["two: Dd Ee > Dd Ee New", "two: Dd Ee > Ee New"]
    );
}

#[test]
fn what_names_a_removed_point_is_told() {
    assert_eq!(
        changed(|text| remove_point(text, 2)),
        ["three: Aa Bb Cc > Aa Cc Dd", "two: Dd Ee > Ee", "2: Bb > Cc"]
    );
    assert_eq!(
        changed(|text| remove_point(text, 4)),
        ["two: Dd Ee > Ee", "4: Dd > Ee", "two: Dd Ee > Cc Ee"]
    );
}

#[test]
fn a_text_that_stays_the_same_says_the_same() {
    assert_eq!(changed_meaning(PIECE, PIECE), []);
    assert_eq!(changed_meaning(PIECE, "# Other\n"), []);
}
