//! `lede set` and `lede published`: front matter, field by field.

use crate::{arguments::EditsTo, carry_out::carry_out, refusal::Refusal, source::Source};
use jiff::{Zoned, civil::Date};
use piece::details::{DetailError, Field, Value, mark_published, set_detail};
use std::path::Path;

/// Sets the field of this name; without a value, it goes.
pub(crate) fn set(file: &Path, name: &str, value: Vec<String>, to: EditsTo) -> Result<(), Refusal> {
    let Some(field) = Field::ALL.into_iter().find(|field| field.key() == name) else {
        let names = Field::ALL.map(Field::key).join(", ");
        return Err(Refusal::new(format!("There is no field “{name}”. Choose one of {names}.")));
    };
    let value = match field {
        Field::Tags => Value::List(value),
        _ => Value::Text(value.join(" ")),
    };
    let source = Source::read(file)?;
    let edits = set_detail(&source.text, field, &value)?;
    carry_out(source, &edits, to, None)
}

/// Marks a piece as published today.
pub(crate) fn published(
    file: &Path,
    address: Option<&str>,
    date: Option<Date>,
    to: EditsTo,
) -> Result<(), Refusal> {
    let day = date.unwrap_or_else(|| Zoned::now().date()).to_string();
    let source = Source::read(file)?;
    let edits = mark_published(&source.text, &day, address)?;
    carry_out(source, &edits, to, None)
}

impl From<DetailError> for Refusal {
    fn from(error: DetailError) -> Self {
        let said = error.to_string();
        let said = said.strip_prefix("the ").map_or(said.clone(), |rest| format!("The {rest}"));
        Self::new(format!("{said}. Mend it by hand; the text stays as it is."))
    }
}
