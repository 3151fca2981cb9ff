//! The line around what was found.

use super::Hit;
use std::ops::Range;
use text::Span;

/// About as many bytes of a line as are shown on each side of what was found.
const AROUND: usize = 80;

const LINE_ENDS: [char; 2] = ['\n', '\r'];

/// The hits at these places, which are in the order of the text.
pub(super) fn hits(text: &str, places: Vec<Range<usize>>) -> Vec<Hit> {
    let (mut line, mut counted) = (1, 0);
    let hit = |place: Range<usize>| {
        line += line_ends(&text[counted..place.start], text.as_bytes().get(place.start));
        counted = place.start;
        let (excerpt, mark) = excerpt(text, &place);
        let columns = columns(text, &place);
        Hit { span: Span::new(place.start, place.end), line, columns, excerpt, mark }
    };
    places.into_iter().map(hit).collect()
}

/// How many lines end in `part`; a CR before the LF that comes `next` is half of one end.
fn line_ends(part: &str, next: Option<&u8>) -> usize {
    let bytes = part.as_bytes();
    let behind = bytes.iter().skip(1).chain(next).map(Some).chain([None]);
    let ends = bytes.iter().zip(behind);
    ends.filter(|&(&byte, next)| byte == b'\n' || (byte == b'\r' && next != Some(&b'\n'))).count()
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(LINE_ENDS).map_or(0, |end| end + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find(LINE_ENDS).map_or(text.len(), |length| at + length)
}

fn columns(text: &str, found: &Range<usize>) -> Range<usize> {
    let units = |from: usize, to: usize| {
        text[from..to].trim_start_matches('\u{feff}').encode_utf16().count()
    };
    let start = units(line_start(text, found.start), found.start);
    start..start + units(found.start, found.end.min(line_end(text, found.start)))
}

/// The line in which `found` begins, cut to what lies around it where the line is long, and where it is
/// in there.
fn excerpt(text: &str, found: &Range<usize>) -> (String, Range<usize>) {
    let (start, end) = (line_start(text, found.start), line_end(text, found.start));
    let found = found.start..found.end.min(end);
    let start = text.ceil_char_boundary(start.max(found.start.saturating_sub(AROUND)));
    let end = text.floor_char_boundary(end.min(found.end + AROUND));
    let end = end.max(found.end);
    let blank = text[start..found.start].len() - text[start..found.start].trim_start().len();
    let start = start + blank;
    let shown = text[start..end].trim_end();
    let mark = found.start - start..(found.end - start).min(shown.len());
    // What was found may itself be blank.
    if mark.start > mark.end {
        return (text[start..end].to_owned(), found.start - start..found.end - start);
    }
    (shown.to_owned(), mark)
}
