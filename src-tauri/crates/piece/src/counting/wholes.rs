//! Cardinal numbers: the whole count, and subsets of it.

use super::nouns::Noun;
use super::numeral::{Form, Numeral};
use super::reader::Reader;
use super::{Counting, Which};

impl Reader<'_> {
    /// Takes a number, or notes that it counts something else; gives the token behind it.
    pub(super) fn count(&mut self, number: Numeral) -> usize {
        let noun = self.noun(number.to);
        let kind = match self.which(number.from) {
            Some(which) => self.is_subset(number, noun).then_some(Counting::Subset(which)),
            None => self.is_whole(number, noun).then_some(Counting::Whole),
        };
        match kind {
            Some(kind) => self.take(number.from, number.span, kind, number.value),
            None if noun == Noun::Other && number.value > 1 => {
                self.rival = Some((self.tokens.sentence(number.from), number.value));
            }
            None => {}
        }
        number.to
    }

    /// Which subset the words before token `at` speak of.
    fn which(&self, at: usize) -> Option<Which> {
        let has = |list: &str, by: usize| self.language.has(list, self.tokens.word_before(at, by));
        let determined = ["the", "these", "the-ordinal"].iter().any(|list| has(list, 2));
        let which = [("first", Which::First), ("last", Which::Last), ("other", Which::Others)];
        let found = which.into_iter().find(|(list, _)| has(list, 1)).map(|(_, which)| which);
        found.filter(|_| determined)
    }

    fn is_subset(&self, number: Numeral, noun: Noun) -> bool {
        let value = number.value;
        value > 1
            && match noun {
                Noun::Anchor => true,
                Noun::Any => value <= self.points,
                Noun::Alone => {
                    (number.form == Form::Plain || value < self.points)
                        && self.is_plausible_subset(value)
                        && !self.is_rivalled(number.from, value)
                }
                Noun::Unit | Noun::Other => false,
            }
    }

    fn is_plausible_subset(&self, value: u32) -> bool {
        value <= self.points.saturating_add(2)
    }

    fn is_whole(&self, number: Numeral, noun: Noun) -> bool {
        let (at, value) = (number.from, number.value);
        let has = |list: &str| self.language.has(list, self.tokens.word_before(at, 1));
        let (these, the) = (has("these"), has("the"));
        let opens = has("opens") || self.tokens.opens(at);
        let is_new = || !self.is_rivalled_by(at, value);
        value > 1
            && match noun {
                Noun::Anchor if these => true,
                Noun::Anchor if the || opens => self.is_plausible(value),
                Noun::Anchor => self.is_right(value) && !has("bare-never"),
                Noun::Any => self.is_right(value) && (these || the || opens) && is_new(),
                Noun::Alone if number.form == Form::Idiom => false,
                Noun::Alone if self.is_right(value) => {
                    // "The two of them" are more often people.
                    (these || (the && !self.is_of_them(number.to))) && is_new()
                }
                Noun::Alone => these && value > 3 && self.is_plausible(value) && is_new(),
                Noun::Unit | Noun::Other => false,
            }
    }

    /// Whether the same number counts something else close before.
    fn is_rivalled_by(&self, at: usize, value: u32) -> bool {
        self.is_rivalled(at, value) && self.rival.is_some_and(|(_, rival)| rival == value)
    }

    /// "Both" at token `at`, if it speaks of the points; gives the token behind it.
    pub(super) fn both(&mut self, at: usize) -> Option<usize> {
        if !self.tokens.has(self.language, "both", at) {
            return None;
        }
        let of_them = self.is_of_them(at + 1) && self.of_anchor(at + 1);
        let is_verb = self.tokens.has(self.language, "verbs", at + 1);
        let speaks_of_two = self.tokens.opens(at) || self.counted_before(at) == Some(2);
        let alone = speaks_of_two && is_verb && !self.is_rivalled(at, 2);
        let stands = match self.noun(at + 1) {
            Noun::Anchor => true,
            Noun::Any => self.is_right(2),
            _ => of_them || (self.is_right(2) && (alone || self.is_of_them(at + 1))),
        };
        stands.then(|| {
            self.take(at, self.tokens.span(at, at), Counting::Whole, 2);
            at + 1
        })
    }

    fn of_anchor(&self, at: usize) -> bool {
        self.is_anchor(self.tokens.word(at + 2))
    }
}
