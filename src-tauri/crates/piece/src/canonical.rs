//! The canonical form of a piece, which new drafts have and no one is forced into.

use crate::marker::{HIGHEST, Marker};
use crate::operations::heading_source;

/// A new piece with this title and so many empty points, 999 at most: title, break, numbered headings.
/// Line ends in the title become spaces. A title that begins like a point's heading goes into front
/// matter, since a heading with a number is a point.
pub fn new_piece(title: &str, points: usize) -> String {
    let title = heading_source(title);
    let mut piece = match Marker::read(&title) {
        Some(_) => format!("---\ntitle: {}\n---\n", quoted(&title)),
        None => format!("{}\n", format!("# {title}").trim_end()),
    };
    for number in 1..=points.min(HIGHEST as usize) {
        let gap = if number == 1 { "\n---\n\n" } else { "\n" };
        piece += &format!("{gap}## {number}.\n");
    }
    piece
}

/// `text` as a string of YAML.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", in_quotes(text))
}

/// `text` as it stands between the double quotes of YAML.
pub(crate) fn in_quotes(text: &str) -> String {
    let plain = |character: char| match character {
        '"' | '\\' => format!("\\{character}"),
        '\u{85}' | '\u{2028}' | '\u{2029}' => format!("\\u{:04X}", u32::from(character)),
        _ if character.is_control() => format!("\\x{:02X}", u32::from(character)),
        _ => character.to_string(),
    };
    text.chars().map(plain).collect()
}
