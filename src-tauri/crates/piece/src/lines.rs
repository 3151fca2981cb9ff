//! Lines and blank space of a source, whose line ends may be LF, CR LF or CR.

use text::Span;

const LINE_ENDS: [char; 2] = ['\n', '\r'];

/// Whether a character is what CommonMark calls blank: a space, a tab or part of a line end.
fn is_blank_char(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

/// Whether `text` holds nothing but spaces, tabs and line ends.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(is_blank_char)
}

/// Where the indentation before byte `at` begins.
pub(crate) fn indent_start(source: &str, at: usize) -> usize {
    source[..at].trim_end_matches([' ', '\t']).len()
}

/// Where the line of byte `at` begins.
pub(crate) fn line_start(source: &str, at: usize) -> usize {
    source[..at].rfind(LINE_ENDS).map_or(0, |end| end + 1)
}

/// Where the line of byte `at` ends, its line end aside.
pub(crate) fn line_end(source: &str, at: usize) -> usize {
    source[at..].find(LINE_ENDS).map_or(source.len(), |length| at + length)
}

/// Where the line after that of byte `at` begins, or the end of the source.
pub(crate) fn next_line(source: &str, at: usize) -> usize {
    let end = line_end(source, at);
    end + ending_length(&source[end..])
}

/// Length in bytes of the line end that `rest` begins with.
pub(crate) fn ending_length(rest: &str) -> usize {
    if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with(LINE_ENDS)) }
}

/// Whether the line behind that of byte `at` exists and is not blank.
pub(crate) fn text_follows(source: &str, at: usize) -> bool {
    let next = next_line(source, at);
    !is_blank(&source[next..line_end(source, next)])
}

/// Whether `gap`, which stands between two blocks, holds a blank line.
pub(crate) fn has_blank_line(gap: &str) -> bool {
    let first = next_line(gap, 0);
    let second = next_line(gap, first);
    second > first && gap[..second].ends_with(LINE_ENDS) && is_blank(&gap[first..second])
}

/// Whether the line that begins at byte `at` is the first from `start` on, or stands behind a blank one.
pub(crate) fn is_after_blank_line(source: &str, start: usize, at: usize) -> bool {
    let Some(before) = source[start..at].strip_suffix(LINE_ENDS) else {
        return at == start;
    };
    let before =
        before.strip_suffix('\r').filter(|_| source[..at].ends_with("\r\n")).unwrap_or(before);
    let before = before.trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with(LINE_ENDS)
}

/// `start..end` without the blank lines at its edges and the last line end; nothing if all is blank.
/// White space inside the first and the last line stays.
pub(crate) fn trim_blank_lines(source: &str, start: usize, end: usize) -> Option<Span> {
    let inner = &source[start..end];
    let first = inner.find(|character| !is_blank_char(character))?;
    let last = inner.rfind(|character| !is_blank_char(character))?;
    let from = inner[..first].rfind(LINE_ENDS).map_or(0, |at| at + 1);
    let to = inner[last..].find(LINE_ENDS).map_or(inner.len(), |length| last + length);
    Some(Span::new(start + from, start + to))
}
