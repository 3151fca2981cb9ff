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
    let today = day_of_piece(reading).unwrap_or_else(|| reading.world.today());
    let sentences = reading.prose.own_sentences().flat_map(|sentence| {
        let findings = findings(&sentence, today);
        let is_clear = !findings.is_empty() && (has_year(&sentence) || recurs(&sentence));
        if is_clear { Vec::new() } else { findings }
    });
    sentences.collect()
}

/// The day that front matter gives the piece.
fn day_of_piece(reading: &Reading<'_>) -> Option<Date> {
    let date = reading.piece.front_matter?.date(reading.source)?;
    date.get(..10)?.parse().ok()
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

fn findings(sentence: &Sentence<'_>, today: Date) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        let words = relative(sentence, at).filter(|_| !sentence.is_quoted(at));
        if let Some(words) = words {
            findings.push(finding(sentence, at, words, today));
        }
        at += words.unwrap_or(1);
    }
    findings
}

fn finding(sentence: &Sentence<'_>, at: usize, words: usize, today: Date) -> Finding {
    let said: Vec<&str> = (at..at + words).map(|at| sentence.word(at)).collect();
    let meant = meaning::of(&said, today)
        .unwrap_or_else(|| format!("something near {}", meaning::day(today)));
    let said: Vec<&str> = (at..at + words).map(|at| sentence.written(at)).collect();
    let said = said.join(if said[0].eq_ignore_ascii_case("mid") { "-" } else { " " });
    let message = format!("“{said}” means {meant}, which a later reader cannot know.");
    RULE.finding(sentence.span(at, at + words - 1), message)
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
