//! A heading as a row of words, each of which is written in some of the styles.

use super::style::{Class, Style, Styles};
use crate::prose::{Paragraph, Prose};
use crate::reading::Reading;
use piece::PartKind;
use std::collections::HashSet;
use std::ops::Range;
use text::Edit;

/// A heading of the piece.
pub(super) struct Heading<'p> {
    paragraph: &'p Paragraph,
    /// The index of its point; nothing for the title.
    pub(super) point: Option<usize>,
    words: Vec<Word>,
}

struct Word {
    range: Range<usize>,
    class: Class,
    is_first: bool,
    is_capital: bool,
}

/// The title and the headings of the points.
pub(super) fn all<'a>(reading: &'a Reading<'_>) -> Vec<Heading<'a>> {
    let headings = reading.prose.paragraphs.iter().filter_map(|paragraph| {
        let place = paragraph.place?;
        let start = match place.part {
            PartKind::Title => reading.piece.title?.text.start,
            PartKind::PointHeading => reading.piece.points.get(place.point?)?.heading.start,
            _ => return None,
        };
        let own = |word: &&Range<usize>| paragraph.span((*word).clone()).start >= start;
        let words: Vec<Range<usize>> = paragraph.words.iter().filter(own).cloned().collect();
        Some(Heading::new(paragraph, place.point, &words))
    });
    headings.collect()
}

impl<'p> Heading<'p> {
    fn new(paragraph: &'p Paragraph, point: Option<usize>, words: &[Range<usize>]) -> Self {
        let word = |(at, range): (usize, &Range<usize>)| {
            let written = &paragraph.text[range.clone()];
            let before = at.checked_sub(1).map(|at| &paragraph.text[words[at].end..range.start]);
            let is_first = before
                .is_none_or(|gap| gap.contains([':', '—', '–', '?', '!', '.', '“', '"', '‘', '(']));
            let is_joined = before.is_some_and(|gap| !gap.contains(' '));
            let is_edge = is_first || is_joined || at + 1 == words.len();
            let class = Class::of(written);
            let is_major = matches!(class, Class::Function | Class::Major);
            let class = match class {
                _ if is_first || is_joined => Class::Free,
                // The last word has a capital in every title, whatever it is.
                _ if is_edge && !is_major => Class::Free,
                class => class,
            };
            let is_capital = written.starts_with(char::is_uppercase);
            Word { range: range.clone(), class, is_first: at == 0, is_capital }
        };
        Self { paragraph, point, words: words.iter().enumerate().map(word).collect() }
    }

    fn of_class(&self, is_capital: bool) -> impl Iterator<Item = Class> {
        let words = self.words.iter().filter(move |word| word.is_capital == is_capital);
        words.map(|word| word.class).filter(|class| *class != Class::Free)
    }

    fn has_small_major(&self) -> bool {
        self.of_class(false).any(|class| matches!(class, Class::Function | Class::Major))
    }

    /// Whether it says anything about its style: one capital alone may be a name's.
    pub(super) fn is_decided(&self) -> bool {
        self.has_small_major() || self.of_class(true).count() > 1
    }

    /// The styles that it may be meant in, if all its capitals may be those of names.
    pub(super) fn possible(&self) -> Styles {
        let words = self.words.iter().map(|word| word.class.styles(word.is_capital));
        words.fold(Styles::ANY, Styles::both)
    }

    /// The styles that it is most likely meant in: sentences are not made of names.
    pub(super) fn likely(&self) -> Styles {
        let titles = Styles::of([Style::Start, Style::Ap, Style::Chicago]);
        if self.has_small_major() { self.possible() } else { self.possible().both(titles) }
    }

    /// The edits that write it in a style; nothing where a name may be meant, as it may by any word that
    /// is not among the `small` ones.
    pub(super) fn restyled(
        &self,
        reading: &Reading<'_>,
        style: Style,
        small: &HashSet<&str>,
    ) -> Option<Vec<Edit>> {
        let mut edits = Vec::new();
        for word in &self.words {
            let lower = &self.paragraph.lower[word.range.clone()];
            let capital = match word.class {
                Class::Free => {
                    word.is_first && word.range.len() > 1 && is_small(self.written(word))
                }
                Class::Major if style == Style::Sentence && word.is_capital => {
                    if !small.contains(lower) {
                        return None;
                    }
                    false
                }
                class => class.capital_in(style).unwrap_or(word.is_capital),
            };
            let stays = word.class == Class::Free && !capital;
            if capital != word.is_capital && !stays {
                edits.push(self.edit(reading, word, capital)?);
            }
        }
        Some(edits)
    }

    fn written(&self, word: &Word) -> &str {
        &self.paragraph.text[word.range.clone()]
    }

    /// The edit of a word's first letter.
    fn edit(&self, reading: &Reading<'_>, word: &Word, capital: bool) -> Option<Edit> {
        let first = self.written(word).chars().next()?;
        let range = word.range.start..word.range.start + first.len_utf8();
        let letter: String =
            if capital { first.to_uppercase().collect() } else { first.to_lowercase().collect() };
        let is_written = self.paragraph.is_written(range.clone(), reading.source);
        is_written.then(|| Edit::replace(self.paragraph.span(range), letter))
    }
}

/// Whether a word has no capital at all.
fn is_small(word: &str) -> bool {
    !word.contains(char::is_uppercase)
}

/// The words that the text has in lower case: none of them is a name.
pub(super) fn small_words(prose: &Prose) -> HashSet<&str> {
    let words = prose.own().flat_map(|it| it.words.iter().map(|word| &it.text[word.clone()]));
    words.filter(|word| is_small(word)).collect()
}
