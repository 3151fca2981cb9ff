//! What the person can set and the first picture does not need.

use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;
use store::TextFont;

/// What the person can set beside the [`super::Settings`], kept in the same file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Preferences {
    /// The face of the text.
    pub text_font: Face,
    /// How many characters wide the text is.
    pub measure: u32,
    /// Whether all but the paragraph or part with the caret is grey.
    pub focus: bool,
    /// Whether the line with the caret is kept in the middle.
    pub typewriter: bool,
    /// Whether words that are in no dictionary are marked.
    pub spelling: bool,
    /// Whether grammar is looked at.
    pub grammar: bool,
    /// The checks that say nothing, by the names of their rules.
    pub ignored_rules: Vec<String>,
    /// After so many milliseconds without a key the draft is saved.
    pub autosave_pause: u32,
    /// The key of a command by the command's name, instead of the usual one.
    pub keys: BTreeMap<String, String>,
}

/// A face of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Face {
    /// For reading.
    Serif,
    /// A writer's.
    Duospace,
}

impl From<&store::Settings> for Preferences {
    fn from(kept: &store::Settings) -> Self {
        Self {
            text_font: match kept.text_font {
                TextFont::Serif => Face::Serif,
                TextFont::Duospace => Face::Duospace,
            },
            measure: kept.measure.into(),
            focus: kept.focus,
            typewriter: kept.typewriter,
            spelling: kept.spelling,
            grammar: kept.grammar,
            ignored_rules: kept.ignored_rules.clone(),
            autosave_pause: kept.autosave_pause.into(),
            keys: kept.keys.clone(),
        }
    }
}

impl Preferences {
    /// Puts them into the settings that are kept.
    pub fn change(self, kept: &mut store::Settings) {
        let number = |number: u32| u16::try_from(number).unwrap_or(u16::MAX);
        kept.text_font = match self.text_font {
            Face::Serif => TextFont::Serif,
            Face::Duospace => TextFont::Duospace,
        };
        kept.measure = number(self.measure);
        kept.focus = self.focus;
        kept.typewriter = self.typewriter;
        kept.spelling = self.spelling;
        kept.grammar = self.grammar;
        kept.ignored_rules = self.ignored_rules;
        kept.autosave_pause = number(self.autosave_pause);
        kept.keys = self.keys;
    }
}

#[cfg(test)]
mod tests {
    use super::Preferences;
    use store::{Settings, TextFont};

    #[test]
    fn what_goes_out_comes_back() {
        let mut kept = Settings {
            text_font: TextFont::Duospace,
            measure: 70,
            grammar: true,
            ignored_rules: vec!["dek-echo".into()],
            autosave_pause: 900,
            ..Settings::default()
        };
        kept.keys.insert("bold".into(), "Ctrl+G".into());
        let mut other = Settings { text_size: 30, ..Settings::default() };
        Preferences::from(&kept).change(&mut other);
        assert_eq!(other, Settings { text_size: 30, ..kept });
    }
}
