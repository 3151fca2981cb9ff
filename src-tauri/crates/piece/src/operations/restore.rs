//! Restoring one part of an earlier text.

use super::{OperationError, Original, paste_points, set_dek, set_title};
use crate::{Outline, OutlinePoint, PartKind, Piece, Slot};
use text::{Edit, Edits, Span, Text};

/// A part of an earlier text that can come back alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EarlierPart {
    /// Its title.
    Title,
    /// Its dek.
    Dek,
    /// Its lede.
    Lede,
    /// Its point at this place, from 1: heading and body.
    Point(usize),
    /// Its conclusion.
    Conclusion,
    /// Its footer.
    Footer,
}

/// The parts of `earlier` that the text `now` does not have as they were, in their order.
pub fn differing_parts(now: &str, earlier: &str) -> Vec<EarlierPart> {
    let [now, earlier] = [now, earlier].map(super::outline);
    let differs = |is: &Option<String>, was: &Option<String>, part| {
        (was.is_some() && lines(is) != lines(was)).then_some(part)
    };
    let points = (0..earlier.points.len()).filter(|&at| {
        let same = counterpart(&now.points, &earlier.points, at).map(|at| &now.points[at]);
        same.is_none_or(|it| said(it) != said(&earlier.points[at]))
    });
    let head = [
        differs(&now.title, &earlier.title, EarlierPart::Title),
        differs(&now.dek, &earlier.dek, EarlierPart::Dek),
        differs(&now.lede, &earlier.lede, EarlierPart::Lede),
    ];
    let foot = [
        differs(&now.conclusion, &earlier.conclusion, EarlierPart::Conclusion),
        differs(&now.footer, &earlier.footer, EarlierPart::Footer),
    ];
    let points = points.map(|at| Some(EarlierPart::Point(at + 1)));
    head.into_iter().chain(points).chain(foot).flatten().collect()
}

/// Brings one part of `earlier` back: over the part that stands in its place, or where it would stand. A
/// point comes back over the one with its heading, else over the one in its place, else as a new one;
/// numbers follow.
///
/// # Errors
/// [`OperationError::NoPlace`] where neither text has such a part or a place for it;
/// [`OperationError::NotReadAsMeant`].
pub fn restore_part(
    text: &Text,
    earlier: &str,
    part: EarlierPart,
) -> Result<Edits, OperationError> {
    let original = Original::read(text);
    let piece = Piece::parse(earlier);
    let outline = piece.outline(earlier);
    let now = original.outline.clone();
    match part {
        EarlierPart::Title => {
            set_title(text, &plain(&outline.title.ok_or(OperationError::NoPlace)?))
        }
        EarlierPart::Dek => set_dek(text, &plain(&outline.dek.ok_or(OperationError::NoPlace)?)),
        EarlierPart::Point(place) => restore_point(&original, &piece, earlier, place),
        EarlierPart::Lede => {
            let expected = Outline { lede: outline.lede, ..now };
            let is = original.piece.lede;
            restore_plain(&original, PartKind::Lede, is, of(piece.lede, earlier)?, &expected)
        }
        EarlierPart::Conclusion => {
            let expected = Outline { conclusion: outline.conclusion, ..now };
            let (is, was) = (original.piece.conclusion, of(piece.conclusion, earlier)?);
            restore_plain(&original, PartKind::Conclusion, is, was, &expected)
        }
        EarlierPart::Footer => {
            let expected = Outline { footer: outline.footer, ..now };
            let is = original.piece.footer;
            restore_plain(&original, PartKind::Footer, is, of(piece.footer, earlier)?, &expected)
        }
    }
}

fn of(span: Option<Span>, earlier: &str) -> Result<&str, OperationError> {
    Ok(span.ok_or(OperationError::NoPlace)?.of(earlier))
}

/// Brings back a part that is nothing but its words.
fn restore_plain(
    original: &Original<'_>,
    kind: PartKind,
    is: Option<Span>,
    was: &str,
    expected: &Outline,
) -> Result<Edits, OperationError> {
    let edit = match is {
        Some(span) => Edit::replace(span, in_its_lines(original.text, span, was)),
        None if kind == PartKind::Footer => new_footer(original, was)?,
        None => written(original, &slot(original, kind, 0)?, was),
    };
    agreed(original, Edits::one(edit), expected)
}

fn restore_point(
    original: &Original<'_>,
    earlier: &Piece,
    source: &str,
    place: usize,
) -> Result<Edits, OperationError> {
    let at = place.checked_sub(1).filter(|&at| at < earlier.points.len());
    let at = at.ok_or(OperationError::NoPlace)?;
    let (was, outline) = (earlier.points[at], earlier.outline(source));
    let Some(now) = counterpart(&original.outline.points, &outline.points, at) else {
        let points = original.points();
        let before = at.min(points.len()).checked_sub(1);
        let beside = before.map(|before| points[before].span.end);
        let beside = beside.or(points.first().map(|first| first.span.start));
        let pasted = |at| paste_points(original.text, at, was.span.of(source));
        return beside.and_then(pasted).ok_or(OperationError::NoPlace);
    };
    let point = original.points()[now];
    let over = |span: Span, of: Span| {
        Edit::replace(span, in_its_lines(original.text, point.span, of.of(source)))
    };
    let body = match (point.body.is_empty(), was.body.is_empty()) {
        (_, true) => Edit::delete(Span { start: point.heading_span.end, end: point.span.end }),
        (false, _) => over(point.body, was.body),
        (true, false) => {
            let slot = slot(original, PartKind::PointBody, now + 1)?;
            written(original, &slot, was.body.of(source))
        }
    };
    let edits = Edits::new(vec![over(point.heading, was.heading), body]);
    let edits = edits.map_err(|_| OperationError::NotReadAsMeant)?;
    let mut expected = original.outline.clone();
    let number = expected.points[now].number;
    expected.points[now] = OutlinePoint { number, ..outline.points[at].clone() };
    agreed(original, edits, &expected)
}

/// The words of a part in the line ends that its place has.
fn in_its_lines(text: &Text, place: Span, words: &str) -> String {
    text.with_line_endings(place.start, &words.replace("\r\n", "\n").replace('\r', "\n"))
}

fn slot(original: &Original<'_>, kind: PartKind, place: usize) -> Result<Slot, OperationError> {
    let slots = original.piece.slots(original.text);
    let found = slots.into_iter().find(|it| (it.kind, it.place) == (kind, place));
    found.ok_or(OperationError::NoPlace)
}

/// The words where an empty part takes typing.
fn written(original: &Original<'_>, slot: &Slot, words: &str) -> Edit {
    let words = in_its_lines(original.text, Span::at(slot.at), words);
    Edit::insert(slot.at, format!("{}{words}{}", slot.before, slot.after))
}

fn new_footer(original: &Original<'_>, words: &str) -> Result<Edit, OperationError> {
    let end = original.piece.conclusion.ok_or(OperationError::NoPlace)?.end;
    let rule = crate::FrontMatter::new_break(original.source);
    let words = format!("\n\n{rule}\n\n{words}");
    Ok(Edit::insert(end, in_its_lines(original.text, Span::at(end), &words)))
}

fn agreed(
    original: &Original<'_>,
    edits: Edits,
    expected: &Outline,
) -> Result<Edits, OperationError> {
    let read = super::outline(&edits.apply(original.source));
    if in_lines(&read) == in_lines(expected) {
        Ok(edits)
    } else {
        Err(OperationError::NotReadAsMeant)
    }
}

/// An outline whatever its line ends.
fn in_lines(outline: &Outline) -> Outline {
    let points = outline.points.iter().map(|point| OutlinePoint {
        number: point.number,
        heading: plain(&point.heading),
        body: plain(&point.body),
    });
    Outline {
        title: lines(&outline.title),
        dek: lines(&outline.dek),
        lede: lines(&outline.lede),
        points: points.collect(),
        conclusion: lines(&outline.conclusion),
        footer: lines(&outline.footer),
    }
}

fn lines(part: &Option<String>) -> Option<String> {
    part.as_deref().map(plain)
}

fn plain(words: &str) -> String {
    words.replace("\r\n", "\n").replace('\r', "\n")
}

fn said(point: &OutlinePoint) -> (String, String) {
    (plain(&point.heading), plain(&point.body))
}

/// The index among `now` of the point that was `earlier[at]`: the one with its heading, or else the one
/// in its place, if that is no other point of the earlier text.
fn counterpart(now: &[OutlinePoint], earlier: &[OutlinePoint], at: usize) -> Option<usize> {
    let heading = plain(&earlier[at].heading);
    let named = |point: &OutlinePoint| plain(&point.heading) == heading;
    if let Some(found) = now.iter().position(named) {
        return Some(found);
    }
    let in_place = now.get(at)?;
    let is_another = earlier.iter().any(|it| plain(&it.heading) == plain(&in_place.heading));
    (!is_another).then_some(at)
}
