//! **A numbered piece has a title, a lede and a conclusion.**
//!
//! Points without an opening begin in the middle, and points without a conclusion stop where the writer
//! was tired. Asked are only texts with points, and those whose front matter names the template of
//! numbered irritants. The finding lies on the title, or at the very start where there is none.
//!
//! ```fires
//! # «Two Signs Of Rain»
//!
//! It has not rained for a month.
//!
//! ## 1. Swallows
//!
//! They fly low.
//!
//! ## 2. Cows
//!
//! They lie down.
//! ```
//!
//! ```silent
//! # A Plain Article
//!
//! ## Swallows
//!
//! They fly low.
//! ```

use crate::reading::Reading;
use crate::{Finding, Rule, Severity};

pub(crate) const RULE: Rule = Rule {
    name: "missing-part",
    severity: Severity::Warning,
    reason: "A numbered piece opens, and it closes.",
    is_english: false,
    source: include_str!("missing_part.rs"),
    look,
};

/// What the template is called, as far as all its spellings agree.
const TEMPLATE: &str = "irritants";

fn look(reading: &Reading<'_>) -> Vec<Finding> {
    if reading.piece.points.is_empty() && !names_template(reading) {
        return Vec::new();
    }
    let outline = &reading.outline;
    let parts =
        [("title", &outline.title), ("lede", &outline.lede), ("conclusion", &outline.conclusion)];
    let is_empty = |part: &Option<String>| part.as_deref().is_none_or(|it| it.trim().is_empty());
    let missing = parts.into_iter().filter(|(_, part)| is_empty(part));
    missing
        .map(|(name, _)| RULE.finding(reading.title_span(), format!("The piece has no {name}.")))
        .collect()
}

fn names_template(reading: &Reading<'_>) -> bool {
    let template = reading.piece.front_matter.and_then(|it| it.fields(reading.source).template);
    template.is_some_and(|name| name.to_lowercase().ends_with(TEMPLATE))
}
