//! The styles of headings, and which of them a word is written in.

use crate::words::english;

/// A way to capitalise a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Start,
    Ap,
    Chicago,
    Sentence,
}

impl Style {
    pub(super) const ALL: [Self; 4] = [Self::Start, Self::Ap, Self::Chicago, Self::Sentence];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Start => "Start Case",
            Self::Ap => "the title case of AP",
            Self::Chicago => "the title case of Chicago",
            Self::Sentence => "sentence case",
        }
    }
}

/// A set of styles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Styles([bool; 4]);

impl Styles {
    pub(super) const ANY: Self = Self([true; 4]);

    pub(super) fn of(styles: impl IntoIterator<Item = Style>) -> Self {
        let mut set = [false; 4];
        styles.into_iter().for_each(|style| set[style as usize] = true);
        Self(set)
    }

    pub(super) fn has(self, style: Style) -> bool {
        self.0[style as usize]
    }

    pub(super) fn both(self, other: Self) -> Self {
        Self::of(Style::ALL.into_iter().filter(|&style| self.has(style) && other.has(style)))
    }

    pub(super) fn meets(self, other: Self) -> bool {
        Style::ALL.into_iter().any(|style| self.has(style) && other.has(style))
    }

    /// The one style of the set, if it has one only.
    pub(super) fn only(self) -> Option<Style> {
        let mut styles = Style::ALL.into_iter().filter(|&style| self.has(style));
        styles.next().filter(|_| styles.next().is_none())
    }
}

/// What a word is to the styles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// The first of a heading or clause, a name, an acronym: in any style as it stands.
    Free,
    /// "In", "the", "and": with a capital in Start Case only.
    Minor,
    /// "To", which AP writes with a capital before a verb.
    To,
    /// "With", "between": without one in Chicago and sentences only.
    Preposition,
    /// "Before", "over", which may be something else than a preposition.
    Doubtful,
    /// "Is", "never": no name, and small in sentences only.
    Function,
    /// Any other: small in sentences only, where a capital makes it a name.
    Major,
}

impl Class {
    /// The class of a word that is neither first nor last in its heading.
    pub(super) fn of(word: &str) -> Self {
        let has_more_capitals = word.chars().skip(1).any(char::is_uppercase);
        let is_cased = word.starts_with(|it: char| it.is_uppercase() || it.is_lowercase());
        let lower = word.to_ascii_lowercase();
        let is = |list: &str| english(list).has(&lower);
        let is_odd =
            has_more_capitals || !is_cased || word.contains(|it: char| it.is_ascii_digit());
        match () {
            () if is_odd || is("free-words") => Self::Free,
            () if lower == "to" => Self::To,
            () if is("minor-words") => Self::Minor,
            () if is("prepositions") => Self::Preposition,
            () if is("doubtful-prepositions") => Self::Doubtful,
            () if is("function-words") => Self::Function,
            () => Self::Major,
        }
    }

    /// The styles that write a word of this class with a capital, or without one.
    pub(super) fn styles(self, is_capital: bool) -> Styles {
        use Style::{Ap, Chicago, Sentence, Start};
        let styles: &[Style] = match (self, is_capital) {
            (Self::Free, _) => return Styles::ANY,
            (Self::Minor, true) => &[Start],
            (Self::Minor | Self::To, false) => &[Ap, Chicago, Sentence],
            (Self::Preposition | Self::To, true) => &[Start, Ap],
            (Self::Preposition | Self::Doubtful, false) => &[Chicago, Sentence],
            (Self::Function | Self::Doubtful, true) => &[Start, Ap, Chicago],
            (Self::Major, true) => return Styles::ANY,
            (Self::Function | Self::Major, false) => &[Sentence],
        };
        Styles::of(styles.iter().copied())
    }

    /// Whether a style writes a word of this class with a capital; nothing where it may do either.
    pub(super) fn capital_in(self, style: Style) -> Option<bool> {
        match (self.styles(true).has(style), self.styles(false).has(style)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
    }
}
