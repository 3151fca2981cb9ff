//! Grammar beside the checks, in an app that was built with it, once the person has switched it on.

use crate::library::locked;
use check::Finding;
use std::sync::Mutex;
use text::Text;

/// Whether the app was built with it.
pub(crate) const IS_HERE: bool = true;

/// The grammar, from when it was first asked for until it is switched off.
#[derive(Default)]
pub(crate) struct Grammar(Mutex<Option<::grammar::Grammar>>);

impl Grammar {
    /// What it finds in a text; nothing while it is switched off. To load it and to look at a text for the
    /// first time takes seconds: nothing may wait for this.
    pub(crate) fn findings(&self, text: &Text) -> Vec<Finding> {
        let mut loaded = locked(&self.0);
        if !store::Settings::read().is_ok_and(|settings| settings.grammar) {
            *loaded = None;
            return Vec::new();
        }
        // Whoever cannot read the person's own words remarks rather too much.
        let own_words = store::own_words().unwrap_or_default();
        loaded.get_or_insert_with(::grammar::Grammar::load).findings(text, &own_words)
    }
}
