//! What a process that died left in its journals.

use super::folder::Folder;
use super::record::Whole;
use super::replay::{came_through, latest};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use text::WindowOffset;

/// Journals that say nothing any more are kept here, out of the way: a person may still read words in
/// them.
const DAMAGED: &str = "damaged";

/// A draft whose process died with it open. It stays in its journal until [`Left::done`].
#[derive(Debug)]
pub struct Left {
    /// The draft's file.
    pub path: PathBuf,
    /// Whether the draft had a file; one without lived in the journal alone.
    pub had_file: bool,
    /// The last version of its text that reached the journal whole.
    pub text: String,
    /// Where the caret stood, in the window's offsets.
    pub caret: WindowOffset,
    journal: Vec<u8>,
    files: Vec<PathBuf>,
    _folder: Arc<Folder>,
}

impl Left {
    /// Whether the text was made from the one with these bytes, so that it may take its place.
    pub fn was_made_from(&self, bytes: &[u8]) -> bool {
        came_through(&self.journal, bytes)
    }

    /// The text is safe elsewhere: the journal goes.
    pub fn done(self) {
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
    }

    fn read(files: Vec<PathBuf>, folder: &Arc<Folder>) -> Option<Self> {
        // The latest file may have been killed before its first record was whole.
        let mut read = files.iter().filter_map(|file| fs::read(file).ok());
        let found = read.find_map(|journal| Some((latest(&journal)?, journal)));
        let Some((whole, journal)) = found else {
            files.iter().for_each(|file| lay_aside(file));
            return None;
        };
        let Whole { path, in_file, caret, text, .. } = whole;
        let had_file = in_file.is_some();
        Some(Self { path, had_file, text, caret, journal, files, _folder: Arc::clone(folder) })
    }
}

/// The drafts that dead processes left in the folder of journals `journals`, in the order in which
/// those processes began. Of two that are of one file, the first goes when the second was made from it.
pub fn left_behind(journals: &Path) -> Vec<Left> {
    let mut left: Vec<Left> = Vec::new();
    for folder in Folder::left_behind(journals) {
        let folder = Arc::new(folder);
        for files in folder.journals() {
            let Some(later) = Left::read(files, &folder) else { continue };
            let is_part =
                |it: &mut Left| it.path == later.path && later.was_made_from(it.text.as_bytes());
            left.extract_if(.., is_part).for_each(Left::done);
            left.push(later);
        }
    }
    left
}

/// An empty file goes; any other keeps its bytes.
fn lay_aside(file: &Path) {
    if fs::metadata(file).is_ok_and(|about| about.len() == 0) {
        let _ = fs::remove_file(file);
        return;
    }
    let Some((folder, journals)) = file.parent().and_then(|it| Some((it, it.parent()?))) else {
        return;
    };
    let names = [folder, file].map(|it| it.file_name().unwrap_or_default().to_string_lossy());
    let aside = journals.join(DAMAGED);
    let _ = fs::create_dir_all(&aside);
    let _ = fs::rename(file, aside.join(names.join("-")));
}
