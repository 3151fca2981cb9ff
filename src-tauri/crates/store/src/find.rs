//! Finding words in all drafts of a library, and replacing them.

mod excerpt;
mod query;
mod replace;
mod texts;

pub use query::{How, Query};
pub use replace::Replacement;
pub use texts::Texts;

use crate::{Entry, Library, Situation};
use query::Pattern;
use std::ops::Range;
use std::path::PathBuf;
use text::Span;

/// A draft in which something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The draft.
    pub path: PathBuf,
    /// Whether its name alone has what was asked for.
    pub in_name: bool,
    /// Where it was found in the text, in its order; none when only the name has it.
    pub hits: Vec<Hit>,
    /// Whether there is more than these hits.
    pub more: bool,
}

/// A place where something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What was found, in bytes of the whole text as the window is given it: for a file that is not
    /// UTF-8, of [`crate::view`].
    pub span: Span,
    /// The line in which it begins, from 1.
    pub line: usize,
    /// Where it stands in that line as the window counts: in UTF-16 units, up to the end of the line, the
    /// byte order mark left out.
    pub columns: Range<usize>,
    /// That line, or what of it lies around what was found.
    pub excerpt: String,
    /// Where it stands in the excerpt, in its bytes; up to the end of the line, if it runs on.
    pub mark: Range<usize>,
}

impl Library {
    /// The drafts that have what `query` asks for, the newest first, each with at most `most` hits; of
    /// several words, drafts with all of them in the name come before. A query of nothing finds nothing.
    /// `texts` keeps what was read for the next time.
    ///
    /// # Errors
    /// `PatternBroken`, or when the library cannot be read. A draft that cannot be read has its name only.
    pub fn find(&self, query: &Query, most: usize, texts: &Texts) -> Result<Vec<Found>, Situation> {
        let Some(pattern) = query.pattern()? else { return Ok(Vec::new()) };
        let entries = self.names()?;
        let mut found = texts.look(&entries, |entry, text| found(entry, text, &pattern, most));
        found.sort_by_key(|found| !found.in_name);
        Ok(found)
    }
}

fn found(entry: &Entry, text: &str, pattern: &Pattern, most: usize) -> Option<Found> {
    let name = entry.path.file_name()?.to_string_lossy();
    let both = [text, &name];
    let looked_at = if pattern.counts_names() { &both[..] } else { &both[..1] };
    let in_name = pattern.counts_names() && pattern.is_in(&both[1..]);
    if !in_name && !pattern.is_in(looked_at) {
        return None;
    }
    let mut places = pattern.places(text);
    let shown: Vec<_> = places.by_ref().take(most).collect();
    let more = places.next().is_some();
    let hits = excerpt::hits(text, shown);
    Some(Found { path: entry.path.clone(), in_name, hits, more })
}
