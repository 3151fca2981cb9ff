//! The number that a title gives its points, and the noun by which it calls them.

use super::language::Language;
use super::numeral::{Numeral, cardinal};
use super::tokens::Tokens;
use crate::PartKind;

/// The head noun of a title and the number before it.
pub(super) struct Anchor {
    /// In lower case.
    pub(super) plural: String,
    pub(super) singular: String,
    pub(super) number: Numeral,
    fitness: Fitness,
}

/// How well a number fits a title's points, the best last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fitness {
    /// It opens the title or a clause of it, before any noun in the plural.
    Opens,
    /// It stands before a noun by which lists are called.
    List,
    /// Both.
    ListOpens,
    /// Such a noun, and the number of the points.
    Counted,
}

/// So far behind its number a head noun may stand.
const FAR: usize = 4;

/// So far from the number of points a number may be that only opens a title: "Two Popes" of four points
/// are something else.
const NEAR: u32 = 1;

/// The anchor of the title in `tokens`, which has so many points: of several that fit, the first that
/// fits best.
pub(super) fn anchor(tokens: &Tokens<'_>, language: &Language, points: u32) -> Option<Anchor> {
    let is_title = |at: usize| tokens.at(at).is_some_and(|it| it.part == Some(PartKind::Title));
    let first = (0..tokens.len()).find(|&at| is_title(at))?;
    let mut best: Option<Anchor> = None;
    let mut at = first;
    while is_title(at) {
        let Some(number) = cardinal(tokens, language, at).filter(|number| number.value > 1) else {
            at += 1;
            continue;
        };
        let found = candidate(tokens, language, number, first, points);
        let is_better = |found: &Anchor| best.as_ref().is_none_or(|it| it.fitness < found.fitness);
        if let Some(found) = found.filter(is_better) {
            best = Some(found);
        }
        at = number.to;
    }
    best
}

/// A number of the title that begins at token `first`, if it may count the points.
fn candidate(
    tokens: &Tokens<'_>,
    language: &Language,
    number: Numeral,
    first: usize,
    points: u32,
) -> Option<Anchor> {
    let (noun, is_list_noun) = head_noun(tokens, language, number)?;
    let opens = opens(tokens, language, number.from, first);
    let is_the = number.from > first && tokens.has(language, "the", number.from - 1);
    let is_near = points == 0 || number.value.abs_diff(points) <= NEAR;
    let is_near = number.value == points || (is_near && !is_the);
    let fitness = match (is_list_noun, opens) {
        (true, _) if number.value == points => Fitness::Counted,
        (true, true) => Fitness::ListOpens,
        (true, false) => Fitness::List,
        (false, true) if is_near => Fitness::Opens,
        (false, _) => return None,
    };
    Some(Anchor { singular: language.singular(&noun), plural: noun, number, fitness })
}

/// Whether nothing but an article or the like stands before the number in its clause.
fn opens(tokens: &Tokens<'_>, language: &Language, at: usize, first: usize) -> bool {
    let leads = at
        .checked_sub(1)
        .filter(|&before| before >= first && tokens.has(language, "title-leads", before));
    let at = leads.unwrap_or(at);
    at == first || tokens.opens(at)
}

/// The head noun behind a number, and whether lists are called by it.
fn head_noun(tokens: &Tokens<'_>, language: &Language, number: Numeral) -> Option<(String, bool)> {
    let words: Vec<&str> = (number.to..number.to + FAR)
        .map(|at| tokens.word(at))
        .take_while(|word| !word.is_empty() && !language.stops.contains(word))
        .collect();
    if language.units.contains(words.first()?) {
        return None;
    }
    if let Some(noun) = words.iter().find(|noun| language.list_nouns.contains(*noun)) {
        return Some(((*noun).to_owned(), true));
    }
    let noun = words.iter().find(|noun| language.is_plural(noun))?;
    let is_name = language.is_name(tokens.word(number.to - 1), noun);
    (!is_name).then(|| ((*noun).to_owned(), false))
}
