//! Setting the line under the title.

use super::{OperationError, Original, outline};
use crate::lines::text_follows;
use crate::{Dek, Outline};
use text::{Edit, Edits, Span, Text};

/// Makes `dek` the line under the title, in the emphasis that is there or else in `*…*`; an empty one
/// takes the line away. Blank lines in it go. Where its own markup would break the emphasis, another
/// kind is taken, or else its `*` and `_` are escaped.
///
/// # Errors
/// [`OperationError::NoTitle`], or [`OperationError::NotReadAsMeant`].
pub fn set_dek(text: &Text, dek: &str) -> Result<Edits, OperationError> {
    let original = Original::read(text);
    let title = original.piece.title.ok_or(OperationError::NoTitle)?;
    let new = paragraph(text, title.span, dek);
    let at = title.span.end;
    match original.piece.dek {
        Some(old) if old.text.of(original.source) == new => Ok(Edits::default()),
        Some(old) if new.is_empty() => remove(&original, Span { start: at, ..old.span }),
        Some(old) => replace(&original, old, &new),
        None if new.is_empty() => Ok(Edits::default()),
        None => {
            let after = if text_follows(original.source, at.0) { "\n" } else { "" };
            let wrap = |written: String| {
                let [before, after] =
                    ["\n\n", after].map(|lines| text.with_line_endings(at, lines));
                Edit::insert(at, format!("{before}{written}{after}"))
            };
            first_read(&original, forms(&new, "*"), &wrap)
        }
    }
}

/// `text` as one paragraph, in the line ends that are used at `near`.
fn paragraph(text: &Text, near: Span, dek: &str) -> String {
    let lines = dek.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(text.new_line_ending(near.start))
}

fn replace(original: &Original<'_>, old: Dek, new: &str) -> Result<Edits, OperationError> {
    let delimiter = &original.source[old.span.start.0..old.text.start.0];
    first_read(original, forms(new, delimiter.trim()), &|written| Edit::replace(old.span, written))
}

/// The ways to write a dek, the best first: what is read and how it is written.
fn forms(dek: &str, delimiter: &str) -> Vec<(String, String)> {
    let escaped = dek.replace('*', "\\*").replace('_', "\\_");
    let with = |inside: &str, delimiter: &str| {
        (inside.to_owned(), format!("{delimiter}{inside}{delimiter}"))
    };
    vec![with(dek, delimiter), with(dek, "*"), with(dek, "_"), with(&escaped, "*")]
}

fn first_read(
    original: &Original<'_>,
    forms: Vec<(String, String)>,
    edit: &dyn Fn(String) -> Edit,
) -> Result<Edits, OperationError> {
    let settled = forms.into_iter().map(|(read, written)| {
        let expected = Outline { dek: Some(read), ..original.outline.clone() };
        original.settle(vec![vec![edit(written)]], &expected)
    });
    let mut settled = settled;
    settled.find(Result::is_ok).unwrap_or(Err(OperationError::NotReadAsMeant))
}

fn remove(original: &Original<'_>, taken: Span) -> Result<Edits, OperationError> {
    let edits = Edits::one(Edit::delete(taken));
    let source = edits.apply(original.source);
    let dek = crate::Piece::parse(&source).dek;
    let left = Outline { dek: original.outline.dek.clone(), ..outline(&source) };
    let is_read = dek.is_none() && left == original.outline;
    if is_read { Ok(edits) } else { Err(OperationError::NotReadAsMeant) }
}
