//! Numbers in words and digits: reading them, and writing another in the same form.

use super::language::{Language, Says};
use super::tokens::{Kind, Tokens};
use text::Span;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// As a numeral, in words or digits.
    Plain,
    /// As a word that is no numeral: a dozen, a couple.
    Idiom,
}

/// A number as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral {
    /// Its first token, the article of "a dozen" counted.
    pub(super) from: usize,
    /// The token behind it, the "of" of "a couple of" counted.
    pub(super) to: usize,
    /// The number itself: "dozen", "half a dozen", "twenty-one", "5".
    pub(super) span: Span,
    /// What it says.
    pub(super) value: u32,
    pub(super) form: Form,
}

/// The number that begins at a place; none for parts of dates, sums, fractions and compounds.
pub(super) fn cardinal(tokens: &Tokens<'_>, language: &Language, at: usize) -> Option<Numeral> {
    let token = tokens.at(at)?;
    let numeral = |to: usize, value, form| Numeral {
        from: at,
        to,
        span: tokens.span(at, to - 1),
        value,
        form,
    };
    if token.kind == Kind::Number {
        let value = digits(token.text).filter(|_| stands_free(tokens, at))?;
        return Some(numeral(at + 1, value, Form::Plain));
    }
    if let Some(idiom) = idiom(tokens, language, at) {
        return Some(idiom);
    }
    let (to, value) = words(tokens, language, at)?;
    if is_joined(tokens, at, to) {
        return None;
    }
    if tokens.has(language, "dozen", to) {
        return Some(numeral(to + 1, 12 * value, Form::Idiom));
    }
    Some(numeral(to, value, Form::Plain))
}

/// A dozen, half a dozen, half dozen, a couple of.
fn idiom(tokens: &Tokens<'_>, language: &Language, at: usize) -> Option<Numeral> {
    let has = |list: &str, place: usize| tokens.has(language, list, place);
    let form = Form::Idiom;
    let dozen = at + 1 + usize::from(has("article", at + 1));
    if has("half", at) && has("dozen", dozen) && !tokens.is_hyphen(at + 1) {
        let span = tokens.span(at, dozen);
        return Some(Numeral { from: at, to: dozen + 1, span, value: 6, form });
    }
    let number = at + usize::from(has("article", at));
    let span = tokens.span(number, number);
    if has("dozen", number) && !is_joined(tokens, at, number + 1) {
        return Some(Numeral { from: at, to: number + 1, span, value: 12, form });
    }
    let is_couple = has("couple", number) && has("of", number + 1);
    is_couple.then_some(Numeral { from: at, to: number + 2, span, value: 2, form })
}

/// What up to three digits say.
pub(super) fn digits(text: &str) -> Option<u32> {
    let is_plain = text.len() <= 3 && !text.starts_with('0');
    text.parse().ok().filter(|_| is_plain)
}

/// Whether digits are a number by themselves, and no part of a longer one, a sum or a date.
fn stands_free(tokens: &Tokens<'_>, at: usize) -> bool {
    let signs = |place: usize, free: &[&str]| {
        tokens.at(place).is_none_or(|it| it.kind != Kind::Sign || free.contains(&it.text))
    };
    let before = at.checked_sub(1).filter(|_| tokens.is_glued(at));
    let free_before = before.is_none_or(|before| signs(before, &["(", "[", "“", "\"", "‘", "—"]));
    let behind = at + 1;
    if !tokens.is_glued(behind) {
        return free_before && !tokens.is_sign(behind, "%");
    }
    let ends = [")", "]", "”", "\"", "’", "—", ".", ",", ";", ":", "!", "?"];
    let goes_on = tokens.is_glued(behind + 1)
        && tokens.at(behind + 1).is_some_and(|it| matches!(it.kind, Kind::Word | Kind::Number))
        && !tokens.is_sign(behind, "—");
    free_before && signs(behind, &ends) && !goes_on
}

/// Whether a hyphen joins these tokens to another word.
pub(super) fn is_joined(tokens: &Tokens<'_>, from: usize, to: usize) -> bool {
    from.checked_sub(1).is_some_and(|before| tokens.is_hyphen(before)) || tokens.is_hyphen(to)
}

/// A number in words: where it ends and what it says.
fn words(tokens: &Tokens<'_>, language: &Language, at: usize) -> Option<(usize, u32)> {
    match language.says(tokens.word(at))? {
        Says::Unit(value) => Some((at + 1, value)),
        Says::Ten(tens) => {
            let unit = |place: usize| match language.says(tokens.word(place)) {
                Some(Says::Unit(unit)) if unit < 10 => Some((place + 1, tens + unit)),
                _ => None,
            };
            let hyphen = tokens.is_hyphen(at + 1).then(|| unit(at + 2)).flatten();
            Some(hyphen.or_else(|| unit(at + 1)).unwrap_or((at + 1, tens)))
        }
        _ => None,
    }
}

/// The ordinal that begins at a place: where it ends and what it says.
pub(super) fn ordinal(tokens: &Tokens<'_>, language: &Language, at: usize) -> Option<(usize, u32)> {
    let word = tokens.word(at);
    let found = match language.says(word) {
        Some(Says::Ordinal(value) | Says::TenOrdinal(value)) => (at + 1, value),
        Some(Says::Ten(tens)) if tokens.is_hyphen(at + 1) => {
            match language.says(tokens.word(at + 2))? {
                Says::Ordinal(unit) if unit < 10 => (at + 3, tens + unit),
                _ => return None,
            }
        }
        _ => {
            let count = word.bytes().take_while(u8::is_ascii_digit).count();
            let ends = count > 0 && language.has("ordinal-endings", &word[count..]);
            (at + 1, digits(&word[..count]).filter(|_| ends)?)
        }
    };
    (!is_joined(tokens, at, found.0)).then_some(found)
}
