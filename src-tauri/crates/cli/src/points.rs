//! Structural edits by place.

use crate::{
    arguments::EditsTo, carry_out::carry_out, check::Checked, refusal::Refusal, source::Source,
};
use piece::operations::{self, OperationError};
use std::path::Path;
use store::Why;
use text::{Edits, Text};

/// `lede add`
pub(crate) fn add(
    file: &Path,
    heading: &str,
    at: Option<usize>,
    to: EditsTo,
) -> Result<(), Refusal> {
    edit(file, to, None, |text| operations::add_point(text, heading, at))
}

/// `lede move`
pub(crate) fn move_(file: &Path, from: usize, place: usize, to: EditsTo) -> Result<(), Refusal> {
    edit(file, to, None, |text| operations::move_point(text, from, place))
}

/// `lede remove`
pub(crate) fn remove(file: &Path, place: usize, to: EditsTo) -> Result<(), Refusal> {
    edit(file, to, Some(Why::Remove), |text| operations::remove_point(text, place))
}

/// `lede renumber`
pub(crate) fn renumber(file: &Path, to: EditsTo) -> Result<(), Refusal> {
    edit(file, to, None, operations::renumber)
}

fn edit(
    file: &Path,
    to: EditsTo,
    keep: Option<Why>,
    operation: impl FnOnce(&Text) -> Result<Edits, OperationError>,
) -> Result<(), Refusal> {
    let source = Source::read(file)?;
    let edits = operation(&source.text)?;
    let moved = Checked::moved(file, &source.text, &edits);
    carry_out(source, &edits, to, keep)?;
    // Only now is it so.
    moved.say();
    Ok(())
}
