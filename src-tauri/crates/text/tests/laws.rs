//! The laws of edits and of the two counts, over any text.
#![allow(clippy::unwrap_used, reason = "a test's panic is its report")]

use proptest::prelude::*;
use text::{ByteOffset, ChangeSet, Edit, Edits, Section, Side, Span, Text, diff};

/// Texts made of what is hard: every line end, astral characters, combining marks, NUL, U+2028.
fn any_source() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a", "word ", "\n", "\r\n", "\r", "é", "e\u{301}", "🚢", "\u{2028}", "\0", "中", "# ", "",
    ]);
    (any::<bool>(), prop::collection::vec(piece, 0..24)).prop_map(|(marked, pieces)| {
        let mark = if marked { "\u{feff}" } else { "" };
        format!("{mark}{}", pieces.concat())
    })
}

fn boundaries(source: &str) -> Vec<usize> {
    (0..=source.len()).filter(|&at| source.is_char_boundary(at)).collect()
}

/// Edits of `source`, from numbers that any text can be cut by.
fn edits_of(source: &str, cuts: &[(usize, usize, String)]) -> Edits {
    let places = boundaries(source);
    let mut at: Vec<(usize, usize, &str)> = cuts
        .iter()
        .map(|(a, b, insert)| (a % places.len(), b % places.len(), insert.as_str()))
        .map(|(a, b, insert)| (places[a.min(b)], places[a.max(b)], insert))
        .collect();
    at.sort_unstable();
    let mut free = 0;
    let mut edits = Vec::new();
    for (start, end, insert) in at {
        if start >= free {
            edits.push(Edit::replace(Span::new(start, end), insert));
            free = end + 1;
        }
    }
    Edits::new(edits).unwrap()
}

fn any_cuts() -> impl Strategy<Value = Vec<(usize, usize, String)>> {
    prop::collection::vec((0usize..999, 0usize..999, any_source()), 0..5)
}

/// The same cuts as the window would send them.
fn change_of(window: &str, cuts: &[(usize, usize, String)]) -> (ChangeSet, String) {
    let edits = edits_of(window, cuts);
    let units = |text: &str| text.encode_utf16().count();
    let (mut sections, mut place) = (Vec::new(), 0);
    for edit in &edits {
        sections.push(Section::Keep(units(&window[place..edit.start.0])));
        let insert = Text::new(edit.insert.replace('\u{feff}', "")).window_text();
        let lines = insert.split('\n').map(str::to_owned).collect();
        sections.push(Section::Replace(units(edit.span().of(window)), lines));
        place = edit.end.0;
    }
    sections.push(Section::Keep(units(&window[place..])));
    let plain = |edit: &Edit| {
        let insert = Text::new(edit.insert.replace('\u{feff}', "")).window_text();
        Edit::replace(edit.span(), insert)
    };
    let after = Edits::new(edits.iter().map(plain).collect()).unwrap().apply(window);
    (ChangeSet(sections), after)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn an_inverted_edit_restores_the_text(source in any_source(), cuts in any_cuts()) {
        let edits = edits_of(&source, &cuts);
        prop_assert_eq!(edits.invert(&source).apply(&edits.apply(&source)), source);
    }

    #[test]
    fn composed_edits_do_what_the_two_did(
        source in any_source(), one in any_cuts(), two in any_cuts()
    ) {
        let first = edits_of(&source, &one);
        let between = first.apply(&source);
        let second = edits_of(&between, &two);
        let composed = first.compose(&second);
        prop_assert_eq!(composed.apply(&source), second.apply(&between));
        prop_assert_eq!(Edits::new(composed.iter().cloned().collect()).unwrap(), composed);
    }

    #[test]
    fn a_mapped_place_keeps_what_was_kept_around_it(source in any_source(), cuts in any_cuts()) {
        let edits = edits_of(&source, &cuts);
        let after = edits.apply(&source);
        for at in boundaries(&source) {
            let place = ByteOffset(at);
            let (low, high) = (edits.map(place, Side::Before), edits.map(place, Side::After));
            prop_assert!(low <= high && high.0 <= after.len());
            if edits.iter().all(|edit| at < edit.start.0 || edit.end.0 <= at)
                && let Some(next) = source[at..].chars().next()
            {
                prop_assert!(after[high.0..].starts_with(next));
            }
        }
    }

    #[test]
    fn places_go_to_the_window_and_back(source in any_source()) {
        let text = Text::new(source);
        prop_assert_eq!(text.window_len().0, text.window_text().encode_utf16().count());
        for at in 0..=text.window_len().0 {
            let place = text::WindowOffset(at);
            if let Some(bytes) = text.byte_offset(place) {
                prop_assert_eq!(text.window_offset(bytes), place);
            }
        }
    }

    #[test]
    fn a_change_in_the_window_is_the_same_change_in_the_file(
        source in any_source(), cuts in any_cuts()
    ) {
        let mut text = Text::new(source);
        let (change, expected) = change_of(&text.window_text(), &cuts);
        let edits = text.edits_from_window(&change).unwrap();
        text.apply(&edits);
        prop_assert_eq!(text.window_text(), expected);
    }

    #[test]
    fn the_index_after_edits_is_the_index_of_the_new_text(
        source in any_source(), cuts in any_cuts()
    ) {
        let mut text = Text::new(source.clone());
        // The mark in front is the window's to keep, so edits begin behind it.
        let mark = if text.has_byte_order_mark() { 3 } else { 0 };
        let edits: Vec<Edit> = edits_of(&source[mark..], &cuts)
            .iter()
            .map(|edit| {
                let span = Span::new(edit.start.0 + mark, edit.end.0 + mark);
                Edit::replace(span, edit.insert.replace('\u{feff}', ""))
            })
            .collect();
        let edits = Edits::new(edits).unwrap();
        text.apply(&edits);
        prop_assert_eq!(text, Text::new(edits.apply(&source)));
    }

    #[test]
    fn edits_for_the_window_do_there_what_they_do_in_the_file(
        source in any_source(), cuts in any_cuts()
    ) {
        let mut text = Text::new(source);
        let (change, _) = change_of(&text.window_text(), &cuts);
        let edits = text.edits_from_window(&change).unwrap();
        let shown = text.change_set(&edits);
        let again = text.edits_from_window(&shown).unwrap();
        let mut other = text.clone();
        text.apply(&edits);
        other.apply(&again);
        prop_assert_eq!(text.window_text(), other.window_text());
    }

    #[test]
    fn a_diff_leads_from_the_one_text_to_the_other(old in any_source(), new in any_source()) {
        prop_assert_eq!(diff(&old, &new).apply(&old), new);
    }
}

#[test]
fn a_new_line_takes_the_ending_of_the_line_before_it() {
    let text = Text::new("a\r\nb\nc".to_owned());
    let ending = |at| text.new_line_ending(ByteOffset(at)).to_owned();
    assert_eq!(ending(1), "\r\n");
    assert_eq!(ending(4), "\n");
    assert_eq!(ending(6), "\r\n", "the last line has none, so the file's first line decides");
    assert_eq!(Text::new(String::new()).new_line_ending(ByteOffset(0)), "\n");
}

#[test]
fn a_change_for_another_text_is_refused() {
    let text = Text::new("ab🚢".to_owned());
    assert!(text.edits_from_window(&ChangeSet(vec![Section::Keep(3)])).is_err());
    let inside = ChangeSet(vec![Section::Keep(3), Section::Replace(1, Vec::new())]);
    assert!(text.edits_from_window(&inside).is_err());
}

#[test]
fn overlapping_edits_are_refused() {
    let edit = |start, end| Edit::replace(Span::new(start, end), "x");
    assert!(Edits::new(vec![edit(0, 3), edit(2, 4)]).is_err());
    assert!(Edits::new(vec![edit(3, 2)]).is_err());
    assert_eq!(Edits::new(vec![edit(0, 2), edit(2, 4)]).unwrap().iter().count(), 1);
}

#[test]
fn the_empty_text_takes_an_edit_however_it_was_made() {
    let mut text = Text::default();
    text.apply(&Edits::one(Edit::insert(ByteOffset(0), "a")));
    assert_eq!(text, Text::new("a".to_owned()));
}
