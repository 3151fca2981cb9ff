//! A text as words, numbers and signs, each with its place.

use super::language::Language;
use crate::PartKind;
use std::borrow::Cow;
use text::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, and digits with letters; apostrophes inside belong to it.
    Word,
    /// Digits.
    Number,
    /// Any other character.
    Sign,
    /// The end of a paragraph, heading, cell or list item.
    End,
}

/// A word, a number or a sign.
#[derive(Clone, Debug)]
pub(super) struct Token<'s> {
    pub(super) kind: Kind,
    pub(super) text: &'s str,
    /// In lower case, typographic apostrophes made straight.
    pub(super) lower: Cow<'s, str>,
    /// Where it begins in the source.
    pub(super) start: usize,
    /// Whether nothing stands between it and the token before.
    pub(super) glued: bool,
    /// The number of its sentence.
    pub(super) sentence: u32,
    /// Where it stands; nothing outside of the parts.
    pub(super) part: Option<PartKind>,
}

impl Token<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The tokens of a text. Places beyond its ends hold nothing.
#[derive(Default)]
pub(super) struct Tokens<'s> {
    list: Vec<Token<'s>>,
    sentence: u32,
    stopped: bool,
}

impl<'s> Tokens<'s> {
    /// Cuts `text`, which begins at byte `start` of the source, and puts it behind the others.
    pub(super) fn read(&mut self, text: &'s str, start: usize, part: Option<PartKind>) {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let kind = match first {
                '0'..='9' => Kind::Number,
                _ if first.is_alphanumeric() => Kind::Word,
                _ => Kind::Sign,
            };
            let length = if kind == Kind::Sign { first.len_utf8() } else { word_length(rest) };
            let (word, behind) = rest.split_at(length);
            let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
            let kind = if kind == Kind::Number && !is_number { Kind::Word } else { kind };
            if !first.is_whitespace() {
                self.push(kind, word, start + text.len() - rest.len(), part);
            }
            rest = behind;
        }
    }

    /// Puts one token of this text behind the others.
    pub(super) fn push(&mut self, kind: Kind, text: &'s str, start: usize, part: Option<PartKind>) {
        let glued = self.list.last().is_some_and(|last| last.end() == start);
        if self.stopped && !glued {
            self.sentence += 1;
        }
        self.stopped = matches!(text, "." | "!" | "?" | "…") || (self.stopped && glued);
        let sentence = self.sentence;
        self.list.push(Token { kind, text, lower: lower(text), start, glued, sentence, part });
    }

    /// Ends a paragraph.
    pub(super) fn end(&mut self) {
        let Some(last) = self.list.last().filter(|last| last.kind != Kind::End) else { return };
        let (start, part, sentence) = (last.end(), last.part, self.sentence);
        let (kind, text, glued, lower) = (Kind::End, "", false, Cow::Borrowed(""));
        self.list.push(Token { kind, text, lower, start, glued, sentence, part });
        self.sentence += 1;
        self.stopped = false;
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The token at a place.
    pub(super) fn at(&self, place: usize) -> Option<&Token<'s>> {
        self.list.get(place)
    }

    /// The word at a place in lower case; empty if there is none.
    pub(super) fn word(&self, place: usize) -> &str {
        let token = self.at(place).filter(|token| token.kind == Kind::Word);
        token.map_or("", |token| &token.lower)
    }

    /// The word so many places before; empty if there is none.
    pub(super) fn word_before(&self, place: usize, by: usize) -> &str {
        place.checked_sub(by).map_or("", |place| self.word(place))
    }

    /// Whether this sign stands at a place.
    pub(super) fn is_sign(&self, place: usize, sign: &str) -> bool {
        self.at(place).is_some_and(|token| token.kind == Kind::Sign && token.text == sign)
    }

    /// Whether a token is joined to the one before.
    pub(super) fn is_glued(&self, place: usize) -> bool {
        self.at(place).is_some_and(|token| token.glued)
    }

    /// The sentence of a place.
    pub(super) fn sentence(&self, place: usize) -> u32 {
        self.at(place).map_or(0, |token| token.sentence)
    }

    /// Whether a sentence, or what stands behind a colon or an opening bracket, begins at a place.
    pub(super) fn opens(&self, place: usize) -> bool {
        let Some(before) = place.checked_sub(1) else { return true };
        self.at(before).is_none_or(|token| match token.kind {
            Kind::End => true,
            Kind::Sign => !matches!(token.text, "," | "-" | "–" | "'" | "’" | "/"),
            _ => false,
        })
    }

    /// From the start of one token to the end of another.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        let start = self.at(first).map_or(0, |token| token.start);
        Span::new(start, self.at(last).map_or(start, Token::end))
    }

    /// Whether the sign at a place joins the words on both of its sides.
    pub(super) fn is_hyphen(&self, place: usize) -> bool {
        let joins = ["-", "–", "‐", "/"].iter().any(|it| self.is_sign(place, it));
        joins && self.is_glued(place) && self.is_glued(place + 1)
    }

    /// The word at a place as a list of the language has it.
    pub(super) fn has(&self, language: &Language, list: &str, place: usize) -> bool {
        language.has(list, self.word(place))
    }
}

/// Length of the word at the start of `text`.
fn word_length(text: &str) -> usize {
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let is_inside = matches!(character, '\'' | '’')
            && characters.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !character.is_alphanumeric() && !is_inside {
            return at;
        }
    }
    text.len()
}

fn lower(text: &str) -> Cow<'_, str> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_plain { text.into() } else { text.to_lowercase().replace('’', "'").into() }
}
