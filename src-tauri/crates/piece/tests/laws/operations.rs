//! The laws of the operations.

use crate::sources::{any_piece, cases, kept_piece};
use piece::operations::{
    OperationError, add_point, headings_to_points, move_point, points_to_headings, remove_point,
    renumber, reverse, set_dek, set_title,
};
use piece::{Outline, OutlinePoint, Piece};
use proptest::prelude::*;
use text::{Edits, Text};

/// An operation with its arguments.
#[derive(Clone, Copy, Debug)]
enum Operation {
    SetTitle,
    SetDek,
    Add(usize),
    Move(usize, usize),
    Remove(usize),
    Renumber,
    Reverse,
    HeadingsToPoints,
    PointsToHeadings,
}

impl Operation {
    fn edits(self, source: &str) -> Result<Edits, OperationError> {
        let text = &Text::new(source.to_owned());
        match self {
            Self::SetTitle => set_title(text, "New *title*"),
            Self::SetDek => set_dek(text, "New dek"),
            Self::Add(place) => add_point(text, "New", Some(place)),
            Self::Move(from, to) => move_point(text, from, to),
            Self::Remove(place) => remove_point(text, place),
            Self::Renumber => renumber(text),
            Self::Reverse => reverse(text),
            Self::HeadingsToPoints => headings_to_points(text),
            Self::PointsToHeadings => points_to_headings(text),
        }
    }
}

fn outline(source: &str) -> Outline {
    Piece::parse(source).outline(source)
}

/// The text after an operation.
fn after(
    source: &str,
    operation: impl Fn(&Text) -> Result<Edits, OperationError>,
) -> Result<String, OperationError> {
    operation(&Text::new(source.to_owned())).map(|edits| edits.apply(source))
}

/// Whether the numbers of these points run up or down by one.
fn is_run(points: &[OutlinePoint]) -> bool {
    let step = |by: i64| {
        points.windows(2).all(|pair| i64::from(pair[1].number) - i64::from(pair[0].number) == by)
    };
    step(1) || step(-1)
}

/// The words of an outline, numbers aside, in an order of their own.
fn words(outline: &Outline) -> Vec<(String, String)> {
    let mut words: Vec<_> =
        outline.points.iter().map(|point| (point.heading.clone(), point.body.clone())).collect();
    words.sort();
    words
}

/// What stands before the first point and behind the last.
fn frame(source: &str) -> (String, String) {
    let piece = Piece::parse(source);
    let first = piece.points.first().map_or(source.len(), |point| point.span.start.0);
    let last = piece.points.last().map_or(source.len(), |point| point.span.end.0);
    (source[..first].to_owned(), source[last..].to_owned())
}

fn any_operation() -> impl Strategy<Value = Operation> {
    use Operation::{
        Add, HeadingsToPoints, Move, PointsToHeadings, Remove, Renumber, Reverse, SetDek, SetTitle,
    };
    let plain = vec![SetTitle, SetDek, Renumber, Reverse, HeadingsToPoints, PointsToHeadings];
    prop_oneof![
        prop::sample::select(plain),
        (1usize..7).prop_map(Add),
        (1usize..7).prop_map(Remove),
        (1usize..7, 1usize..7).prop_map(|(from, to)| Move(from, to)),
    ]
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn an_operation_and_its_inverse_restore_the_text(source in any_piece(), operation in any_operation()) {
        if let Ok(edits) = operation.edits(&source) {
            let inverse = edits.invert(&source);
            prop_assert_eq!(inverse.apply(&edits.apply(&source)), source.clone());
            prop_assert_eq!(edits.compose(&inverse).apply(&source), source);
        }
    }

    #[test]
    fn no_operation_splits_a_line_end(source in any_piece(), operation in any_operation()) {
        if let Ok(edits) = operation.edits(&source) {
            for edit in &edits {
                for place in [edit.start.0, edit.end.0] {
                    prop_assert!(!(source[..place].ends_with('\r') && source[place..].starts_with('\n')));
                }
            }
        }
    }

    #[test]
    fn renumbering_writes_digits_over_digits(source in any_piece()) {
        if let Ok(edits) = renumber(&Text::new(source.clone())) {
            let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            prop_assert!(edits.iter().all(|edit| are_digits(edit.span().of(&source)) && are_digits(&edit.insert)));
            let points = outline(&edits.apply(&source)).points;
            prop_assert!(is_run(&points));
            prop_assert!(points.iter().any(|point| point.number == 1));
        }
    }

    #[test]
    fn a_move_changes_the_order_and_nothing_else(source in any_piece(), from in 1usize..6, to in 1usize..6) {
        if let Ok(moved) = after(&source, |text| move_point(text, from, to)) {
            let (old, new) = (outline(&source), outline(&moved));
            prop_assert_eq!(frame(&source), frame(&moved));
            prop_assert_eq!(words(&old), words(&new));
            prop_assert_eq!(&new.points[to - 1].heading, &old.points[from - 1].heading);
            prop_assert_eq!(&new.points[to - 1].body, &old.points[from - 1].body);
            prop_assert!(from == to || is_run(&new.points));
            let rest = |mut outline: Outline, place: usize| { outline.points.remove(place - 1); outline.points };
            let headings = |points: Vec<OutlinePoint>| -> Vec<_> { points.into_iter().map(|point| point.heading).collect() };
            prop_assert_eq!(headings(rest(old, from)), headings(rest(new, to)));
        }
    }

    #[test]
    fn a_move_there_and_back_changes_nothing(source in kept_piece(), from in 0usize..6, to in 0usize..6) {
        let points = outline(&source).points.len();
        let (from, to) = (from % points + 1, to % points + 1);
        let there = after(&source, |text| move_point(text, from, to)).unwrap();
        prop_assert_eq!(after(&there, |text| move_point(text, to, from)).unwrap(), source);
    }

    #[test]
    fn a_point_added_and_removed_changes_nothing(source in kept_piece(), at in 0usize..7) {
        let points = outline(&source).points.len();
        let at = at % (points + 1) + 1;
        let added = after(&source, |text| add_point(text, "New", Some(at))).unwrap();
        prop_assert_eq!(outline(&added).points.len(), points + 1);
        prop_assert_eq!(after(&added, |text| remove_point(text, at)).unwrap(), source);
    }

    #[test]
    fn an_added_point_stands_where_it_should(source in any_piece(), at in 1usize..7) {
        if let Ok(added) = after(&source, |text| add_point(text, "New", Some(at))) {
            let (old, mut new) = (outline(&source), outline(&added));
            prop_assert!(is_run(&new.points));
            let point = new.points.remove(at - 1);
            prop_assert_eq!((point.heading.as_str(), point.body.as_str()), ("New", ""));
            prop_assert_eq!(words(&old), words(&new));
            prop_assert_eq!(Outline { points: Vec::new(), ..new }, Outline { points: Vec::new(), ..old });
        }
    }

    #[test]
    fn a_removed_point_leaves_all_else(source in any_piece(), place in 1usize..6) {
        if let Ok(removed) = after(&source, |text| remove_point(text, place)) {
            let (mut old, new) = (outline(&source), outline(&removed));
            old.points.remove(place - 1);
            prop_assert_eq!(words(&old), words(&new));
            prop_assert_eq!((&old.title, &old.dek), (&new.title, &new.dek));
            if !old.points.is_empty() {
                prop_assert!(is_run(&new.points));
                let (_, tail) = frame(&source);
                let (_, left) = frame(&removed);
                prop_assert!(left.trim_start_matches(['\n', '\r']).ends_with(tail.trim_start_matches(['\n', '\r'])));
            }
        }
    }

    #[test]
    fn any_point_of_a_kept_piece_but_the_only_one_can_be_removed(source in kept_piece(), place in 0usize..6) {
        let points = outline(&source).points.len();
        if points > 1 {
            let removed = after(&source, |text| remove_point(text, place % points + 1)).unwrap();
            prop_assert_eq!(outline(&removed).points.len(), points - 1);
        }
    }

    #[test]
    fn reversing_twice_changes_nothing(source in kept_piece()) {
        let reversed = after(&source, reverse).unwrap();
        let mut numbers = outline(&source).points;
        numbers.reverse();
        prop_assert_eq!(outline(&reversed).points, numbers);
        prop_assert_eq!(after(&reversed, reverse).unwrap(), source);
    }

    #[test]
    fn headings_become_points_and_headings_again(source in any_piece()) {
        let has_words = |source: &str| outline(source).points.iter().all(|point| !point.heading.is_empty());
        if let Ok(numbered) = after(&source, headings_to_points)
            && has_words(&numbered)
        {
            prop_assert_eq!(after(&numbered, points_to_headings), Ok(source));
        }
    }

    #[test]
    fn a_title_is_set(source in any_piece()) {
        if let Ok(titled) = after(&source, |text| set_title(text, "New *title*")) {
            let (old, new) = (outline(&source), outline(&titled));
            prop_assert_eq!(new.title.as_deref(), Some("New *title*"));
            prop_assert_eq!((new.points, new.conclusion, new.footer), (old.points, old.conclusion, old.footer));
        }
    }

    #[test]
    fn a_dek_is_set_and_taken_away(source in any_piece()) {
        let without = after(&source, |text| set_dek(text, "")).unwrap_or(source);
        if let Ok(with) = after(&without, |text| set_dek(text, "New dek")) {
            let (old, new) = (outline(&without), outline(&with));
            prop_assert_eq!(new.dek.as_deref(), Some("New dek"));
            prop_assert_eq!(Outline { dek: None, ..new }, Outline { dek: None, ..old });
        }
    }
}
