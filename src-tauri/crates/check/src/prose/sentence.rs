//! A sentence as a row of words.

use super::{Lead, Paragraph};
use crate::words::List;
use std::ops::Range;
use text::Span;

/// A sentence of a paragraph. Places count its words from 0; beyond its ends there are empty ones.
pub(crate) struct Sentence<'p> {
    paragraph: &'p Paragraph,
    range: Range<usize>,
    words: &'p [Range<usize>],
}

impl<'p> Sentence<'p> {
    /// The sentence of this range of the text, and of this one of the words.
    pub(super) fn new(paragraph: &'p Paragraph, range: Range<usize>, words: Range<usize>) -> Self {
        Self { paragraph, range, words: &paragraph.words[words] }
    }

    /// What is seen of it, white space around it aside.
    pub(crate) fn text(&self) -> &'p str {
        self.paragraph.text[self.range.clone()].trim()
    }

    /// Where it stands.
    pub(crate) fn whole(&self) -> Span {
        let text = &self.paragraph.text[self.range.clone()];
        let start = self.range.start + (text.len() - text.trim_start().len());
        self.paragraph.span(start..start + text.trim().len())
    }

    /// How many words it has.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at a place, as it is written.
    pub(crate) fn written(&self, at: usize) -> &'p str {
        self.words.get(at).map_or("", |word| &self.paragraph.text[word.clone()])
    }

    /// The word at a place in lower case.
    pub(crate) fn word(&self, at: usize) -> &'p str {
        self.words.get(at).map_or("", |word| &self.paragraph.lower[word.clone()])
    }

    /// The word so many places before.
    pub(crate) fn word_before(&self, at: usize, by: usize) -> &'p str {
        at.checked_sub(by).map_or("", |at| self.word(at))
    }

    /// What stands between the word at a place and the one before it, or the sentence's edge.
    pub(crate) fn gap(&self, at: usize) -> &'p str {
        let start = at.checked_sub(1).and_then(|at| self.words.get(at));
        let start = start.map_or(self.range.start, |word| word.end);
        let end = self.words.get(at).map_or(self.range.end, |word| word.start);
        self.paragraph.text.get(start..end).unwrap_or_default()
    }

    /// How many words the longest phrase of a list has that stands at a place; spaces and hyphens may
    /// join its words.
    pub(crate) fn phrase(&self, list: &List, at: usize) -> Option<usize> {
        let phrases = list.beginning_with(self.word(at)).iter();
        let mut lengths = phrases.filter(|phrase| {
            (1..phrase.len()).all(|by| {
                self.word(at + by) == phrase[by] && matches!(self.gap(at + by), " " | "-")
            })
        });
        lengths.next().map(Vec::len)
    }

    /// Whether the word at a place begins with a capital.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.written(at).starts_with(char::is_uppercase)
    }

    /// Where the words from one place to another stand, both included.
    pub(crate) fn span(&self, first: usize, last: usize) -> Span {
        let start = self.words.get(first).map_or(self.range.start, |word| word.start);
        let end = self.words.get(last).map_or(self.range.end, |word| word.end);
        self.paragraph.span(start..end.max(start))
    }

    /// Whether the word at a place stands between quotation marks.
    pub(crate) fn is_quoted(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| self.paragraph.is_quoted(word.start))
    }

    /// What is seen of the words from one place to another, both included.
    pub(crate) fn seen(&self, first: usize, last: usize) -> &'p str {
        let start = self.words.get(first).map_or(self.range.start, |word| word.start);
        let end = self.words.get(last).map_or(self.range.end, |word| word.end);
        self.paragraph.text.get(start..end).unwrap_or_default()
    }

    /// Whether it has a link or a footnote, in it or right behind its full stop.
    pub(crate) fn is_sourced(&self) -> bool {
        self.lead().is_some()
    }

    /// The first link or footnote that it has, in it or right behind its full stop. An address that is
    /// written out and a footnote that nobody has written yet are such too.
    pub(crate) fn lead(&self) -> Option<Lead> {
        let text = &self.paragraph.text;
        let behind = &text[self.range.end..];
        let reach = self.range.end + behind.find(char::is_alphanumeric).unwrap_or(behind.len());
        let sources = &self.paragraph.sources;
        let first = sources.partition_point(|(at, _)| *at < self.range.start);
        let made = sources.get(first).filter(|(at, _)| *at <= reach);
        let written = &text[self.range.start..reach];
        made.map(|(_, lead)| lead.clone())
            .or_else(|| address(written).map(Lead::Link))
            .or_else(|| label(written).map(Lead::Footnote))
    }
}

/// The first address that is written out in a text.
fn address(text: &str) -> Option<String> {
    text.split_whitespace().find(|word| word.contains("://")).map(str::to_owned)
}

/// The label of the first footnote that a text asks for.
fn label(text: &str) -> Option<String> {
    let (_, behind) = text.split_once("[^")?;
    Some(behind.split(']').next().unwrap_or_default().to_owned())
}
