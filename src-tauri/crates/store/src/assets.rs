//! Pictures that come to a draft, by paste, by drop or from a dialog: each goes into a folder beside it.

use crate::library::{first_free, slug};
use crate::{Situation, open};
use std::path::{Path, PathBuf};

/// The folder beside a draft that pictures go into.
const FOLDER: &str = "assets";

/// Keeps a picture in `assets/` beside the draft at `draft`, under a name made from `name`, and gives its
/// path from the draft's folder as a Markdown link writes it. The same picture is kept once.
///
/// # Errors
/// `NotAPicture` for bytes that no preview shows, or what the disk says.
pub fn keep_picture(draft: &Path, name: &str, bytes: &[u8]) -> Result<String, Situation> {
    let ending = ending(bytes).ok_or_else(|| Situation::NotAPicture(name.to_owned()))?;
    let folder = draft.with_file_name(FOLDER);
    std::fs::create_dir_all(&folder).map_err(Situation::at(&folder))?;
    let stem = stem(name);
    let path = match already(&folder, &stem, ending, bytes) {
        Some(path) => path,
        None => first_free(&folder, |place| numbered(&stem, place, ending), bytes)?,
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(format!("{FOLDER}/{name}"))
}

/// The kinds of picture that a preview shows, by what the bytes say of themselves.
fn ending(bytes: &[u8]) -> Option<&'static str> {
    match infer::get(bytes)?.mime_type() {
        "image/png" => Some("png"),
        "image/jpeg" => Some("jpg"),
        "image/gif" => Some("gif"),
        "image/webp" => Some("webp"),
        "image/avif" => Some("avif"),
        _ => None,
    }
}

/// A name that needs no escape in a link.
fn stem(name: &str) -> String {
    let stem = Path::new(name).file_stem().unwrap_or_default().to_string_lossy();
    if stem.chars().any(char::is_alphanumeric) { slug(&stem) } else { "picture".to_owned() }
}

fn numbered(stem: &str, place: usize, ending: &str) -> String {
    if place == 1 { format!("{stem}.{ending}") } else { format!("{stem}-{place}.{ending}") }
}

/// The file of one of these names that has these bytes already.
fn already(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Option<PathBuf> {
    (1..)
        .map(|place| folder.join(numbered(stem, place, ending)))
        .take_while(|path| path.is_file())
        .find(|path| open::read(path).is_ok_and(|there| there == bytes))
}
