//! Names: which files are drafts, which of them are copies, and what a new one is called.

use crate::tree::is_hidden;
use jiff::civil::Date;
use regex::Regex;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use unicode_segmentation::UnicodeSegmentation;

/// The longest slug, in bytes: date, count, extension and the mark of a conflict copy fit beside it
/// into the 255 bytes of a name.
const LONGEST_SLUG: usize = 150;

/// Whether the name is that of a draft: a Markdown file that is neither hidden nor the temporary file
/// of an editor or a sync tool.
pub fn is_draft(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_markdown = path.extension().is_some_and(|it| it.eq_ignore_ascii_case("md"));
    let is_temporary = name.starts_with('~') || name.starts_with('#');
    is_markdown && !is_temporary && !is_hidden(path)
}

/// The draft whose conflict copy `path` is by its name, as Syncthing, Dropbox, Nextcloud and Lede
/// itself name them.
pub(super) fn copy_of(path: &Path) -> Option<PathBuf> {
    static MARK: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let syncthing = r"\.sync-conflict-\d{8}-\d{6}-[0-9A-Z]+";
        let cloud = r" \([^()]*conflicted copy[^()]*\)";
        let own = r" \(conflict \d{4}-\d\d-\d\d \d{6}(?: \d+)?\)";
        Regex::new(&format!("(?:{syncthing}|{cloud}|{own})$")).ok()
    });
    let stem = path.file_stem()?.to_str()?;
    let mark = MARK.as_ref()?.find(stem)?;
    let extension = path.extension()?.to_str()?;
    Some(path.with_file_name(format!("{}.{extension}", &stem[..mark.start()])))
}

/// A title as a part of a file name: its letters and digits of any script in lower case, joined by
/// hyphens; apostrophes vanish. A title without any is `untitled`.
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    // By grapheme, so that a letter keeps the marks that some scripts cannot be read without.
    for grapheme in title.graphemes(true) {
        let letter = grapheme.chars().next().is_some_and(char::is_alphanumeric);
        if letter && slug.len() + grapheme.len() > LONGEST_SLUG {
            break;
        }
        match grapheme {
            letters if letter => slug.push_str(&letters.to_lowercase()),
            "'" | "’" => {}
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    match slug.trim_end_matches('-') {
        "" => "untitled".to_owned(),
        slug => slug.to_owned(),
    }
}

/// The name of a new draft: `YYYY-MM-DD-slug.md`, for the second one of the name and later ones
/// `YYYY-MM-DD-slug-2.md` and so on. `place_in_line` counts from 1.
pub fn file_name(date: Date, title: &str, place_in_line: usize) -> String {
    numbered(&format!("{date}-{}", slug(title)), place_in_line)
}

/// `stem.md`, `stem-2.md`, `stem-3.md` and so on.
pub(super) fn numbered(stem: &str, place_in_line: usize) -> String {
    match place_in_line {
        0 | 1 => format!("{stem}.md"),
        later => format!("{stem}-{later}.md"),
    }
}
