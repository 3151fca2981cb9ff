//! Situations as the window is told of them.

use crate::wire::{Action, Trouble};
use store::Situation;

impl From<&Situation> for Trouble {
    fn from(situation: &Situation) -> Self {
        Self {
            code: situation.code().to_owned(),
            sentence: situation.to_string(),
            action: situation.action().into(),
        }
    }
}

impl From<Situation> for Trouble {
    fn from(situation: Situation) -> Self {
        Self::from(&situation)
    }
}

impl From<store::Action> for Action {
    fn from(action: store::Action) -> Self {
        match action {
            store::Action::Retry => Self::Retry,
            store::Action::SaveElsewhere => Self::SaveElsewhere,
            store::Action::ChooseFolder => Self::ChooseFolder,
            _ => Self::None,
        }
    }
}

impl Trouble {
    /// The window named a draft that is not open.
    pub fn closed() -> Self {
        Self::new("closed", "This draft is not open any more. Open it again from the list.")
    }

    /// A trouble of the shell's own.
    pub fn new(code: &str, sentence: &str) -> Self {
        Self { code: code.to_owned(), sentence: sentence.to_owned(), action: Action::None }
    }
}
