//! Replacing in all drafts: first as a list of what would change, then draft by draft.

use super::query::Pattern;
use super::{Hit, Query, Texts, excerpt};
use crate::{Hash, Library, Saved, Situation, Snapshots, Why, open, save};
use jiff::Timestamp;
use std::ops::Range;
use std::path::PathBuf;
use text::{Edit, Edits, Span};

/// What a replacement would change in one draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The draft.
    pub path: PathBuf,
    /// The hash of the text that the edits were made for.
    pub base: Hash,
    /// The edits.
    pub edits: Edits,
    /// What is replaced, in its lines, one for each edit unless two touch.
    pub hits: Vec<Hit>,
    /// What stands in the place of each hit afterwards.
    pub new_words: Vec<String>,
}

impl Library {
    /// What replacing all that `query` finds by `with` would change, the newest draft first. In a regular
    /// expression, `$1` stands for what its first group matched. Names stay as they are, and so do files
    /// that are not UTF-8. Nothing is written.
    ///
    /// # Errors
    /// As [`Library::find`].
    pub fn replacements(
        &self,
        query: &Query,
        with: &str,
        texts: &Texts,
    ) -> Result<Vec<Replacement>, Situation> {
        let Some(pattern) = query.pattern()? else { return Ok(Vec::new()) };
        let entries = self.names()?;
        let paths = texts
            .look(&entries, |entry, text| pattern.places(text).next().map(|_| entry.path.clone()));
        // What is to be changed is read from the disk, whatever is remembered.
        let read = paths.into_iter().filter_map(|path| Some((open(&path).ok()?, path)));
        let changed = read.filter_map(|(opened, path)| {
            let text = opened.text.as_str();
            let changes = changes(&pattern, text, with);
            let edits = edits(&changes);
            let (places, new_words) = changes.into_iter().unzip();
            let (base, hits) = (opened.hash, excerpt::hits(text, places));
            (!edits.is_empty()).then_some(Replacement { path, base, edits, hits, new_words })
        });
        Ok(changed.collect())
    }
}

impl Query {
    /// The edits that replace in `text` all that is found by `with`, as [`Library::replacements`] would
    /// in a draft.
    ///
    /// # Errors
    /// `PatternBroken`.
    pub fn replacing(&self, text: &str, with: &str) -> Result<Edits, Situation> {
        let pattern = self.pattern()?;
        Ok(pattern.map_or_else(Edits::default, |pattern| edits(&changes(&pattern, text, with))))
    }
}

/// Each place with what comes there, where that is something else.
fn changes(pattern: &Pattern, text: &str, with: &str) -> Vec<(Range<usize>, String)> {
    let all = pattern.replacements(text, with);
    all.filter(|(at, new)| text[at.clone()] != **new).collect()
}

fn edits(changes: &[(Range<usize>, String)]) -> Edits {
    let edit = |(at, new): &(Range<usize>, String)| Edit::replace(Span::new(at.start, at.end), new);
    // What an expression finds never overlaps.
    Edits::new(changes.iter().map(edit).collect()).unwrap_or_default()
}

impl Replacement {
    /// Carries the replacement out in the draft's file; the text that was there is a snapshot first. A
    /// draft that is open in the window is edited there instead.
    ///
    /// # Errors
    /// `ChangedMeanwhile` when the draft is not what the edits were made for any more, or what the disk
    /// says; the draft is then as it was.
    pub fn carry_out(&self, snapshots: &Snapshots, at: Timestamp) -> Result<Saved, Situation> {
        let opened = open(&self.path)?;
        if opened.hash != self.base {
            return Err(Situation::ChangedMeanwhile(self.path.clone()));
        }
        let text = opened.text.as_str();
        snapshots.keep(&self.path, text, Why::Replace, at)?;
        save(&self.path, Some(self.base), self.edits.apply(text).as_bytes())
    }
}
