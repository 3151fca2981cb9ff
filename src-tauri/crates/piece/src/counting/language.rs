//! The words of a language that count, from its data file.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// A set of words, in lower case.
pub(super) type Words = HashSet<&'static str>;

/// What a word says about a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// 1 to 19.
    Unit(u32),
    /// 20, 30, … 90.
    Ten(u32),
    /// First to nineteenth.
    Ordinal(u32),
    /// Twentieth, thirtieth, … ninetieth.
    TenOrdinal(u32),
}

/// The words of one language; the data file says what each list is for.
#[derive(Default)]
pub(super) struct Language {
    lists: HashMap<&'static str, Vec<&'static str>>,
    says: HashMap<&'static str, Says>,
    pub(super) joins: Words,
    pub(super) units: Words,
    pub(super) list_nouns: Words,
    pub(super) any_nouns: Words,
    pub(super) refers: Words,
    pub(super) stops: Words,
    /// All words by which a number may begin.
    begins: Words,
    /// "Point" and "points".
    pub(super) point: [&'static str; 2],
    singulars: HashMap<&'static str, &'static str>,
}

/// The data files of the languages that are known, by their tags. Another is a file and a line here.
const FILES: &[(&str, &str)] = &[
    ("en", include_str!("language/en.txt")),
    #[cfg(test)]
    ("nl", include_str!("language/of_tests/nl.txt")),
];

/// One of the languages that are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tongue(usize);

impl Tongue {
    /// The language of a tag such as `en-GB`; without a tag, one that the text looks like.
    pub(crate) fn of(tag: Option<&str>, text: &str) -> Option<Self> {
        let mut all = (0..FILES.len()).map(Self);
        match tag {
            Some(tag) => all.find(|it| it.is(tag)),
            None => all.find(|it| it.words().is_of(text)),
        }
    }

    /// Whether it is the language of a tag.
    pub(crate) fn is(self, tag: &str) -> bool {
        let primary = tag.split(['-', '_']).next();
        primary.is_some_and(|it| it.eq_ignore_ascii_case(FILES[self.0].0))
    }

    /// Its words.
    pub(super) fn words(self) -> &'static Language {
        static READ: [OnceLock<Language>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];
        READ[self.0].get_or_init(|| Language::read(FILES[self.0].1))
    }
}

impl Language {
    fn read(data: &'static str) -> Self {
        let mut language = Self::default();
        let lines = data.lines().filter(|line| !line.starts_with(';'));
        for (name, words) in lines.filter_map(|line| line.split_once(':')) {
            language.lists.entry(name).or_default().extend(words.split_whitespace());
        }
        language.joins = &language.set("joins") | &language.set("verbs");
        language.units = language.set("units");
        language.list_nouns = language.set("list-nouns");
        language.any_nouns = language.set("any-nouns");
        language.refers = language.set("refers");
        language.stops = language.set("stops");
        language.singulars = language.pairs("irregular").collect();
        language.says = language.numbers();
        if let [one, many] = *language.list("point") {
            language.point = [one, many];
        }
        let others = ["dozen", "half", "couple", "article", "both", "several"]
            .map(|name| language.list(name));
        language.begins =
            language.says.keys().chain(others.into_iter().flatten()).copied().collect();
        language
    }

    fn set(&self, name: &str) -> Words {
        self.list(name).iter().copied().collect()
    }

    fn numbers(&self) -> HashMap<&'static str, Says> {
        let each = |name: &str, says: fn(u32) -> Says| -> Vec<(&'static str, Says)> {
            self.list(name).iter().copied().zip((1..).map(says)).collect()
        };
        let all = [
            each("cardinals", Says::Unit),
            each("tens", |place| Says::Ten(10 * place + 10)),
            each("ordinals", Says::Ordinal),
            each("tens-ordinals", |place| Says::TenOrdinal(10 * place + 10)),
        ];
        all.into_iter().flatten().collect()
    }

    fn pairs(&self, name: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.list(name).iter().filter_map(|pair| pair.split_once('='))
    }

    /// A list of the data file, in its order.
    pub(super) fn list(&self, name: &str) -> &[&'static str] {
        self.lists.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a short list has a word.
    pub(super) fn has(&self, name: &str, word: &str) -> bool {
        self.list(name).contains(&word)
    }

    /// Whether a number may begin with this word.
    pub(super) fn may_begin(&self, word: &str) -> bool {
        self.begins.contains(word) || word.starts_with(|it: char| it.is_ascii_digit())
    }

    /// What a word in lower case says about a number.
    pub(super) fn says(&self, word: &str) -> Option<Says> {
        self.says.get(word).copied()
    }

    /// Whether a number and this noun are a proper name, such as Five Eyes.
    pub(super) fn is_name(&self, number: &str, noun: &str) -> bool {
        self.pairs("names").any(|pair| pair == (noun, number))
    }

    /// Whether a word looks like a noun in the plural.
    pub(super) fn is_plural(&self, word: &str) -> bool {
        let none = ["ss", "us", "is", "'s", "’s"];
        (word.len() > 2 && word.ends_with('s') && !none.iter().any(|end| word.ends_with(end)))
            || self.singulars.contains_key(word)
    }

    /// The singular of a noun.
    pub(super) fn singular(&self, plural: &str) -> String {
        if let Some(singular) = self.singulars.get(plural) {
            return (*singular).to_owned();
        }
        if let Some(stem) = plural.strip_suffix("ies") {
            return format!("{stem}y");
        }
        let hisses = ["sses", "shes", "ches", "xes", "zzes"];
        let ending = if hisses.iter().any(|end| plural.ends_with(end)) { 2 } else { 1 };
        plural[..plural.len() - ending].to_owned()
    }

    /// Whether a text looks like one in this language: of many words, one in twelve is a common one.
    pub(super) fn is_of(&self, text: &str) -> bool {
        let common = self.list("common");
        let mut counts = (0, 0);
        let words = text.split(|character: char| !character.is_alphabetic());
        for word in words.filter(|word| !word.is_empty()).take(MANY) {
            counts.0 += 1;
            counts.1 += usize::from(common.iter().any(|it| word.eq_ignore_ascii_case(it)));
        }
        counts.0 < FEW || counts.1 * 12 >= counts.0
    }
}

/// Fewer words than these tell nothing.
const FEW: usize = 30;

/// So many words are enough to tell.
const MANY: usize = 2000;
