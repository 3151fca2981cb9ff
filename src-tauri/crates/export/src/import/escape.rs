//! Plain text as Markdown that says just that.
//!
//! Text that Markdown reads as it is stays as it is; only in the other a backslash stands before
//! everything that could mean something.

use piece::blocks::options;
use pulldown_cmark::{Event, Parser, Tag};

/// A paragraph.
pub(super) fn paragraph(text: &str) -> String {
    as_meant("", text, "", "p", text)
}

/// What stands in a heading behind `marker`, which is `# ` or such as `## 1. `.
pub(super) fn heading(marker: &str, text: &str) -> String {
    let number = marker.trim_start_matches(['#', ' ']);
    as_meant(marker, text, "", "h", &format!("{number}{text}"))
}

/// A paragraph that is emphasised as a whole.
pub(super) fn dek(text: &str) -> String {
    format!("*{}*", as_meant("*", text, "*", "pe", text))
}

/// What stands in an item of a list.
pub(super) fn item(text: &str) -> String {
    as_meant("1. ", text, "", "li", text)
}

/// `text`, escaped if `before` + `text` + `after` is not of the `shape` that is meant or does not read
/// as `visible`.
fn as_meant(before: &str, text: &str, after: &str, shape: &str, visible: &str) -> String {
    let read = shape_and_text(&format!("{before}{text}{after}"));
    if read == (shape.to_owned(), visible.trim_end().to_owned()) {
        text.to_owned()
    } else {
        escaped(text)
    }
}

/// A letter for each element, and the text in them.
fn shape_and_text(markdown: &str) -> (String, String) {
    let (mut shape, mut text) = (String::new(), String::new());
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Start(tag) => shape.push(letter(&tag)),
            Event::End(_) => {}
            Event::Text(part) => text.push_str(&part),
            _ => shape.push('?'),
        }
    }
    (shape, text)
}

fn letter(tag: &Tag<'_>) -> char {
    match tag {
        Tag::Paragraph => 'p',
        Tag::Heading { .. } => 'h',
        Tag::Emphasis => 'e',
        Tag::List(_) => 'l',
        Tag::Item => 'i',
        _ => '?',
    }
}

/// `text` with a backslash before all that could mean something.
pub(super) fn escaped(text: &str) -> String {
    let digits = text.len() - text.trim_start_matches(|next: char| next.is_ascii_digit()).len();
    let mut out = String::with_capacity(text.len() * 2);
    for (at, character) in text.char_indices() {
        let begins = at == 0 && matches!(character, '+' | '-' | '=');
        let ends_number = digits > 0 && at == digits && matches!(character, '.' | ')');
        if begins || ends_number || "\\`*_[]<>&#~|!".contains(character) {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
