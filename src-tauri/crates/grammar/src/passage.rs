//! A paragraph as harper is shown it.

use harper_core::parsers::{Parser, PlainEnglish};
use harper_core::spell::FstDictionary;
use harper_core::{Document, Span, Token, TokenKind};
use piece::prose::Paragraph;
use std::ops::Range;

/// What is shown in place of every character that is no prose. Harper keeps what it has said of a row of
/// characters, so that code must not look like the words that it spells.
const HIDDEN: char = '\u{fffc}';

/// A paragraph, in characters.
pub(crate) struct Passage {
    pub(crate) document: Document,
    /// Where each character begins in the paragraph's text, and where the last one ends.
    bytes: Vec<usize>,
}

impl Passage {
    pub(crate) fn new(paragraph: &Paragraph) -> Self {
        let text = &paragraph.text;
        let seen = text.char_indices().map(|(at, character)| {
            let range = at..at + character.len_utf8();
            if paragraph.is_hidden(&range) { HIDDEN } else { plain(character) }
        });
        let characters: Vec<char> = seen.collect();
        let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        let document =
            Document::new_from_chars(characters.into(), &Prose, &FstDictionary::curated());
        Self { document, bytes: ends.collect() }
    }

    /// A range of characters as one of bytes of the paragraph's text; nothing for one that is not in it.
    pub(crate) fn bytes(&self, span: Span<char>) -> Option<Range<usize>> {
        Some(*self.bytes.get(span.start)?..*self.bytes.get(span.end)?)
    }
}

/// A space for every other white space: a line of poetry is no new thought, and a tab none either.
fn plain(character: char) -> char {
    if character.is_whitespace() { ' ' } else { character }
}

/// Reads plain English around what is hidden.
struct Prose;

impl Parser for Prose {
    fn parse(&self, source: &[char]) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut at = 0;
        for row in source.chunk_by(|one, next| (*one == HIDDEN) == (*next == HIDDEN)) {
            if row[0] == HIDDEN {
                tokens.push(Token::new(Span::new(at, at + row.len()), TokenKind::Unlintable));
            } else {
                tokens.extend(PlainEnglish.parse(row).into_iter().map(|mut token| {
                    token.span.push_by(at);
                    token
                }));
            }
            at += row.len();
        }
        tokens
    }
}
