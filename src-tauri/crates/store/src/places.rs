//! Where the person was: what the app remembers from one start to the next without being told.

use crate::{Situation, open, state_directory, write_over};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use toml_edit::{de, ser};

/// The name of the file in [`crate::state_directory`].
const PLACES_FILE: &str = "places.toml";

/// The draft that was open last, and where the caret was in each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Places {
    /// The id of the draft that was open last.
    pub last: Option<String>,
    /// The caret of each draft by its id, in UTF-16 units of the window's text.
    pub carets: BTreeMap<String, u32>,
}

impl Places {
    /// What is remembered in [`crate::state_directory`].
    pub fn read() -> Self {
        state_directory().map(|it| Self::read_from(&it.join(PLACES_FILE))).unwrap_or_default()
    }

    /// Remembers it.
    ///
    /// # Errors
    /// What the disk says.
    pub fn write(&self) -> Result<(), Situation> {
        state_directory().map_or(Ok(()), |it| self.write_to(&it.join(PLACES_FILE)))
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
