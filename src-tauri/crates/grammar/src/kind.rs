//! The kinds of mistakes that harper finds, as rules.

use harper_core::linting::LintKind;

/// The name of the rule for a kind; nothing for the kinds that are left to others or to taste.
///
/// Spelling is the editor's. Sentences that are long are a rule of Lede's own, and so are headings and
/// marks. What one style or region prefers to another is no mistake.
pub(crate) fn rule(kind: LintKind) -> Option<&'static str> {
    match kind {
        LintKind::Agreement => Some("harper/agreement"),
        LintKind::BoundaryError => Some("harper/boundary"),
        LintKind::Capitalization => Some("harper/capitalization"),
        LintKind::Eggcorn => Some("harper/eggcorn"),
        LintKind::Grammar => Some("harper/grammar"),
        LintKind::Malapropism => Some("harper/malapropism"),
        LintKind::Miscellaneous => Some("harper/miscellaneous"),
        LintKind::Nonstandard => Some("harper/nonstandard"),
        LintKind::Punctuation => Some("harper/punctuation"),
        LintKind::Redundancy => Some("harper/redundancy"),
        LintKind::Repetition => Some("harper/repetition"),
        LintKind::Typo => Some("harper/typo"),
        LintKind::Usage => Some("harper/usage"),
        LintKind::WordChoice => Some("harper/word-choice"),
        LintKind::WordOrder => Some("harper/word-order"),
        LintKind::Enhancement
        | LintKind::Formatting
        | LintKind::Readability
        | LintKind::Regionalism
        | LintKind::Spelling
        | LintKind::Style => None,
    }
}
