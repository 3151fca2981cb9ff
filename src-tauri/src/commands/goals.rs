//! The window's commands about lengths and time.

use super::{Said, off};
use crate::wire::{Goals, Unit};
use tauri::AppHandle;

/// The bands of the drafts that the person chose as models.
#[tauri::command]
#[specta::specta]
pub(crate) async fn bands_of(app: AppHandle, drafts: Vec<String>, unit: Unit) -> Said<Goals> {
    off(&app, move |lede| lede.bands_of(&drafts, unit)).await
}

/// In so many minutes of today something was written; `pressed` is when the last key was, where one was.
#[tauri::command]
#[specta::specta]
pub(crate) async fn writing_minutes(app: AppHandle, pressed: Option<u64>) -> Said<u32> {
    off(&app, move |lede| Ok(lede.writing_minutes(pressed))).await
}
