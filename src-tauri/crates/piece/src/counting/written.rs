//! Writing a number in the form and case of the one that it replaces.

use super::language::Language;
use super::{Counting, CountingPhrase};
use crate::PartKind;
use text::{Edit, Span};

/// The edit that makes a counting phrase say `value`; none if it cannot be said by this phrase, as one
/// cannot in a phrase whose noun is in the plural.
pub(crate) fn edit(source: &str, phrase: &CountingPhrase, value: u32) -> Option<Edit> {
    let writing = Writing {
        language: phrase.tongue.words(),
        source,
        number: phrase.number,
        is_title: phrase.part == Some(PartKind::Title),
    };
    match phrase.kind {
        Counting::Ordinal => writing.ordinal(value),
        Counting::Reference { .. } => writing.cardinal(value, phrase.number),
        Counting::Whole | Counting::Subset(_) if phrase.value < 2 || value < 2 => None,
        Counting::Whole => writing.whole(value),
        Counting::Subset(_) => writing.cardinal(value, writing.idiom()),
    }
}

struct Writing<'s> {
    language: &'static Language,
    source: &'s str,
    number: Span,
    is_title: bool,
}

impl Writing<'_> {
    fn old(&self) -> &str {
        self.number.of(self.source)
    }

    fn is(&self, list: &str, word: &str) -> bool {
        self.language.list(list).iter().any(|it| word.eq_ignore_ascii_case(it))
    }

    /// The span widened by the word before, if that is in a list and only a space lies between.
    fn with_word_before(&self, list: &str) -> Option<Span> {
        let before = self.source[..self.number.start.0].strip_suffix(' ')?;
        let start = before
            .rfind(|it: char| !it.is_alphabetic())
            .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        self.is(list, &before[start..]).then(|| Span { start: start.into(), ..self.number })
    }

    fn whole(&self, value: u32) -> Option<Edit> {
        if self.is("both", self.old()) {
            return self.all(value);
        }
        let is_word = self.old().starts_with(char::is_alphabetic);
        if value == 2
            && is_word
            && let Some(all) = self.with_word_before("all")
        {
            let both = self.language.list("both").first()?;
            return Some(Edit::replace(all, self.cased(both, all)));
        }
        self.cardinal(value, self.idiom())
    }

    /// "All three" in the place of "both", which nothing but the noun or "of" may follow.
    fn all(&self, value: u32) -> Option<Edit> {
        let behind = self.source[self.number.end.0..].trim_start();
        let next = behind.split(|it: char| !it.is_alphabetic()).next()?;
        let is_plain = !self.is("the", next) && !self.is("these", next);
        let words = format!("{} {}", self.language.list("all").first()?, self.words(value, false)?);
        is_plain.then(|| Edit::replace(self.number, self.cased(&words, self.number)))
    }

    /// The span of the whole of "a dozen" and "a couple of".
    fn idiom(&self) -> Span {
        let is = |list: &str| self.is(list, self.old());
        if !is("dozen") && !is("couple") {
            return self.number;
        }
        let span = self.with_word_before("article").unwrap_or(self.number);
        let behind = &self.source[span.end.0..];
        let of = self.language.list("of").first().map_or(0, |of| of.len() + 1);
        let is_of = is("couple") && behind.get(1..of).is_some_and(|it| self.is("of", it));
        Span { end: span.end + if is_of { of } else { 0 }, ..span }
    }

    fn cardinal(&self, value: u32, span: Span) -> Option<Edit> {
        let is_digits = self.old().starts_with(|it: char| it.is_ascii_digit());
        let words = self.words(value, false).filter(|_| !is_digits);
        let written = words.map_or(value.to_string(), |words| self.cased(&words, span));
        (written != self.old()).then(|| Edit::replace(span, written))
    }

    fn ordinal(&self, value: u32) -> Option<Edit> {
        let old = self.old();
        let is_digits = old.starts_with(|it: char| it.is_ascii_digit());
        let written = match self.words(value, true).filter(|_| !is_digits) {
            Some(words) => self.cased(&words, self.number),
            None => {
                let ending = self.ending(value)?;
                let is_upper = old.ends_with(|it: char| it.is_uppercase());
                let ending = if is_upper { ending.to_uppercase() } else { ending.to_owned() };
                format!("{value}{ending}")
            }
        };
        (written != old).then(|| Edit::replace(self.number, written))
    }

    /// What is written behind the digits of an ordinal.
    fn ending(&self, value: u32) -> Option<&'static str> {
        let place = match (value % 100, value % 10) {
            (11..=13, _) => 3,
            (_, unit @ 1..=3) => unit as usize - 1,
            _ => 3,
        };
        self.language.list("ordinal-endings").get(place).copied()
    }

    /// A number from 1 to 99 in words, in lower case.
    fn words(&self, value: u32, is_ordinal: bool) -> Option<String> {
        let (units, tens) =
            if is_ordinal { ("ordinals", "tens-ordinals") } else { ("cardinals", "tens") };
        let word = |list: &str, place: u32| -> Option<&'static str> {
            self.language.list(list).get(place as usize).copied()
        };
        match (value, value % 10) {
            (1..=19, _) => word(units, value - 1).map(str::to_owned),
            (20..=99, 0) => word(tens, value / 10 - 2).map(str::to_owned),
            (20..=99, unit) => {
                Some(format!("{}-{}", word("tens", value / 10 - 2)?, word(units, unit - 1)?))
            }
            _ => None,
        }
    }

    /// These words in the case of what stands at `span`, and with its space for a hyphen.
    fn cased(&self, words: &str, span: Span) -> String {
        let old = span.of(self.source);
        let mut letters = old.chars().filter(|it| it.is_alphabetic());
        let is_upper = letters.clone().count() > 1 && letters.clone().all(char::is_uppercase);
        if is_upper {
            return words.to_uppercase();
        }
        if !letters.next().is_some_and(char::is_uppercase) {
            return words.to_owned();
        }
        let second = old.split(['-', ' ']).nth(1).filter(|_| old.contains('-'));
        let is_second_upper =
            second.map_or(self.is_title, |second| second.starts_with(char::is_uppercase));
        match words.split_once('-').filter(|_| is_second_upper) {
            Some((tens, unit)) => format!("{}-{}", capitalised(tens), capitalised(unit)),
            None => capitalised(words),
        }
    }
}

fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + characters.as_str()
}
