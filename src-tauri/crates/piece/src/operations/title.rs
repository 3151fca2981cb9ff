//! Setting the title.

use super::{OperationError, Original, heading_source, outline};
use crate::marker::Marker;
use crate::{FrontMatter, Outline, Title};
use text::{ByteOffset, Edit, Edits, Text};

/// Makes `title` the title: of the heading that is there, or of a new one at the start of the text.
/// Line ends become spaces. An empty title leaves an empty heading.
///
/// # Errors
/// [`OperationError::TitleWithNumber`], or [`OperationError::NotReadAsMeant`].
pub fn set_title(text: &Text, title: &str) -> Result<Edits, OperationError> {
    let original = Original::read(text);
    let new = heading_source(title);
    if Marker::read(&new).is_some() {
        return Err(OperationError::TitleWithNumber);
    }
    match original.piece.title {
        Some(old) if old.text.of(original.source) == title => Ok(Edits::default()),
        Some(old) => replace(&original, old, new),
        None if new.is_empty() => Ok(Edits::default()),
        None => insert(&original, &new),
    }
}

fn replace(original: &Original<'_>, old: Title, new: String) -> Result<Edits, OperationError> {
    let before = original.source[..old.text.start.0].ends_with('#') && !new.is_empty();
    let space = if before { " " } else { "" };
    let kept = Edit::replace(old.text, format!("{space}{new}"));
    // Under an underline the words may make another block, such as a list, and none make no heading.
    let anew = Edit::replace(old.span, format!("# {new}").trim_end());
    let expected = Outline { title: Some(new), ..original.outline.clone() };
    original.settle(vec![vec![kept], vec![anew]], &expected)
}

fn insert(original: &Original<'_>, new: &str) -> Result<Edits, OperationError> {
    let source = original.source;
    let start = ByteOffset(FrontMatter::body_start(source));
    let before = if source[..start.0].ends_with(['-', '.']) { "\n" } else { "" };
    let after = if source[start.0..].trim().is_empty() { "\n" } else { "\n\n" };
    let written = original.text.with_line_endings(start, &format!("{before}# {new}{after}"));
    let edits = Edits::one(Edit::insert(start, written));
    let read = outline(&edits.apply(source));
    let is_title = read.title.as_deref() == Some(new);
    // An emphasised paragraph that now comes to stand under a title is its dek: so dek and lede may
    // change, and nothing else.
    let stays = read.points == original.outline.points
        && read.conclusion == original.outline.conclusion
        && read.footer == original.outline.footer;
    if is_title && stays { Ok(edits) } else { Err(OperationError::NotReadAsMeant) }
}
