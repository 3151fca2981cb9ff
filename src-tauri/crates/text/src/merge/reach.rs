//! How far what differs reaches in each text. Most of a long text is the same on all sides, and to cut
//! that into words costs far more than to see that it is.

use crate::text::BYTE_ORDER_MARK;
use std::ops::Range;

/// The bytes of one text that differ from another's and where those stand there: whole lines, and one
/// line besides at either end that both have. That line holds changes apart as it does in the whole
/// text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Reach {
    old: Range<usize>,
    new: Range<usize>,
}

impl Reach {
    /// Nothing where the texts are the same but for a byte order mark.
    fn of(old: &str, new: &str) -> Option<Self> {
        let marks = [old, new].map(mark);
        let (old, new) = (&old[marks[0]..], &new[marks[1]..]);
        if old == new {
            return None;
        }
        let head = alike(old.bytes(), new.bytes());
        let most = old.len().min(new.len()) - head;
        let tail = alike(old.bytes().rev(), new.bytes().rev()).min(most);
        let start = line_before(old, line_before(old, head).saturating_sub(1));
        // A line begins behind a line end that both have.
        let from_tail = old.len() - tail;
        let end = old.len() - line_after(old, line_after(old, from_tail));
        let place = |mark, length| mark + start..mark + length - end;
        Some(Self { old: place(marks[0], old.len()), new: place(marks[1], new.len()) })
    }

    /// The reach of two texts that are the same but for a byte order mark.
    fn nowhere(old: &str, new: &str) -> Self {
        let at = |mark| mark..mark;
        Self { old: at(mark(old)), new: at(mark(new)) }
    }

    /// Where lines of the old text stand in the new one that reach over all that differs, or over none
    /// of it.
    fn in_new(&self, lines: &Range<usize>) -> Range<usize> {
        let in_head = |at: usize| at + self.new.start - self.old.start;
        let in_tail = |at: usize| at + self.new.end - self.old.end;
        let start = lines.start;
        let start = if start <= self.old.start { in_head(start) } else { in_tail(start) };
        start..if lines.end >= self.old.end { in_tail(lines.end) } else { in_head(lines.end) }
    }
}

/// What of the base, of mine and of theirs a merge has to look at; nothing where they changed nothing.
/// What I alone changed stays as it is.
pub(super) fn of_three(base: &str, mine: &str, theirs: &str) -> Option<[Range<usize>; 3]> {
    let theirs = Reach::of(base, theirs)?;
    let mine = Reach::of(base, mine).unwrap_or_else(|| Reach::nowhere(base, mine));
    let (one, other) = (&mine.old, &theirs.old);
    let apart = one.end <= other.start || other.end <= one.start;
    // Both may have put something into an empty base.
    let all = if apart && !(one.is_empty() && other.is_empty()) {
        other.clone()
    } else {
        one.start.min(other.start)..one.end.max(other.end)
    };
    Some([all.clone(), mine.in_new(&all), theirs.in_new(&all)])
}

/// What of two texts a merge of them has to look at; nothing where they are the same.
pub(super) fn of_two(mine: &str, theirs: &str) -> Option<[Range<usize>; 2]> {
    Reach::of(mine, theirs).map(|reach| [reach.old, reach.new])
}

/// How many bytes of a text are its byte order mark.
fn mark(text: &str) -> usize {
    if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 }
}

/// How many bytes are the same before the first that is not.
fn alike(old: impl Iterator<Item = u8>, new: impl Iterator<Item = u8>) -> usize {
    old.zip(new).take_while(|(one, other)| one == other).count()
}

/// Where the line begins that has `at` in it, or ends there. A lone CR is no line end here: an LF that
/// follows it in one of the texts would make one line end of the two.
fn line_before(text: &str, at: usize) -> usize {
    let before = &text.as_bytes()[..at];
    before.iter().rposition(|byte| *byte == b'\n').map_or(0, |place| place + 1)
}

/// Where the first line begins behind `at`; the end of the text where none does.
fn line_after(text: &str, at: usize) -> usize {
    let after = &text.as_bytes()[at..];
    after.iter().position(|byte| *byte == b'\n').map_or(text.len(), |place| at + place + 1)
}
