//! Taking a point out.

use super::numbering::Numbering;
use super::{OperationError, Original, numbered, outline};
use crate::lines::is_blank;
use crate::{FrontMatter, Outline};
use text::{ByteOffset, Edit, Edits, Span, Text};

/// Takes out the point at `place` with its body, and what stood between it and the point before. With
/// the only point, the break before it goes too, and what followed it becomes the end of the article.
///
/// # Errors
/// [`OperationError::NoSuchPoint`], [`OperationError::EndsInside`], or
/// [`OperationError::NotReadAsMeant`].
pub fn remove_point(text: &Text, place: usize) -> Result<Edits, OperationError> {
    let original = Original::read(text);
    let index = original.index(place)?;
    if original.points().len() == 1 {
        return remove_only(&original);
    }
    let numbering = Numbering::of(&original);
    let numbers = numbering.numbers(original.points().len() - 1)?;
    let left = original.points().iter().enumerate().filter(|&(at, _)| at != index);
    let renumbered: Vec<Edit> = left
        .zip(&numbers)
        .filter_map(|((_, point), &number)| numbering.edit(original.source, point, number))
        .collect();
    let with = |edit: Edit| renumbered.iter().cloned().chain([edit]).collect();
    let mut points = original.outline.points.clone();
    points.remove(index);
    let expected = Outline { points: numbered(points, &numbers), ..original.outline.clone() };
    let edits =
        original.settle(cuts(&original, index).into_iter().map(with).collect(), &expected)?;
    let stays = |at: usize| (at != index).then(|| at - usize::from(at > index));
    let places: Vec<_> = (0..original.points().len()).map(stays).collect();
    Ok(original.follow(edits, &places))
}

/// The ways to cut a point out, the best first; the later ones keep blocks apart that would run
/// together.
fn cuts(original: &Original<'_>, index: usize) -> Vec<Edit> {
    let points = original.points();
    let point = points[index].span;
    let from_before =
        index.checked_sub(1).map(|before| Span { start: points[before].span.end, ..point });
    let to_next = points.get(index + 1).map(|next| Span { end: next.span.start, ..point });
    let spans: Vec<Span> = from_before.into_iter().chain(to_next).collect();
    let line = original.text.new_line_ending(point.start);
    let apart = spans
        .iter()
        .flat_map(|&span| [line.to_owned(), line.repeat(2)].map(|line| Edit::replace(span, line)));
    spans.iter().map(|&span| Edit::delete(span)).chain(apart).collect()
}

fn remove_only(original: &Original<'_>) -> Result<Edits, OperationError> {
    let edits = Edits::one(Edit::delete(only(original)));
    let left = outline(&edits.apply(original.source));
    let stands = left.title == original.outline.title && left.dek == original.outline.dek;
    if stands && left.points.is_empty() { Ok(edits) } else { Err(OperationError::NotReadAsMeant) }
}

/// What goes with the only point: all from the end of what stands before it or, where nothing does,
/// all up to what follows.
fn only(original: &Original<'_>) -> Span {
    let (parts, source) = (&original.piece, original.source);
    let point = original.points()[0].span;
    let before =
        parts.lede.or(parts.dek.map(|dek| dek.span)).or(parts.title.map(|title| title.span));
    if let Some(before) = before {
        return Span { start: before.end, end: point.end };
    }
    let start = ByteOffset(FrontMatter::body_start(source)).min(point.start);
    let start = if is_blank(&source[start.0..point.start.0]) { point.start } else { start };
    let end = ByteOffset(source.len());
    Span { start, end: parts.conclusion.map_or(end, |conclusion| conclusion.start) }
}
