//! What a rule says about a range of the text.

use std::collections::BTreeMap;
use text::{ByteOffset, Edit, Edits, Span};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// A reader would call it a mistake.
    Error,
    /// A reader may stumble.
    Warning,
    /// Worth a second look.
    Info,
}

impl Severity {
    /// The word for it: `error`, `warning` or `info`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as a button says it.
    pub label: String,
    /// How it does it.
    pub edits: Edits,
    /// Whether it may be carried out unasked: it does what any writer would have done. Of a finding
    /// that has such a fix it is the first.
    pub safe: bool,
}

impl Fix {
    /// A fix of one edit.
    pub(crate) fn one(label: impl Into<String>, edit: Edit, safe: bool) -> Self {
        Self { label: label.into(), edits: Edits::one(edit), safe }
    }
}

/// What a rule says about a range of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The name of the rule.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Where it lies, in bytes of the whole text: the smallest range that explains it.
    pub span: Span,
    /// What is the matter, in one sentence.
    pub message: String,
    /// The ways to mend it, the best first; often none.
    pub fixes: Vec<Fix>,
}

impl Finding {
    /// The same with one more way to mend it.
    #[must_use]
    pub(crate) fn with(mut self, fix: Option<Fix>) -> Self {
        self.fixes.extend(fix);
        self
    }
}

/// The edits that carry out the safe fix of each of these findings of one text, in one action. A fix
/// that touches what an earlier one changes is left out.
pub fn safe_edits<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Edits {
    let mut taken: BTreeMap<ByteOffset, &Edit> = BTreeMap::new();
    for finding in findings {
        let Some(fix) = finding.fixes.first().filter(|fix| fix.safe) else { continue };
        if fix.edits.iter().all(|edit| is_apart(&taken, edit)) {
            taken.extend(fix.edits.iter().map(|edit| (edit.start, edit)));
        }
    }
    Edits::new(taken.into_values().cloned().collect()).unwrap_or_default()
}

/// Whether an edit touches nothing that the others change, by the place at which each begins.
fn is_apart(taken: &BTreeMap<ByteOffset, &Edit>, edit: &Edit) -> bool {
    let before = taken.range(..=edit.start).next_back();
    let behind = taken.range(edit.start..).next();
    before.is_none_or(|(start, it)| *start < edit.start && it.end <= edit.start)
        && behind.is_none_or(|(start, _)| edit.end <= *start)
}
