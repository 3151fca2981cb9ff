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
}

/// So far behind its number a head noun may stand.
const FAR: usize = 4;

/// The anchor of the title in `tokens`: a number before a noun by which lists are called, or else one
/// that opens the title or a clause of it before any noun in the plural.
pub(super) fn anchor(tokens: &Tokens<'_>, language: &Language) -> Option<Anchor> {
    let is_title = |at: usize| tokens.at(at).is_some_and(|it| it.part == Some(PartKind::Title));
    let first = (0..tokens.len()).find(|&at| is_title(at))?;
    let mut opening = None;
    let mut at = first;
    while is_title(at) {
        let Some(number) = cardinal(tokens, language, at).filter(|number| number.value > 1) else {
            at += 1;
            continue;
        };
        if let Some((noun, is_list_noun)) = head_noun(tokens, language, number) {
            let anchor = Anchor { singular: language.singular(&noun), plural: noun, number };
            if is_list_noun {
                return Some(anchor);
            }
            let clause = opens(tokens, language, at, first);
            opening = opening.or_else(|| clause.then_some(anchor));
        }
        at = number.to;
    }
    opening
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
