//! How the list of drafts is arranged: kept from one start to the next, in a file of its own.

use crate::{Situation, open, state_directory, write_over};
use serde::{Deserialize, Serialize};
use std::path::Path;
use toml_edit::{de, ser};

/// The name of the file in [`crate::state_directory`].
const ARRANGEMENT_FILE: &str = "list.toml";

/// The order of the list of drafts, and what of it is seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// What comes first.
    pub order: Order,
    /// Only drafts in this state, if one was chosen.
    pub state: Option<State>,
    /// Only drafts with this tag, if one was chosen.
    pub tag: Option<String>,
    /// The folders whose drafts are not seen, as paths in the library.
    pub folded: Vec<String>,
}

/// What comes first in the list of drafts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// What was written last.
    #[default]
    Newest,
    /// The title that stands first in the alphabet.
    Title,
    /// The one with the most points.
    Points,
    /// The one with the most words.
    Words,
}

/// How far a piece has come, by its front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Not published yet.
    Draft,
    /// Published.
    Published,
}

impl Arrangement {
    /// What is kept in [`crate::state_directory`].
    pub fn read() -> Self {
        state_directory().map(|it| Self::read_from(&it.join(ARRANGEMENT_FILE))).unwrap_or_default()
    }

    /// Keeps it.
    ///
    /// # Errors
    /// What the disk says.
    pub fn write(&self) -> Result<(), Situation> {
        state_directory().map_or(Ok(()), |it| self.write_to(&it.join(ARRANGEMENT_FILE)))
    }

    /// What is kept at `path`. What cannot be read was a comfort: then it is nothing.
    pub fn read_from(path: &Path) -> Self {
        let kept = open(path).ok().and_then(|it| de::from_str(it.text.as_str()).ok());
        kept.unwrap_or_default()
    }

    /// Keeps it at `path`; the folder is made if need be.
    ///
    /// # Errors
    /// What the disk says.
    pub fn write_to(&self, path: &Path) -> Result<(), Situation> {
        write_over(path, ser::to_string(self).unwrap_or_default().as_bytes())
    }
}
