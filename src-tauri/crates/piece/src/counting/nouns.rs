//! What stands behind a number: the points' own noun, a word for it, nothing, or something else.

use super::reader::Reader;
use super::tokens::Kind;

/// So many adjectives may stand between a number and its noun.
const ADJECTIVES: usize = 3;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// The head noun of the title.
    Anchor,
    /// A word for points of any kind.
    Any,
    /// None: the number stands for the points.
    Alone,
    /// A measure.
    Unit,
    /// Something else.
    Other,
}

impl Reader<'_> {
    /// What the number that ends before token `at` counts.
    pub(super) fn noun(&self, at: usize) -> Noun {
        let mut place = at;
        for skipped in 0..=ADJECTIVES {
            let word = self.tokens.word(place);
            if word.is_empty() || self.is_joined(place) {
                break;
            }
            if skipped == 0 && self.language.has("further", word) {
                return Noun::Other;
            }
            if self.is_anchor(word) {
                return if self.is_rate(place + 1) { Noun::Other } else { Noun::Anchor };
            }
            if skipped == 0 && self.language.any_nouns.contains(word) {
                return Noun::Any;
            }
            if self.language.units.contains(word) {
                return Noun::Unit;
            }
            if self.language.joins.contains(word) || self.language.is_plural(word) {
                break;
            }
            place += 1 + usize::from(self.tokens.is_sign(place + 1, ","));
        }
        if self.stands_alone(at) { Noun::Alone } else { Noun::Other }
    }

    /// Whether what stands at token `at` makes a noun before it so many in a time: "lessons a week".
    fn is_rate(&self, at: usize) -> bool {
        self.tokens.has(self.language, "rate", at)
            && self.language.units.contains(self.tokens.word(at + 1))
            && !self.tokens.has(self.language, "from-then", at + 2)
    }

    /// Whether a word is the head noun of the title, in the plural.
    pub(super) fn is_anchor(&self, word: &str) -> bool {
        self.anchor.as_ref().is_some_and(|anchor| anchor.plural == word)
    }

    /// Whether a word is the head noun of the title, in the singular.
    pub(super) fn is_singular(&self, word: &str) -> bool {
        self.anchor.as_ref().is_some_and(|anchor| anchor.singular == word)
    }

    fn is_joined(&self, place: usize) -> bool {
        self.tokens.is_hyphen(place + 1)
    }

    /// Whether no noun can begin at token `at`.
    pub(super) fn stands_alone(&self, at: usize) -> bool {
        let Some(token) = self.tokens.at(at) else { return true };
        match token.kind {
            Kind::End => true,
            Kind::Sign => !matches!(token.text, "\"" | "“" | "‘" | "'" | "#" | "[" | "%" | "&"),
            Kind::Number => false,
            Kind::Word if &*token.lower == "of" => self.is_of_them(at),
            Kind::Word => {
                let word = &*token.lower;
                let is_verb = word.len() > 4 && word.ends_with("ed") && !self.is_noun_near(at + 1);
                is_verb || word.ends_with("n't") || self.language.joins.contains(word)
            }
        }
    }

    fn is_noun_near(&self, at: usize) -> bool {
        self.language.is_plural(self.tokens.word(at))
    }

    /// Whether "of" at token `at` leads to the points: "of them", "of these", "of the five".
    pub(super) fn is_of_them(&self, at: usize) -> bool {
        if !self.tokens.has(self.language, "of", at) {
            return false;
        }
        if self.tokens.has(self.language, "them", at + 1) {
            return !self.is_rivalled(at, 2);
        }
        if !self.tokens.has(self.language, "of-these", at + 1) {
            return false;
        }
        let behind = match self.cardinal(at + 2) {
            Some(number) if !self.is_right(number.value) => return false,
            Some(number) => number.to,
            None if self.tokens.word(at + 1).starts_with("thes") => at + 2,
            None => return self.noun(at + 2) == Noun::Anchor,
        };
        match self.noun(behind) {
            Noun::Anchor | Noun::Any => true,
            Noun::Alone => !self.is_rivalled(at, 2),
            Noun::Unit | Noun::Other => false,
        }
    }
}
