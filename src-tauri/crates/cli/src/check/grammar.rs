//! Grammar, in a program that was built with it.

use crate::refusal::Refusal;
use check::Finding;
use text::Text;

/// The grammar and the words that the person knows better.
pub(super) struct Grammar {
    grammar: grammar::Grammar,
    own_words: Vec<String>,
}

impl Grammar {
    pub(super) fn load() -> Result<Self, Refusal> {
        Ok(Self { grammar: grammar::Grammar::load(), own_words: store::own_words()? })
    }

    pub(super) fn findings(&mut self, text: &Text) -> Vec<Finding> {
        self.grammar.findings(text, &self.own_words)
    }
}
