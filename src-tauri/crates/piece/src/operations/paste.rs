//! Pasting whole points between others.

use super::add::separators;
use super::numbering::Numbering;
use super::{Original, numbered};
use crate::lines::is_blank;
use crate::{Outline, Piece};
use text::{ByteOffset, Edit, Edits, Text};

/// Puts `pasted` in at `at`, if it is nothing but whole points and `at` lies between two points or beside
/// one: numbers follow, those of the new points in their own style, and what separates points is written
/// around them. Their own references stay as they are. Nothing where it is another kind of paste, which
/// goes in as it is.
pub fn paste_points(text: &Text, at: ByteOffset, pasted: &str) -> Option<Edits> {
    let original = Original::read(text);
    let index = border(&original, at)?;
    let pasted = pasted.replace("\r\n", "\n").replace('\r', "\n");
    let pasted = text.with_line_endings(at, &pasted);
    let points = only_points(&pasted)?;
    let (old, new) = (original.points().len(), points.points.len());
    let numbering = Numbering::of(&original);
    let numbers = numbering.numbers(old + new).ok()?;
    let place = |place: usize| place + if place >= index { new } else { 0 };
    let renumbered = original.points().iter().enumerate();
    let renumbered: Vec<Edit> = renumbered
        .filter_map(|(at, point)| numbering.edit(original.source, point, numbers[place(at)]))
        .collect();
    let inside = points.points.iter().zip(&numbers[index..]);
    let inside = inside.filter_map(|(point, &number)| numbering.edit(&pasted, point, number));
    let inside = Edits::new(inside.collect()).ok()?.apply(&pasted);
    let inside = inside.trim_matches(['\n', '\r']);
    let candidates = separators(&original, index).into_iter().map(|separator| {
        let edit = match index.checked_sub(1) {
            None => Edit::insert(original.points()[0].span.start, format!("{inside}{separator}")),
            Some(last) => {
                Edit::insert(original.points()[last].span.end, format!("{separator}{inside}"))
            }
        };
        renumbered.iter().cloned().chain([edit]).collect()
    });
    let mut expected = original.outline.points.clone();
    expected.splice(index..index, points.outline(&pasted).points);
    let expected = Outline { points: numbered(expected, &numbers), ..original.outline.clone() };
    let edits = original.settle(candidates.collect(), &expected).ok()?;
    let places: Vec<_> = (0..old).map(|at| Some(place(at))).collect();
    Some(original.follow(edits, &places))
}

/// The index that a point put in at `at` would have, if that lies beside a point.
fn border(original: &Original<'_>, at: ByteOffset) -> Option<usize> {
    let points = original.points();
    let index = points.partition_point(|point| point.span.end <= at);
    let before = index.checked_sub(1).map(|before| points[before].span.end);
    let after = points.get(index).map(|point| point.span.start);
    let is_beside =
        |from: ByteOffset, to: ByteOffset| original.source.get(from.0..to.0).is_some_and(is_blank);
    let is_border = before.is_some_and(|end| is_beside(end, at))
        || after.is_some_and(|start| is_beside(at, start));
    is_border.then_some(index)
}

/// What is pasted as a piece, if it has points and nothing else.
fn only_points(pasted: &str) -> Option<Piece> {
    let piece = Piece::parse(pasted);
    let (first, last) = (piece.points.first()?, piece.points.last()?);
    let is_alone = is_blank(&pasted[..first.span.start.0]) && is_blank(&pasted[last.span.end.0..]);
    is_alone.then_some(piece)
}
