//! What a rule is.

use crate::reading::Reading;
use crate::{Finding, Severity};
use text::Span;

/// A rule of the table.
pub struct Rule {
    /// Its name, as findings bear it.
    pub name: &'static str,
    /// How much its findings matter.
    pub severity: Severity,
    /// Why it is there, in a line.
    pub reason: &'static str,
    /// Whether it reads English, and so keeps to texts in that language.
    pub is_english: bool,
    /// The source of its file, which begins with its manual.
    pub(crate) source: &'static str,
    pub(crate) look: fn(&Reading<'_>) -> Vec<Finding>,
}

impl Rule {
    /// Its manual in Markdown: what it says, why, an example that fires (what it lies on stands
    /// between `«` and `»`), one that does not.
    pub fn manual(&self) -> String {
        let lines = self.source.lines().map_while(|line| line.strip_prefix("//!"));
        lines.flat_map(|line| [line.strip_prefix(' ').unwrap_or(line), "\n"]).collect()
    }

    /// A finding of this rule.
    pub(crate) fn finding(&self, span: Span, message: impl Into<String>) -> Finding {
        let message = message.into();
        Finding { rule: self.name, severity: self.severity, span, message, fixes: Vec::new() }
    }
}
