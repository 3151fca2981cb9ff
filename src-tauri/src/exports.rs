//! Exports, and the dialogs that ask where.

use crate::commands::Lede;
use crate::library::locked;
use crate::wire::{Code, Trouble};
use crate::world::Embedded;
use serde::Deserialize;
use specta::Type;
use std::path::{Path, PathBuf};
use store::Why;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::DialogExt;

/// A format that a piece is exported to.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Format {
    /// One self-contained page.
    Html,
    /// The text as it is.
    Markdown,
}

impl Format {
    fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
        }
    }
}

/// Asks where the export of `draft` shall go; nothing when the person thought better.
pub(crate) async fn ask(
    app: &AppHandle,
    draft: &str,
    format: Format,
) -> Result<Option<PathBuf>, Trouble> {
    ask_as(app, draft, "", format).await
}

/// Asks where a copy of `draft` shall go; nothing when the person thought better.
pub(crate) async fn ask_for_copy(app: &AppHandle, draft: &str) -> Result<Option<PathBuf>, Trouble> {
    ask_as(app, draft, " copy", Format::Markdown).await
}

/// Asks where to write something, and offers the draft's own name with `behind` at its end.
async fn ask_as(
    app: &AppHandle,
    draft: &str,
    behind: &str,
    format: Format,
) -> Result<Option<PathBuf>, Trouble> {
    let open = app.state::<Lede>().desk.get(draft).ok_or_else(Trouble::closed)?;
    let stem = open.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let dialog = app
        .dialog()
        .file()
        .set_directory(open.path.parent().unwrap_or(&open.path))
        .set_file_name(format!("{stem}{behind}.{}", format.ending()))
        .add_filter(format.ending(), &[format.ending()]);
    let chosen = tauri::async_runtime::spawn_blocking(move || dialog.blocking_save_file()).await;
    Ok(chosen.ok().flatten().and_then(|path| path.into_path().ok()))
}

/// Asks for a Markdown file to open; nothing when the person thought better.
pub(crate) async fn ask_for_file(app: &AppHandle) -> Option<PathBuf> {
    let dialog = app.dialog().file().add_filter("Markdown", &["md", "markdown", "txt"]);
    let chosen = tauri::async_runtime::spawn_blocking(move || dialog.blocking_pick_file()).await;
    chosen.ok().flatten()?.into_path().ok()
}

/// The folder that the person chooses in the system's dialog.
pub(crate) async fn ask_for_folder(app: &AppHandle) -> Option<PathBuf> {
    let lede = app.state::<Lede>();
    // The library itself may be what is gone.
    let near = lede.root().ancestors().find(|folder| folder.is_dir()).unwrap_or(lede.root());
    let dialog = app.dialog().file().set_directory(near).set_can_create_directories(true);
    let chosen = tauri::async_runtime::spawn_blocking(move || dialog.blocking_pick_folder()).await;
    chosen.ok().flatten()?.into_path().ok()
}

impl Lede {
    /// Writes the open text of `draft` to `path`; gives the path for the person to read.
    pub(crate) fn export(
        &self,
        draft: &str,
        format: Format,
        path: &Path,
    ) -> Result<String, Trouble> {
        let open = self.desk.get(draft).ok_or_else(Trouble::closed)?;
        let text = open.sheet().draft.text().clone();
        let content = match format {
            Format::Markdown => export::markdown(&text),
            Format::Html => export::html(&text, &Embedded::new(&open.path, self.root())),
        };
        if path == open.path {
            let sentence = "This is the draft itself. Choose another name for the export.";
            return Err(Trouble::new(Code::ExportOverDraft, sentence));
        }
        if store::is_draft(path) {
            self.keep_what_is_there(path)?;
        }
        store::write_over(path, content.as_bytes())?;
        Ok(store::whole_path(path))
    }

    /// Keeps a snapshot of a text that is about to be written over. What cannot be read is not written over.
    fn keep_what_is_there(&self, path: &Path) -> Result<(), Trouble> {
        match store::open(path) {
            Ok(there) => Ok(self.history.keep(path, there.text.as_str(), Why::Replace)?),
            Err(store::Situation::Missing(_)) => Ok(()),
            Err(situation) => Err(situation.into()),
        }
    }
}

impl Lede {
    /// The piece as a page that is whole in itself: as it is exported, and printed.
    pub(crate) fn page(&self, draft: &str) -> Result<String, Trouble> {
        let open = self.desk.get(draft).ok_or_else(Trouble::closed)?;
        let text = open.sheet().draft.text().clone();
        Ok(export::html(&text, &Embedded::new(&open.path, self.root())))
    }

    /// Writes the open text of `draft` to `path`, byte for byte; the draft stays what it is. Gives the
    /// path for the person to read. Another draft that is written over is a snapshot before.
    pub(crate) fn save_copy(&self, draft: &str, path: &Path) -> Result<String, Trouble> {
        let open = self.desk.get(draft).ok_or_else(Trouble::closed)?;
        let text = open.sheet().draft.text().clone();
        if self.desk.all().iter().any(|open| is_same(&open.path, path)) {
            let sentence = "That draft is open here. Choose another name for the copy.";
            return Err(Trouble::new(Code::CopyOverDraft, sentence));
        }
        self.keep_what_is_there(path)?;
        store::write_over(path, text.as_str().as_bytes())?;
        Ok(store::whole_path(path))
    }

    /// Writes the open text of `draft` to `path`, where the draft goes on; gives the path for the person
    /// to read. The file that could not be written stays as it is.
    pub(crate) fn save_elsewhere(&self, draft: &str, path: &Path) -> Result<String, Trouble> {
        let open = self.desk.get(draft).ok_or_else(Trouble::closed)?;
        let text = open.sheet().draft.text().as_str().to_owned();
        self.keep_what_is_there(path)?;
        store::write_over(path, text.as_bytes())?;
        // That a finding is ignored is a comfort: it is no reason not to save.
        let _ = store::Heeded::renamed(&open.path, path);
        self.desk.take_saved_elsewhere(draft);
        let opened = self.open_path(path)?;
        self.ask_to_open(opened.draft);
        Ok(store::whole_path(path))
    }

    /// What the clipboard has, as plain text; empty if it has none.
    pub(crate) fn clipboard_text(&self) -> String {
        // One of its own: the one that is kept may be serving a text, and is asked by nobody else.
        let asked = arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get_text());
        asked.unwrap_or_default()
    }

    /// Takes the whole text of `draft` to the clipboard.
    pub(crate) fn copy_text(&self, draft: &str) -> Result<(), Trouble> {
        let open = self.desk.get(draft).ok_or_else(Trouble::closed)?;
        let text = open.sheet().draft.text().as_str().to_owned();
        self.copy(text)
    }

    /// Puts words on the clipboard.
    pub(crate) fn copy(&self, words: String) -> Result<(), Trouble> {
        let unable = || Trouble::new(Code::NoClipboard, "The clipboard did not take the text.");
        self.with_clipboard(|clipboard| clipboard.set_text(words)).ok_or_else(unable)
    }

    /// Keeps the picture that is on the clipboard beside `draft`; gives its path as a link writes it,
    /// nothing where the clipboard has none. The page is not shown a picture when it is pasted.
    pub(crate) fn paste_picture(&self, draft: &str) -> Result<Option<String>, Trouble> {
        let picture = self.with_clipboard(arboard::Clipboard::get_image);
        let Some(bytes) = picture.and_then(|picture| as_png(&picture)) else { return Ok(None) };
        self.keep_picture(draft, "", &bytes).map(Some)
    }

    /// The clipboard serves what it was given for as long as it is kept.
    fn with_clipboard<T>(
        &self,
        ask: impl FnOnce(&mut arboard::Clipboard) -> Result<T, arboard::Error>,
    ) -> Option<T> {
        let mut clipboard = locked(&self.clipboard);
        if clipboard.is_none() {
            *clipboard = arboard::Clipboard::new().ok();
        }
        clipboard.as_mut().and_then(|clipboard| ask(clipboard).ok())
    }
}

/// Whether two paths lead to one file, however they are written.
fn is_same(one: &Path, other: &Path) -> bool {
    one == other
        || matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// A picture's points as a PNG file.
fn as_png(picture: &arboard::ImageData<'_>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (width, height) = (picture.width.try_into().ok()?, picture.height.try_into().ok()?);
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.write_header().ok()?.write_image_data(&picture.bytes).ok()?;
    Some(bytes)
}

/// Gives a link to the system, if it is one that may leave.
pub(crate) fn open_link(url: &str) -> Result<(), Trouble> {
    let scheme = url.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    if !scheme.is_some_and(|scheme| ["http", "https", "mailto"].contains(&scheme.as_str())) {
        return Err(Trouble::new(
            Code::LinkStays,
            "Only web and mail addresses are opened from here.",
        ));
    }
    let unable =
        |_| Trouble::new(Code::NoBrowser, "No program answered for this link. Copy it by hand.");
    tauri_plugin_opener::open_url(url, None::<&str>).map_err(unable)
}
