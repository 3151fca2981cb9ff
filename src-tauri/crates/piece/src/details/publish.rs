//! Marking a piece as published.

use super::{DetailError, Field, Value, set_detail};
use text::{Edits, Text};

/// Sets the state to published, the date to `day` and, if one is given, the canonical address to
/// `address`.
///
/// # Errors
/// As [`set_detail`]; then nothing is set.
pub fn mark_published(text: &Text, day: &str, address: Option<&str>) -> Result<Edits, DetailError> {
    let set = [
        (Field::State, Some("published")),
        (Field::Date, Some(day)),
        (Field::CanonicalUrl, address),
    ];
    let mut now = text.clone();
    let mut all = Edits::default();
    for (field, value) in set.into_iter().filter_map(|(field, value)| Some((field, value?))) {
        let edits = set_detail(&now, field, &Value::Text(value.to_owned()))?;
        now = Text::new(edits.apply(now.as_str()));
        all = all.compose(&edits);
    }
    Ok(all)
}
