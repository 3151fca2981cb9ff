//! A text from elsewhere is merged into the draft: another program wrote the file, a save brought out
//! what it did not expect, a sync tool laid a copy beside it.

use super::on_disk::Base;
use super::{Draft, Offer, StillPending};
use text::{Text, WindowOffset};

/// What a merge asks of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The edits that bring in what theirs has and mine does not touch.
    pub offer: Offer,
    /// Where both changed the same or touching words: mine stands in the text.
    pub conflicts: Vec<Conflict>,
    /// The whole text from elsewhere.
    pub theirs: String,
}

/// Words that both sides changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Where mine begins in the merged text, in the window's offsets.
    pub from: WindowOffset,
    /// Where it ends.
    pub to: WindowOffset,
    /// My words, as the window shows them.
    pub mine: String,
    /// Theirs, as the window would show them.
    pub theirs: String,
}

impl Draft {
    /// Merges a text that was made from `base`, or from what both have in common where that is not
    /// known, and that is safe elsewhere. What is in the file stays what it is known to be.
    ///
    /// # Errors
    /// [`StillPending`].
    pub fn merge(&mut self, base: Option<&str>, theirs: &str) -> Result<Merged, StillPending> {
        if self.pending.is_some() {
            return Err(StillPending);
        }
        Ok(self.merge_now(base, theirs, None))
    }

    /// Merges what the file holds now; from here on it is the base.
    pub(super) fn merge_disk(&mut self, disk: Base) -> Merged {
        let base = self.disk.base.take();
        let theirs = disk.text.clone();
        let merged = self.merge_now(base.as_ref().map(|base| &*base.text), &theirs, Some(disk));
        if self.disk.base.is_none() {
            // The window has not answered yet: until then the file is as it was known to be.
            self.disk.base = base;
        }
        merged
    }

    fn merge_now(&mut self, base: Option<&str>, theirs: &str, disk: Option<Base>) -> Merged {
        let mine = self.text.as_str();
        let merge = match base {
            Some(base) => text::merge(base, mine, theirs),
            None => text::merge_without_base(mine, theirs),
        };
        let merged = Text::new(merge.edits.apply(mine));
        let conflicts = merge.conflicts.iter().map(|conflict| Conflict {
            from: merged.window_offset(conflict.merged.start),
            to: merged.window_offset(conflict.merged.end),
            mine: window_words(&conflict.mine),
            theirs: window_words(&conflict.theirs),
        });
        let conflicts = conflicts.collect();
        let offer = self.offer_now(merge.edits, disk);
        Merged { offer, conflicts, theirs: theirs.to_owned() }
    }
}

/// Words as the window shows them, one line feed for each line end.
fn window_words(words: &str) -> String {
    words.replace("\r\n", "\n").replace('\r', "\n")
}
