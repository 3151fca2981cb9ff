//! Renumbering, and numbers put on and taken off.

use crate::after;
use piece::operations::{headings_to_points, points_to_headings, renumber};

#[test]
fn numbers_are_put_right() {
    assert_eq!(
        after("## 1. A\n\nx 2\n\n## 2) B\n## 2. C ##\n## 7. D", renumber),
        "## 1. A\n\nx 2\n\n## 2) B\n## 3. C ##\n## 4. D"
    );
}

#[test]
fn a_countdown_stays_one() {
    assert_eq!(after("## 5. A\n## 4. B\n## 2. C", renumber), "## 3. A\n## 2. B\n## 1. C");
}

#[test]
fn two_points_that_changed_places_make_no_countdown() {
    assert_eq!(after("## 2. A\n## 1. B\n## 3. C", renumber), "## 1. A\n## 2. B\n## 3. C");
}

#[test]
fn the_width_of_padded_numbers_stays() {
    assert_eq!(after("## 08. A\n## 10. B", renumber), "## 01. A\n## 02. B");
    assert_eq!(after("## #007: A", renumber), "## #001: A");
}

#[test]
fn numbers_that_are_right_stay_as_they_are_written() {
    assert_eq!(after("## 1. A\n## 02. B", renumber), "## 1. A\n## 02. B");
}

#[test]
fn there_must_be_points_to_renumber() {
    assert_eq!(after("# T", renumber), "the piece has no points");
}

#[test]
fn the_headings_of_an_article_become_points() {
    assert_eq!(
        after("# T\n\nx\n\n## A\n\n### a\n\n## B ##\n\nD\n---\n", headings_to_points),
        "# T\n\nx\n\n## 1. A\n\n### a\n\n## 2. B ##\n\n3\\. D\n---\n"
    );
}

#[test]
fn a_heading_alone_on_its_level_is_no_point() {
    assert_eq!(
        after("# T\n\n## Background\n\n### A\n\n### B", headings_to_points),
        "# T\n\n## Background\n\n### 1. A\n\n### 2. B"
    );
}

#[test]
fn a_last_heading_that_concludes_is_no_point() {
    assert_eq!(
        after("# T\n\n## A\n\n## B\n\n## Conclusion\n\nx", headings_to_points),
        "# T\n\n## 1. A\n\n## 2. B\n\n## Conclusion\n\nx"
    );
}

#[test]
fn an_empty_heading_becomes_a_point() {
    assert_eq!(after("##\n\n## B", headings_to_points), "## 1.\n\n## 2. B");
    assert_eq!(after("## 1.\n\n## 2. B", points_to_headings), "##\n\n## B");
}

#[test]
fn points_become_the_headings_of_an_article() {
    assert_eq!(
        after("# T\n\n## No. 1: A\n\nx\n\n## #2 B\n\n3\\. C\n---\n", points_to_headings),
        "# T\n\n## A\n\nx\n\n## B\n\nC\n---\n"
    );
}

#[test]
fn points_that_would_become_a_title_or_a_list_stay() {
    for source in ["# 1. A\n\n# 2. B", "## 1. 2. A", "1\\. - A\n---\n"] {
        let sentence = after(source, points_to_headings);
        assert!(sentence.starts_with("the text would not be read as meant"), "{sentence}");
    }
}

#[test]
fn there_must_be_headings_without_numbers() {
    assert_eq!(
        after("# T\n\nx", headings_to_points),
        "the text has no headings that could become points"
    );
    assert_eq!(after("## 1. A", headings_to_points), "the text has numbered points already");
    assert_eq!(after("## A", points_to_headings), "the piece has no points");
}
