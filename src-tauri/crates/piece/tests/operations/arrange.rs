//! Moving and reversing points.

use crate::after;
use piece::operations::{move_point, reverse};

fn moved(source: &str, from: usize, to: usize) -> String {
    after(source, |text| move_point(text, from, to))
}

#[test]
fn a_point_moves_down_with_its_body() {
    assert_eq!(
        moved("## 1. A\n\nx\n\n## 2. B\n\ny\n\n## 3. C\n\nz\n", 1, 3),
        "## 1. B\n\ny\n\n## 2. C\n\nz\n\n## 3. A\n\nx\n"
    );
}

#[test]
fn moving_the_last_point_up_renumbers_the_rest() {
    assert_eq!(
        moved("## 1) A\n\n## 2) B\n\n## 3) C\n\nz\n\n---\n\nend", 3, 1),
        "## 1) C\n\nz\n\n## 2) A\n\n## 3) B\n\n---\n\nend"
    );
}

#[test]
fn the_last_line_may_lack_its_end() {
    assert_eq!(moved("## 1. A\n\nx\n\n## 2. B\n\ny", 1, 2), "## 1. B\n\ny\n\n## 2. A\n\nx");
}

#[test]
fn what_stands_between_points_stays_in_its_place() {
    assert_eq!(
        moved("## 1. A\n\n---\n\n## 2. B\n\n\n## 3. C\n\n***\n\n## 4. D\n", 1, 4),
        "## 1. B\n\n---\n\n## 2. C\n\n\n## 3. D\n\n***\n\n## 4. A\n"
    );
    assert_eq!(
        moved("## 1. A\n\n---\n\n## 2. B\n\n\n## 3. C\n\n***\n\n## 4. D\n", 4, 2),
        "## 1. A\n\n---\n\n## 2. D\n\n\n## 3. B\n\n***\n\n## 4. C\n"
    );
}

#[test]
fn points_in_a_countdown_move_too() {
    assert_eq!(moved("## 3. A\n\n## 2. B\n\n## 1. C", 1, 3), "## 3. B\n\n## 2. C\n\n## 1. A");
}

#[test]
fn each_line_keeps_its_own_end() {
    assert_eq!(
        moved("## 1. A\r\n\r\nx\n\n## 2. B\n\ny\r\n", 1, 2),
        "## 1. B\n\ny\n\n## 2. A\r\n\r\nx\r\n"
    );
}

#[test]
fn markers_of_their_own_kind_move_along() {
    assert_eq!(moved("## 1. A\n\n## #2 B", 2, 1), "## #1 B\n\n## 2. A");
}

#[test]
fn blocks_that_would_run_together_are_kept_apart() {
    assert_eq!(
        moved("## 1. A\n2: B\n---\n\ny\n\n## 3. C\n\nz", 1, 3),
        "1: B\n---\n\ny\n## 2. C\n\nz\n\n## 3. A"
    );
    assert_eq!(
        moved("## 1. A\n\nx\n\n## 2. B\n3: C\n---", 1, 2),
        "## 1. B\n\n## 2. A\n\nx\n\n3: C\n---"
    );
}

#[test]
fn a_move_to_the_same_place_changes_nothing() {
    assert_eq!(moved("## 1. A\n\n## 1. B", 2, 2), "## 1. A\n\n## 1. B");
}

#[test]
fn a_place_that_is_none_is_refused() {
    assert_eq!(moved("## 1. A", 1, 2), "there is no point 2: the piece has 1");
    assert_eq!(moved("x", 1, 1), "there is no point 1: the piece has 0");
}

#[test]
fn a_body_with_a_break_inside_cannot_come_last() {
    assert_eq!(
        moved("## 1. A\n\nx\n\n---\n\ny\n\n## 2. B", 1, 2),
        "the point “A” holds a break or a plain heading, and would end there if it came last"
    );
}

#[test]
fn reversing_makes_a_countdown() {
    assert_eq!(
        after("# T\n\n## 1. A\n\nx\n\n---\n\n## 2. B\n\n## 3. C\n\nz\n", reverse),
        "# T\n\n## 3. C\n\nz\n\n---\n\n## 2. B\n\n## 1. A\n\nx\n"
    );
}

#[test]
fn reversing_a_countdown_makes_it_count_up() {
    assert_eq!(after("## 2. A\n\n## 1. B", reverse), "## 1. B\n\n## 2. A");
}

#[test]
fn reversing_numbers_what_went_by_no_rule() {
    assert_eq!(after("## 1. A\n## 2. B\n## 2. C", reverse), "## 3. C\n## 2. B\n## 1. A");
}
