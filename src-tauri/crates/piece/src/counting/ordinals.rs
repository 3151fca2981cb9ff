//! Ordinals: one point by its place.

use super::Counting;
use super::numeral::ordinal;
use super::reader::Reader;

/// So many ordinals may share a noun: "the first, third and fifth signals".
const CHAIN: usize = 8;

/// So many adjectives may stand before the noun.
const ADJECTIVES: usize = 2;

impl Reader<'_> {
    /// The ordinal that begins at token `at`, if it speaks of a point; gives the token behind it.
    pub(super) fn read_ordinal(&mut self, at: usize) -> Option<usize> {
        let (behind, value) = ordinal(&self.tokens, self.language, at)?;
        let before = self.tokens.word_before(at, 1);
        let goes_on = self.ordinal.is_some_and(|(_, end)| self.next_in_chain(end) == Some(at));
        let is_one = self.language.has("the-ordinal", before) || goes_on;
        if !is_one || !self.is_of_a_point(at, behind, goes_on) {
            return None;
        }
        self.ordinal = Some((at, behind));
        self.take(at, self.tokens.span(at, behind - 1), Counting::Ordinal, value);
        Some(behind)
    }

    /// Whether the ordinal at `at`, or those that follow it, have a point for their noun.
    fn is_of_a_point(&self, at: usize, behind: usize, in_chain: bool) -> bool {
        if self.names_a_point(at, behind, in_chain) {
            return true;
        }
        let mut behind = behind;
        for _ in 0..CHAIN {
            let Some(next) = self.next_in_chain(behind) else { return false };
            let Some((end, _)) = ordinal(&self.tokens, self.language, next) else { return false };
            if self.names_a_point(next, end, true) {
                return true;
            }
            behind = end;
        }
        false
    }

    /// Where the next ordinal of a chain may begin, behind the one that ends before token `at`.
    fn next_in_chain(&self, at: usize) -> Option<usize> {
        let has = |list: &str, place: usize| self.tokens.has(self.language, list, place);
        let comma = at + usize::from(self.tokens.is_sign(at, ","));
        let and = comma + usize::from(has("and", comma));
        let the = and + usize::from(and > at && has("the", and));
        (and > at).then_some(the)
    }

    /// Whether what stands behind an ordinal, which ends before token `at`, is a point.
    fn names_a_point(&self, ordinal: usize, at: usize, in_chain: bool) -> bool {
        let mut place = at;
        for skipped in 0..=ADJECTIVES {
            let word = self.tokens.word(place);
            if self.is_singular(word) || (in_chain && self.is_anchor(word)) {
                return !self.tokens.is_hyphen(place + 1);
            }
            if skipped == 0 && self.language.point[0] == word {
                return !self.is_of_another(place + 1);
            }
            if word.is_empty() || self.language.joins.contains(word) {
                break;
            }
            place += 1 + usize::from(self.tokens.is_sign(place + 1, ","));
        }
        let same =
            |(it, _): (usize, usize)| self.tokens.sentence(it) == self.tokens.sentence(ordinal);
        let goes_on = (self.ordinal.is_some_and(same) || self.counted_before(ordinal).is_some())
            && !self.is_rivalled(at, 2);
        let is_one = self.tokens.has(self.language, "one", at);
        let of_them = self.is_of_them(at) && !self.is_rivalled(at, 2);
        let is_of = self.tokens.has(self.language, "of", at);
        of_them
            || (goes_on && !is_of && (is_one || self.stands_alone(at) || self.is_verb_of_one(at)))
    }

    /// Whether a verb as it follows a noun in the singular stands at token `at`.
    fn is_verb_of_one(&self, at: usize) -> bool {
        let word = self.tokens.word(at);
        let stems = ["s", "es"].map(|ending| word.strip_suffix(ending));
        stems.into_iter().flatten().any(|stem| self.language.has("verbs", stem))
    }
}
