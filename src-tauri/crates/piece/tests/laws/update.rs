//! The law of the update: it is the full parse.

use crate::sources::{any_piece, any_source, cases, kept_piece};
use piece::FrontMatter;
use piece::blocks::{Blocks, Kept};
use proptest::prelude::*;
use text::{Edit, Edits, Span};

fn full(source: &str) -> Blocks {
    Blocks::parse(source, FrontMatter::body_start(source))
}

/// The place in `source` that a number stands for.
fn place(source: &str, number: usize) -> usize {
    let places: Vec<usize> = (0..=source.len()).filter(|&at| source.is_char_boundary(at)).collect();
    places[number % places.len()]
}

/// Replaces what lies from a place on, so many bytes, or a little more, by `insert`.
fn edit(source: &str, (at, length, insert): &(usize, usize, String)) -> Edits {
    let start = place(source, *at);
    let end = (start + length).min(source.len());
    let end = (end..=source.len()).find(|&end| source.is_char_boundary(end));
    let span = Span::new(start, end.unwrap_or(source.len()));
    Edits::one(Edit::replace(span, insert.replace('\u{feff}', "")))
}

/// The text of the blocks that are kept, and what stands between them.
fn sides(source: &str, blocks: &Blocks, Kept { before, behind }: Kept) -> (String, String) {
    let list = &blocks.blocks;
    let end = before.checked_sub(1).map_or(0, |last| list[last].span.end.0);
    let start =
        behind.checked_sub(1).map_or(source.len(), |_| list[list.len() - behind].span.start.0);
    (source[..end].to_owned(), source[start..].to_owned())
}

fn small_edit() -> impl Strategy<Value = (usize, usize, String)> {
    let insert = prop_oneof![Just(String::new()), Just("x".to_owned()), any_source()];
    (any::<usize>(), prop_oneof![Just(0), Just(1), 0usize..12], insert)
}

/// Several pieces in a row, so that there is something far from the edits.
fn long_piece() -> impl Strategy<Value = String> {
    (any_piece(), prop::collection::vec(kept_piece(), 0..3), any_piece())
        .prop_map(|(first, pieces, last)| format!("{first}\n\n{}\n\n{last}", pieces.join("\n\n")))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn an_update_is_what_a_full_parse_is(source in long_piece(), changes in prop::collection::vec(small_edit(), 1..4)) {
        let mut source = source;
        let mut blocks = full(&source);
        for change in &changes {
            let edits = edit(&source, change);
            let edited = edits.apply(&source);
            let (updated, kept) = blocks.update(&source, &edited, &edits);
            prop_assert_eq!(&updated, &full(&edited), "{:?} became {:?}", source, edited);
            let sides = sides(&source, &blocks, kept);
            prop_assert_eq!(sides, self::sides(&edited, &updated, kept), "{:?} became {:?}", source, edited);
            blocks = updated;
            source = edited;
        }
    }

    #[test]
    fn edits_far_apart_are_updated_together(source in long_piece(), one in small_edit(), other in small_edit()) {
        let [one, other] = [one, other].map(|change| edit(&source, &change));
        let both: Vec<Edit> = one.iter().chain(&other).cloned().collect();
        if let Ok(edits) = Edits::new(both) {
            let edited = edits.apply(&source);
            let (updated, kept) = full(&source).update(&source, &edited, &edits);
            prop_assert_eq!(sides(&source, &full(&source), kept), sides(&edited, &updated, kept));
            prop_assert_eq!(updated, full(&edited));
        }
    }
}

#[test]
fn a_letter_in_the_middle_keeps_nearly_all_blocks() {
    for note in ["", "A note[^1].\n\n[^1]: Said once.\n\n"] {
        let source = format!("{note}{}", "Words.\n\n".repeat(100));
        let at = source.len() - 50 * "Words.\n\n".len();
        // A bracket beside it has the whole text parsed.
        let edits = Edits::one(Edit::insert(at.into(), "x [y] "));
        let (_, Kept { before, behind }) =
            full(&source).update(&source, &edits.apply(&source), &edits);
        assert!(before >= 45 && behind >= 45, "{before} and {behind}");
    }
}
