//! Where the caret goes when points are added, moved or removed: it stays in its words.

use crate::wire::Operation;
use piece::{Piece, Point};
use text::{ByteOffset, Edits, Side, Text};

/// The caret's place in the text after `edits`, from its place `caret` in the text before.
pub(crate) fn follow(
    operation: &Operation,
    before: &Text,
    edits: &Edits,
    caret: ByteOffset,
) -> ByteOffset {
    let after = edits.apply(before.as_str());
    let (old, new) = (Piece::parse(before.as_str()), Piece::parse(&after));
    let mapped = edits.map(caret, Side::Before);
    if let Operation::Paste { .. } = *operation {
        return edits.map(caret, Side::After);
    }
    if let Operation::Add { place } = *operation {
        return heading(&new, place as usize).unwrap_or(mapped);
    }
    let held =
        old.points.iter().position(|point| point.span.start <= caret && caret <= point.span.end);
    let Some(held) = held else { return mapped };
    let place = match *operation {
        Operation::Remove { place } if held + 1 == place as usize => {
            // What is removed leaves the caret in the point that takes its place, else in the last.
            return heading(&new, (place as usize).min(new.points.len())).unwrap_or(mapped);
        }
        _ => moved(operation, held + 1, old.points.len()),
    };
    match new.points.get(place.wrapping_sub(1)) {
        Some(point) => within(&old.points[held], point, caret),
        None => mapped,
    }
}

fn heading(piece: &Piece, place: usize) -> Option<ByteOffset> {
    piece.points.get(place.wrapping_sub(1)).map(|point| point.heading.start)
}

/// The place from 1 to which the point at `place` of `points` goes.
fn moved(operation: &Operation, place: usize, points: usize) -> usize {
    match *operation {
        Operation::Move { from, to } => match (from as usize, to as usize) {
            (from, to) if place == from => to,
            (from, to) if from < place && place <= to => place - 1,
            (from, to) if to <= place && place < from => place + 1,
            _ => place,
        },
        Operation::Remove { place: gone } if (gone as usize) < place => place - 1,
        Operation::Reverse => points + 1 - place,
        _ => place,
    }
}

/// The place in `new` that has the words which `caret` has in `old`.
fn within(old: &Point, new: &Point, caret: ByteOffset) -> ByteOffset {
    let (from, to) = if caret >= old.body.start && !old.body.is_empty() {
        (old.body, new.body)
    } else {
        (old.heading, new.heading)
    };
    let offset = caret.0.saturating_sub(from.start.0);
    to.start + offset.min(to.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PIECE: &str = "# T\n\n## 1. Ferry\n\nOne.\n\n## 2. Bridge\n\nTwo.\n";

    /// The text behind the caret after `operation`, from a caret before `words`.
    fn behind(operation: &Operation, words: &str) -> String {
        let text = Text::new(PIECE.to_owned());
        let edits = operation.edits(&text).unwrap();
        let caret = ByteOffset(PIECE.find(words).unwrap());
        let place = follow(operation, &text, &edits, caret);
        edits.apply(PIECE)[place.0..].lines().next().unwrap_or_default().to_owned()
    }

    #[test]
    fn the_caret_moves_along_with_its_point() {
        assert_eq!(behind(&Operation::Move { from: 2, to: 1 }, "wo."), "wo.");
        assert_eq!(behind(&Operation::Move { from: 2, to: 1 }, "erry"), "erry");
    }

    #[test]
    fn a_new_point_takes_the_caret_to_its_heading() {
        let text = Text::new(PIECE.to_owned());
        let operation = Operation::Add { place: 2 };
        let edits = operation.edits(&text).unwrap();
        let place = follow(&operation, &text, &edits, ByteOffset(2));
        assert!(edits.apply(PIECE)[..place.0].ends_with("## 2."));
    }

    #[test]
    fn the_caret_stands_behind_pasted_points() {
        let text = Text::new(PIECE.to_owned());
        let caret = PIECE.find("\n\n## 2.").unwrap();
        let pasted = "## 1. Ford\n\nOn foot.\n".to_owned();
        let operation = Operation::Paste { at: u32::try_from(caret).unwrap(), text: pasted };
        let edits = operation.edits(&text).unwrap();
        let place = follow(&operation, &text, &edits, ByteOffset(caret));
        assert!(edits.apply(PIECE)[..place.0].ends_with("## 2. Ford\n\nOn foot."));
    }

    #[test]
    fn removing_the_point_with_the_caret_goes_on_in_the_one_that_takes_its_place() {
        assert_eq!(behind(&Operation::Remove { place: 1 }, "One"), "Bridge");
        assert_eq!(behind(&Operation::Remove { place: 2 }, "Two"), "Ferry");
    }

    #[test]
    fn a_caret_outside_the_points_stays_where_it_was() {
        assert_eq!(behind(&Operation::Reverse, "T\n"), "T");
    }
}
