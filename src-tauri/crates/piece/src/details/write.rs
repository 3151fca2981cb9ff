//! Text as YAML, in the style that was there where that can hold it.

use super::{Field, is_day};
use crate::canonical::quoted;
use granit_parser::ScalarStyle;

/// What plain text would be read as something else for.
const WORDS: [&str; 11] =
    ["y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf"];

/// `text` in this style, or in double quotes where the style cannot hold it; `flow` between brackets.
pub(super) fn scalar(field: Field, text: &str, style: ScalarStyle, flow: bool) -> String {
    let is_one_line = !text.chars().any(|character| {
        character.is_control() || matches!(character, '\u{2028}' | '\u{2029}' | '\u{feff}')
    });
    match style {
        ScalarStyle::SingleQuoted if is_one_line => format!("'{}'", text.replace('\'', "''")),
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => quoted(text),
        _ if field == Field::Date && is_day(text) && !text.contains(' ') => text.to_owned(),
        _ if is_one_line && is_plain(text, flow) => text.to_owned(),
        _ => quoted(text),
    }
}

/// A list between brackets.
pub(super) fn list(field: Field, items: &[String], style: ScalarStyle) -> String {
    let items = items.iter().map(|item| scalar(field, item, style, true));
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

/// Whether text without quotes is that text to every reader of YAML, the old ones included, which take
/// `no` for false and `1:30` for ninety.
fn is_plain(text: &str, flow: bool) -> bool {
    let is_letter = |first: char| first.is_alphanumeric() || "/(“‘«¿¡".contains(first);
    // A path that leads upwards is no number and no mark of YAML's.
    let starts = text.trim_start_matches("../").starts_with(is_letter);
    let is_word = WORDS.iter().any(|word| text.eq_ignore_ascii_case(word));
    let is_number = text.starts_with(|first: char| first.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_hexdigit() || b"xXoO_.:+-TZ ".contains(&byte));
    let is_cut = text.ends_with([':', ' ']) || text.contains(": ") || text.contains(" #");
    let is_bracketed = flow && text.contains([',', '[', ']', '{', '}', ':']);
    starts && !is_word && !is_number && !is_cut && !is_bracketed
}
