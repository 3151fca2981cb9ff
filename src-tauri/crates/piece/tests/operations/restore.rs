//! Restoring one part of an earlier text.

use piece::operations::{EarlierPart, OperationError, differing_parts, restore_part};
use text::Text;

const EARLIER: &str = "# Two Signals\n\n*Old dek.*\n\nOld lede.\n\n## 1. A\n\nold a\n\n## 2. B\n\nold b\n\n---\n\nOld end.\n\n---\n\nOld footer.\n";
const NOW: &str = "# Two Things\n\n*New dek.*\n\nNew lede.\n\n## 1. B\n\nnew b\n\n## 2. A\n\nold a\n\n---\n\nNew end.\n\n---\n\nOld footer.\n";

fn restored(now: &str, earlier: &str, part: EarlierPart) -> Result<String, OperationError> {
    let edits = restore_part(&Text::new(now.to_owned()), earlier, part)?;
    Ok(edits.apply(now))
}

#[test]
fn parts_that_differ_are_named_and_moved_points_are_not() {
    use EarlierPart::{Conclusion, Dek, Lede, Point, Title};
    assert_eq!(differing_parts(NOW, EARLIER), [Title, Dek, Lede, Point(2), Conclusion]);
    assert_eq!(differing_parts(NOW, NOW), []);
    assert_eq!(differing_parts(&NOW.replace('\n', "\r\n"), NOW), []);
}

#[test]
fn each_part_comes_back_alone_over_the_one_in_its_place() {
    let cases = [
        (EarlierPart::Title, "# Two Things", "# Two Signals"),
        (EarlierPart::Dek, "*New dek.*", "*Old dek.*"),
        (EarlierPart::Lede, "New lede.", "Old lede."),
        (EarlierPart::Point(2), "new b", "old b"),
        (EarlierPart::Conclusion, "New end.", "Old end."),
    ];
    for (part, is, was) in cases {
        assert_eq!(restored(NOW, EARLIER, part).unwrap(), NOW.replace(is, was), "{part:?}");
    }
}

#[test]
fn a_part_that_is_gone_comes_back_where_it_would_stand() {
    let cases = [
        (EarlierPart::Dek, "*Old dek.*\n\n"),
        (EarlierPart::Lede, "Old lede.\n\n"),
        (EarlierPart::Point(1), "old a\n\n"),
        (EarlierPart::Footer, "\n---\n\nOld footer.\n"),
    ];
    for (part, gone) in cases {
        let now = EARLIER.replace(gone, "");
        assert_eq!(restored(&now, EARLIER, part).unwrap(), EARLIER, "{part:?}");
    }
}

#[test]
fn a_point_that_is_gone_comes_back_with_numbers_and_counts_that_follow() {
    let now = "# Two Signals\n\n## 1. B\n\nb\n\n## 2. C\n\nc\n";
    let earlier = "# Three Signals\n\n## 1. A\n\na\n\n## 2. B\n\nb\n\n## 3. C\n\nc\n";
    assert_eq!(restored(now, earlier, EarlierPart::Point(1)).unwrap(), earlier);
}

#[test]
fn a_part_comes_back_in_the_line_ends_of_the_text() {
    let now = "# T\r\n\r\n## 1. A\r\n\r\nnew\r\n";
    let was = restored(now, "# T\n\n## 1. A\n\nold\n\nand older\n", EarlierPart::Point(1));
    assert_eq!(was.unwrap(), "# T\r\n\r\n## 1. A\r\n\r\nold\r\n\r\nand older\r\n");
}

#[test]
fn without_a_place_the_whole_text_is_offered() {
    let refused = restored("Nothing but words.\n", EARLIER, EarlierPart::Point(1));
    assert_eq!(refused, Err(OperationError::NoPlace));
    assert_eq!(restored(NOW, "# T\n", EarlierPart::Footer), Err(OperationError::NoPlace));
}
