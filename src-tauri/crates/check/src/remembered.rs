//! What was said once, found again in another version of the text.

use crate::Finding;
use text::{Span, Text};

/// So many words on each side are remembered with a place.
const AROUND: usize = 3;

/// Something that was said about a place, remembered by content and not by offset: so it is the same when
/// the text around is written on, moved or renumbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// What said it: a rule's name, or that of a list.
    pub rule: String,
    /// What it said, its figures left out: they count what stands elsewhere.
    pub said: String,
    /// The words at the place.
    pub words: String,
    /// The words before.
    pub before: String,
    /// The words behind.
    pub behind: String,
}

impl Remembered {
    /// A finding as it is remembered.
    pub fn finding(text: &Text, finding: &Finding) -> Self {
        Self::place(text, finding.rule, &finding.message, finding.span)
    }

    /// What `rule` said about a place, as it is remembered.
    pub fn place(text: &Text, rule: &str, said: &str, span: Span) -> Self {
        let source = text.as_str();
        let mut before: Vec<&str> = words(source[..span.start.0].split_whitespace().rev());
        before.reverse();
        let behind = words(source[span.end.0..].split_whitespace());
        Self {
            rule: rule.to_owned(),
            said: said.chars().filter(|it| !it.is_ascii_digit()).collect(),
            words: span.of(source).split_whitespace().collect::<Vec<_>>().join(" "),
            before: before.join(" "),
            behind: behind.join(" "),
        }
    }

    /// Whether both are about the same: the same about the same words, with the same words before or
    /// behind them. One of the two sides may have been rewritten.
    pub fn is_same(&self, other: &Self) -> bool {
        let is_said = self.rule == other.rule && self.said == other.said;
        let is_there = self.before == other.before || self.behind == other.behind;
        is_said && self.words == other.words && is_there
    }
}

/// The nearest words. What has no letter is none: numbers change when points move.
fn words<'t>(pieces: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    pieces.filter(|it| it.contains(char::is_alphabetic)).take(AROUND).collect()
}
