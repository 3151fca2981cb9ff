//! Adding a point.

use super::numbering::{Numbering, digits};
use super::{OperationError, Original, heading_source, numbered};
use crate::lines::{is_blank, trim_blank_lines};
use crate::{FrontMatter, Outline, OutlinePoint, Point};
use text::{ByteOffset, Edit, Edits, Text};

/// Adds a point with this heading and no body at the place given (1 to one more than there are), or
/// behind the last one: in the level and style of its neighbour, with a break beside it where the
/// neighbours have one between them. In a text without points it begins them, behind a break. Line
/// ends in the heading become spaces.
///
/// # Errors
/// [`OperationError::NoSuchPoint`] for a place beyond the end, [`OperationError::TooManyPoints`], or
/// [`OperationError::NotReadAsMeant`].
pub fn add_point(text: &Text, heading: &str, at: Option<usize>) -> Result<Edits, OperationError> {
    let original = Original::read(text);
    let points = original.points().len();
    let place = at.unwrap_or(points + 1);
    if place == 0 || place > points + 1 {
        return Err(OperationError::NoSuchPoint { place, points });
    }
    let heading = heading_source(heading);
    if points == 0 { first(&original, heading) } else { another(&original, heading, place - 1) }
}

fn another(original: &Original<'_>, heading: String, at: usize) -> Result<Edits, OperationError> {
    let points = original.points();
    let numbering = Numbering::of(original);
    let numbers = numbering.numbers(points.len() + 1)?;
    let model = &points[at.saturating_sub(1)];
    let new = like(original.source, model, &numbering.digits(numbers[at]), &heading);
    let others = numbers.iter().enumerate().filter(|&(index, _)| index != at);
    let renumbered: Vec<Edit> = points
        .iter()
        .zip(others)
        .filter_map(|(point, (_, &number))| numbering.edit(original.source, point, number))
        .collect();
    let candidates = separators(original, at).into_iter().map(|separator| {
        let edit = match at {
            0 => Edit::insert(model.span.start, format!("{new}{separator}")),
            _ => Edit::insert(model.span.end, format!("{separator}{new}")),
        };
        renumbered.iter().cloned().chain([edit]).collect()
    });
    let mut points = original.outline.points.clone();
    points.insert(at, OutlinePoint { number: 0, heading, body: String::new() });
    let expected = Outline { points: numbered(points, &numbers), ..original.outline.clone() };
    let places: Vec<_> =
        (0..original.points().len()).map(|index| Some(index + usize::from(index >= at))).collect();
    let edits = original.settle(candidates.collect(), &expected)?;
    Ok(original.follow(edits, &places))
}

/// The source of a heading in the style of the point `model`.
fn like(source: &str, model: &Point, number: &str, heading: &str) -> String {
    let digits = digits(source, model);
    let before = &source[model.heading_span.start.0..digits.start.0];
    let sign = &source[digits.end.0..model.marker.end.0];
    let behind = source[model.heading.end.0..model.heading_span.end.0].trim_end();
    let space = match &source[model.marker.end.0..model.heading.start.0] {
        _ if heading.is_empty() => "",
        written if written.is_empty() || model.heading.is_empty() => " ",
        written => written,
    };
    format!("{before}{number}{sign}{space}{heading}{behind}")
}

/// What may stand between the new point of index `at` and its neighbour, the best first: what stands
/// beside the neighbour, if that holds a break, or else a blank line.
pub(super) fn separators(original: &Original<'_>, at: usize) -> Vec<String> {
    let points = original.points();
    let beside = at.max(1).min(points.len() - 1).checked_sub(1);
    let beside = beside.map(|index| original.gap(index)).filter(|gap| !is_blank(gap));
    let place = points[at.saturating_sub(1)].span.start;
    let line = |lines: &str| original.text.with_line_endings(place, lines);
    let new = line(&format!("\n\n{}\n\n", FrontMatter::new_break(original.source)));
    let broken = beside.map(|gap| vec![gap.to_owned(), new]).unwrap_or_default();
    broken.into_iter().chain([line("\n\n")]).collect()
}

/// The first point of a text that has none.
fn first(original: &Original<'_>, heading: String) -> Result<Edits, OperationError> {
    let source = original.source;
    let space = if heading.is_empty() { "" } else { " " };
    let new = format!("## 1.{space}{heading}");
    let start = FrontMatter::body_start(source);
    let edit = match trim_blank_lines(source, start, source.len()) {
        None => alone(original, &new),
        Some(content) => {
            let end = content.end;
            let separator = match ends_in_break(original, end) {
                true => "\n\n".to_owned(),
                false => format!("\n\n{}\n\n", FrontMatter::new_break(source)),
            };
            let separator = original.text.with_line_endings(end, &separator);
            Edit::insert(end, format!("{separator}{new}"))
        }
    };
    let point = OutlinePoint { number: 1, heading, body: String::new() };
    let expected = Outline { points: vec![point], ..original.outline.clone() };
    original.settle(vec![vec![edit]], &expected)
}

/// A first point in a text without any other.
fn alone(original: &Original<'_>, new: &str) -> Edit {
    let end = ByteOffset(original.source.len());
    let is_open =
        !original.source.is_empty() && !original.source.ends_with(['\n', '\r', '\u{feff}']);
    let before = if is_open { "\n" } else { "" };
    Edit::insert(end, original.text.with_line_endings(end, &format!("{before}{new}\n")))
}

/// Whether the text, which ends at `end` but for blank lines, ends in a break.
fn ends_in_break(original: &Original<'_>, end: ByteOffset) -> bool {
    let parts = &original.piece;
    let last = parts.lede.or(parts.dek.map(|dek| dek.span)).or(parts.title.map(|title| title.span));
    last.is_some_and(|last| last.end != end)
}
