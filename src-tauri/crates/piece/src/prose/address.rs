//! Addresses that are written in the open, which Markdown takes for text.

use std::ops::Range;

/// What holds an address, a file's path, an `@name` or a `#tag` between white space and brackets.
pub(super) fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_edge = |c: char| c.is_whitespace() || "()[]{}<>\"“”„«»‘‚—–,;".contains(c);
    let mut at = 0;
    text.split(is_edge).filter_map(move |token| {
        let start = at;
        at += token.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
        let trimmed = token.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '…']);
        is_address(trimmed).then(|| start..start + trimmed.len())
    })
}

fn is_address(token: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut characters = token.chars();
    match characters.next() {
        Some('@' | '#') => is_letter(characters.next()),
        Some('/' | '~') => token[1..].contains('/'),
        _ => {
            token.contains("://")
                || token.contains('@')
                || token.contains('\\')
                || is_name_of_file_or_host(token)
        }
    }
}

/// Whether it is something like `example.com/x`, `notes.md` or `e.g`: letters, a stop and letters.
fn is_name_of_file_or_host(token: &str) -> bool {
    let inner = |(at, _): (usize, &str)| {
        let (before, behind) = (&token[..at], &token[at + 1..]);
        before.ends_with(char::is_alphanumeric) && behind.starts_with(char::is_alphanumeric)
    };
    let is_number = |c: char| c.is_ascii_digit() || c == '.';
    token.match_indices('.').any(inner) && !token.trim_matches(is_number).is_empty()
}
