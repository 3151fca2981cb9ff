//! Taking points out.

use crate::after;
use piece::operations::remove_point;

fn removed(source: &str, place: usize) -> String {
    after(source, |text| remove_point(text, place))
}

#[test]
fn the_points_behind_move_up() {
    assert_eq!(
        removed("## 1. A\n\nx\n\n## 2. B\n\ny\n\n## 3. C\n", 2),
        "## 1. A\n\nx\n\n## 2. C\n"
    );
}

#[test]
fn the_first_point_goes_and_the_opening_stays() {
    assert_eq!(
        removed("# T\n\nx\n\n---\n\n## 1. A\n\ny\n\n## 2. B\n", 1),
        "# T\n\nx\n\n---\n\n## 1. B\n"
    );
}

#[test]
fn the_last_point_goes_and_the_conclusion_stays() {
    assert_eq!(removed("## 1. A\n\n## 2. B\n\ny\n\n---\n\nend\n", 2), "## 1. A\n\n---\n\nend\n");
    assert_eq!(removed("## 1. A\n\n## 2. B\n\ny", 2), "## 1. A");
}

#[test]
fn the_break_before_the_point_goes_along() {
    assert_eq!(
        removed("## 1. A\n\n---\n\n## 2. B\n\n---\n\n## 3. C\n", 3),
        "## 1. A\n\n---\n\n## 2. B\n"
    );
}

#[test]
fn the_only_point_takes_the_break_before_it_along() {
    assert_eq!(removed("# T\n\nx\n\n---\n\n## 1. A\n\ny\n", 1), "# T\n\nx\n");
    assert_eq!(removed("# T\n\n---\n\n## 1. A\n", 1), "# T\n");
    assert_eq!(removed("x\n\n## 1. A\n\ny\n\n---\n\nend\n", 1), "x\n\n---\n\nend\n");
    assert_eq!(removed("## 1. A\n\ny\n\n---\n\nend\n", 1), "end\n");
    assert_eq!(removed("## 1. A\n", 1), "");
    assert_eq!(removed("\u{feff}\n\n## 1. A\n", 1), "\u{feff}\n\n");
}

#[test]
fn a_countdown_shrinks_at_its_top() {
    assert_eq!(removed("## 3. A\n\n## 2. B\n\n## 1. C", 2), "## 2. A\n\n## 1. C");
}

#[test]
fn blocks_that_would_run_together_are_kept_apart() {
    assert_eq!(removed("## 1. A\n\nx\n\n## 2. B\n3: C\n---\n", 2), "## 1. A\n\nx\n\n2: C\n---\n");
    assert_eq!(removed("## 1. A\n\nx\n\n## 2. B\n---\n\nend", 2), "## 1. A\n\nx\n\n---\n\nend");
}

#[test]
fn a_point_with_a_break_inside_cannot_become_the_last() {
    assert_eq!(
        removed("## 1. A\n\nx\n\n---\n\ny\n\n## 2. B", 2),
        "the point “A” holds a break or a plain heading, and would end there if it came last"
    );
}

#[test]
fn rules_in_the_footer_do_not_become_points() {
    let sentence = removed("## 1. A\n\n---\n\nend\n\n---\n\n## 1. Rule", 1);
    assert!(sentence.starts_with("the text would not be read as meant"), "{sentence}");
}
