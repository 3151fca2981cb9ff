//! Search as one types, over names and texts.

use super::{Entry, Library};
use crate::{LARGEST_DRAFT, Situation};
use regex::bytes::{Regex, RegexBuilder};
use std::fs;
use std::ops::Range;
use std::path::PathBuf;
use std::thread;

/// About as many bytes of a line as a hit shows.
const EXCERPT: usize = 160;

/// A draft in which all the words were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The draft.
    pub path: PathBuf,
    /// Whether all the words stand in its name.
    pub in_name: bool,
    /// The line of the first word found in the text, from 1; nothing when the text has none of them.
    pub line: Option<usize>,
    /// That line, or what of it lies around the word.
    pub excerpt: String,
    /// Where words stand in the excerpt, in its bytes.
    pub marks: Vec<Range<usize>>,
}

impl Library {
    /// The drafts whose name and text together have all of `words`, in any order and case, each as a
    /// part of a word or a whole. Those with all of them in the name come first, then the newest.
    /// Without a word, nothing is found.
    ///
    /// # Errors
    /// When the library cannot be read. A draft that cannot be read is passed over.
    pub fn search(&self, words: &str) -> Result<Vec<Hit>, Situation> {
        let words: Vec<Regex> = words.split_whitespace().filter_map(pattern).collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let entries = self.names()?;
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let share = entries.len().div_ceil(threads).max(1);
        let look = |entries: &[Entry]| -> Vec<Hit> {
            entries.iter().filter_map(|entry| hit(entry, &words)).collect()
        };
        let mut hits = thread::scope(|scope| {
            let shares = entries.chunks(share).map(|share| scope.spawn(move || look(share)));
            let running: Vec<_> = shares.collect();
            running
                .into_iter()
                .flat_map(|share| share.join().unwrap_or_default())
                .collect::<Vec<_>>()
        });
        hits.sort_by_key(|hit| !hit.in_name);
        Ok(hits)
    }
}

fn pattern(word: &str) -> Option<Regex> {
    RegexBuilder::new(&regex::escape(word)).case_insensitive(true).build().ok()
}

fn hit(entry: &Entry, words: &[Regex]) -> Option<Hit> {
    let name = entry.path.file_name()?.as_encoded_bytes();
    let in_name = words.iter().all(|word| word.is_match(name));
    let readable = entry.size <= LARGEST_DRAFT;
    let text = if readable { fs::read(&entry.path).unwrap_or_default() } else { Vec::new() };
    if !words.iter().all(|word| word.is_match(&text) || word.is_match(name)) {
        return None;
    }
    let first = words.iter().filter_map(|word| word.find(&text)).map(|found| found.range());
    let first = first.min_by_key(|range| range.start);
    let (line, excerpt) = match first {
        Some(range) => (Some(line_of(&text, range.start)), excerpt(&text, range)),
        None => (None, String::new()),
    };
    let found = words.iter().flat_map(|word| word.find_iter(excerpt.as_bytes()));
    let mut marks: Vec<_> = found.map(|found| found.range()).collect();
    marks.sort_by_key(|mark| mark.start);
    Some(Hit { path: entry.path.clone(), in_name, line, excerpt, marks })
}

fn is_line_end(byte: &u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

fn line_of(text: &[u8], place: usize) -> usize {
    let before = &text[..place];
    let ends = before.iter().filter(|byte| is_line_end(byte)).count();
    let pairs = before.windows(2).filter(|pair| pair == b"\r\n").count();
    ends - pairs + 1
}

/// The line around `found`, cut to what lies around it where the line is long.
fn excerpt(text: &[u8], found: Range<usize>) -> String {
    let line_start = text[..found.start].iter().rposition(is_line_end).map_or(0, |end| end + 1);
    let line_end = text[found.end..].iter().position(is_line_end);
    let line_end = line_end.map_or(text.len(), |length| found.end + length);
    let start = line_start.max(found.start.saturating_sub(EXCERPT / 2));
    let end = line_end.min(found.end + EXCERPT / 2);
    let shown = String::from_utf8_lossy(&text[start..end]);
    // A character cut at either end is no part of what is shown.
    shown.trim_matches('\u{fffd}').trim().to_owned()
}
