//! Setting a field.

mod items;

use super::write::{list, scalar};
use super::yaml::{Entry, Node, Yaml};
use super::{Details, Field, Unreadable, Value, value};
use crate::FrontMatter;
use crate::lines::{line_end, line_start, next_line};
use granit_parser::ScalarStyle;
use text::{ByteOffset, Edit, Edits, Span, Text};

/// Why a field cannot be set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DetailError {
    /// The YAML cannot be read, so nothing may be written into it.
    #[error("the front matter cannot be read in line {}: {}", .0.line, .0.reason)]
    Unreadable(Unreadable),
    /// There are two of them, and either could be meant.
    #[error("“{0}” stands twice in the front matter")]
    Twice(&'static str),
    /// The result would not be read as meant.
    #[error("the front matter is written in a way that “{0}” cannot be changed in")]
    NotReadAsMeant(&'static str),
}

/// Makes `value` what a field says, in the style in which it is written there; an empty one takes the
/// field away, or only its value where a comment stands beside it. A field that is not there comes last,
/// and a text without front matter gets one. Lines of other fields are not touched.
///
/// # Errors
/// See [`DetailError`].
pub fn set_detail(text: &Text, field: Field, value: &Value) -> Result<Edits, DetailError> {
    let source = text.as_str();
    let Some(matter) = FrontMatter::find(source) else {
        return begun(text, field, value);
    };
    let yaml = Yaml::read(source, matter).map_err(DetailError::Unreadable)?;
    let mut found = yaml.entries.iter().filter(|entry| entry.key == field.key());
    let entry = found.next();
    if found.next().is_some() {
        return Err(DetailError::Twice(field.key()));
    }
    if says(entry.map(|entry| &entry.node), field, value) {
        return Ok(Edits::default());
    }
    let candidates = match entry {
        None => vec![added(text, &yaml, field, value)],
        Some(entry) if value.is_empty() => vec![removed(&yaml, entry)],
        Some(entry) => vec![in_style(&yaml, entry, field, value), anew(&yaml, entry, field, value)],
    };
    let edits = candidates.into_iter().filter_map(|edits| Edits::new(edits).ok());
    let mut meant = edits.filter(|edits| is_meant(&yaml, edits, field, value));
    meant.next().ok_or(DetailError::NotReadAsMeant(field.key()))
}

/// Whether the field says this already.
fn says(node: Option<&Node>, field: Field, wanted: &Value) -> bool {
    match node {
        None => wanted.is_empty(),
        Some(Node::Other { .. }) => false,
        Some(node) => value(field, node) == *wanted,
    }
}

/// Front matter for a text that has none.
fn begun(text: &Text, field: Field, value: &Value) -> Result<Edits, DetailError> {
    if value.is_empty() {
        return Ok(Edits::default());
    }
    let source = text.as_str();
    let at = ByteOffset(FrontMatter::mark_length(source));
    let rest = &source[at.0..];
    let gap = if rest.is_empty() || rest.starts_with(['\n', '\r']) { "" } else { "\n" };
    let line = line(field, value);
    let block = text.with_line_endings(at, &format!("---\n{line}\n---\n{gap}"));
    let edits = Edits::one(Edit::insert(at, block));
    let details = Details::read(&edits.apply(source));
    let is_meant = details.value(field) == Some(value);
    is_meant.then_some(edits).ok_or(DetailError::NotReadAsMeant(field.key()))
}

fn line(field: Field, value: &Value) -> String {
    format!("{}: {}", field.key(), written(field, value, ScalarStyle::Plain))
}

fn written(field: Field, value: &Value, style: ScalarStyle) -> String {
    match value {
        Value::Text(text) => scalar(field, text, style, false),
        Value::List(items) => list(field, items, style),
    }
}

/// A line more, behind all others.
fn added(text: &Text, yaml: &Yaml<'_>, field: Field, value: &Value) -> Vec<Edit> {
    if value.is_empty() {
        return Vec::new();
    }
    let first = yaml.entries.first().map(|first| first.key_span.start.0);
    let indent = first.map_or("", |first| &yaml.source[line_start(yaml.source, first)..first]);
    let at = yaml.span.end;
    let line = text.with_line_endings(at, &format!("{indent}{}\n", line(field, value)));
    vec![Edit::insert(at, line)]
}

/// The value gone, and the whole line with it unless it has a comment.
fn removed(yaml: &Yaml<'_>, entry: &Entry) -> Vec<Edit> {
    let Place { colon, value, same_line } = Place::of(yaml, entry);
    let key_end = line_end(yaml.source, colon);
    let last_end = line_end(yaml.source, value.end.0);
    let has_comment = |from: usize, to: usize| {
        yaml.comments.iter().any(|comment| comment.start.0 >= from && comment.start.0 < to)
    };
    if same_line && has_comment(value.end.0, last_end) {
        return vec![Edit::delete(Span::new(colon, value.end.0))];
    }
    if !same_line && has_comment(colon, key_end) {
        return vec![Edit::delete(Span::new(key_end, last_end))];
    }
    let start = line_start(yaml.source, entry.key_span.start.0);
    vec![Edit::delete(Span::new(start, next_line(yaml.source, value.end.0)))]
}

/// Where an entry's value stands, the header of a block of text included.
struct Place {
    /// Behind the colon.
    colon: usize,
    /// The value, without blank lines behind it.
    value: Span,
    /// Whether the value begins on the line of the key.
    same_line: bool,
}

impl Place {
    fn of(yaml: &Yaml<'_>, entry: &Entry) -> Self {
        let source = yaml.source;
        let key_end = entry.key_span.end.0;
        let colon = source[key_end..].find(':').map_or(key_end, |at| key_end + at + 1);
        let span = entry.node.span();
        let is_block = matches!(
            entry.node,
            Node::Scalar { style: ScalarStyle::Literal | ScalarStyle::Folded, .. }
        );
        let blank = [' ', '\t', '\n', '\r'];
        let start = if is_block {
            colon + (source[colon..].len() - source[colon..].trim_start_matches(blank).len())
        } else {
            span.start.0.max(colon)
        };
        let end = source[..span.end.0.max(start)].trim_end_matches(blank).len().max(start);
        let same_line = start <= line_end(source, colon);
        Self { colon, value: Span::new(start, end), same_line }
    }
}

/// The value in the style of the one that is there.
fn in_style(yaml: &Yaml<'_>, entry: &Entry, field: Field, value: &Value) -> Vec<Edit> {
    match (&entry.node, value) {
        (Node::Scalar { value: old, style: ScalarStyle::Plain, span }, Value::List(new))
            if old.contains(',') && !new.iter().any(|tag| tag.contains(',')) =>
        {
            vec![Edit::replace(*span, scalar(field, &new.join(", "), ScalarStyle::Plain, false))]
        }
        (Node::Scalar { style, span, .. }, Value::Text(new)) if !is_block(*style) => {
            vec![Edit::replace(*span, scalar(field, new, *style, false))]
        }
        (Node::List { flow, items, .. }, Value::List(new)) if !items.is_empty() => {
            items::changed(yaml.source, *flow, items, new)
        }
        _ => replaced(yaml, entry, &written(field, value, ScalarStyle::Plain)),
    }
}

fn is_block(style: ScalarStyle) -> bool {
    matches!(style, ScalarStyle::Literal | ScalarStyle::Folded)
}

/// The value as one that any reader understands.
fn anew(yaml: &Yaml<'_>, entry: &Entry, field: Field, value: &Value) -> Vec<Edit> {
    replaced(yaml, entry, &written(field, value, ScalarStyle::DoubleQuoted))
}

/// The whole value replaced by one that takes a single line.
fn replaced(yaml: &Yaml<'_>, entry: &Entry, written: &str) -> Vec<Edit> {
    let Place { colon, value, same_line } = Place::of(yaml, entry);
    if !same_line {
        let (from, to) = (line_end(yaml.source, colon), line_end(yaml.source, value.end.0));
        let insert = Edit::insert(colon.into(), format!(" {written}"));
        return vec![insert, Edit::delete(Span::new(from, to))];
    }
    if value.start.0 == colon {
        return vec![Edit::replace(value, format!(" {written}"))];
    }
    // Behind the header of a block of text, a comment may stand.
    let within = yaml.comments.iter().find(|comment| {
        comment.start >= value.start && comment.end.0 <= line_end(yaml.source, colon)
    });
    let comment = within.map(|comment| format!(" {}", comment.of(yaml.source)));
    vec![Edit::replace(value, format!("{written}{}", comment.unwrap_or_default()))]
}

/// Whether these edits make the field say this, and nothing else say anything new.
fn is_meant(yaml: &Yaml<'_>, edits: &Edits, field: Field, wanted: &Value) -> bool {
    let edited = edits.apply(yaml.source);
    let Some(matter) = FrontMatter::find(&edited) else { return false };
    let Ok(read) = Yaml::read(&edited, matter) else { return false };
    let body = FrontMatter::body_start(yaml.source);
    let same_body = edited[matter.span.end.0..] == yaml.source[body..];
    let others = |yaml: &Yaml<'_>| {
        let others = yaml.entries.iter().filter(|entry| entry.key != field.key());
        others.map(|entry| (entry.key.clone(), entry.meaning.clone())).collect::<Vec<_>>()
    };
    let mut own = read.entries.iter().filter(|entry| entry.key == field.key());
    let says = says_now(own.next().map(|entry| &entry.node), field, wanted);
    same_body && says && own.next().is_none() && others(yaml) == others(&read)
}

/// As [`says`]; text must be read as text, not as a number.
fn says_now(node: Option<&Node>, field: Field, wanted: &Value) -> bool {
    match node {
        Some(Node::Null { .. }) | None => wanted.is_empty(),
        node => !wanted.is_empty() && says(node, field, wanted),
    }
}
