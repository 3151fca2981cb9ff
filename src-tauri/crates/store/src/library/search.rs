//! Search as one types, over names and texts.

use super::{Entry, Library, in_shares};
use crate::{LARGEST_DRAFT, Situation};
use regex::bytes::{Regex, RegexBuilder};
use std::fs::File;
use std::io::Read;
use std::ops::Range;
use std::path::PathBuf;

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
        let mut hits = in_shares(&entries, |share| {
            let mut text = Vec::new();
            share.iter().filter_map(|entry| hit(entry, &words, &mut text)).collect()
        });
        hits.sort_by_key(|hit| !hit.in_name);
        Ok(hits)
    }
}

fn pattern(word: &str) -> Option<Regex> {
    RegexBuilder::new(&regex::escape(word)).case_insensitive(true).build().ok()
}

/// `text` is room to read into, so that ten thousand drafts do not ask for it ten thousand times.
fn hit(entry: &Entry, words: &[Regex], text: &mut Vec<u8>) -> Option<Hit> {
    let name = entry.path.file_name()?.as_encoded_bytes();
    let in_name = words.iter().all(|word| word.is_match(name));
    text.clear();
    if entry.size <= LARGEST_DRAFT {
        // One that went meanwhile, or may not be read, still has its name.
        let _unread = read_into(entry, text);
    }
    if !words.iter().all(|word| word.is_match(text) || word.is_match(name)) {
        return None;
    }
    let first = words.iter().filter_map(|word| word.find(text)).map(|found| found.range());
    let first = first.min_by_key(|range| range.start);
    let (line, excerpt) = match first {
        Some(range) => (Some(line_of(text, range.start)), excerpt(text, range)),
        None => (None, String::new()),
    };
    let found = words.iter().flat_map(|word| word.find_iter(excerpt.as_bytes()));
    let mut marks: Vec<_> = found.map(|found| found.range()).collect();
    marks.sort_by_key(|mark| mark.start);
    Some(Hit { path: entry.path.clone(), in_name, line, excerpt, marks })
}

/// Reads a draft of the size that the list knows with one call; the rest of one that grew, with more.
fn read_into(entry: &Entry, text: &mut Vec<u8>) -> std::io::Result<()> {
    let mut file = File::open(&entry.path)?;
    text.resize(entry.size as usize + 1, 0);
    let read = file.read(text)?;
    let all = read == entry.size as usize;
    text.truncate(read);
    if all { Ok(()) } else { file.read_to_end(text).map(drop) }
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
