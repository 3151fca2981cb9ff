//! The window's commands that put a piece on paper, beside itself, or in from a page.

use super::{Said, off};
use crate::wire::Sentence;
use crate::{exports, print as printing};
use tauri::AppHandle;

/// Asks where, and writes a copy of the text there; the draft stays what it is.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_copy(app: AppHandle, draft: String) -> Said<Option<String>> {
    let Some(path) = exports::ask_for_copy(&app, &draft).await? else { return Ok(None) };
    off(&app, move |lede| lede.save_copy(&draft, &path).map(Some)).await
}

/// Prints the piece as it is published, by the system's dialog.
#[tauri::command]
#[specta::specta]
pub(crate) async fn print(app: AppHandle, draft: String) -> Said<()> {
    printing::print(&app, &draft).await
}

/// Makes a copied web page the text of a draft that has no words yet; says what was left out. The edits
/// come as an event.
#[tauri::command]
#[specta::specta]
pub(crate) async fn paste_page(app: AppHandle, draft: String, html: String) -> Said<Vec<Sentence>> {
    let handle = app.clone();
    off(&app, move |lede| lede.paste_page(&handle, &draft, &html)).await
}
