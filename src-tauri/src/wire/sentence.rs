//! What the backend says, so that the window can say it in another language.

use super::Code;
use export::LeftOut;
use piece::details::{DetailError, FieldTrouble, Unreadable};
use piece::operations::OperationError;
use serde::Serialize;
use specta::Type;
use store::Situation;

/// A sentence of the backend, or a few words: in English, and taken apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Sentence {
    /// Which one it is.
    pub code: Code,
    /// The names, paths and numbers that it is about, in its order and as a person reads them.
    pub about: Vec<String>,
    /// The whole of it in English.
    pub english: String,
}

impl Sentence {
    /// A sentence that is about nothing but what its code says.
    pub fn new(code: Code, english: impl Into<String>) -> Self {
        Self { code, about: Vec::new(), english: english.into() }
    }

    /// The sentence with something that it is about, behind what is there.
    pub fn about(mut self, about: &impl ToString) -> Self {
        self.about.push(about.to_string());
        self
    }

    /// That front matter cannot be read.
    fn broken(Unreadable { line, reason }: &Unreadable) -> Self {
        let english = format!("The front matter cannot be read in line {line}: {reason}.");
        Self::new(Code::DetailsBroken, english).about(line).about(reason)
    }
}

impl From<&Situation> for Sentence {
    fn from(situation: &Situation) -> Self {
        Self {
            code: Code::named(situation.code()).unwrap_or(Code::Other),
            about: situation.about(),
            english: situation.to_string(),
        }
    }
}

impl From<Situation> for Sentence {
    fn from(situation: Situation) -> Self {
        Self::from(&situation)
    }
}

impl From<OperationError> for Sentence {
    fn from(error: OperationError) -> Self {
        use OperationError as E;
        let code = match error {
            E::NoSuchPoint { .. } => Code::NoSuchPoint,
            E::NoPoints => Code::NoPoints,
            E::HasPoints => Code::HasPoints,
            E::NoHeadings => Code::NoHeadings,
            E::TooManyPoints => Code::TooManyPoints,
            E::NoTitle => Code::NoTitle,
            E::NoConclusion => Code::NoConclusion,
            E::TitleWithNumber => Code::TitleWithNumber,
            E::EndsInside { .. } => Code::EndsInside,
            E::NoPlace => Code::NoPlace,
            E::NotReadAsMeant => Code::NotReadAsMeant,
        };
        let said = Self::new(code, in_a_sentence(&error));
        match error {
            E::NoSuchPoint { place, points } => said.about(&place).about(&points),
            E::EndsInside { heading } => said.about(&heading),
            _ => said,
        }
    }
}

impl From<DetailError> for Sentence {
    fn from(error: DetailError) -> Self {
        let (code, key) = match &error {
            DetailError::Unreadable(unreadable) => return Self::broken(unreadable),
            DetailError::Twice(key) => (Code::DetailTwice, *key),
            DetailError::NotReadAsMeant(key) => (Code::DetailStays, *key),
        };
        Self::new(code, in_a_sentence(&error)).about(&key)
    }
}

impl From<Unreadable> for Sentence {
    fn from(unreadable: Unreadable) -> Self {
        Self::broken(&unreadable)
    }
}

impl From<FieldTrouble> for Sentence {
    fn from(trouble: FieldTrouble) -> Self {
        use FieldTrouble as F;
        let code = match trouble {
            F::Twice => Code::FieldTwice,
            F::NotAText => Code::FieldNotAText,
            F::NotTexts => Code::FieldNotTexts,
            F::List => Code::FieldList,
            F::NotADate => Code::FieldNotADate,
            F::NotALanguage => Code::FieldNotALanguage,
            F::NotASlug => Code::FieldNotASlug,
            F::NotAnAddress => Code::FieldNotAnAddress,
            F::NotAState => Code::FieldNotAState,
            F::NotALength => Code::FieldNotALength,
        };
        Self::new(code, trouble.to_string())
    }
}

impl From<LeftOut> for Sentence {
    fn from(left_out: LeftOut) -> Self {
        use LeftOut as L;
        let code = match left_out {
            L::AroundTheArticle => Code::PageAround,
            L::BesideTheText => Code::PageBeside,
            L::Buttons => Code::PageButtons,
            L::Comments => Code::PageComments,
            L::Cookies => Code::PageCookies,
            L::Dialog => Code::PageDialog,
            L::Form => Code::PageForm,
            L::Navigation => Code::PageNavigation,
            L::ShareButtons => Code::PageShareButtons,
            L::Subscription => Code::PageSubscription,
        };
        Self::new(code, left_out.to_string())
    }
}

/// What a pure crate says of a text, as a sentence.
fn in_a_sentence(error: &impl std::fmt::Display) -> String {
    let said = error.to_string();
    let mut letters = said.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_situation_has_a_code_of_its_own_for_the_window() {
        let codes: BTreeSet<_> = Situation::CODES.iter().filter_map(|it| Code::named(it)).collect();
        assert_eq!(codes.len(), Situation::CODES.len());
        assert_eq!(Code::named("nobody has said this"), None);
    }

    #[test]
    fn a_situation_crosses_with_its_code_and_what_it_is_about() {
        let said = Sentence::from(Situation::TooBig { path: "/drafts/a.md".into(), megabytes: 50 });
        assert_eq!(
            (said.code, said.about),
            (Code::TooBig, ["a.md", "50"].map(str::to_owned).to_vec())
        );
        assert_eq!(said.english, "“a.md” has 50 MB; Lede opens texts of up to 20 MB.");
    }

    fn of_the_pure_crates() -> Vec<Sentence> {
        use {FieldTrouble as F, LeftOut as L, OperationError as O};
        let heading = "Ferries".to_owned();
        let operations = [
            O::NoSuchPoint { place: 7, points: 5 },
            O::NoPoints,
            O::HasPoints,
            O::NoHeadings,
            O::TooManyPoints,
            O::NoTitle,
            O::NoConclusion,
            O::TitleWithNumber,
            O::EndsInside { heading },
            O::NoPlace,
            O::NotReadAsMeant,
        ];
        let unreadable = Unreadable { line: 2, reason: "a colon too many".to_owned() };
        let details = [
            DetailError::Unreadable(unreadable),
            DetailError::Twice("title"),
            DetailError::NotReadAsMeant("date"),
        ];
        let fields = [
            F::Twice,
            F::NotAText,
            F::NotTexts,
            F::List,
            F::NotADate,
            F::NotALanguage,
            F::NotASlug,
            F::NotAnAddress,
            F::NotAState,
            F::NotALength,
        ];
        let of_a_page = [
            L::AroundTheArticle,
            L::BesideTheText,
            L::Buttons,
            L::Comments,
            L::Cookies,
            L::Dialog,
            L::Form,
            L::Navigation,
            L::ShareButtons,
            L::Subscription,
        ];
        let sentences = operations.map(Sentence::from).into_iter();
        let few_words = fields.map(Sentence::from).into_iter().chain(of_a_page.map(Sentence::from));
        sentences.chain(details.map(Sentence::from)).chain(few_words).collect()
    }

    #[test]
    fn what_is_said_of_a_text_is_told_apart_by_its_code() {
        let all = of_the_pure_crates();
        let codes: BTreeSet<_> = all.iter().map(|said| said.code).collect();
        let sentences: BTreeSet<_> = all.iter().map(|said| &said.english).collect();
        assert_eq!((codes.len(), sentences.len()), (all.len(), all.len()));
        let of_situations = Situation::CODES.iter().filter_map(|it| Code::named(it)).collect();
        assert!(codes.is_disjoint(&of_situations));
    }

    #[test]
    fn a_sentence_of_a_text_holds_what_it_is_about_in_its_order() {
        for Sentence { english, about, .. } in of_the_pure_crates() {
            let mut behind = english.as_str();
            for about in about {
                let found = behind.split_once(&about);
                assert!(found.is_some(), "“{about}” in “{english}”");
                behind = found.map_or("", |(_, behind)| behind);
            }
        }
    }
}
