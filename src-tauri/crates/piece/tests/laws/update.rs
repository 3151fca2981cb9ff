//! The law of the update: it is the full parse.

use crate::sources::{any_piece, any_source, cases, kept_piece};
use piece::FrontMatter;
use piece::blocks::Blocks;
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
            blocks = blocks.update(&source, &edited, &edits);
            prop_assert_eq!(&blocks, &full(&edited), "{:?} became {:?}", source, edited);
            source = edited;
        }
    }

    #[test]
    fn edits_far_apart_are_updated_together(source in long_piece(), one in small_edit(), other in small_edit()) {
        let [one, other] = [one, other].map(|change| edit(&source, &change));
        let both: Vec<Edit> = one.iter().chain(&other).cloned().collect();
        if let Ok(edits) = Edits::new(both) {
            let edited = edits.apply(&source);
            prop_assert_eq!(full(&source).update(&source, &edited, &edits), full(&edited));
        }
    }
}
