//! Setting title and dek, and the text of a new piece.

use crate::after;
use piece::new_piece;
use piece::operations::{set_dek, set_title};

fn titled(source: &str, title: &str) -> String {
    after(source, |text| set_title(text, title))
}

fn dek(source: &str, dek: &str) -> String {
    after(source, |text| set_dek(text, dek))
}

#[test]
fn only_the_words_of_a_title_change() {
    assert_eq!(titled("x\n\n#  Old  #\r\n\r\ny", "New"), "x\n\n#  New  #\r\n\r\ny");
    assert_eq!(titled("Old\nwords\n===\n", "New"), "New\n===\n");
    assert_eq!(titled("#", "New"), "# New");
    assert_eq!(titled("# #", "New"), "# New #");
}

#[test]
fn a_title_is_put_at_the_start() {
    assert_eq!(titled("x\r\n", "New"), "# New\r\n\r\nx\r\n");
    assert_eq!(titled("", "New"), "# New\n");
    assert_eq!(titled("\u{feff}---\na: b\n---", "New"), "\u{feff}---\na: b\n---\n# New\n");
}

#[test]
fn a_title_over_an_emphasised_paragraph_makes_it_the_dek() {
    assert_eq!(titled("*D*\n\n## 1. A", "New"), "# New\n\n*D*\n\n## 1. A");
}

#[test]
fn a_title_cannot_have_a_number() {
    assert_eq!(
        titled("# Old", "1. New"),
        "a title cannot begin with a point's number, such as “1.”"
    );
}

#[test]
fn a_title_that_an_underline_does_not_bear_is_written_with_hashes() {
    assert_eq!(titled("Old\n===\n\nx", "- New"), "# - New\n\nx");
    assert_eq!(titled("Old\n===\n\nx", ""), "#\n\nx");
}

#[test]
fn hashes_at_the_end_of_a_title_are_escaped() {
    assert_eq!(titled("# Old", "New #"), "# New \\#");
}

#[test]
fn a_dek_keeps_its_emphasis() {
    assert_eq!(dek("# T\n\n__Old__\n\nx", "New"), "# T\n\n__New__\n\nx");
    assert_eq!(dek("# T\n_Old_", "New"), "# T\n_New_");
}

#[test]
fn a_dek_is_put_under_the_title() {
    assert_eq!(dek("# T\n\nx", "New"), "# T\n\n*New*\n\nx");
    assert_eq!(dek("# T\nx", "New"), "# T\n\n*New*\n\nx");
    assert_eq!(dek("T\r\n=\r\n", "New"), "T\r\n=\r\n\r\n*New*\r\n");
}

#[test]
fn a_dek_may_hold_emphasis() {
    assert_eq!(dek("# T", "a *b* c"), "# T\n\n*a *b* c*");
    assert_eq!(dek("# T", "a* b"), "# T\n\n_a* b_");
    assert_eq!(dek("# T", "a* b_ c"), "# T\n\n*a\\* b\\_ c*");
}

#[test]
fn an_empty_dek_goes() {
    assert_eq!(dek("# T\n\n*Old*\n\nx", " "), "# T\n\nx");
    assert_eq!(dek("# T\n\nx", ""), "# T\n\nx");
}

#[test]
fn blank_lines_in_a_dek_go() {
    assert_eq!(dek("# T", "a\n\n b\n"), "# T\n\n*a\nb*");
}

#[test]
fn a_dek_needs_a_title() {
    assert_eq!(dek("x", "New"), "the text has no title heading that a dek could stand under");
}

#[test]
fn a_new_piece_has_a_title_and_empty_points() {
    assert_eq!(new_piece("Two Ships", 2), "# Two Ships\n\n---\n\n## 1.\n\n## 2.\n");
    assert_eq!(new_piece("A\nB #", 0), "# A B \\#\n");
    assert_eq!(new_piece("", 1), "#\n\n---\n\n## 1.\n");
}

#[test]
fn a_new_title_with_a_number_goes_into_front_matter() {
    assert_eq!(
        new_piece("1. \"One\" \\ Two", 1),
        "---\ntitle: \"1. \\\"One\\\" \\\\ Two\"\n---\n\n---\n\n## 1.\n"
    );
}
