//! The pictures beside a draft.

use crate::open;
use std::path::{Path, PathBuf};

/// A picture, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its media type, such as `image/png`, by the file's ending.
    pub media_type: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The picture that the draft at `draft` names by `destination`, a path from the draft's folder. Only
/// pictures in that folder are given, and for a draft of the library those in the library; a link
/// or `..` that leads elsewhere leads to nothing.
pub fn picture(draft: &Path, library: &Path, destination: &str) -> Option<Picture> {
    let folder = draft.parent()?.canonicalize().ok()?;
    let library = library.canonicalize().ok().filter(|library| folder.starts_with(library));
    let path = beside(&folder, destination)?.canonicalize().ok()?;
    let may_see = |room: &Path| path.starts_with(room);
    if !may_see(&folder) && !library.is_some_and(|library| may_see(&library)) {
        return None;
    }
    let media_type = media_type(&path)?;
    Some(Picture { media_type, bytes: open::read(&path).ok()? })
}

/// Addresses with a scheme and paths from the root are no pictures beside a draft.
fn beside(folder: &Path, destination: &str) -> Option<PathBuf> {
    let elsewhere = destination.contains(['\0', ':']) || Path::new(destination).is_absolute();
    (!elsewhere).then(|| folder.join(destination))
}

/// SVG is left out: it is a document that can ask for others.
fn media_type(path: &Path) -> Option<&'static str> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "png" => Some("image/png"),
        "jpg" | "jpeg" => Some("image/jpeg"),
        "gif" => Some("image/gif"),
        "webp" => Some("image/webp"),
        "avif" => Some("image/avif"),
        _ => None,
    }
}
