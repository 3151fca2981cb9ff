//! The number at the start of a point's heading.

/// A marker at the start of a heading's text: its form, and the number that it bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    /// Length in bytes from the start of the text.
    pub(crate) length: usize,
    /// Where the digits begin in it.
    pub(crate) digits: usize,
    /// What the digits say.
    pub(crate) number: u32,
}

/// The highest number that a marker can bear: it has three digits at most.
pub(crate) const HIGHEST: u32 = 999;

impl Marker {
    /// Reads the marker at the start of `text`, if there is one: `1.` `1\.` `1)` `1:` `1 –` `1 —`
    /// `1 -` `#1` `No. 1`, the last two also with `.` `)` `:`; then white space or the end.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let digits = word_before_digits(text)?;
        let count = text[digits..].bytes().take_while(u8::is_ascii_digit).count();
        let number = text[digits..digits + count].parse().ok().filter(|_| count <= 3)?;
        let rest = &text[digits + count..];
        let sign = if digits > 0 { optional_sign(rest) } else { sign(rest)? };
        let ends = rest[sign..].chars().next().is_none_or(char::is_whitespace);
        ends.then_some(Self { length: digits + count + sign, digits, number })
    }
}

/// Length of `#` or `No. ` at the start, or nothing to skip before a digit.
fn word_before_digits(text: &str) -> Option<usize> {
    if text.starts_with('#') {
        return Some(1);
    }
    let Some(rest) = text.strip_prefix("No.") else {
        return Some(0);
    };
    let spaces = spaces(rest);
    (spaces > 0).then_some("No.".len() + spaces)
}

/// Length of the sign that turns a bare number into a marker.
fn sign(rest: &str) -> Option<usize> {
    let escaped = usize::from(rest.starts_with("\\."));
    if rest[escaped..].starts_with(['.', ')', ':']) {
        return Some(escaped + 1);
    }
    let spaces = spaces(rest);
    let dash = rest[spaces..].chars().next().filter(|dash| matches!(dash, '–' | '—' | '-'))?;
    (spaces > 0).then_some(spaces + dash.len_utf8())
}

fn optional_sign(rest: &str) -> usize {
    usize::from(rest.starts_with(['.', ')', ':']))
}

/// Length of the white space at the start, line ends aside.
fn spaces(text: &str) -> usize {
    let is_space = |c: &char| c.is_whitespace() && !matches!(c, '\n' | '\r');
    text.chars().take_while(is_space).map(char::len_utf8).sum()
}
