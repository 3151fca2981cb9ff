//! What a careful reader would say about a draft.
//!
//! [`check`] takes a text and gives back its [`Finding`]s: what is wrong where, in a sentence, and the
//! [`Fix`]es that mend it. A finding never blocks anything. Each rule is a file in `rules/` that reads
//! like its own manual; [`rules`] is the table of them. In doubt a rule is silent.
//!
//! Rules that read English keep to texts that are English, by front matter's `lang` or by their look;
//! the words that they know are in `words/`, a file a language. The others hold for every language.

mod finding;
mod lists;
mod moved;
mod prose;
mod reading;
mod remembered;
mod review;
mod rule;
mod rules;
mod words;
mod world;

pub use finding::{Finding, Fix, Severity, safe_edits};
pub use lists::{RelativeDate, Source};
pub use moved::{SHIFTED_REFERENCE, moved, moved_since};
pub use prose::Lead;
pub use remembered::Remembered;
pub use review::{Pair, Review, review};
pub use rule::Rule;
pub use rules::rules;
pub use world::World;

use reading::Reading;
use text::{Edits, Text};

/// The rule of this name, of the table or beside it.
pub fn rule(name: &str) -> Option<&'static Rule> {
    every_rule().find(|rule| rule.name == name)
}

/// All rules that a finding may bear, the table's first.
pub fn every_rule() -> impl Iterator<Item = &'static Rule> {
    rules().iter().chain([&SHIFTED_REFERENCE])
}

/// What the rules find in a text, in its order.
pub fn check(text: &Text, world: &dyn World) -> Vec<Finding> {
    findings(&Reading::new(text, world))
}

fn findings(reading: &Reading<'_>) -> Vec<Finding> {
    let heeded = rules().iter().filter(|rule| reading.is_english || !rule.is_english);
    let mut findings: Vec<Finding> = heeded.flat_map(|rule| (rule.look)(reading)).collect();
    findings.sort_by_key(|finding| (finding.span.start, finding.span.end));
    findings
}

/// So often a text is looked at again for what its last fixes have made plain.
const ROUNDS: usize = 8;

/// The edits of all safe fixes of a text, in one action: those of its findings, and those of the
/// findings that come to light when these are mended. A text that is mended has none.
pub fn mend(text: &Text, world: &dyn World) -> Edits {
    mend_those(text, world, |_, _| true)
}

/// As [`mend`], for those findings that are wanted, each with the text that it was found in.
pub fn mend_those(
    text: &Text,
    world: &dyn World,
    is_wanted: impl Fn(&Text, &Finding) -> bool,
) -> Edits {
    let mut mended = text.clone();
    let mut all = Edits::default();
    for _ in 0..ROUNDS {
        let found = check(&mended, world);
        let edits = safe_edits(found.iter().filter(|finding| is_wanted(&mended, finding)));
        if edits.is_empty() {
            break;
        }
        mended.apply(&edits);
        all = all.compose(&edits);
    }
    all
}
