//! What texts are compared by: words, blanks, marks and line ends.

use std::ops::Range;

use crate::{Span, text::BYTE_ORDER_MARK};
use unicode_segmentation::UnicodeSegmentation;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// Letters or digits, as Unicode segments words.
    Word,
    /// A run of white space within a line.
    Blank,
    /// The blank between the number that opens a line, its punctuation included, and what follows.
    NumberGap,
    /// Anything else, one sign at a time.
    Mark,
    /// LF, CR LF or CR.
    LineEnd,
}

impl Kind {
    fn of(segment: &str) -> Self {
        match segment {
            "\n" | "\r\n" | "\r" => Self::LineEnd,
            _ if segment.chars().all(char::is_whitespace) => Self::Blank,
            _ if segment.chars().any(char::is_alphanumeric) => Self::Word,
            _ => Self::Mark,
        }
    }

    /// Whether changes on either side of such a token do not touch. A line end does, so that changes
    /// to neighbouring headings, items and paragraphs merge; a number's gap does, because points are
    /// renumbered all the time by those who did not write their headings.
    pub(crate) fn holds_apart(self) -> bool {
        matches!(self, Self::Word | Self::NumberGap | Self::LineEnd)
    }
}

/// By what tokens are told apart: all line ends are alike.
pub(crate) type Key<'a> = (Kind, &'a str);

#[derive(Clone, Copy, Debug)]
struct Token {
    start: usize,
    kind: Kind,
}

/// A text, or whole lines of it, cut into tokens. No cut falls into a grapheme or between CR and LF. A
/// byte order mark is no token.
#[derive(Debug)]
pub(crate) struct Tokens<'a> {
    source: &'a str,
    list: Vec<Token>,
    end: usize,
}

impl<'a> Tokens<'a> {
    /// The tokens of a whole text.
    pub(crate) fn of(source: &'a str) -> Self {
        let start = if source.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        Self::within(source, start..source.len())
    }

    /// The tokens of whole lines of a text, which stand at these bytes, behind its byte order mark.
    pub(crate) fn within(source: &'a str, lines: Range<usize>) -> Self {
        let mut list = Vec::with_capacity(lines.len() / 3);
        cut(&source[..lines.end], lines.start, &mut list);
        mark_number_gaps(&source[..lines.end], &mut list);
        Self { source, list, end: lines.end }
    }

    /// The whole text, a byte order mark included.
    pub(crate) fn source(&self) -> &'a str {
        self.source
    }

    /// How many tokens there are.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// Where in the text the tokens of a range stand.
    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.start(range.start), self.start(range.end))
    }

    /// The tokens of a range as they are written.
    pub(crate) fn text(&self, range: &Range<usize>) -> &'a str {
        self.span(range).of(self.source)
    }

    /// What a token is.
    pub(crate) fn kind(&self, token: usize) -> Kind {
        self.list[token].kind
    }

    /// By what a token is compared.
    pub(crate) fn key(&self, token: usize) -> Key<'a> {
        match self.kind(token) {
            Kind::LineEnd => (Kind::LineEnd, "\n"),
            kind => (kind, self.text(&(token..token + 1))),
        }
    }

    /// Whether the tokens of a range are those of a range of another text, whatever the line ends.
    pub(crate) fn same(&self, range: &Range<usize>, other: &Self, others: &Range<usize>) -> bool {
        range.len() == others.len()
            && range.clone().zip(others.clone()).all(|(one, two)| self.key(one) == other.key(two))
    }

    /// How many words there are in a range.
    pub(crate) fn words(&self, range: &Range<usize>) -> usize {
        self.list[range.clone()].iter().filter(|token| token.kind == Kind::Word).count()
    }

    /// Whether the last token stands before a line end or at the end of the text.
    pub(crate) fn end_at_line_end(&self) -> bool {
        let rest = &self.source[self.end..];
        rest.is_empty() || rest.starts_with(['\n', '\r'])
    }

    /// Where a token starts; one past the last starts where that ends.
    fn start(&self, token: usize) -> usize {
        self.list.get(token).map_or(self.end, |token| token.start)
    }
}

fn cut(source: &str, first: usize, list: &mut Vec<Token>) {
    let text = &source[first..];
    let mut graphemes = text.grapheme_indices(true).map(|(at, _)| at).peekable();
    let plain = text.is_ascii();
    for (at, segment) in text.split_word_bound_indices() {
        while !plain && graphemes.next_if(|&grapheme| grapheme < at).is_some() {}
        let kind = Kind::of(segment);
        match list.last_mut() {
            Some(last) if last.kind == Kind::Blank && kind == Kind::Blank => {}
            // Unicode breaks some words inside of a grapheme: a Thai vowel sign from its consonant.
            Some(last) if !plain && graphemes.peek() != Some(&at) => {
                if kind == Kind::Word {
                    last.kind = kind;
                }
            }
            _ => list.push(Token { start: first + at, kind }),
        }
    }
}

/// How far a line has been read in search of the number that opens it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Awaited,
    Number,
    Punctuated,
    Past,
}

/// Finds the blanks of `3. Heading`, `## 3) Heading` and `3 – Heading`.
fn mark_number_gaps(source: &str, list: &mut [Token]) {
    let mut opening = Opening::Awaited;
    for token in 0..list.len() {
        let kind = list[token].kind;
        opening = match (opening, kind) {
            (_, Kind::LineEnd) => Opening::Awaited,
            (Opening::Awaited, Kind::Word) => {
                let end = list.get(token + 1).map_or(source.len(), |next| next.start);
                if is_short_number(&source[list[token].start..end]) {
                    Opening::Number
                } else {
                    Opening::Past
                }
            }
            (Opening::Number | Opening::Punctuated, Kind::Mark) => Opening::Punctuated,
            (Opening::Punctuated, Kind::Blank) => {
                list[token].kind = Kind::NumberGap;
                Opening::Past
            }
            (_, Kind::Word) => Opening::Past,
            _ => opening,
        };
    }
}

fn is_short_number(word: &str) -> bool {
    word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit())
}
