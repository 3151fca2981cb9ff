//! What crosses about spelling.

use serde::Serialize;
use specta::Type;

/// By what a text was spelled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum SpelledBy {
    /// By nothing: the person has switched it off.
    Off,
    /// By nothing: the text does not tell its language.
    NoLanguage,
    /// By nothing: there is no dictionary of the text's language.
    NoDictionary {
        /// The language as the text says it, such as `en-GB`.
        lang: String,
    },
    /// By nothing: the dictionary of the text's language cannot be read.
    Broken {
        /// The language.
        lang: String,
        /// What its reader said.
        reason: String,
    },
    /// By a dictionary.
    Dictionary {
        /// Its language.
        lang: String,
    },
}

/// All that spelling says of a text of this version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Spelt {
    /// Which opening of the draft.
    pub session: u32,
    /// The version that was looked at.
    pub version: u32,
    /// By what it was looked at.
    pub by: SpelledBy,
    /// First unit and the one behind the last of each word that is in no dictionary, in the text's order.
    pub words: Vec<(u32, u32)>,
    /// Words that the person lets pass in this draft.
    pub passed: Vec<String>,
}
