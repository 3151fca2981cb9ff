//! What may be wrong with a field, in the few words that stand beside it.

use super::yaml::Node;
use super::{Field, Value, is_day};
use crate::OwnGoal;

/// What is wrong, if something is.
pub(super) fn trouble(field: Field, node: &Node, value: &Value) -> Option<&'static str> {
    match (field, node, value) {
        (_, Node::Null { .. }, _) => None,
        (_, Node::Other { .. }, _) => Some("not a text"),
        (Field::Tags, Node::List { items, .. }, _) if items.iter().any(|it| it.value.is_none()) => {
            Some("not a list of texts")
        }
        (Field::Tags, ..) => None,
        (_, Node::List { .. }, _) => Some("a list, where one text is expected"),
        (field, _, Value::Text(text)) => in_text(field, text),
        _ => None,
    }
}

fn in_text(field: Field, text: &str) -> Option<&'static str> {
    match field {
        _ if text.is_empty() => None,
        Field::Date if !is_day(text) => Some("not a date, such as 2026-03-01"),
        Field::Lang if !is_language(text) => Some("not a language, such as en or en-GB"),
        Field::Slug if text.contains(|it: char| it.is_whitespace() || "/?#".contains(it)) => {
            Some("not a part of an address: it has a blank, /, ? or #")
        }
        Field::CanonicalUrl if !is_address(text) => {
            Some("not an address, such as https://example.org/a")
        }
        Field::State if !["draft", "published"].contains(&text) => {
            Some("neither draft nor published")
        }
        Field::Goal if OwnGoal::read(text).is_none() => Some("not a length, such as 800 words"),
        _ => None,
    }
}

fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let is_short = |part: &str| (1..=8).contains(&part.len());
    let first = parts.next().is_some_and(|first| {
        (2..=8).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    first && parts.all(|part| is_short(part) && part.bytes().all(|it| it.is_ascii_alphanumeric()))
}

fn is_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_host = |host: &str| !host.is_empty() && !host.starts_with('/');
    host.is_some_and(is_host) && !text.contains(char::is_whitespace)
}
