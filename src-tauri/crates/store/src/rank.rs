//! Drafts by a few letters of their titles or names, the best first.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// How a draft is called: by its title, and by its name with the folder that it is in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Called {
    /// The title.
    pub title: String,
    /// The name.
    pub name: String,
}

/// A draft that has the letters in their order, in its title, its name, or one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Which of the drafts it is, from 0.
    pub index: usize,
    /// Where the letters stand in the title, in bytes.
    pub in_title: Vec<Range<usize>>,
    /// Where they stand in the name, in bytes.
    pub in_name: Vec<Range<usize>>,
}

/// The best `most` of `drafts` for what was typed, the best first; drafts that fit equally well keep
/// their order. Each word that was typed is looked for by itself; a capital stands for itself only, and
/// a letter without an accent for those with one too. For nothing typed, all are equal.
pub fn rank(typed: &str, drafts: &[Called], most: usize) -> Vec<Ranked> {
    let patterns = Patterns::new(typed);
    let mut config = Config::DEFAULT;
    config.prefer_prefix = true;
    let mut matcher = Matcher::new(config);
    let scored = drafts.iter().enumerate();
    let mut scored: Vec<(u32, usize, Where)> = scored
        .filter_map(|(index, called)| {
            let (score, place) = best(called, &patterns, &mut matcher)?;
            Some((score, index, place))
        })
        .collect();
    scored.sort_by_key(|&(score, index, _)| (std::cmp::Reverse(score), index));
    scored.truncate(most);
    let marked = scored.into_iter().map(|(_, index, place)| {
        let (in_title, in_name) = place.marks(&drafts[index], &patterns, &mut matcher);
        Ranked { index, in_title, in_name }
    });
    marked.collect()
}

/// What was typed, as it is looked for.
struct Patterns {
    letters: Pattern,
    /// Words that are spread over title and name have to stand there as they are: with gaps, their
    /// letters would be found in any two lines.
    words: Pattern,
}

impl Patterns {
    fn new(typed: &str) -> Self {
        let pattern = |kind| Pattern::new(typed, CaseMatching::Smart, Normalization::Smart, kind);
        Self { letters: pattern(AtomKind::Fuzzy), words: pattern(AtomKind::Substring) }
    }

    fn at(&self, place: Where) -> &Pattern {
        if matches!(place, Where::Both) { &self.words } else { &self.letters }
    }
}

/// Where the letters are looked for.
#[derive(Clone, Copy)]
enum Where {
    Title,
    Name,
    /// Some in the title, some in the name.
    Both,
}

impl Where {
    fn text(self, called: &Called) -> String {
        match self {
            Self::Title => called.title.clone(),
            Self::Name => called.name.clone(),
            Self::Both => format!("{} {}", called.title, called.name),
        }
    }

    fn score(self, called: &Called, patterns: &Patterns, matcher: &mut Matcher) -> Option<u32> {
        let mut room = Vec::new();
        patterns.at(self).score(Utf32Str::new(&self.text(called), &mut room), matcher)
    }

    fn marks(
        self,
        called: &Called,
        patterns: &Patterns,
        matcher: &mut Matcher,
    ) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
        let (text, mut room, mut letters) = (self.text(called), Vec::new(), Vec::new());
        patterns.at(self).indices(Utf32Str::new(&text, &mut room), matcher, &mut letters);
        letters.sort_unstable();
        letters.dedup();
        let marks = ranges(&text, &letters);
        let title = called.title.len();
        match self {
            Self::Title => (marks, Vec::new()),
            Self::Name => (Vec::new(), marks),
            Self::Both => {
                let (in_title, behind): (Vec<_>, Vec<_>) =
                    marks.into_iter().partition(|mark| mark.end <= title);
                let start = title + 1;
                let in_name = behind.into_iter().filter(|mark| mark.start >= start);
                (in_title, in_name.map(|mark| mark.start - start..mark.end - start).collect())
            }
        }
    }
}

/// The place with the highest score; of equal ones, the first.
fn best(called: &Called, patterns: &Patterns, matcher: &mut Matcher) -> Option<(u32, Where)> {
    let alone = [Where::Title, Where::Name].into_iter();
    let mut found = alone.filter_map(|at| Some((at.score(called, patterns, matcher)?, at)));
    let first = found.next();
    let alone = match (first, found.next()) {
        (Some(title), Some(name)) if name.0 > title.0 => Some(name),
        (first, _) => first,
    };
    if alone.is_some() || patterns.words.atoms.len() < 2 {
        return alone;
    }
    Some((Where::Both.score(called, patterns, matcher)?, Where::Both))
}

/// The letters of these numbers, counted as the matcher counts them, in bytes; neighbours in one.
fn ranges(text: &str, letters: &[u32]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut wanted = letters.iter().peekable();
    for (place, (start, letter)) in text.grapheme_indices(true).enumerate() {
        if wanted.peek().is_none_or(|&&next| next as usize != place) {
            continue;
        }
        wanted.next();
        match ranges.last_mut() {
            Some(last) if last.end == start => last.end += letter.len(),
            _ => ranges.push(start..start + letter.len()),
        }
    }
    ranges
}
