//! The settings: a TOML file that a person may write by hand.

use crate::{Situation, config_directory, open, write_over};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml_edit::{DocumentMut, Item, Table, Value, de, ser};

/// The name of the settings file in [`crate::config_directory`].
const SETTINGS_FILE: &str = "settings.toml";

/// What a person can set. A key that the file does not have has its default; a key that Lede does not
/// know is left alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The folder of drafts; without one, the app chooses.
    pub library: Option<PathBuf>,
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// Size of the text in pixels.
    pub text_size: u16,
    /// Width of the left pane in pixels.
    pub left_width: u16,
    /// Width of the companion pane in pixels.
    pub companion_width: u16,
    /// Whether the left pane is open.
    pub left_open: bool,
    /// Whether the companion pane is open.
    pub companion_open: bool,
    /// Whether all but the paragraph with the caret is greyed.
    pub focus: bool,
    /// Whether the line with the caret stays in the middle.
    pub typewriter: bool,
    /// Whether the window takes the whole screen.
    pub full_screen: bool,
    /// How much the texts of all snapshots may take on the disk, in millions of bytes.
    pub history_megabytes: u32,
    /// The names of the rules that are not to be heeded in any draft.
    pub ignored_rules: Vec<String>,
}

/// The colours of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            library: None,
            theme: Theme::default(),
            text_size: 18,
            left_width: 248,
            companion_width: 396,
            left_open: true,
            companion_open: true,
            focus: false,
            typewriter: false,
            full_screen: false,
            history_megabytes: 500,
            ignored_rules: Vec::new(),
        }
    }
}

impl Settings {
    /// Reads the person's settings, `settings.toml` in [`crate::config_directory`].
    ///
    /// # Errors
    /// As [`Settings::read_from`].
    pub fn read() -> Result<Self, Situation> {
        config_directory()
            .map_or(Ok(Self::default()), |it| Self::read_from(&it.join(SETTINGS_FILE)))
    }

    /// Writes the person's settings.
    ///
    /// # Errors
    /// As [`Settings::write_to`]; a person without a home keeps none.
    pub fn write(&self) -> Result<(), Situation> {
        config_directory().map_or(Ok(()), |it| self.write_to(&it.join(SETTINGS_FILE)))
    }

    /// Reads the settings file at `path`; without a file, all is default.
    ///
    /// # Errors
    /// `SettingsBroken` with the line of the first mistake, or what the disk says.
    pub fn read_from(path: &Path) -> Result<Self, Situation> {
        let Some(source) = source(path)? else { return Ok(Self::default()) };
        de::from_str(&source).map_err(|error| broken(path, &source, error.span(), error.message()))
    }

    /// Writes the settings that differ from the file's into it; all else stays, comments included.
    /// The folder is made if need be.
    ///
    /// # Errors
    /// `SettingsBroken` when the file has a mistake (it is left as it is), or what the disk says.
    pub fn write_to(&self, path: &Path) -> Result<(), Situation> {
        let before = Self::read_from(path)?;
        let source = source(path)?.unwrap_or_default();
        let mut document: DocumentMut = source.parse().map_err(|error: toml_edit::TomlError| {
            broken(path, &source, error.span(), error.message())
        })?;
        update(document.as_table_mut(), &before.table(path)?, &self.table(path)?);
        write_over(path, document.to_string().as_bytes())
    }

    fn table(&self, path: &Path) -> Result<Table, Situation> {
        let document = ser::to_document(self);
        document
            .map(|document| document.as_table().clone())
            .map_err(|error| broken(path, "", None, &error.to_string()))
    }
}

/// Carries what differs between two settings over into the file's table.
fn update(file: &mut Table, before: &Table, after: &Table) {
    for (key, value) in after {
        if before.get(key).map(ToString::to_string) != Some(value.to_string()) {
            set(file, key, value);
        }
    }
    let gone = before.iter().map(|(key, _)| key).filter(|key| !after.contains_key(key));
    gone.for_each(|key| drop(file.remove(key)));
}

/// Sets a value and keeps what is written around the old one, such as a comment behind it.
fn set(file: &mut Table, key: &str, value: &Item) {
    match (file.get_mut(key).and_then(Item::as_value_mut), value.as_value()) {
        (Some(old), Some(new)) => {
            let around = old.decor().clone();
            *old = Value::clone(new);
            *old.decor_mut() = around;
        }
        _ => drop(file.insert(key, value.clone())),
    }
}

fn source(path: &Path) -> Result<Option<String>, Situation> {
    match open(path) {
        Ok(opened) => Ok(Some(opened.text.as_str().to_owned())),
        Err(Situation::Missing(_) | Situation::LibraryGone(_)) => Ok(None),
        Err(situation) => Err(situation),
    }
}

fn broken(path: &Path, source: &str, span: Option<Range<usize>>, reason: &str) -> Situation {
    let place = span.map_or(0, |span| span.start.min(source.len()));
    let line = source.as_bytes()[..place].iter().filter(|&&byte| byte == b'\n').count() + 1;
    Situation::SettingsBroken { path: path.to_owned(), line, reason: reason.trim().to_owned() }
}
