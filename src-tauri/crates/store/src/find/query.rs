//! What is asked for.

use crate::Situation;
use regex::{Regex, RegexBuilder};
use std::ops::Range;

/// What is to be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What the person typed.
    pub words: String,
    /// How it is meant.
    pub how: How,
    /// Whether capitals count.
    pub match_case: bool,
    /// Whether parts of words do not count.
    pub whole_words: bool,
}

/// How the words of a [`Query`] are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum How {
    /// All of them, in any order and anywhere in name and text.
    #[default]
    Words,
    /// As they stand, in the text.
    Phrase,
    /// As a regular expression, in the text; `^` and `$` are the ends of a line.
    Regex,
}

/// A query made ready.
pub(super) struct Pattern {
    /// All of these have to be there.
    needed: Vec<Regex>,
    /// Any of them is a hit.
    any: Regex,
    how: How,
}

impl Query {
    /// All of these words, as one types them.
    pub fn words(words: &str) -> Self {
        Self { words: words.to_owned(), ..Self::default() }
    }

    /// The query made ready; nothing for one of nothing.
    pub(super) fn pattern(&self) -> Result<Option<Pattern>, Situation> {
        let words: Vec<String> = match self.how {
            How::Words => self.words.split_whitespace().map(|word| self.literal(word)).collect(),
            How::Phrase if self.words.is_empty() => Vec::new(),
            How::Phrase => vec![self.literal(&self.words)],
            How::Regex if self.words.is_empty() => Vec::new(),
            How::Regex if self.whole_words => vec![format!(r"\b(?:{})\b", self.words)],
            How::Regex => vec![self.words.clone()],
        };
        if words.is_empty() {
            return Ok(None);
        }
        // Of two words that begin alike, the longer one is what is marked.
        let mut longest_first: Vec<&str> = words.iter().map(String::as_str).collect();
        longest_first.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let any = self.regex(&longest_first.join("|"))?;
        let needed = match words.len() {
            1 => vec![any.clone()],
            _ => words.iter().map(|word| self.regex(word)).collect::<Result<_, _>>()?,
        };
        Ok(Some(Pattern { needed, any, how: self.how }))
    }

    fn literal(&self, words: &str) -> String {
        // At a sign there is no edge of a word, and “#1” would never be found.
        let is_word = |end: Option<char>| {
            end.is_some_and(|end| self.whole_words && (end.is_alphanumeric() || end == '_'))
        };
        let edge = |end| if is_word(end) { r"\b" } else { "" };
        let (before, after) = (edge(words.chars().next()), edge(words.chars().next_back()));
        format!("{before}{}{after}", regex::escape(words))
    }

    fn regex(&self, pattern: &str) -> Result<Regex, Situation> {
        let mut builder = RegexBuilder::new(pattern);
        builder.case_insensitive(!self.match_case).multi_line(true).crlf(true);
        builder.build().map_err(|error| broken(&error))
    }
}

/// The parser of expressions draws an arrow over several lines; the last one says what is wrong.
fn broken(error: &regex::Error) -> Situation {
    let said = error.to_string();
    let last = said.lines().last().unwrap_or_default();
    let reason = last.trim().trim_start_matches("error: ").to_owned();
    Situation::PatternBroken { reason }
}

impl Pattern {
    /// Whether names are looked at too.
    pub(super) fn counts_names(&self) -> bool {
        self.how == How::Words
    }

    /// Whether all that is needed is in one or the other of these texts.
    pub(super) fn is_in(&self, texts: &[&str]) -> bool {
        let has = |needed: &Regex| texts.iter().any(|text| needed.is_match(text));
        self.needed.iter().all(has)
    }

    /// Where the text has any of it; places of no length are none.
    pub(super) fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        self.any.find_iter(text).map(|found| found.range()).filter(|range| !range.is_empty())
    }

    /// Where the text has it, and what `with` comes to there: in a regular expression, `$1` and `${name}`
    /// are what its groups matched, and `$$` is a dollar sign.
    pub(super) fn replacements<'t>(
        &'t self,
        text: &'t str,
        with: &'t str,
    ) -> impl Iterator<Item = (Range<usize>, String)> + 't {
        self.any.captures_iter(text).filter_map(move |groups| {
            let range = groups.get(0)?.range();
            let mut new = String::new();
            match self.how {
                How::Regex => groups.expand(with, &mut new),
                _ => new.push_str(with),
            }
            (!range.is_empty()).then_some((range, new))
        })
    }
}
