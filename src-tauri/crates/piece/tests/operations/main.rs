//! The structural operations: text in, text out.

use piece::operations::OperationError;
use text::{Edits, Text};

mod add;
mod arrange;
mod follow;
mod footer;
mod heads;
mod links;
mod numbers;
mod paste;
mod remove;
mod restore;

/// The text after an operation, or the sentence of its error.
fn after(source: &str, operation: impl Fn(&Text) -> Result<Edits, OperationError>) -> String {
    let text = Text::new(source.to_owned());
    operation(&text).map_or_else(|error| error.to_string(), |edits| edits.apply(source))
}
