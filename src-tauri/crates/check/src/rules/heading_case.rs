//! **All headings of points are capitalised in one style.**
//!
//! The styles are Start Case, where every word has a capital; the title case of AP, where words of up to three letters
//! such as "in" and "the" have none; that of Chicago, where prepositions of any length have none; and
//! sentence case. The piece itself says which is its own: the one that most of its title and headings
//! keep, three at least. Names, and headings of one word, decide nothing. The fix is offered where the
//! style is plain, and into sentence case only where no name can be meant.
//!
//! ```fires
//! # Four Signs Of Rain
//!
//! ## 1. The Swallows Fly Low Over The Water
//!
//! ## 2. The Cows Lie Down In The Grass
//!
//! ## 3. «The smoke goes sideways»
//! ```
//!
//! ```silent
//! # Four Signs Of Rain
//!
//! ## 1. The Swallows Fly Low Over The Water
//!
//! ## 2. The BBC Says So
//!
//! ## 3. The Ghost Of Charles de Gaulle
//!
//! ## 4. Smoke
//! ```

use crate::reading::Reading;
use crate::{Finding, Fix, Rule, Severity};
use heading::Heading;
use std::collections::HashSet;
use style::{Style, Styles};
use text::{Edit, Edits};

mod heading;
mod style;

pub(crate) const RULE: Rule = Rule {
    name: "heading-case",
    severity: Severity::Warning,
    reason: "The headings are capitalised in one style.",
    is_english: true,
    source: include_str!("heading_case.rs"),
    look,
};

/// So many headings must keep a style before it is the piece's own.
const ENOUGH: usize = 3;

fn look(reading: &Reading<'_>) -> Vec<Finding> {
    let headings = heading::all(reading);
    let Some(own) = own_styles(&headings) else { return Vec::new() };
    let points = headings.iter().filter(|heading| heading.point.is_some());
    let odd = points.filter(|heading| heading.is_decided() && !heading.possible().meets(own));
    // Asked for only where it matters, and then once: it goes through all words of the text.
    let is_sentence = own.only() == Some(Style::Sentence);
    let small = if is_sentence { heading::small_words(&reading.prose) } else { HashSet::new() };
    odd.map(|heading| finding(reading, heading, own, &small)).collect()
}

/// The styles that most headings keep, equally many each.
fn own_styles(headings: &[Heading<'_>]) -> Option<Styles> {
    let deciding = headings.iter().filter(|heading| heading.is_decided()).count();
    let keep = |style: Style| {
        headings.iter().filter(|it| it.is_decided() && it.likely().has(style)).count()
    };
    let most = Style::ALL.into_iter().map(keep).max()?;
    let own = Styles::of(Style::ALL.into_iter().filter(|&style| keep(style) == most));
    (most >= ENOUGH && most * 2 > deciding).then_some(own)
}

fn finding(
    reading: &Reading<'_>,
    heading: &Heading<'_>,
    own: Styles,
    small: &HashSet<&str>,
) -> Finding {
    let span = reading.heading_span(heading.point.unwrap_or_default());
    let style = own.only();
    let name = style.map_or("title case", Style::name);
    let message = format!("Most headings are in {name}, and this one is not.");
    let edits = style.and_then(|style| Some((style, heading.restyled(reading, style, small)?)));
    let fix = edits.and_then(|(style, edits)| fix(style, edits));
    RULE.finding(span, message).with(fix)
}

fn fix(style: Style, edits: Vec<Edit>) -> Option<Fix> {
    let edits = Edits::new(edits).ok().filter(|edits| !edits.is_empty())?;
    let label = format!("Write it in {}", style.name());
    Some(Fix { label, edits, safe: style != Style::Sentence })
}
