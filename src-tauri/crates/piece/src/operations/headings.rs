//! From the headings of an article to points, and back.

use super::{OperationError, Original};
use crate::Piece;
use crate::blocks::Blocks;
use crate::heading::Heading;
use crate::marker::HIGHEST;
use crate::page::Page;
use text::{Edit, Edits, Span, Text};

/// Headings that close an article and are no points, if they come last.
const CLOSING: [&str; 4] = ["conclusion", "conclusions", "in conclusion", "the conclusion"];

/// Numbers the headings of a plain article, so that they are points: those of the highest level that
/// has two after the title, or of the highest level at all. A last heading that says "Conclusion" stays
/// as it is.
///
/// # Errors
/// [`OperationError::HasPoints`], [`OperationError::NoHeadings`], [`OperationError::TooManyPoints`], or
/// [`OperationError::NotReadAsMeant`].
pub fn headings_to_points(text: &Text) -> Result<Edits, OperationError> {
    let original = Original::read(text);
    let source = original.source;
    if !original.points().is_empty() {
        return Err(OperationError::HasPoints);
    }
    let found = candidates(&original);
    if found.is_empty() {
        return Err(OperationError::NoHeadings);
    }
    if found.len() > HIGHEST as usize {
        return Err(OperationError::TooManyPoints);
    }
    let edits = found.iter().zip(1..).map(|(heading, number)| numbered(source, heading, number));
    let edits = Edits::new(edits.collect()).unwrap_or_default();
    let texts: Vec<&str> = found.iter().map(|heading| heading.text.of(source)).collect();
    let changed = edits.apply(source);
    let read = Piece::parse(&changed);
    let headings = read.points.iter().map(|point| point.heading.of(&changed));
    let is_read = headings.eq(texts) && read.points.iter().zip(1..).all(|(p, n)| p.number == n);
    if is_read { Ok(edits) } else { Err(OperationError::NotReadAsMeant) }
}

/// The headings of an article that become its points.
fn candidates(original: &Original<'_>) -> Vec<Heading> {
    let after = original.piece.title.map_or(0, |title| title.span.end.0);
    let mut headings = all_headings(original.source);
    headings.retain(|heading| heading.span.start.0 >= after);
    let count = |level: u8| headings.iter().filter(|heading| heading.level == level).count();
    let level =
        (1..=6).find(|&level| count(level) > 1).or((1..=6).find(|&level| count(level) == 1));
    headings.retain(|heading| Some(heading.level) == level);
    let last = headings.last().map(|last| last.text.of(original.source).to_lowercase());
    if headings.len() > 1 && last.is_some_and(|last| CLOSING.contains(&last.as_str())) {
        headings.pop();
    }
    headings
}

fn all_headings(source: &str) -> Vec<Heading> {
    let blocks = Blocks::parse(source, crate::FrontMatter::body_start(source));
    Page::new(source, &blocks.blocks).headings().map(|(_, heading)| *heading).collect()
}

/// The edit that puts a marker before the text of a heading.
fn numbered(source: &str, heading: &Heading, number: u32) -> Edit {
    // Above an underline, `1.` would begin a list.
    let sign = if heading.is_atx(source) { "." } else { "\\." };
    let before = if source[..heading.text.start.0].ends_with('#') { " " } else { "" };
    let after = if heading.text.is_empty() { "" } else { " " };
    Edit::insert(heading.text.start, format!("{before}{number}{sign}{after}"))
}

/// Takes the numbers off, so that the points are plain headings.
///
/// # Errors
/// [`OperationError::NoPoints`], or [`OperationError::NotReadAsMeant`].
pub fn points_to_headings(text: &Text) -> Result<Edits, OperationError> {
    let original = Original::read(text);
    let source = original.source;
    if original.points().is_empty() {
        return Err(OperationError::NoPoints);
    }
    let markers = original.points().iter().map(|point| {
        let end = if point.heading.is_empty() { point.marker.end } else { point.heading.start };
        let before = source[..point.marker.start.0].trim_end_matches([' ', '\t']).len();
        let start = if point.heading.is_empty() { before.into() } else { point.marker.start };
        Edit::delete(Span { start, end })
    });
    let edits = Edits::new(markers.collect()).unwrap_or_default();
    let changed = edits.apply(source);
    let read = Piece::parse(&changed);
    let texts = |source: &str, headings: Vec<Heading>| -> Vec<String> {
        headings.iter().map(|heading| unnumbered(source, heading).to_owned()).collect()
    };
    let stays = texts(source, all_headings(source)) == texts(&changed, all_headings(&changed));
    let is_title = read.outline(&changed).title == original.outline.title;
    let is_read = stays && is_title && read.points.is_empty();
    if is_read { Ok(edits) } else { Err(OperationError::NotReadAsMeant) }
}

/// The text of a heading behind its marker, if it has one.
fn unnumbered<'s>(source: &'s str, heading: &Heading) -> &'s str {
    let marker = heading.marker.map_or(0, |marker| marker.length);
    heading.behind_marker(source, marker).of(source)
}
