//! Adding a point.

use crate::after;
use piece::operations::add_point;

fn added(source: &str, heading: &str, at: Option<usize>) -> String {
    after(source, |text| add_point(text, heading, at))
}

#[test]
fn a_point_is_added_behind_the_last() {
    assert_eq!(
        added("## 1. A\n\nx\n\n---\n\nend\n", "B", None),
        "## 1. A\n\nx\n\n## 2. B\n\n---\n\nend\n"
    );
}

#[test]
fn a_point_in_between_pushes_the_numbers_up() {
    assert_eq!(
        added("## 1. A\n\nx\n\n## 2. B\n\n## 3. C\n", "N", Some(2)),
        "## 1. A\n\nx\n\n## 2. N\n\n## 3. B\n\n## 4. C\n"
    );
}

#[test]
fn a_point_may_come_first() {
    assert_eq!(
        added("# T\n\n---\n\n## 1. A\n", "N", Some(1)),
        "# T\n\n---\n\n## 1. N\n\n## 2. A\n"
    );
}

#[test]
fn the_marker_is_written_as_the_neighbours_write_it() {
    assert_eq!(added("### 1)  A", "B", None), "### 1)  A\n\n### 2)  B");
    assert_eq!(added("## No. 1: A ##", "B", None), "## No. 1: A ##\n\n## No. 2: B ##");
    assert_eq!(added("## #1 – A", "B", None), "## #1 – A\n\n## #2 B");
    assert_eq!(added("## 1 – A", "B", None), "## 1 – A\n\n## 2 – B");
    assert_eq!(added("1\\. A\n----\n\nx", "B", None), "1\\. A\n----\n\nx\n\n2\\. B\n----");
}

#[test]
fn padded_numbers_stay_padded() {
    assert_eq!(added("## 01. A\n\n## 02. B", "C", None), "## 01. A\n\n## 02. B\n\n## 03. C");
}

#[test]
fn a_countdown_grows_at_its_top() {
    assert_eq!(
        added("## 3. A\n\n## 2. B\n\n## 1. C", "N", Some(2)),
        "## 4. A\n\n## 3. N\n\n## 2. B\n\n## 1. C"
    );
}

#[test]
fn a_run_that_starts_later_keeps_its_start() {
    assert_eq!(added("## 6. A\n\n## 7. B", "C", None), "## 6. A\n\n## 7. B\n\n## 8. C");
}

#[test]
fn points_with_breaks_between_get_one_more() {
    assert_eq!(
        added("## 1. A\n\nx\n\n***\n\n## 2. B\n\ny\n", "C", None),
        "## 1. A\n\nx\n\n***\n\n## 2. B\n\ny\n\n***\n\n## 3. C\n"
    );
    assert_eq!(
        added("## 1. A\n\n***\n\n## 2. B\n", "N", Some(1)),
        "## 1. N\n\n***\n\n## 2. A\n\n***\n\n## 3. B\n"
    );
}

#[test]
fn an_empty_heading_leaves_no_trailing_space() {
    assert_eq!(added("## 1. A", "", None), "## 1. A\n\n## 2.");
    assert_eq!(added("## 1.", "B", None), "## 1.\n\n## 2. B");
}

#[test]
fn line_ends_are_those_of_the_neighbour() {
    assert_eq!(added("## 1. A\r\n\r\nx\r\n", "B", None), "## 1. A\r\n\r\nx\r\n\r\n## 2. B\r\n");
    assert_eq!(added("## 1. A\r\rx", "B", None), "## 1. A\r\rx\r\r## 2. B");
}

#[test]
fn line_ends_in_a_heading_become_spaces() {
    assert_eq!(added("## 1. A", " B\n C ", None), "## 1. A\n\n## 2. B C");
}

#[test]
fn hashes_at_the_end_of_a_heading_are_escaped() {
    assert_eq!(added("## 1. A", "C #", None), "## 1. A\n\n## 2. C \\#");
}

#[test]
fn a_text_without_points_gets_the_canonical_frame() {
    assert_eq!(added("# T\n\nx\n", "A", None), "# T\n\nx\n\n---\n\n## 1. A\n");
    assert_eq!(added("# T\n\nx\n\n---\n", "A", None), "# T\n\nx\n\n---\n\n## 1. A\n");
    assert_eq!(added("x", "A", None), "x\n\n---\n\n## 1. A");
    assert_eq!(added("", "A", None), "## 1. A\n");
    assert_eq!(added("---\na: b\n---", "A", None), "---\na: b\n---\n## 1. A\n");
    assert_eq!(added("\u{feff}", "A", None), "\u{feff}## 1. A\n");
}

#[test]
fn a_place_beyond_the_next_is_none() {
    assert_eq!(added("## 1. A", "B", Some(3)), "there is no point 3: the piece has 1");
    assert_eq!(added("## 1. A", "B", Some(0)), "there is no point 0: the piece has 1");
}

#[test]
fn a_code_block_never_closed_takes_no_point_behind_it() {
    let sentence = added("## 1. A\n\n```\nx", "B", None);
    assert!(sentence.starts_with("the text would not be read as meant"), "{sentence}");
}

#[test]
fn a_marker_of_four_digits_is_none() {
    assert_eq!(added("## 999. A", "B", None), "a point's number cannot be higher than 999");
}

#[test]
fn the_footer_may_have_numbered_rules() {
    assert_eq!(
        added("## 1. A\n\n---\n\nend\n\n---\n\n## 1. House rules\n", "B", None),
        "## 1. A\n\n## 2. B\n\n---\n\nend\n\n---\n\n## 1. House rules\n"
    );
}
