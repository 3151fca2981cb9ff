//! Reading a text for its counting phrases, from its first word to its last.

use super::language::{Language, Tongue};
use super::nouns::Noun;
use super::numeral::{Numeral, cardinal};
use super::prose;
use super::title::{self, Anchor};
use super::tokens::{Kind, Tokens};
use super::{Counting, CountingPhrase};
use crate::{PartKind, Piece};
use text::Span;

/// What is known at a place of the text.
pub(super) struct Reader<'s> {
    pub(super) tokens: Tokens<'s>,
    tongue: Tongue,
    pub(super) language: &'static Language,
    pub(super) anchor: Option<Anchor>,
    pub(super) points: u32,
    /// The last number that counted something else: its sentence and what it said.
    pub(super) rival: Option<(u32, u32)>,
    /// The last ordinal that was taken: its token, and where it ended.
    pub(super) ordinal: Option<(usize, usize)>,
    /// The last count of points: its sentence and what it said.
    pub(super) counted: Option<(u32, u32)>,
    pub(super) found: Vec<CountingPhrase>,
}

/// The counting phrases of `source`, which has so many points and is written in this language.
pub(super) fn read(
    piece: &Piece,
    source: &str,
    points: u32,
    tongue: Tongue,
) -> Vec<CountingPhrase> {
    let tokens = prose::tokens(piece, source);
    let language = tongue.words();
    let anchor = anchor(piece, source, &tokens, language, points);
    let (rival, ordinal, counted, found) = (None, None, None, Vec::new());
    let mut reader =
        Reader { tokens, tongue, language, anchor, points, rival, ordinal, counted, found };
    if piece.title.is_some() {
        reader.title();
    }
    let mut at = 0;
    while at < reader.tokens.len() {
        at = reader.step(at).max(at + 1);
    }
    reader.found.sort_by_key(|phrase| phrase.number.start);
    reader.found
}

/// The anchor in the title, which may stand in front matter.
fn anchor(
    piece: &Piece,
    source: &str,
    tokens: &Tokens<'_>,
    language: &Language,
    points: u32,
) -> Option<Anchor> {
    if piece.title.is_some() {
        return title::anchor(tokens, language, points);
    }
    let title = piece.front_matter?.fields(source).title?;
    let mut tokens = Tokens::default();
    tokens.read(&title, 0, Some(PartKind::Title));
    title::anchor(&tokens, language, points)
}

impl Reader<'_> {
    /// Takes the title's own number.
    fn title(&mut self) {
        let number = self.anchor.as_ref().map(|anchor| anchor.number);
        if let Some(number) = number {
            self.take(number.from, number.span, Counting::Whole, number.value);
        }
    }

    /// Reads what begins at a token; gives the token behind it.
    fn step(&mut self, at: usize) -> usize {
        let Some(token) = self.tokens.at(at) else { return at };
        let part = token.part;
        let is_plain = token.kind != Kind::Number && !self.language.may_begin(&token.lower);
        if let Some(behind) = self.reference(at) {
            return behind;
        }
        match part {
            Some(PartKind::Dek | PartKind::Lede | PartKind::Conclusion | PartKind::Footer) => {}
            _ => return at,
        }
        // Most words are no numbers, and each of the questions below looks into lists.
        if is_plain {
            return at;
        }
        if let Some(behind) = self.both(at).or_else(|| self.read_ordinal(at)) {
            return behind;
        }
        match self.cardinal(at) {
            Some(number) => self.count(number),
            None => self.rival(at),
        }
    }

    /// Notes that "several ministers" and the like count something else.
    fn rival(&mut self, at: usize) -> usize {
        let is_noun = (at + 1..at + 3).any(|at| self.language.is_plural(self.tokens.word(at)));
        if is_noun
            && self.tokens.has(self.language, "several", at)
            && self.noun(at + 1) == Noun::Other
        {
            self.rival = Some((self.tokens.sentence(at), u32::MAX));
        }
        at
    }

    pub(super) fn cardinal(&self, at: usize) -> Option<Numeral> {
        cardinal(&self.tokens, self.language, at)
    }

    /// Takes a phrase.
    pub(super) fn take(&mut self, at: usize, number: Span, kind: Counting, value: u32) {
        // "Point Five Points": the title's number is what it counts, and no reference as well.
        let is_title = self.anchor.as_ref().is_some_and(|anchor| anchor.number.span == number);
        if is_title && !self.found.is_empty() {
            return;
        }
        let part = self.tokens.at(at).and_then(|token| token.part);
        let tongue = self.tongue;
        self.found.push(CountingPhrase { number, part, kind, value, tongue });
        if !matches!(kind, Counting::Reference { .. }) {
            self.rival = None;
        }
        if matches!(kind, Counting::Whole | Counting::Subset(_)) {
            self.counted = Some((self.tokens.sentence(at), value));
        }
    }

    /// What the count of points says that stands before token `at` in its sentence.
    pub(super) fn counted_before(&self, at: usize) -> Option<u32> {
        let counted = self.counted.filter(|&(sentence, _)| sentence == self.tokens.sentence(at));
        counted.map(|(_, value)| value)
    }

    /// Whether a number is the one that the title gives, or that of the points.
    pub(super) fn is_right(&self, value: u32) -> bool {
        let title = self.anchor.as_ref().map(|anchor| anchor.number.value);
        title == Some(value) || self.points == value
    }

    /// Whether a number may be one that was right when it was written.
    pub(super) fn is_plausible(&self, value: u32) -> bool {
        self.is_right(value) || (value > 2 && value.abs_diff(self.points) <= 1)
    }

    /// Whether the sentence of token `at` or the one before counts so many, or more, of something else.
    pub(super) fn is_rivalled(&self, at: usize, value: u32) -> bool {
        let near = |sentence: u32| self.tokens.sentence(at).saturating_sub(sentence) <= 1;
        self.rival.is_some_and(|(sentence, rival)| near(sentence) && rival >= value)
    }
}
