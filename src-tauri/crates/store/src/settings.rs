//! The settings: a TOML file that a person may write by hand.

mod read;
mod write;

use crate::{Situation, config_directory};
use piece::Goals;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

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
    /// How strongly the window's colours differ.
    pub contrast: Contrast,
    /// The face of the text.
    pub text_font: TextFont,
    /// Size of the text in pixels.
    pub text_size: u16,
    /// How many characters wide the text is.
    pub measure: u16,
    /// Whether all but the paragraph or part with the caret is grey.
    pub focus: bool,
    /// Whether the line with the caret is kept in the middle.
    pub typewriter: bool,
    /// Whether the window takes the whole screen.
    pub full_screen: bool,
    /// Whether words that are in no dictionary are marked.
    pub spelling: bool,
    /// Whether grammar is looked at.
    pub grammar: bool,
    /// The checks that say nothing, by the names of their rules.
    pub ignored_rules: Vec<String>,
    /// After so many milliseconds without a key the draft is saved.
    pub autosave_pause: u16,
    /// Whether words of this session and minutes of today are counted and shown.
    pub session: bool,
    /// Width of the left pane in pixels.
    pub left_width: u16,
    /// Width of the companion pane in pixels.
    pub companion_width: u16,
    /// Whether the left pane is open.
    pub left_open: bool,
    /// Whether the companion pane is open.
    pub companion_open: bool,
    /// How much the texts of all snapshots may take on the disk, in millions of bytes.
    pub history_megabytes: u32,
    /// How long a piece and its parts are to be.
    pub goals: Goals,
    /// The key of a command by the command's name, instead of the usual one.
    pub keys: BTreeMap<String, String>,
}

/// The face of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextFont {
    /// A face for reading.
    #[default]
    Serif,
    /// A writer's face, in which all but the widest letters are as wide as each other.
    Duospace,
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

/// How strongly the colours of the window differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Contrast {
    /// As the system has it.
    #[default]
    System,
    /// As strongly as they can, with lines where there were shades.
    More,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            library: None,
            theme: Theme::default(),
            contrast: Contrast::default(),
            text_font: TextFont::default(),
            text_size: 18,
            measure: 66,
            focus: false,
            typewriter: false,
            full_screen: false,
            spelling: true,
            grammar: false,
            ignored_rules: Vec::new(),
            autosave_pause: 500,
            session: false,
            left_width: 248,
            companion_width: 396,
            left_open: true,
            companion_open: true,
            history_megabytes: 500,
            goals: Goals::default(),
            keys: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// The person's settings file, `settings.toml` in [`config_directory`]; none for a person without a
    /// home.
    pub fn file() -> Option<PathBuf> {
        config_directory().map(|config| config.join(SETTINGS_FILE))
    }

    /// Reads the person's settings. Values that are wrong are as if they were not there.
    ///
    /// # Errors
    /// As [`Settings::read_from`].
    pub fn read() -> Result<Self, Situation> {
        Self::read_with_wrong().map(|(settings, _)| settings)
    }

    /// Reads the person's settings, and what is wrong in them: `SettingWrong` for each value, in the
    /// order of the file.
    ///
    /// # Errors
    /// As [`Settings::read_from`].
    pub fn read_with_wrong() -> Result<(Self, Vec<Situation>), Situation> {
        Self::file().map_or_else(|| Ok((Self::default(), Vec::new())), |it| Self::read_from(&it))
    }

    /// Writes the person's settings.
    ///
    /// # Errors
    /// As [`Settings::write_to`]; a person without a home keeps none.
    pub fn write(&self) -> Result<(), Situation> {
        Self::file().map_or(Ok(()), |it| self.write_to(&it))
    }

    /// Reads the settings file at `path`, and what is wrong in it; without a file, all is default.
    ///
    /// # Errors
    /// `SettingsBroken` with the line of the first mistake in a file that is no TOML, or what the disk
    /// says.
    pub fn read_from(path: &Path) -> Result<(Self, Vec<Situation>), Situation> {
        read::read(path)
    }

    /// Writes the settings that differ from the file's into it; all else stays, comments and what is
    /// wrong included. The folder is made if need be.
    ///
    /// # Errors
    /// As [`Settings::read_from`], for what cannot be read is not written over; or what the disk says.
    pub fn write_to(&self, path: &Path) -> Result<(), Situation> {
        write::write(self, path)
    }
}
