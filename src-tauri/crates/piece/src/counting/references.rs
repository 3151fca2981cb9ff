//! Explicit references: one point by its number.

use super::Counting;
use super::numeral::{cardinal, digits, is_joined};
use super::reader::Reader;
use super::tokens::Kind;
use text::Span;

/// So many numbers may share a noun: "points 2, 3 and 5".
const MANY: usize = 16;

/// A number in a reference.
struct Named {
    at: usize,
    to: usize,
    span: Span,
    value: u32,
    opens_range: bool,
}

impl Reader<'_> {
    /// The reference that begins at token `at`; gives the token behind it.
    pub(super) fn reference(&mut self, at: usize) -> Option<usize> {
        let word = self.tokens.word(at);
        if word.is_empty() {
            return None;
        }
        let [point, points] = self.language.point;
        let is_plural = self.is_anchor(word) || points == word;
        if !is_plural && !self.is_singular(word) && point != word {
            return None;
        }
        if !self.may_refer(at, is_plural) {
            return None;
        }
        let named = if is_plural { self.several(at + 1)? } else { vec![self.one(at + 1)?] };
        let behind = named.last()?.to;
        if self.is_of_another(behind) || self.language.units.contains(self.tokens.word(behind)) {
            return None;
        }
        for Named { at, span, value, opens_range, .. } in named {
            self.take(at, span, Counting::Reference { opens_range }, value);
        }
        Some(behind)
    }

    /// Whether a reference may follow what stands before token `at`.
    fn may_refer(&self, at: usize, is_plural: bool) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.at(before)) else {
            return true;
        };
        match before.kind {
            Kind::End => true,
            Kind::Number => false,
            Kind::Sign => !(before.text == "-" && self.tokens.is_glued(at)),
            Kind::Word => {
                let word = &*before.lower;
                self.language.refers.contains(word) || (is_plural && self.language.has("the", word))
            }
        }
    }

    /// The number at token `at`, behind "No." or "#" if these stand there.
    fn one(&self, at: usize) -> Option<Named> {
        let named = self.tokens.has(self.language, "number", at);
        let dotted = named && self.tokens.is_sign(at + 1, ".");
        let at = at + usize::from(named) + usize::from(dotted);
        let at = at + usize::from(self.tokens.is_sign(at, "#"));
        let (to, value) = match self.tokens.at(at)? {
            token if token.kind == Kind::Number => (at + 1, digits(token.text)?),
            _ => cardinal(&self.tokens, self.language, at).map(|it| (it.to, it.value))?,
        };
        let is_part = self.tokens.is_glued(to + 1)
            && [".", ",", ":", "'", "’"].iter().any(|sign| self.tokens.is_sign(to, sign))
            && self.tokens.at(to + 1).is_some_and(|it| it.kind == Kind::Number);
        let is_share = self.tokens.is_sign(to, "%");
        let span = self.tokens.span(at, to - 1);
        let named = Named { at, to, span, value, opens_range: false };
        (value > 0 && !is_part && !is_share).then_some(named)
    }

    /// The numbers from token `at` on; there must be two at least.
    fn several(&self, at: usize) -> Option<Vec<Named>> {
        let mut all = vec![self.one(at)?];
        while all.len() < MANY {
            let last = all.last_mut()?;
            let Some((next, is_range)) = self.separator(last.to) else { break };
            let Some(named) = self.one(next) else { break };
            if is_range && named.value <= last.value {
                return None;
            }
            last.opens_range = is_range;
            all.push(named);
        }
        let joined = all.iter().any(|named| is_joined(&self.tokens, named.at, named.at + 1));
        let is_range = all.iter().any(|named| named.opens_range);
        (all.len() > 1 && (is_range || !joined)).then_some(all)
    }

    /// What may stand between two numbers at token `at`: where the next begins, and whether all between
    /// the two are meant.
    fn separator(&self, at: usize) -> Option<(usize, bool)> {
        if ["–", "-", "—"].iter().any(|dash| self.tokens.is_sign(at, dash)) {
            return Some((at + 1, true));
        }
        let and = at + usize::from(self.tokens.is_sign(at, ","));
        if self.tokens.has(self.language, "and", and) {
            return Some((and + 1, matches!(self.tokens.word(and), "to" | "through")));
        }
        (and > at).then_some((and, false))
    }

    /// Whether "of", "in" or "on" at token `at` leads to something that is not this piece.
    pub(super) fn is_of_another(&self, at: usize) -> bool {
        let has = |list: &str, place: usize| self.tokens.has(self.language, list, place);
        if !has("prepositions", at) {
            return false;
        }
        let mine = has("mine", at + 1) || has("my-text", at + 2);
        let is_noun = |place: usize| has("the", place) || has("article", place);
        !mine && (is_noun(at + 1) || !self.tokens.word(at + 1).is_empty())
    }
}
