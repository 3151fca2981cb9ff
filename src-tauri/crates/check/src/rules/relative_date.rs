//! **A date holds after today.**
//!
//! "Last week" is clear on the day of publication and a riddle in the archive. Found are days and months
//! that hang on the day of writing, in sentences without a year. What a person is quoted to say hangs on
//! the day on which it was said, and "the last week of the strike" on the strike: neither is asked. The
//! message counts from front matter's `date`, or from today.
//!
//! ```fires
//! It rained «yesterday», and will again in «mid-December» or «later this year».
//! ```
//!
//! ```silent
//! It rained in mid-December 2025. The last week of that winter was dry. "I came yesterday," he said.
//! ```

use crate::prose::Sentence;
use crate::reading::Reading;
use crate::words::english;
use crate::{Finding, Rule, Severity};
use jiff::civil::Date;
use text::Span;

mod meaning;

pub(crate) const RULE: Rule = Rule {
    name: "relative-date",
    severity: Severity::Info,
    reason: "A reader next year knows when it was.",
    is_english: true,
    source: include_str!("relative_date.rs"),
    look,
};

fn look(reading: &Reading<'_>) -> Vec<Finding> {
    let today = day_of_piece(reading);
    let sentences = reading.prose.own_sentences().filter(|sentence| !has_year(sentence));
    let findings = |sentence: Sentence<'_>| {
        let said = said(&sentence).map(|it| it.finding(&sentence, today));
        said.collect::<Vec<_>>()
    };
    sentences.flat_map(findings).collect()
}

/// The day from which the piece counts: front matter's, else today.
pub(crate) fn day_of_piece(reading: &Reading<'_>) -> Date {
    let date = reading.piece.front_matter.and_then(|it| it.date(reading.source));
    let date = date.and_then(|date| date.get(..10)?.parse().ok());
    date.unwrap_or_else(|| reading.world.today())
}

/// Whether a sentence names a year.
fn has_year(sentence: &Sentence<'_>) -> bool {
    (0..sentence.len()).any(|at| {
        let word = sentence.word(at);
        word.len() == 4
            && word.bytes().all(|it| it.is_ascii_digit())
            && (word.starts_with(['1', '2']))
    })
}

/// Whether a sentence speaks of what happens again and again.
fn recurs(sentence: &Sentence<'_>) -> bool {
    let recurs = english("recurs");
    (0..sentence.len()).any(|at| recurs.has(sentence.word(at)))
}

/// A relative date of a sentence, by the places of its words.
pub(crate) struct Said {
    first: usize,
    last: usize,
}

impl Said {
    fn finding(&self, sentence: &Sentence<'_>, today: Date) -> Finding {
        let (seen, meant) = (self.seen(sentence), self.meant(sentence, today));
        let message = format!("“{seen}” means {meant}, which a later reader cannot know.");
        RULE.finding(self.span(sentence), message)
    }

    /// Where it lies.
    pub(crate) fn span(&self, sentence: &Sentence<'_>) -> Span {
        sentence.span(self.first, self.last)
    }

    /// Its words.
    pub(crate) fn seen(&self, sentence: &Sentence<'_>) -> String {
        let said: Vec<&str> = (self.first..=self.last).map(|at| sentence.written(at)).collect();
        said.join(if said[0].eq_ignore_ascii_case("mid") { "-" } else { " " })
    }

    /// What it means on this day.
    pub(crate) fn meant(&self, sentence: &Sentence<'_>, today: Date) -> String {
        let words: Vec<&str> = (self.first..=self.last).map(|at| sentence.word(at)).collect();
        meaning::of(&words, today)
            .unwrap_or_else(|| format!("something near {}", meaning::day(today)))
    }
}

/// The relative dates of a sentence; none where it speaks of what happens again and again.
pub(crate) fn said(sentence: &Sentence<'_>) -> impl Iterator<Item = Said> {
    let mut said = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        let words = relative(sentence, at).filter(|_| !sentence.is_quoted(at));
        said.extend(words.map(|words| Said { first: at, last: at + words - 1 }));
        at += words.unwrap_or(1);
    }
    if !said.is_empty() && recurs(sentence) {
        said.clear();
    }
    said.into_iter()
}

/// How many words the relative date at a place has.
fn relative(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let has = |list: &str, at: usize| english(list).has(sentence.word(at));
    let follows = |at: usize| matches!(sentence.gap(at), " " | "-");
    if has("days", at) {
        return is_day(sentence, at).then_some(1);
    }
    if has("parts-of-month", at)
        && follows(at + 1)
        && has("months", at + 1)
        && sentence.is_capital(at + 1)
    {
        return Some(2);
    }
    if has("sooner", at) && sentence.word(at + 1) == "this" && has("units", at + 2) {
        return Some(3);
    }
    let is_unit = match sentence.word(at) {
        "this" => has("units", at + 1),
        "last" | "next" => {
            let is_named = has("months", at + 1) || has("weekdays", at + 1);
            let is_night = sentence.word(at) == "last" && sentence.word(at + 1) == "night";
            has("units", at + 1) || is_night || (is_named && sentence.is_capital(at + 1))
        }
        _ => false,
    };
    (is_unit && sentence.gap(at + 1) == " " && is_free(sentence, at)).then_some(2)
}

/// Whether "yesterday" and the like at a place are a day: not a title, and not "yesterday's men".
fn is_day(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    let is_possessive = word.ends_with("'s") || word.ends_with("’s");
    let is_name = at > 0 && sentence.is_capital(at) || is_possessive && sentence.is_capital(at + 1);
    let is_idiom = is_possessive && english("not-of-a-day").has(sentence.word(at + 1));
    !(is_name || is_idiom)
}

/// Whether "last", "this" or "next" at a place belongs to its unit: no article before it makes it one of
/// something else, and the unit does not go on, as in "week after week".
fn is_free(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_of_another = english("fixes-time").has(sentence.word_before(at, 1));
    let goes_on = matches!(sentence.word(at + 2), "after" | "by")
        && sentence.word(at + 3) == sentence.word(at + 1);
    !is_of_another && !goes_on
}
