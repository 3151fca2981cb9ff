//! What a diff by words shows, and its laws.

use super::texts::{any_sides, any_source};
use proptest::prelude::*;
use text::{Edit, Span, word_diff};
use unicode_segmentation::UnicodeSegmentation;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_word_diff_leads_from_the_one_text_to_the_other(old in any_source(), new in any_source()) {
        prop_assert_eq!(word_diff(&old, &new).apply(&old), new);
    }

    #[test]
    fn no_edit_cuts_into_a_word_a_grapheme_or_a_line_end([old, new, _] in any_sides()) {
        let bounds = |at: usize, text: &str| {
            at == text.len() || text.grapheme_indices(true).any(|(start, _)| start == at)
        };
        for edit in &word_diff(&old, &new) {
            prop_assert!(bounds(edit.start.0, &old) && bounds(edit.end.0, &old));
            let inside = old.unicode_word_indices().any(|(start, word)| {
                let within = start + 1..start + word.len();
                within.contains(&edit.start.0) || within.contains(&edit.end.0)
            });
            prop_assert!(!inside);
        }
    }
}

/// The phrases that differ: what was, and what is.
fn phrases(old: &str, new: &str) -> Vec<(String, String)> {
    let pair = |edit: &text::Edit| (edit.span().of(old).trim().into(), edit.insert.trim().into());
    word_diff(old, new).iter().map(pair).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(old, new)| ((*old).to_owned(), (*new).to_owned())).collect()
}

#[test]
fn a_diff_shows_words_and_phrases() {
    for (old, new, expected) in [
        ("The tide turns at six.", "The tide turns at seven.", &[("six", "seven")][..]),
        ("The tide turns.", "The spring tide turns.", &[("", "spring")]),
        ("The old tide turns.", "The tide turns.", &[("old", "")]),
        ("wait, then go on", "stop; now go on", &[("wait, then", "stop; now")]),
        ("one, two and three", "one two and four", &[(",", ""), ("three", "four")]),
        ("## 3. Old gates leak", "## 4. New gates leak", &[("3", "4"), ("Old", "New")]),
        (
            "the crews left of their own will",
            "the men went of no free will",
            &[("crews left of their own", "men went of no free")],
        ),
        ("Müde Schiffe warten", "Müde Kähne warten", &[("Schiffe", "Kähne")]),
        ("ships 🚢 wait", "ships 🚣 wait", &[("🚢", "🚣")]),
        ("cafe\u{301} closed", "cafe closed", &[("cafe\u{301}", "cafe")]),
    ] {
        assert_eq!(phrases(old, new), pairs(expected), "{old} / {new}");
    }
}

#[test]
fn a_diff_gives_line_ends_and_byte_order_mark_one_by_one() {
    let edits = word_diff("a b\nc d\n", "\u{feff}a b\r\nc e\r\n");
    let inserts: Vec<&str> = edits.iter().map(|edit| edit.insert.as_str()).collect();
    assert_eq!(inserts, ["\u{feff}", "\r\n", "e\r\n"]);
}

#[test]
fn a_paragraph_put_in_does_not_hide_which_is_which_when_all_have_changed() {
    let old = "Ada runs the yard.\n\nBen runs the ferry.\n\nCleo runs the pilots.\n";
    let new = format!("A new crew.\n\n{}", old.replace("runs", "ran"));
    let expected = [("", "A new crew."), ("runs", "ran"), ("runs", "ran"), ("runs", "ran")];
    assert_eq!(phrases(old, &new), pairs(&expected));
}

#[test]
fn a_paragraph_goes_with_the_blank_line_after_it() {
    let (old, new) = ("One.\n\nTwo.\n\nFour.\n", "One.\n\nTwo.\n\nThree.\n\nFour.\n");
    let edits = |old, new| word_diff(old, new).iter().cloned().collect::<Vec<_>>();
    let three = Span::new(12, 20);
    assert_eq!(edits(old, new), [Edit::insert(three.start, "Three.\n\n")]);
    assert_eq!(edits(new, old), [Edit::delete(three)]);
}

#[test]
fn a_few_changes_in_a_long_text_are_a_few_edits() {
    let words: Vec<String> = (0..30_000).map(|at| format!("w{}", at % 7919 * 31 % 997)).collect();
    for gap in [", ", "。", ".\n\n"] {
        let (first, second) = words.split_at(15_000);
        let text = |middle: &str, last: &str| {
            format!("{}{gap}{middle}{gap}{} {last}", first.join(gap), second.join(gap))
        };
        let (old, new) = (text("quay", "pier"), text("mole", "dam"));
        let edits = word_diff(&old, &new);
        assert_eq!(edits.iter().count(), 2);
        assert_eq!(edits.apply(&old), new);
    }
}

#[test]
fn another_text_altogether_is_replaced_as_a_whole() {
    let text = |name: &str| -> String { (0..12_000).map(|at| format!("{name}{at} or ")).collect() };
    let (old, new) = (text("old"), text("new"));
    let edits = word_diff(&old, &new);
    assert_eq!(edits.iter().count(), 1);
    assert_eq!(edits.apply(&old), new);
}
