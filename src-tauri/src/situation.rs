//! Situations as the window is told of them.

use crate::grammar;
use crate::wire::{Action, Code, Sentence, Settings, Trouble};
use store::{Contrast, Situation, TextFont, Theme};

impl From<&Situation> for Trouble {
    fn from(situation: &Situation) -> Self {
        Self { said: situation.into(), action: situation.action().into() }
    }
}

impl From<Situation> for Trouble {
    fn from(situation: Situation) -> Self {
        Self::from(&situation)
    }
}

impl From<Sentence> for Trouble {
    fn from(said: Sentence) -> Self {
        Self { said, action: Action::None }
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
        Self::new(Code::Closed, "This draft is not open any more. Open it again from the list.")
    }

    /// A trouble of the shell's own.
    pub fn new(code: Code, english: &str) -> Self {
        Sentence::new(code, english).into()
    }

    /// Edits are on their way through the window already.
    pub fn busy() -> Self {
        Self::new(Code::Busy, "Another change is just coming in. Try again in a moment.")
    }
}

impl From<&store::Settings> for Settings {
    fn from(kept: &store::Settings) -> Self {
        let theme = match kept.theme {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        Self {
            theme: theme.to_owned(),
            contrast: if kept.contrast == Contrast::More { "more" } else { "system" }.to_owned(),
            text_font: if kept.text_font == TextFont::Duospace { "duospace" } else { "serif" }
                .to_owned(),
            keys: kept.keys.clone(),
            text_size: kept.text_size.into(),
            left_width: kept.left_width.into(),
            right_width: kept.companion_width.into(),
            ignored_rules: kept.ignored_rules.clone(),
            focus: kept.focus,
            typewriter: kept.typewriter,
            full_screen: kept.full_screen,
            measure: kept.measure.into(),
            autosave_pause: kept.autosave_pause.into(),
            session: kept.session,
            goals: kept.goals.into(),
            spelling: kept.spelling,
            grammar: grammar::IS_HERE.then_some(kept.grammar),
        }
    }
}

impl Settings {
    /// Puts what differs from what the window was `told` into the settings that are kept.
    pub fn change_from(&self, told: Option<&Self>, kept: &mut store::Settings) {
        let mut before = kept.clone();
        told.into_iter().for_each(|told| told.change(&mut before));
        let mut after = kept.clone();
        self.change(&mut after);
        let value = |settings: &store::Settings| serde_json::to_value(settings).unwrap_or_default();
        let (before, after) = (value(&before), value(&after));
        let mut changed = value(kept);
        for (key, set) in after.as_object().into_iter().flatten() {
            if told.is_none() || before.get(key) != Some(set) {
                changed[key] = set.clone();
            }
        }
        *kept = serde_json::from_value(changed).unwrap_or_else(|_| kept.clone());
    }

    /// Puts what the window knows of the settings into those that are kept.
    pub fn change(&self, kept: &mut store::Settings) {
        let number = |number: u32| u16::try_from(number).unwrap_or(u16::MAX);
        kept.theme = match self.theme.as_str() {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::System,
        };
        kept.contrast = if self.contrast == "more" { Contrast::More } else { Contrast::System };
        kept.text_font =
            if self.text_font == "duospace" { TextFont::Duospace } else { TextFont::Serif };
        kept.keys.clone_from(&self.keys);
        kept.text_size = number(self.text_size);
        kept.left_width = number(self.left_width);
        kept.companion_width = number(self.right_width);
        kept.ignored_rules.clone_from(&self.ignored_rules);
        kept.focus = self.focus;
        kept.typewriter = self.typewriter;
        kept.full_screen = self.full_screen;
        kept.measure = number(self.measure);
        kept.autosave_pause = number(self.autosave_pause);
        kept.session = self.session;
        kept.goals = self.goals.into();
        kept.spelling = self.spelling;
        // An app without grammar leaves the wish for it to one that has it.
        kept.grammar = self.grammar.unwrap_or(kept.grammar);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use piece::{Band, Goals};

    #[test]
    fn what_the_window_does_not_know_of_stays_when_it_changes_something() {
        let told = Settings::from(&store::Settings::default());
        let by_hand = store::Settings {
            keys: [("bold".to_owned(), "Ctrl+J".to_owned())].into(),
            measure: 80,
            library: Some("/drafts".into()),
            ..store::Settings::default()
        };
        let mut kept = by_hand.clone();
        Settings { focus: true, ..told.clone() }.change_from(Some(&told), &mut kept);
        assert_eq!(kept, store::Settings { focus: true, ..by_hand });
    }

    #[test]
    fn settings_go_out_and_come_back() {
        let kept = store::Settings {
            theme: Theme::Dark,
            contrast: Contrast::More,
            text_font: TextFont::Duospace,
            keys: [("bold".to_owned(), "Ctrl+J".to_owned())].into(),
            measure: 70,
            autosave_pause: 900,
            spelling: false,
            grammar: true,
            session: true,
            goals: Goals { piece: Some(800), point: Band::new(80, 120), ..Goals::default() },
            ignored_rules: vec!["dek-echo".into()],
            ..store::Settings::default()
        };
        let mut other = store::Settings { grammar: true, ..store::Settings::default() };
        Settings::from(&kept).change(&mut other);
        assert_eq!(other, kept);
    }
}
