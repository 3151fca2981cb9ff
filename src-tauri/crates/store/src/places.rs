//! Where the person was: what the app remembers from one start to the next without being told.

use crate::{Situation, open, state_directory, write_over};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use toml_edit::{de, ser};

/// The name of the file in [`crate::state_directory`].
const PLACES_FILE: &str = "places.toml";

/// As many drafts are remembered as open of late.
const RECENT: usize = 30;

/// The drafts that were open last, and where the caret was in each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Places {
    /// The id of the draft that was open last.
    pub last: Option<String>,
    /// The ids of the drafts that were open of late, the last one first.
    pub recent: Vec<String>,
    /// The caret of each draft by its id, in UTF-16 units of the window's text.
    pub carets: BTreeMap<String, u32>,
    /// The first place of each draft that was in sight, counted as its caret is.
    pub tops: BTreeMap<String, u32>,
}

impl Places {
    /// What is remembered in [`crate::state_directory`].
    pub fn read() -> Self {
        state_directory().map(|it| Self::read_from(&it.join(PLACES_FILE))).unwrap_or_default()
    }

    /// Whether anything was ever remembered: without it, this is a first start.
    pub fn are_kept() -> bool {
        state_directory().is_some_and(|it| it.join(PLACES_FILE).exists())
    }

    /// Remembers it.
    ///
    /// # Errors
    /// What the disk says.
    pub fn write(&self) -> Result<(), Situation> {
        state_directory().map_or(Ok(()), |it| self.write_to(&it.join(PLACES_FILE)))
    }

    /// A draft was opened.
    pub fn opened(&mut self, draft: &str) {
        self.last = Some(draft.to_owned());
        self.recent.retain(|recent| recent != draft);
        self.recent.insert(0, draft.to_owned());
        self.recent.truncate(RECENT);
    }

    /// The person left a draft with the caret here, and this first place in sight if any was.
    pub fn left(&mut self, draft: &str, caret: u32, top: Option<u32>) {
        self.carets.insert(draft.to_owned(), caret);
        match top {
            Some(top) => self.tops.insert(draft.to_owned(), top),
            None => self.tops.remove(draft),
        };
    }

    /// A draft has another id now, and is where it was in its text.
    pub fn renamed(&mut self, from: &str, to: &str) {
        for id in self.last.iter_mut().chain(&mut self.recent).filter(|id| *id == from) {
            to.clone_into(id);
        }
        for places in [&mut self.carets, &mut self.tops] {
            if let Some(place) = places.remove(from) {
                places.insert(to.to_owned(), place);
            }
        }
    }

    /// What is remembered at `path`. What cannot be read was not worth a word: then it is nothing.
    pub fn read_from(path: &Path) -> Self {
        let remembered = open(path).ok().and_then(|it| de::from_str(it.text.as_str()).ok());
        remembered.unwrap_or_default()
    }

    /// Remembers it at `path`; the folder is made if need be.
    ///
    /// # Errors
    /// What the disk says.
    pub fn write_to(&self, path: &Path) -> Result<(), Situation> {
        write_over(path, ser::to_string(self).unwrap_or_default().as_bytes())
    }
}
