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

/// The line in which `found` begins, and where it is in there; of a long line what lies around it, in whole
/// words where there are any, with dots for what is left out.
fn excerpt(text: &str, found: &Range<usize>) -> (String, Range<usize>) {
    let line = line_start(text, found.start)..line_end(text, found.start);
    let found = found.start..found.end.min(line.end);
    let (before, after) = (&text[line.start..found.start], &text[found.end..line.end]);
    let (before, after) = (last_words(before), first_words(after));
    // What was found may itself be blank: then nothing at its edge is cut off.
    let (before, after) = if text[found.clone()].trim().is_empty() {
        (before, after)
    } else {
        (before.trim_start().to_owned(), after.trim_end().to_owned())
    };
    let mark = before.len()..before.len() + found.len();
    (format!("{before}{}{after}", &text[found]), mark)
}

/// The end of a text that has no more than [`AROUND`] bytes, behind dots if anything is left out.
fn last_words(text: &str) -> String {
    let cut = text.ceil_char_boundary(text.len().saturating_sub(AROUND));
    if cut == 0 {
        return text.to_owned();
    }
    let word = text[cut..].find(char::is_whitespace).map_or(cut, |blank| cut + blank);
    format!("…{}", text[word..].trim_start())
}

/// The beginning of a text, as [`last_words`] is its end.
fn first_words(text: &str) -> String {
    let cut = text.floor_char_boundary(AROUND);
    if cut == text.len() {
        return text.to_owned();
    }
    let word = text[..cut].rfind(char::is_whitespace).unwrap_or(cut);
    format!("{}…", text[..word].trim_end())
}
