//! The text that a command works on.

use crate::refusal::Refusal;
use std::{
    io::Read,
    path::{Path, PathBuf},
};
use store::{Hash, LARGEST_DRAFT, Situation};
use text::Text;

/// A text, and where it came from.
pub(crate) struct Source {
    /// The text as it stands there, byte order mark and line ends included.
    pub(crate) text: Text,
    /// The file and the hash of its bytes; none for standard input.
    pub(crate) file: Option<(PathBuf, Hash)>,
}

impl Source {
    /// Reads a file, or standard input for `-`.
    ///
    /// # Errors
    /// What the window would say to such a file.
    pub(crate) fn read(path: &Path) -> Result<Self, Refusal> {
        if path == Path::new("-") {
            return Ok(Self { text: Text::new(standard_input()?), file: None });
        }
        let opened = store::open(path)?;
        Ok(Self { text: opened.text, file: Some((path.to_owned(), opened.hash)) })
    }
}

fn standard_input() -> Result<String, Refusal> {
    let path = || PathBuf::from("standard input");
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(LARGEST_DRAFT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST_DRAFT {
        let limit = LARGEST_DRAFT / 1_000_000;
        return Err(Refusal::new(format!(
            "What comes from standard input is longer than {limit} MB. Split it."
        )));
    }
    Ok(String::from_utf8(bytes).map_err(|_| Situation::NotUtf8(path()))?)
}
