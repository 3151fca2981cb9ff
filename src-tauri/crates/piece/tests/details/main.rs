//! Front matter as a form: text in, text out.
#![allow(clippy::unwrap_used, reason = "a test's panic is its report")]

mod laws;
mod read;
mod set;

use piece::details::{Field, Value, set_detail};
use text::Text;

/// The text after a field of text was set, or the sentence of the error.
fn set(source: &str, field: Field, value: &str) -> String {
    set_to(source, field, &Value::Text(value.to_owned()))
}

/// The text after the tags were set.
fn tagged(source: &str, tags: &[&str]) -> String {
    set_to(source, Field::Tags, &list(tags))
}

fn set_to(source: &str, field: Field, value: &Value) -> String {
    let text = Text::new(source.to_owned());
    let edits = set_detail(&text, field, value);
    edits.map_or_else(|error| error.to_string(), |edits| edits.apply(source))
}

fn list(items: &[&str]) -> Value {
    Value::List(items.iter().map(|item| (*item).to_owned()).collect())
}
