//! Spelling behind the checks: over the same copy of the text, on a thread of its own, and told by itself. A
//! dictionary is loaded when a window that is there needs it, and the one that was used last is kept.

use crate::commands::Lede;
use crate::desk::{Look, OpenDraft};
use crate::events::{self, Event};
use crate::library::locked;
use crate::wire::{SpelledBy, Spelt, Trouble, place};
use ::spelling::{BrokenDictionary, Speller};
use piece::prose::without_possessive;
use std::path::Path;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use store::Heeded;
use tauri::{AppHandle, Manager};
use text::Text;

/// So many words are told at most: a text with more is in another language than it says.
const MOST: usize = 4000;

/// The dictionary in use.
#[derive(Default)]
pub(crate) struct Spelling(Mutex<Option<Loaded>>);

/// A dictionary.
#[derive(Clone)]
struct Loaded {
    /// The language that it was looked for by, such as `en`.
    asked: String,
    /// Its own language, such as `en-US`.
    lang: String,
    speller: Result<Arc<Speller>, BrokenDictionary>,
}

/// Looks at the spelling of a text and tells the window, unless the text has become another meanwhile.
pub(crate) async fn look(app: &AppHandle, open: &Arc<OpenDraft>, look: Arc<Look>) {
    if !open.is_at(look.stamp) {
        return;
    }
    let mine = open.spelled.fetch_add(1, Ordering::Relaxed) + 1;
    let (handle, draft) = (app.clone(), Arc::clone(open));
    let spelt = move || spelt(&handle.state::<Lede>(), &draft.path, &look);
    let Ok(Some(spelt)) = tauri::async_runtime::spawn_blocking(spelt).await else { return };
    // The person's own words may have become others meanwhile, with the text as it was.
    let is_latest = open.spelled.load(Ordering::Relaxed) == mine;
    if is_latest && open.is_at((spelt.session, spelt.version)) {
        events::send(app, Event::DraftSpelt { draft: open.id.clone(), spelt });
    }
}

/// What there is to say of a text; nothing before the window is there.
fn spelt(lede: &Lede, draft: &Path, look: &Look) -> Option<Spelt> {
    lede.is_heard().then_some(())?;
    let ((session, version), text) = (look.stamp, &look.text);
    let passed = Heeded::read(draft).words;
    let mut words = Vec::new();
    let by = match lede.spelling.of(text) {
        Ok((lang, speller)) => {
            // Whoever cannot read the person's own words marks rather too much.
            let mut known = store::own_words().unwrap_or_default();
            known.extend_from_slice(&passed);
            let misspelt = speller.misspelt(text, &known);
            words.extend(misspelt.into_iter().take(MOST).map(|span| place(text, span)));
            SpelledBy::Dictionary { lang }
        }
        Err(by) => by,
    };
    Some(Spelt { session, version, by, words, passed })
}

impl Spelling {
    /// The dictionary of a text and its language, or why there is none.
    fn of(&self, text: &Text) -> Result<(String, Arc<Speller>), SpelledBy> {
        let mut loaded = locked(&self.0);
        if !store::Settings::read().map_or(true, |settings| settings.spelling) {
            *loaded = None;
            return Err(SpelledBy::Off);
        }
        let langs = langs(::spelling::lang(text), system_lang(|name| std::env::var(name).ok()));
        let Some(said) = langs.last().cloned() else { return Err(SpelledBy::NoLanguage) };
        if !loaded.as_ref().is_some_and(|it| langs.contains(&it.asked)) {
            *loaded = langs.into_iter().find_map(load);
        }
        let Some(Loaded { lang, speller, .. }) = loaded.clone() else {
            return Err(SpelledBy::NoDictionary { lang: said });
        };
        match speller {
            Ok(speller) => Ok((lang, speller)),
            Err(broken) => Err(SpelledBy::Broken { lang, reason: broken.reason().to_owned() }),
        }
    }
}

/// The dictionary of the system for a language; for American English, there is always one.
fn load(asked: String) -> Option<Loaded> {
    let of_system = store::dictionary(&asked).and_then(|files| {
        let (aff, dic) = files.read().ok()?;
        let name = files.dic.file_stem()?.to_string_lossy().replace('_', "-");
        Some((name, Speller::load(&aff, &dic)))
    });
    let is_american = matches!(&*asked.to_lowercase().replace('_', "-"), "en" | "en-us");
    let at_hand = || is_american.then(|| ("en-US".to_owned(), Speller::english()));
    let (lang, speller) = of_system.or_else(at_hand)?;
    Some(Loaded { asked, lang, speller: speller.map(Arc::new) })
}

/// The languages in which a text may be spelled, the likeliest first: that of its front matter, or that it
/// looks like, in the region of the system where the text names none; else that of the system, which no text
/// that does not look English is in if that is English.
fn langs(of_text: Option<String>, of_system: Option<String>) -> Vec<String> {
    let language = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    match (of_text, of_system) {
        (Some(text), Some(system)) if language(&system) == text.to_lowercase() => {
            vec![system, text]
        }
        (None, Some(system)) if language(&system) != "en" => {
            let plain = language(&system);
            vec![system, plain]
        }
        (text, _) => text.into_iter().collect(),
    }
}

/// The language of the system as a tag such as `en-GB`, by what the environment says.
fn system_lang(variable: impl Fn(&str) -> Option<String>) -> Option<String> {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable);
    let said = said.into_iter().find(|value| !value.is_empty())?;
    let tag = said.split(['.', '@']).next().unwrap_or_default();
    let is_tag = tag.len() > 1 && tag != "POSIX";
    is_tag.then(|| tag.replace('_', "-"))
}

impl Lede {
    /// What could be meant by a word of an open draft, the likeliest first; often nothing.
    pub(crate) fn suggestions(&self, draft: &str, word: &str) -> Result<Vec<String>, Trouble> {
        let open = self.desk.get(draft).ok_or_else(Trouble::closed)?;
        let Some(Look { text, .. }) = open.to_look_at() else { return Ok(Vec::new()) };
        Ok(self.spelling.of(&text).map_or_else(|_| Vec::new(), |(_, it)| it.suggest(word)))
    }

    /// Puts a word among the person's own, or takes it out again; for all drafts.
    pub(crate) fn own_word(&self, word: &str, on: bool) -> Result<(), Trouble> {
        let word = without_possessive(word);
        if on { store::add_own_word(word) } else { store::remove_own_word(word) }?;
        self.check_all_now();
        Ok(())
    }

    /// Lets a word pass in an open draft, or takes that back.
    pub(crate) fn pass_word(&self, draft: &str, word: &str, on: bool) -> Result<(), Trouble> {
        let open = self.desk.get(draft).ok_or_else(Trouble::closed)?;
        let word = without_possessive(word);
        let mut heeded = Heeded::read(&open.path);
        heeded.words.retain(|it| it != word);
        heeded.words.extend(on.then(|| word.to_owned()));
        heeded.write(&open.path)?;
        self.check_now(open);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(of_text: &str, of_system: &str) -> String {
        let said = |tag: &str| Some(tag.to_owned()).filter(|it| !it.is_empty());
        langs(said(of_text), said(of_system)).join(" ")
    }

    #[test]
    fn a_text_is_spelled_in_the_language_that_it_names() {
        assert_eq!(chosen("de-AT", "en-GB"), "de-AT");
        assert_eq!(chosen("en-US", "en-GB"), "en-US");
        assert_eq!(chosen("de", ""), "de");
    }

    #[test]
    fn a_region_that_it_does_not_name_is_that_of_the_system_where_that_has_the_language() {
        assert_eq!(chosen("en", "en-GB"), "en-GB en");
        assert_eq!(chosen("en", "de-DE"), "en");
    }

    #[test]
    fn a_text_that_names_none_is_in_that_of_the_system_unless_it_only_fails_to_look_english() {
        assert_eq!(chosen("", "de-DE"), "de-DE de");
        assert_eq!(chosen("", "en-GB"), "");
        assert_eq!(chosen("", ""), "");
    }

    #[test]
    fn the_system_says_its_language_in_the_first_variable_that_is_set() {
        let of = |variables: &[(&str, &str)]| {
            let value = |name: &str| variables.iter().find(|it| it.0 == name);
            system_lang(|name| value(name).map(|it| it.1.to_owned()))
        };
        assert_eq!(of(&[("LANG", "en_GB.UTF-8")]), Some("en-GB".to_owned()));
        assert_eq!(of(&[("LANG", "en_GB"), ("LC_ALL", "de_DE@euro")]), Some("de-DE".to_owned()));
        assert_eq!(of(&[("LC_ALL", ""), ("LANG", "C.UTF-8")]), None);
        assert_eq!(of(&[("LANG", "POSIX")]), None);
        assert_eq!(of(&[]), None);
    }

    #[test]
    fn american_english_is_at_hand_and_gibberish_is_not() {
        let english = load("en".to_owned()).expect("one is in the program");
        assert_eq!((&*english.lang, english.speller.is_ok()), ("en-US", true));
        assert!(load("xx-YY".to_owned()).is_none());
    }
}
