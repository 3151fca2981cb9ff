//! **The points are of about one length.**
//!
//! A point of half the others' length is often a remark, and one of twice their length is often two. A body is
//! compared with the median of all, in words, from three points on. Where the goals give points a band, each is
//! held to that instead, counted as the outline counts it: with its heading. The finding lies on the heading.
//!
//! ```fires
//! # Three Signs Of Rain
//!
//! ## 1. Swallows
//!
//! They fly low over the water, and nobody knows why they do.
//!
//! ## 2. «Cows»
//!
//! They lie.
//!
//! ## 3. Smoke
//!
//! It goes sideways between the roofs, and comes down in the yard.
//! ```
//!
//! ```silent
//! # Three Signs Of Rain
//!
//! ## 1. Swallows
//!
//! They fly low over the water, and nobody knows why they do.
//!
//! ## 2. Cows
//!
//! They lie down in the grass.
//!
//! ## 3. Smoke
//!
//! It goes sideways between the roofs, and comes down in the yard.
//! ```

use crate::reading::Reading;
use crate::{Finding, Rule, Severity};
use piece::{Band, Counts, Point, Unit};

pub(crate) const RULE: Rule = Rule {
    name: "point-balance",
    severity: Severity::Info,
    reason: "Points that stand side by side carry about as much.",
    is_english: false,
    source: include_str!("point_balance.rs"),
    look,
};

/// So many points must have a body before one can be unlike the others.
const FEWEST: usize = 3;

fn look(reading: &Reading<'_>) -> Vec<Finding> {
    let goals = reading.world.goals();
    match goals.point {
        Some(band) => out_of(band, goals.unit, reading),
        None => unlike_the_others(reading),
    }
}

/// The points that are shorter or longer than the band says. An empty one is another rule's.
fn out_of(band: Band, unit: Unit, reading: &Reading<'_>) -> Vec<Finding> {
    let (least, most, name) = (band.least(), band.most(), unit.name());
    let length = |point: &Point| {
        let [heading, body] = [point.heading, point.body].map(|part| part.of(reading.source));
        let written = !body.trim().is_empty();
        written.then(|| unit.of(Counts::of_markdown(heading) + Counts::of_markdown(body)))
    };
    let points = reading.piece.points.iter().enumerate();
    let odd = points.filter_map(|(index, point)| {
        let length = length(point).filter(|&length| !band.holds(length))?;
        let than = if length < least as usize { "shorter" } else { "longer" };
        let message = format!(
            "With {length} {name} this point is {than} than points are meant to be: {least} to {most}."
        );
        Some(RULE.finding(reading.heading_span(index), message))
    });
    odd.collect()
}

fn unlike_the_others(reading: &Reading<'_>) -> Vec<Finding> {
    let words = words(reading);
    let Some(doubled) = doubled_median(&words) else { return Vec::new() };
    let points = words.iter().enumerate().filter(|(_, words)| **words > 0);
    let odd = points.filter_map(|(index, &words)| {
        let half = match () {
            () if words * 4 < doubled => "less than half",
            () if words > doubled => "more than twice",
            () => return None,
        };
        let median = doubled / 2;
        let message = format!(
            "With {words} words this point is {half} as long as most, which have {median}."
        );
        Some(RULE.finding(reading.heading_span(index), message))
    });
    odd.collect()
}

/// How many words the body of each point has.
fn words(reading: &Reading<'_>) -> Vec<usize> {
    let mut words = vec![0; reading.piece.points.len()];
    for paragraph in &reading.prose.paragraphs {
        let point = paragraph.place.filter(|place| place.part == piece::PartKind::PointBody);
        if let Some(count) = point.and_then(|place| words.get_mut(place.point?)) {
            *count += paragraph.words.len();
        }
    }
    words
}

/// Twice the median of those that are not empty; nothing if there are too few.
fn doubled_median(words: &[usize]) -> Option<usize> {
    let mut words: Vec<usize> = words.iter().copied().filter(|&words| words > 0).collect();
    words.sort_unstable();
    let (low, high) = (words.len().saturating_sub(1) / 2, words.len() / 2);
    (words.len() >= FEWEST).then(|| words[low] + words[high])
}
