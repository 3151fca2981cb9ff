//! The words of the question that the system asks when the window closes.

use serde::Deserialize;
use specta::Type;

/// What a person is asked when the window closes and some of the text is in no file.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Closing {
    /// That the journal has it.
    pub in_journal: String,
    /// The button that closes then.
    pub close: String,
    /// That it would be lost.
    pub lost: String,
    /// The button that closes all the same.
    pub lose: String,
    /// The button that goes back to the text.
    pub stay: String,
}

impl Default for Closing {
    fn default() -> Self {
        Self {
            in_journal: "Some of your text is not in its file yet. It is safe in the journal and will be here \
                         when you start again."
                .to_owned(),
            close: "Close".to_owned(),
            lost: "Some of your text is not saved. If you close now, what you typed last is lost."
                .to_owned(),
            lose: "Close and lose it".to_owned(),
            stay: "Stay".to_owned(),
        }
    }
}
