//! What crosses about findings and tick-lists.

use super::{OwnGoal, Section, sections, small};
use serde::{Deserialize, Serialize};
use specta::Type;
use text::{Span, Text};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// A reader would call it a mistake.
    Error,
    /// A reader may stumble.
    Warning,
    /// Worth a second look.
    Info,
}

/// What was said about a place, by content: so it is found again when the text is written on. The window
/// hands it back as it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Passage {
    /// What said it.
    pub rule: String,
    /// What it said.
    pub said: String,
    /// The words at the place.
    pub words: String,
    /// The words before.
    pub before: String,
    /// The words behind.
    pub behind: String,
}

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Fix {
    /// What it does, as a button says it.
    pub label: String,
    /// Its edits, for the text that was looked at.
    pub changes: Vec<Section>,
    /// Whether any writer would have done it.
    pub safe: bool,
}

/// What a check says about a range of the text.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Its first unit.
    pub from: u32,
    /// The unit after its last.
    pub to: u32,
    /// The name of its rule.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// What is the matter.
    pub message: String,
    /// Why the rule is there.
    pub reason: String,
    /// The ways to mend it, the best first.
    pub fixes: Vec<Fix>,
    /// How it is remembered when it is ignored.
    pub passage: Passage,
}

/// A row of a tick-list.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Tick {
    /// Its first unit.
    pub from: u32,
    /// The unit after its last.
    pub to: u32,
    /// Its words.
    pub words: String,
    /// What a date comes to, or where a source leads; nothing for a source that leads nowhere.
    pub comes_to: Option<String>,
    /// Whether it has been looked at.
    pub ticked: bool,
    /// How it is remembered when it is ticked.
    pub passage: Passage,
}

/// Words that another place mirrors.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Mirrored {
    /// Their first unit.
    pub from: u32,
    /// The unit after their last.
    pub to: u32,
    /// The words.
    pub words: String,
}

/// A rule that is heeded in no draft.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RuleOff {
    /// Its name.
    pub name: String,
    /// Why it is there.
    pub reason: String,
}

/// All that the checks say of a text of this version.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Review {
    /// Which opening of the draft.
    pub session: u32,
    /// The version that was looked at.
    pub version: u32,
    /// What is to be seen to, in the order of the text.
    pub findings: Vec<Finding>,
    /// How many more there are than are told.
    pub left_out: u32,
    /// Findings that the person has put aside.
    pub ignored: Vec<Finding>,
    /// Every claim that is laid on a source.
    pub sources: Vec<Tick>,
    /// Every date that hangs on the day of writing.
    pub dates: Vec<Tick>,
    /// The day from which dates count.
    pub day: String,
    /// The dek and the sentence of the conclusion that mirrors it.
    pub pair: Option<(Mirrored, Mirrored)>,
    /// Rules that the person has put aside in all drafts.
    pub off: Vec<RuleOff>,
    /// How long the piece is to be, where its front matter says so.
    pub goal: Option<OwnGoal>,
}

/// Words of a text and where they lie in the window.
pub fn mirrored(text: &Text, span: Span) -> Mirrored {
    let (from, to) = place(text, span);
    Mirrored { from, to, words: span.of(text.as_str()).to_owned() }
}

/// A span in the window's offsets.
pub fn place(text: &Text, span: Span) -> (u32, u32) {
    (small(text.window_offset(span.start).0), small(text.window_offset(span.end).0))
}

impl Fix {
    /// A fix of `text` for the window.
    pub fn of(text: &Text, fix: &check::Fix) -> Self {
        let changes = sections(&text.change_set(&fix.edits));
        Self { label: fix.label.clone(), changes, safe: fix.safe }
    }
}

impl Finding {
    /// A finding of `text` for the window.
    pub fn of(text: &Text, finding: &check::Finding) -> Self {
        let (from, to) = place(text, finding.span);
        Self {
            from,
            to,
            rule: finding.rule.to_owned(),
            severity: finding.severity.into(),
            message: finding.message.clone(),
            reason: check::rule(finding.rule)
                .map(|rule| rule.reason.to_owned())
                .unwrap_or_default(),
            fixes: finding.fixes.iter().map(|fix| Fix::of(text, fix)).collect(),
            passage: check::Remembered::finding(text, finding).into(),
        }
    }
}

impl From<check::Severity> for Severity {
    fn from(severity: check::Severity) -> Self {
        match severity {
            check::Severity::Error => Self::Error,
            check::Severity::Warning => Self::Warning,
            check::Severity::Info => Self::Info,
        }
    }
}

impl From<check::Remembered> for Passage {
    fn from(it: check::Remembered) -> Self {
        let check::Remembered { rule, said, words, before, behind } = it;
        Self { rule, said, words, before, behind }
    }
}

impl From<Passage> for store::Passage {
    fn from(it: Passage) -> Self {
        let Passage { rule, said, words, before, behind } = it;
        Self { rule, said, words, before, behind }
    }
}
