//! A paragraph as it is seen, and where each of its characters stands in the source.

use super::{Lead, Place, Sentence};
use std::ops::Range;
use text::Span;

/// A paragraph, heading, item or cell.
#[derive(Default)]
pub(crate) struct Paragraph {
    /// What is seen of it, with a space for a line end.
    pub(crate) text: String,
    /// The same with ASCII letters in lower case, byte for byte as long.
    pub(crate) lower: String,
    /// Where it begins; nothing outside of all parts.
    pub(crate) place: Option<Place>,
    /// Whether the writer speaks here: not in a quotation or a footnote.
    pub(crate) is_own: bool,
    /// The words: letters, digits, and apostrophes between them.
    pub(crate) words: Vec<Range<usize>>,
    /// Where in the text a link begins or a footnote is referred to, and what it leads to.
    pub(super) sources: Vec<(usize, Lead)>,
    /// Where quotation marks stand, and whether what follows each is quoted.
    quotes: Vec<(usize, bool)>,
    stretches: Vec<Stretch>,
    /// Its sentences: the range of each in the text, and that of its words.
    sentences: Vec<(Range<usize>, Range<usize>)>,
}

/// A stretch of the text that the parser gave in one.
struct Stretch {
    at: usize,
    span: Span,
    /// Whether it is written as it is seen.
    is_written: bool,
}

impl Paragraph {
    pub(super) fn push(
        &mut self,
        text: &str,
        span: Span,
        is_written: bool,
        place: Option<Place>,
        is_own: bool,
    ) {
        if self.text.is_empty() {
            (self.place, self.is_own) = (place, is_own);
        }
        self.stretches.push(Stretch { at: self.text.len(), span, is_written });
        self.text.push_str(text);
    }

    /// Notes that what stands here has a source.
    pub(super) fn note_source(&mut self, lead: Lead) {
        self.sources.push((self.text.len(), lead));
    }

    /// The same, divided into sentences and words.
    pub(super) fn finished(mut self) -> Self {
        self.lower = self.text.to_ascii_lowercase();
        self.words = words(&self.text);
        self.sentences = sentences(&self.text, &self.words);
        self.quotes = quotes(&self.text);
        self
    }

    /// Its sentences.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = Sentence<'_>> {
        self.sentences
            .iter()
            .map(|(range, words)| Sentence::new(self, range.clone(), words.clone()))
    }

    /// Whether a place of its text stands between quotation marks.
    pub(super) fn is_quoted(&self, at: usize) -> bool {
        let behind = self.quotes.partition_point(|&(mark, _)| mark < at);
        behind.checked_sub(1).is_some_and(|last| self.quotes[last].1)
    }

    /// Where a range of its text stands in the source.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        let start = self.stretch(range.start);
        let last = self.stretch(range.end.saturating_sub(1).max(range.start));
        let place = |stretch: &Stretch, at: usize| stretch.span.start + (at - stretch.at);
        Span {
            start: if start.is_written { place(start, range.start) } else { start.span.start },
            end: if last.is_written { place(last, range.end) } else { last.span.end },
        }
    }

    /// Whether a range of its text is written as it is seen, without a backslash before it.
    pub(crate) fn is_written(&self, range: Range<usize>, source: &str) -> bool {
        let stretch = self.stretch(range.start);
        let is_escaped = || source[..stretch.span.start.0].ends_with('\\');
        stretch.is_written && !(range.start == stretch.at && is_escaped())
    }

    fn stretch(&self, at: usize) -> &Stretch {
        let behind = self.stretches.partition_point(|stretch| stretch.at <= at);
        &self.stretches[behind.saturating_sub(1)]
    }
}

/// The sentences of a text, each with the range of its words.
fn sentences(text: &str, words: &[Range<usize>]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut behind = 0;
    let with_words = |range: Range<usize>| {
        let first = behind;
        behind += words[first..].iter().take_while(|word| word.start < range.end).count();
        (range, first..behind)
    };
    piece::sentences(text).map(with_words).collect()
}

/// The quotation marks of a text, and whether what follows each is quoted.
fn quotes(text: &str) -> Vec<(usize, bool)> {
    let (mut straight, mut curly) = (false, 0_usize);
    let marks = text.match_indices(['"', '“', '„', '”']);
    let state = marks.map(|(at, mark)| {
        match mark {
            "\"" => straight = !straight,
            "”" => curly = curly.saturating_sub(1),
            _ => curly += 1,
        }
        (at, straight || curly > 0)
    });
    state.collect()
}

/// The words of a text.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut characters = text.char_indices().peekable();
    let mut open: Option<usize> = None;
    while let Some((at, character)) = characters.next() {
        let is_inside = open.is_some()
            && matches!(character, '\'' | '’')
            && characters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if character.is_alphanumeric() || is_inside {
            open.get_or_insert(at);
        } else if let Some(start) = open.take() {
            words.push(start..at);
        }
    }
    words.extend(open.map(|start| start..text.len()));
    words
}
