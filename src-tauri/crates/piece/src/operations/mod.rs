//! The structural operations: each takes the whole text and returns the edits that carry it out.
//!
//! Places count the points from 1. Numbers follow in the style and the direction that they had.

use text::{Edits, Text};

/// Why an operation cannot be carried out on a text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OperationError {
    /// There is no point at this place.
    #[error("there is no point {place}: the piece has {points}")]
    NoSuchPoint {
        /// The place asked for, from 1.
        place: usize,
        /// How many points there are.
        points: usize,
    },
    /// The piece has no points.
    #[error("the piece has no points")]
    NoPoints,
    /// The article has no headings that could be points.
    #[error("the text has no headings that could become points")]
    NoHeadings,
    /// A dek needs a title to stand under.
    #[error("the text has no title that a dek could stand under")]
    NoTitle,
    /// A title that begins like a point's heading would be read as one.
    #[error("a title cannot begin with a point's number, such as “1.”")]
    TitleWithNumber,
    /// The text runs on in such a way that the result would not be read as meant.
    #[error("something in the text, such as an open code block or comment, runs on over the parts")]
    RunsOn,
}

/// Makes `title` the title: of the heading that is there, or of a new one at the start.
///
/// # Errors
/// [`OperationError`] when the text cannot take it.
pub fn set_title(_text: &Text, _title: &str) -> Result<Edits, OperationError> {
    todo!()
}

/// Makes `dek` the line under the title; an empty one takes it away.
///
/// # Errors
/// [`OperationError`] when the text cannot take it.
pub fn set_dek(_text: &Text, _dek: &str) -> Result<Edits, OperationError> {
    todo!()
}

/// Adds a point with this heading and no body at the place given (1 to one more than there are), or
/// behind the last one.
///
/// # Errors
/// [`OperationError`] when the text cannot take it.
pub fn add_point(
    _text: &Text,
    _heading: &str,
    _at: Option<usize>,
) -> Result<Edits, OperationError> {
    todo!()
}

/// Moves the point at place `from` so that it stands at place `to`.
///
/// # Errors
/// [`OperationError`] when the text cannot take it.
pub fn move_point(_text: &Text, _from: usize, _to: usize) -> Result<Edits, OperationError> {
    todo!()
}

/// Takes out the point at `place` with its body.
///
/// # Errors
/// [`OperationError`] when the text cannot take it.
pub fn remove_point(_text: &Text, _place: usize) -> Result<Edits, OperationError> {
    todo!()
}

/// Numbers the points anew, 1 to n, or n to 1 in a countdown.
///
/// # Errors
/// [`OperationError`] when the text cannot take it.
pub fn renumber(_text: &Text) -> Result<Edits, OperationError> {
    todo!()
}

/// Turns the order of the points around: 1 to n becomes a countdown from n to 1, and back.
///
/// # Errors
/// [`OperationError`] when the text cannot take it.
pub fn reverse(_text: &Text) -> Result<Edits, OperationError> {
    todo!()
}

/// Numbers the headings of a plain article, so that they are points.
///
/// # Errors
/// [`OperationError`] when the text cannot take it.
pub fn headings_to_points(_text: &Text) -> Result<Edits, OperationError> {
    todo!()
}

/// Takes the numbers off, so that the points are plain headings.
///
/// # Errors
/// [`OperationError`] when the text cannot take it.
pub fn points_to_headings(_text: &Text) -> Result<Edits, OperationError> {
    todo!()
}
