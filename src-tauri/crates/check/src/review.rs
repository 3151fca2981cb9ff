//! All that a careful reader would say about a draft, as a writer goes through it.

use crate::lists::{self, RelativeDate, Source};
use crate::reading::Reading;
use crate::rules::{dek_echo, relative_date, unsourced_attribution};
use crate::{Finding, World, findings};
use jiff::civil::Date;
use text::{Span, Text};

/// Findings, tick-lists, and what is to be kept in step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The findings in the order of the text, but for those that the lists have.
    pub findings: Vec<Finding>,
    /// Every claim that is laid on a source.
    pub sources: Vec<Source>,
    /// Every date that hangs on the day of writing.
    pub dates: Vec<RelativeDate>,
    /// The day from which these count: front matter's, else today.
    pub day: Date,
    /// Dek and conclusion, where one mirrors the other.
    pub pair: Option<Pair>,
}

/// Two places that say the same in other words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The dek.
    pub dek: Span,
    /// The sentence of the conclusion that is nearest to it.
    pub conclusion: Span,
}

/// The rules whose findings are ticked off in a list, where there is no mark in the text for them.
const LISTED: [&str; 2] = [unsourced_attribution::RULE.name, relative_date::RULE.name];

/// Goes through a text once for all of it. What reads English is empty for other texts.
pub fn review(text: &Text, world: &dyn World) -> Review {
    let reading = Reading::new(text, world);
    let day = relative_date::day_of_piece(&reading);
    let mut findings = findings(&reading);
    findings.retain(|finding| !LISTED.contains(&finding.rule));
    let mut review = Review { findings, sources: Vec::new(), dates: Vec::new(), day, pair: None };
    if reading.is_english {
        review.sources = lists::sources(&reading);
        review.dates = lists::dates(&reading, day);
        review.pair = dek_echo::pair(&reading).map(|(dek, conclusion)| Pair { dek, conclusion });
    }
    review
}
