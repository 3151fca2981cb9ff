//! What the person said to the checks of a draft: which findings they do not want, what they have seen to.

use crate::{Hash, Situation, open, state_directory, write_over};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use toml_edit::{de, ser};

/// The folder in [`crate::state_directory`], with a file for each draft of which there is something to
/// keep.
const FOLDER: &str = "checks";

/// A place in a text by its content, as the checks remember it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Passage {
    /// What said something about it: a rule, a list.
    pub rule: String,
    /// What it said.
    pub said: String,
    /// The words at the place.
    pub words: String,
    /// The words before.
    pub before: String,
    /// The words behind.
    pub behind: String,
}

/// What the person said to the checks of one draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Heeded {
    /// The draft, for whoever looks into the folder.
    pub draft: PathBuf,
    /// Words that spelling lets pass here, as they are written.
    pub words: Vec<String>,
    /// Findings that are not to be shown again.
    pub ignored: Vec<Passage>,
    /// Sources and dates that have been looked at.
    pub ticked: Vec<Passage>,
}

impl Heeded {
    /// What was said about the draft at this path.
    pub fn read(draft: &Path) -> Self {
        state_directory().map(|it| Self::read_from(&it, draft)).unwrap_or_default()
    }

    /// Keeps it for the draft at this path.
    ///
    /// # Errors
    /// What the disk says. A person without a home keeps none.
    pub fn write(&self, draft: &Path) -> Result<(), Situation> {
        state_directory().map_or(Ok(()), |it| self.write_to(&it, draft))
    }

    /// The draft goes on under another name, and what was said about it with it.
    ///
    /// # Errors
    /// What the disk says.
    pub fn renamed(from: &Path, to: &Path) -> Result<(), Situation> {
        let heeded = Self::read(from);
        if heeded.is_empty() { Ok(()) } else { heeded.write(to) }
    }

    /// As [`Heeded::read`], with this state directory. What cannot be read was not worth a word.
    pub fn read_from(state: &Path, draft: &Path) -> Self {
        let kept = open(&file(state, draft)).ok();
        kept.and_then(|it| de::from_str(it.text.as_str()).ok()).unwrap_or_default()
    }

    /// As [`Heeded::write`], with this state directory; the folder is made if need be.
    ///
    /// # Errors
    /// What the disk says.
    pub fn write_to(&self, state: &Path, draft: &Path) -> Result<(), Situation> {
        let kept = Self { draft: draft.to_owned(), ..self.clone() };
        write_over(&file(state, draft), ser::to_string(&kept).unwrap_or_default().as_bytes())
    }

    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.ignored.is_empty() && self.ticked.is_empty()
    }
}

/// A path has signs that a file's name must not have, so its hash stands for it.
fn file(state: &Path, draft: &Path) -> PathBuf {
    let name = Hash::of(draft.as_os_str().as_encoded_bytes()).short();
    state.join(FOLDER).join(format!("{name}.toml"))
}
