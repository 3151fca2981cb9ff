//! What may be wrong with a field, in the few words that stand beside it.

use super::yaml::Node;
use super::{Field, Value, is_day};
use crate::OwnGoal;

/// What is wrong with a field; its text is the few words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldTrouble {
    /// An earlier line has the field already, and that one counts.
    #[error("given twice")]
    Twice,
    /// Neither text nor a list.
    #[error("not a text")]
    NotAText,
    /// A list of more than texts.
    #[error("not a list of texts")]
    NotTexts,
    /// A list in a field of one text.
    #[error("a list, where one text is expected")]
    List,
    /// No day of the calendar.
    #[error("not a date, such as 2026-03-01")]
    NotADate,
    /// No tag of a language.
    #[error("not a language, such as en or en-GB")]
    NotALanguage,
    /// What an address cannot end with.
    #[error("not a part of an address: it has a blank, /, ? or #")]
    NotASlug,
    /// No web address.
    #[error("not an address, such as https://example.org/a")]
    NotAnAddress,
    /// No state that a piece can be in.
    #[error("neither draft nor published")]
    NotAState,
    /// No length.
    #[error("not a length, such as 800 words")]
    NotALength,
}

/// What is wrong, if something is.
pub(super) fn trouble(field: Field, node: &Node, value: &Value) -> Option<FieldTrouble> {
    match (field, node, value) {
        (_, Node::Null { .. }, _) => None,
        (_, Node::Other { .. }, _) => Some(FieldTrouble::NotAText),
        (Field::Tags, Node::List { items, .. }, _) if items.iter().any(|it| it.value.is_none()) => {
            Some(FieldTrouble::NotTexts)
        }
        (Field::Tags, ..) => None,
        (_, Node::List { .. }, _) => Some(FieldTrouble::List),
        (field, _, Value::Text(text)) => in_text(field, text),
        _ => None,
    }
}

fn in_text(field: Field, text: &str) -> Option<FieldTrouble> {
    match field {
        _ if text.is_empty() => None,
        Field::Date if !is_day(text) => Some(FieldTrouble::NotADate),
        Field::Lang if !is_language(text) => Some(FieldTrouble::NotALanguage),
        Field::Slug if text.contains(|it: char| it.is_whitespace() || "/?#".contains(it)) => {
            Some(FieldTrouble::NotASlug)
        }
        Field::CanonicalUrl if !is_address(text) => Some(FieldTrouble::NotAnAddress),
        Field::State if !["draft", "published"].contains(&text) => Some(FieldTrouble::NotAState),
        Field::Goal if OwnGoal::read(text).is_none() => Some(FieldTrouble::NotALength),
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
