//! Pasting whole points.

use piece::operations::{paste_points, remove_point};
use text::{ByteOffset, Text};

const PIECE: &str =
    "# Two Signals\n\nThe second signal.\n\n## 1. A\n\na\n\n## 2. B\n\nb\n\n---\n\nBoth signals.\n";

/// The text after a paste before `mark`, or nothing where it is no paste of points.
fn pasted(source: &str, mark: &str, words: &str) -> Option<String> {
    let at = ByteOffset(source.find(mark).expect("a mark in the piece"));
    let edits = paste_points(&Text::new(source.to_owned()), at, words)?;
    Some(edits.apply(source))
}

#[test]
fn points_pasted_between_others_take_their_numbers_and_are_counted() {
    assert_eq!(
        pasted(PIECE, "## 2.", "## 1) N\n\nn\n\n## 2) M\n\nAs point 1 says.\n").unwrap(),
        "# Four Signals\n\nThe fourth signal.\n\n## 1. A\n\na\n\n## 2) N\n\nn\n\n## 3) M\n\n\
         As point 1 says.\n\n## 4. B\n\nb\n\n---\n\nAll four signals.\n"
    );
}

#[test]
fn points_may_be_pasted_before_the_first_and_behind_the_last() {
    let first = pasted(PIECE, "## 1.", "## 7. N").unwrap();
    assert!(first.contains("## 1. N\n\n## 2. A") && first.contains("The third signal"), "{first}");
    let last = pasted(PIECE, "\n\n---", "## 7. N\n\nn").unwrap();
    assert!(last.contains("b\n\n## 3. N\n\nn\n\n---\n\nAll three"), "{last}");
}

#[test]
fn a_pasted_point_that_is_removed_leaves_the_same_bytes() {
    let grown = pasted(PIECE, "## 2.", "## 1. N\n\nn").unwrap();
    let edits = remove_point(&Text::new(grown.clone()), 2).unwrap();
    assert_eq!(edits.apply(&grown), PIECE);
}

#[test]
fn line_ends_become_those_of_the_text() {
    let source = PIECE.replace('\n', "\r\n");
    let grown = pasted(&source, "## 2.", "## 1. N\n\nn\n").unwrap();
    assert!(grown.contains("\r\n## 2. N\r\n\r\nn\r\n\r\n## 3. B"), "{grown:?}");
    let grown = pasted(PIECE, "## 2.", "## 1. N\r\n\r\nn\r").unwrap();
    assert!(grown.contains("\n## 2. N\n\nn\n\n## 3. B") && !grown.contains('\r'), "{grown:?}");
}

#[test]
fn what_is_more_than_points_or_stands_inside_of_one_is_pasted_as_it_is() {
    assert_eq!(pasted(PIECE, "## 2.", "Words.\n\n## 1. N"), None);
    assert_eq!(pasted(PIECE, "## 2.", "words"), None);
    assert_eq!(pasted(PIECE, ". A", "## 1. N"), None);
    assert_eq!(pasted(PIECE, "second", "## 1. N"), None);
    assert_eq!(pasted(PIECE, "Both", "## 1. N"), None);
    assert_eq!(pasted(PIECE, "## 2.", "### 1. Deeper"), None);
    assert_eq!(pasted("# T\n\nx\n", "x", "## 1. N"), None);
}
