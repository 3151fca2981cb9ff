//! What harper says of a paragraph, whatever stands around it.

use crate::{Dialect, kind::rule, passage::Passage, quiet::QUIET};
use harper_core::linting::{Lint, LintGroup, Suggestion};
use harper_core::remove_overlaps;
use harper_core::spell::FstDictionary;
use piece::prose::Paragraph;
use std::collections::HashMap;
use std::ops::Range;

/// A remark of harper's, in our words.
pub(crate) struct Remark {
    pub(crate) rule: &'static str,
    /// Where it lies in the paragraph's text.
    pub(crate) range: Range<usize>,
    pub(crate) message: String,
    pub(crate) suggestions: Vec<Suggestion>,
}

/// The remarks on the paragraphs of the last text.
#[derive(Default)]
pub(crate) struct Remarks {
    dialect: Dialect,
    known: HashMap<Seen, Vec<Remark>>,
}

/// A paragraph as harper sees it: its text, and what of it is no prose.
type Seen = (String, Vec<Range<usize>>);

impl Remarks {
    /// The remarks on each of the paragraphs. Those on paragraphs that are the same as in the last text
    /// are not asked for again.
    pub(crate) fn of(&mut self, paragraphs: &[&Paragraph], dialect: Dialect) -> Vec<&[Remark]> {
        let mut before = std::mem::take(&mut self.known);
        if self.dialect != dialect {
            before.clear();
            self.dialect = dialect;
        }
        // Harper's rules are made in milliseconds, and keep so much of what they have seen that a day's
        // writing would take a hundred megabytes: they do not outlive the look.
        let mut rules: Option<LintGroup> = None;
        for paragraph in paragraphs {
            let seen = seen(paragraph);
            let remarks = before.remove(&seen);
            self.known.entry(seen).or_insert_with(|| {
                remarks
                    .unwrap_or_else(|| look(paragraph, rules.get_or_insert_with(|| made(dialect))))
            });
        }
        paragraphs
            .iter()
            .map(|it| self.known.get(&seen(it)).map_or(&[][..], Vec::as_slice))
            .collect()
    }
}

fn seen(paragraph: &Paragraph) -> Seen {
    (paragraph.text.clone(), paragraph.hidden.clone())
}

/// Harper's rules, but those that are never asked.
fn made(dialect: Dialect) -> LintGroup {
    let mut rules = LintGroup::new_curated(FstDictionary::curated(), dialect.into());
    for name in QUIET {
        rules.config.set_rule_enabled(name, false);
    }
    rules
}

fn look(paragraph: &Paragraph, rules: &mut LintGroup) -> Vec<Remark> {
    let passage = Passage::new(paragraph);
    let spoken = spoken(&paragraph.text);
    let lints = rules.organized_lints(&passage.document).into_values().flatten();
    let mut lints: Vec<Lint> = lints.filter(|lint| rule(lint.lint_kind).is_some()).collect();
    remove_overlaps(&mut lints);
    let remark = |lint: Lint| {
        let range = passage.bytes(lint.span)?;
        let is_silent = paragraph.is_hidden(&range) || is_within(&spoken, range.start);
        let rule = rule(lint.lint_kind).filter(|_| !is_silent)?;
        let (message, suggestions) = (in_quotation_marks(&lint.message), lint.suggestions);
        Some(Remark { rule, range, message, suggestions })
    };
    lints.into_iter().filter_map(remark).collect()
}

/// Where somebody is quoted: what was said stays as it was said.
fn spoken(text: &str) -> Vec<Range<usize>> {
    let mut spoken = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, mark) in text.char_indices() {
        open = match (open, mark) {
            (None, '"') => Some((at, '"')),
            (None, '“' | '„') => Some((at, '”')),
            (None, '«') => Some((at, '»')),
            (Some((start, close)), _) if mark == close => {
                spoken.push(start..at);
                None
            }
            _ => open,
        };
    }
    // Left open, it goes on in the next paragraph.
    spoken.extend(open.map(|(start, _)| start..text.len()));
    spoken
}

fn is_within(ranges: &[Range<usize>], at: usize) -> bool {
    let next = ranges.partition_point(|range| range.end <= at);
    ranges.get(next).is_some_and(|range| range.start <= at)
}

/// A sentence of harper's with quotation marks in place of its markup.
fn in_quotation_marks(said: &str) -> String {
    let mut message = String::new();
    for (place, part) in said.split('`').enumerate() {
        if place > 0 {
            message.push(if place % 2 == 1 { '“' } else { '”' });
        }
        message.push_str(part);
    }
    message
}
