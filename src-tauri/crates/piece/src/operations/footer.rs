//! Putting a footer at the end of a piece.

use super::{OperationError, Original, outline};
use crate::lines::trim_blank_lines;
use crate::{FrontMatter, Outline};
use text::{ByteOffset, Edit, Edits, Span, Text};

/// Makes `footer` the footer, in place of the one that is there; an empty one takes that away. Without
/// points there is no footer to a piece, and it is put behind a break at the end, once.
///
/// # Errors
/// [`OperationError::NoConclusion`] where points are followed by nothing that a footer could stand
/// under, or [`OperationError::NotReadAsMeant`].
pub fn set_footer(text: &Text, footer: &str) -> Result<Edits, OperationError> {
    let original = Original::read(text);
    let piece = &original.piece;
    let end = trim_blank_lines(original.source, 0, original.source.len());
    let end = end.map_or(ByteOffset(original.source.len()), |content| content.end);
    let at = piece.footer.or(piece.conclusion).map_or(end, |part| part.end);
    let new = as_written(text, at, footer);
    match (piece.footer, piece.conclusion) {
        (Some(old), _) if old.of(original.source) == new => Ok(Edits::default()),
        (Some(old), _) if !new.is_empty() => meant(&original, Edit::replace(old, new.clone()), new),
        (Some(old), Some(above)) => {
            let taken = Span { start: above.end, end: old.end };
            meant(&original, Edit::delete(taken), new)
        }
        (None, _) if new.is_empty() => Ok(Edits::default()),
        (None, Some(above)) => {
            let written = behind_break(&original, above.end, &new);
            meant(&original, Edit::insert(above.end, written), new)
        }
        (None, None) if piece.points.is_empty() => at_the_end(&original, end, &new),
        _ => Err(OperationError::NoConclusion),
    }
}

/// `footer` without blank lines around it, in the line ends that are used at `at`.
fn as_written(text: &Text, at: ByteOffset, footer: &str) -> String {
    let lines = footer.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let kept = trim_blank_lines(&lines, 0, lines.len()).map_or("", |kept| kept.of(&lines));
    text.with_line_endings(at, kept)
}

fn behind_break(original: &Original<'_>, at: ByteOffset, footer: &str) -> String {
    let line = format!("\n\n{}\n\n", FrontMatter::new_break(original.source));
    original.text.with_line_endings(at, &line) + footer
}

/// The edit, if it makes this the footer and leaves all else as it is read.
fn meant(original: &Original<'_>, edit: Edit, footer: String) -> Result<Edits, OperationError> {
    let footer = Some(footer).filter(|footer| !footer.is_empty());
    original.settle(vec![vec![edit]], &Outline { footer, ..original.outline.clone() })
}

fn at_the_end(
    original: &Original<'_>,
    end: ByteOffset,
    footer: &str,
) -> Result<Edits, OperationError> {
    let written = behind_break(original, end, footer);
    if original.source[..end.0].ends_with(&written) {
        return Ok(Edits::default());
    }
    let edits = Edits::one(Edit::insert(end, written));
    let read = outline(&edits.apply(original.source));
    let is_last = read.lede.as_ref().is_some_and(|lede| lede.ends_with(footer));
    let same = Outline { lede: original.outline.lede.clone(), ..read };
    if is_last && same == original.outline {
        Ok(edits)
    } else {
        Err(OperationError::NotReadAsMeant)
    }
}
