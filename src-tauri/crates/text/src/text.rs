//! A draft's text with its byte order mark and each line's own ending.

use crate::{ByteOffset, Edits, Span, WindowOffset};

pub(crate) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The text of a file as it stands there, with an index of its lines that turns the file's offsets
/// into the window's and back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    source: String,
    marked: bool,
    lines: Vec<Line>,
}

/// Where a line begins, in both counts, and how long its ending is in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Line {
    start: usize,
    window: usize,
    end: usize,
    next: usize,
}

impl Default for Text {
    /// The empty text, which has one line.
    fn default() -> Self {
        Self::new(String::new())
    }
}

impl Text {
    /// The text of a file, byte order mark and line ends included.
    pub fn new(source: String) -> Self {
        let marked = source.starts_with(BYTE_ORDER_MARK);
        let start = if marked { BYTE_ORDER_MARK.len() } else { 0 };
        let mut lines = Vec::new();
        index(&source, start, 0, &mut lines);
        Self { source, marked, lines }
    }

    /// The whole text as it stands in the file.
    pub fn as_str(&self) -> &str {
        &self.source
    }

    /// Whether the file begins with a byte order mark that the window does not show.
    pub fn has_byte_order_mark(&self) -> bool {
        self.marked
    }

    /// Length of the window's text in UTF-16 units.
    pub fn window_len(&self) -> WindowOffset {
        let last = self.last();
        WindowOffset(last.window + units(&self.source[last.start..last.end]))
    }

    /// The lines without their endings: always one more than there are line ends.
    pub fn window_lines(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().map(|line| &self.source[line.start..line.end])
    }

    /// The text as the window holds it: no byte order mark, one LF for every line end.
    pub fn window_text(&self) -> String {
        let mut text = String::with_capacity(self.source.len());
        for (place, line) in self.window_lines().enumerate() {
            if place > 0 {
                text.push('\n');
            }
            text.push_str(line);
        }
        text
    }

    /// How many lines there are, the empty one after a last line end included.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// The line, from 0, in which `place` lies; a line end belongs to its line.
    pub fn line_of(&self, place: ByteOffset) -> usize {
        self.lines.partition_point(|line| line.start <= place.0).saturating_sub(1)
    }

    /// The span of line `line`, from 0, without its ending.
    ///
    /// # Panics
    /// If there is no such line.
    pub fn line(&self, line: usize) -> Span {
        let line = self.lines[line];
        Span::new(line.start, line.end)
    }

    /// The window's offset of a place in the file. A place inside a line end counts as before it,
    /// one inside the byte order mark as the start.
    pub fn window_offset(&self, place: ByteOffset) -> WindowOffset {
        let at = self.line_of(place);
        let line = self.lines[at];
        let end = place.0.clamp(line.start, line.end);
        // Most lines are as long in one count as in the other, and need not be looked at.
        let is_alike = |next: &Line| next.window - line.window - 1 == line.end - line.start;
        if self.lines.get(at + 1).is_some_and(is_alike) {
            return WindowOffset(line.window + (end - line.start));
        }
        WindowOffset(line.window + units(&self.source[line.start..end]))
    }

    /// The file's offset of a place in the window, or nothing when the place is past the end or
    /// inside a character.
    pub fn byte_offset(&self, place: WindowOffset) -> Option<ByteOffset> {
        let after = self.lines.partition_point(|line| line.window <= place.0);
        let line = self.lines[after.saturating_sub(1)];
        let mut left = place.0 - line.window;
        let content = &self.source[line.start..line.end];
        if content.is_ascii() {
            return (left <= content.len()).then_some(ByteOffset(line.start + left));
        }
        for (at, character) in content.char_indices() {
            if left == 0 {
                return Some(ByteOffset(line.start + at));
            }
            left = left.checked_sub(character.len_utf16())?;
        }
        (left == 0).then_some(ByteOffset(line.end))
    }

    /// The ending that a line end put in at `place` takes: that of the line before the new one, else
    /// of the file's first line, else LF.
    pub fn new_line_ending(&self, place: ByteOffset) -> &str {
        let own = self.ending(self.line_of(place));
        match own {
            "" if self.lines.len() > 1 => self.ending(0),
            "" => "\n",
            _ => own,
        }
    }

    /// `lines` of LF in the endings that new lines at `place` take.
    pub fn with_line_endings(&self, place: ByteOffset, lines: &str) -> String {
        lines.replace('\n', self.new_line_ending(place))
    }

    fn ending(&self, line: usize) -> &str {
        let line = self.lines[line];
        &self.source[line.end..line.next]
    }

    fn last(&self) -> Line {
        self.lines.last().copied().unwrap_or_default()
    }

    /// Carries the edits out, and indexes anew only the lines that they touch.
    ///
    /// # Panics
    /// If the edits were not made for this text.
    pub fn apply(&mut self, edits: &Edits) {
        let edits: Vec<_> = edits.iter().collect();
        for edit in edits.iter().rev() {
            self.splice(edit.span(), &edit.insert);
        }
    }

    fn splice(&mut self, span: Span, insert: &str) {
        // A CR before the edit may become half of a CR LF, so its line is read again too.
        let first = self.line_of(span.start.0.saturating_sub(1).into());
        let last = self.line_of(span.end + 1);
        let old_end = self.lines[last];
        self.source.replace_range(span.start.0..span.end.0, insert);
        let grown = insert.len() as isize - span.len() as isize;
        let begin = self.lines[first];
        let end = old_end.next.wrapping_add_signed(grown);
        let mut fresh = Vec::new();
        index(&self.source[..end], begin.start, begin.window, &mut fresh);
        let is_last = last + 1 == self.lines.len();
        if !is_last {
            // What follows the last line end is the next old line, which stays.
            fresh.pop();
        }
        let tail = self.lines[last + 1..].first().map(|line| line.window);
        let units_grown = match (tail, fresh.last()) {
            (Some(old), Some(line)) => {
                (line.window + units(&self.source[line.start..line.end]) + 1) as isize
                    - old as isize
            }
            (Some(old), None) => begin.window as isize - old as isize,
            _ => 0,
        };
        for line in &mut self.lines[last + 1..] {
            line.start = line.start.wrapping_add_signed(grown);
            line.end = line.end.wrapping_add_signed(grown);
            line.next = line.next.wrapping_add_signed(grown);
            line.window = line.window.wrapping_add_signed(units_grown);
        }
        self.lines.splice(first..=last, fresh);
    }
}

impl From<usize> for ByteOffset {
    fn from(bytes: usize) -> Self {
        Self(bytes)
    }
}

/// Length of `text` in UTF-16 units.
fn units(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().map(char::len_utf16).sum() }
}

/// Appends the lines of `source[start..]`, of which the first begins at the window's offset `window`.
fn index(source: &str, mut start: usize, mut window: usize, lines: &mut Vec<Line>) {
    let bytes = source.as_bytes();
    while let Some(length) = bytes[start..].iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
        let end = start + length;
        let paired = bytes[end] == b'\r' && bytes.get(end + 1) == Some(&b'\n');
        let next = end + if paired { 2 } else { 1 };
        lines.push(Line { start, window, end, next });
        window += units(&source[start..end]) + 1;
        start = next;
    }
    lines.push(Line { start, window, end: source.len(), next: source.len() });
}
