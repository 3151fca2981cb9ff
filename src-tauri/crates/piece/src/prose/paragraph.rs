//! A paragraph as it is seen, and where each of its characters stands in the source.

use super::{Seen, address::addresses};
use crate::{PartKind, sentences};
use std::ops::Range;
use text::Span;
use unicode_segmentation::UnicodeSegmentation;

/// A paragraph, heading, item or cell. Ranges are bytes of its [`Paragraph::text`].
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// What is seen of it, with a space for the end of a line.
    pub text: String,
    /// The part in which it begins; nothing outside of all parts.
    pub part: Option<PartKind>,
    /// Whether it stands in a block quotation or a footnote.
    pub is_quoted: bool,
    /// What of the text is no prose, in order and apart from each other: code, addresses, `@names` and `#tags`.
    pub hidden: Vec<Range<usize>>,
    stretches: Vec<Stretch>,
}

/// A word of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'p> {
    /// The word as it is seen.
    pub text: &'p str,
    /// Where it stands in the paragraph's text.
    pub range: Range<usize>,
    /// Whether it is the first one of its sentence.
    pub is_first: bool,
}

/// A stretch of the text that the parser gave in one.
#[derive(Clone, Debug)]
struct Stretch {
    at: usize,
    span: Span,
    seen: Seen,
}

impl Paragraph {
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub(super) fn push(&mut self, text: &str, span: Span, seen: Seen) {
        self.stretches.push(Stretch { at: self.text.len(), span, seen });
        if seen == Seen::Hidden {
            self.hidden.push(self.text.len()..self.text.len() + text.len());
        }
        self.text.push_str(text);
    }

    /// The same with the addresses found that are written in the open.
    pub(super) fn finished(mut self) -> Self {
        let open = addresses(&self.text).filter(|address| !self.is_hidden(address));
        let open: Vec<_> = open.collect();
        self.hidden.extend(open);
        self.hidden.sort_by_key(|range| range.start);
        self
    }

    /// Whether a range touches what is no prose.
    pub fn is_hidden(&self, range: &Range<usize>) -> bool {
        // A page of links has thousands of them: whoever looks at each for every word takes minutes.
        let next = self.hidden.partition_point(|hidden| hidden.end <= range.start);
        self.hidden.get(next).is_some_and(|hidden| hidden.start < range.end)
    }

    /// The words of its prose, as Unicode divides them.
    pub fn words(&self) -> impl Iterator<Item = Word<'_>> {
        let of_sentence = |sentence: Range<usize>| {
            let words = self.text[sentence.clone()].unicode_word_indices().enumerate();
            words.map(move |(place, (at, text))| {
                let start = sentence.start + at;
                Word { text, range: start..start + text.len(), is_first: place == 0 }
            })
        };
        sentences(&self.text).flat_map(of_sentence).filter(|word| !self.is_hidden(&word.range))
    }

    /// Where a range stands in the source, markup between its ends included.
    pub fn span(&self, range: Range<usize>) -> Span {
        let first = self.stretch(range.start);
        let last = self.stretch(range.end.saturating_sub(1).max(range.start));
        let place = |stretch: &Stretch, at: usize| stretch.span.start + (at - stretch.at);
        let is_written = |stretch: &Stretch| stretch.seen == Seen::AsWritten;
        Span {
            start: if is_written(first) { place(first, range.start) } else { first.span.start },
            end: if is_written(last) { place(last, range.end) } else { last.span.end },
        }
    }

    /// Where a range stands in `source`, if it is written there as it is seen, without markup or the
    /// end of a line inside.
    pub fn written(&self, range: Range<usize>, source: &str) -> Option<Span> {
        let span = self.span(range.clone());
        (span.of(source) == &self.text[range]).then_some(span)
    }

    fn stretch(&self, at: usize) -> &Stretch {
        let behind = self.stretches.partition_point(|stretch| stretch.at <= at);
        &self.stretches[behind.saturating_sub(1)]
    }
}
