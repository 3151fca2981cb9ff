//! Text in, misspelt words out.
#![allow(clippy::disallowed_methods, reason = "it reads the dictionaries that the system has")]
#![allow(clippy::print_stdout, reason = "what was skipped is said aloud")]
#![allow(clippy::unwrap_used, reason = "a test's panic is its report")]

use piece::Piece;
use piece::prose::paragraphs;
use proptest::prelude::*;
use spelling::{Speller, lang};
use std::fs;
use std::sync::LazyLock;
use text::Text;

static ENGLISH: LazyLock<Speller> = LazyLock::new(|| Speller::english().unwrap());

fn misspelt_by<'s>(speller: &Speller, source: &'s str, own_words: &[&str]) -> Vec<&'s str> {
    let spans = speller.misspelt(&Text::new(source.to_owned()), own_words);
    spans.into_iter().map(|span| span.of(source)).collect()
}

/// The words of a text that are misspelt in American English.
fn misspelt(source: &str) -> Vec<&str> {
    misspelt_by(&ENGLISH, source, &[])
}

#[test]
fn words_that_are_in_no_dictionary_are_misspelt() {
    let source =
        "# The Teh Strike\n\nThe crew recieved the ofer, **definately** and “untill” noon.\n";
    assert_eq!(misspelt(source), ["Teh", "recieved", "ofer", "definately", "untill"]);
}

#[test]
fn right_words_are_right_with_any_apostrophe_and_hyphen() {
    let source =
        "It’s the crew’s well-known boat; they don't, can’t, won’t go. The Smiths' — and Orr’s.\n";
    assert_eq!(misspelt(source), [] as [&str; 0]);
}

#[test]
fn words_of_the_trade_are_right() {
    assert_eq!(misspelt("The dek and the lede’s end; Ledes and deks.\n"), [] as [&str; 0]);
}

#[test]
fn what_is_no_prose_is_not_spelled() {
    let source = "---\ntitle: teh\n---\n\nRun `teh` at <https://teh.example/teh>, https://teh.teh, teh@teh.teh, \
                  @teh or #teh. [link](teh.md \"teh\") ![teh](teh.png)<!-- teh -->\n\n    teh\n\n```teh\nteh\n```\n\n\
                  <div>teh</div>\n\n[ref]: teh.md\n";
    assert_eq!(misspelt(source), [] as [&str; 0]);
}

#[test]
fn quotations_notes_cells_and_footers_are_spelled() {
    let source = "# A\n\nIt[^1] is.\n\n> tehh\n\n| tehhh |\n| --- |\n\n## 1. B\n\nc\n\n---\n\nd\n\n---\n\ntehhhh\n\n\
                  [^1]: tehhhhh\n";
    assert_eq!(misspelt(source), ["tehh", "tehhh", "tehhhh", "tehhhhh"]);
}

#[test]
fn numbers_capitals_and_words_with_digits_are_left_alone() {
    let source = "In 2026 the 3rd OPECX, GitHub, iPhone, B2B, 4x4, 1.5kg, x and NATOs met at 10am e.g. here.\n";
    assert_eq!(misspelt(source), [] as [&str; 0]);
}

#[test]
fn a_name_that_a_piece_uses_twice_is_left_alone() {
    assert_eq!(misspelt("It is Xyrgia. It rains.\n"), ["Xyrgia"]);
    assert_eq!(misspelt("It is Xyrgia. Xyrgia’s rain falls.\n"), [] as [&str; 0]);
    assert_eq!(misspelt("Recieve it. Recieve this, or recieve none.\n").len(), 3);
}

#[test]
fn own_words_are_right() {
    let source = "A tokamakk and Tokamakk’s boat.\n";
    assert_eq!(misspelt(source), ["tokamakk", "Tokamakk’s"]);
    assert_eq!(misspelt_by(&ENGLISH, source, &["tokamakk"]), [] as [&str; 0]);
    assert_eq!(misspelt_by(&ENGLISH, source, &["Tokamakk"]), ["tokamakk"]);
}

#[test]
fn a_word_that_markup_breaks_is_left_alone() {
    assert_eq!(misspelt("un*fairr*ly te&#101;h caf\u{65}\u{301}\n"), [] as [&str; 0]);
}

#[test]
fn other_scripts_are_left_alone() {
    assert_eq!(misspelt("Москва, 東京, القاهرة and Αθήνα are far. Teh sea is not.\n"), ["Teh"]);
}

#[test]
fn places_are_bytes_behind_a_mark_an_emoji_and_other_line_ends() {
    let source = "\u{feff}Snow 🧑‍🏭 fell.\r\n\r\nIt is 🦢 teh\r\nswan.\r\n";
    let spans = ENGLISH.misspelt(&Text::new(source.to_owned()), &[] as &[&str]);
    assert_eq!(spans.len(), 1);
    assert_eq!(spans[0].start.0, source.find("teh").unwrap());
}

#[test]
fn what_could_be_meant_is_suggested() {
    assert_eq!(ENGLISH.suggest("recieve").first().map(String::as_str), Some("receive"));
    assert_eq!(ENGLISH.suggest("doesn’tt").first().map(String::as_str), Some("doesn’t"));
    assert!(ENGLISH.suggest(&"a".repeat(100_000)).is_empty());
}

#[test]
fn the_language_is_front_matters_or_looks_english() {
    let of = |source: &str| lang(&Text::new(source.to_owned()));
    assert_eq!(of("---\nlang: en-GB\n---\nThe end.\n").as_deref(), Some("en-GB"));
    assert_eq!(of("It is the end of the road for all of us.\n").as_deref(), Some("en"));
    let german = "Die Fähre liegt am Kai, und die Mannschaft wartet auf das Ende des Streiks. Die Reederei \
                  hat noch nicht gesagt, wann sie wieder fährt, und der Hafen ist so leer wie im Winter.\n";
    assert_eq!(of(german), None);
}

/// The dictionary of the system, or a word on its absence.
fn of_system(name: &str) -> Option<Speller> {
    let read = |ending: &str| fs::read(format!("/usr/share/hunspell/{name}.{ending}")).ok();
    let Some((aff, dic)) = read("aff").zip(read("dic")) else {
        println!("Skipped: hunspell's {name} is not installed.");
        return None;
    };
    Some(Speller::load(&aff, &dic).unwrap())
}

#[test]
fn german_is_spelled_with_its_compounds() {
    let Some(german) = of_system("de_DE") else { return };
    let source = "Die Fähre fährt nicht über den Fluss, und der Hafenmeister wartet im Donaudampfschiff auf \
                  das Straßenbahnunglük.\n";
    assert_eq!(misspelt_by(&german, source, &[]), ["Straßenbahnunglük"]);
    assert!(german.suggest("Fluß").contains(&"Fluss".to_owned()));
    // Something could be said of it, but not within a person's patience.
    assert!(german.suggest("Donaudampfschiffahrtsgesellschaftskapitän").is_empty());
}

#[test]
fn british_is_not_american() {
    let Some(british) = of_system("en_GB") else { return };
    assert_eq!(misspelt_by(&british, "The colour of the harbor.\n", &[]), ["harbor"]);
    assert_eq!(misspelt("The colour of the harbor.\n"), ["colour"]);
}

#[test]
fn a_dictionary_says_its_encoding() {
    let latin = Speller::load(b"SET ISO8859-1\n", b"1\ncaf\xe9\n").unwrap();
    assert_eq!(misspelt_by(&latin, "café cafe\n", &[]), ["cafe"]);
    let cyrillic = Speller::load(b"SET microsoft-cp1251\n", b"1\n\xec\xe8\xf0\n").unwrap();
    assert_eq!(misspelt_by(&cyrillic, "мир мор peace\n", &[]), ["мор"]);
    assert!(Speller::load(b"SET KLINGON\n", b"1\nx\n").is_err());
    assert!(Speller::load(b"SET UTF-8\nPFX", b"\xff\xfe").is_err());
}

proptest! {
    #[test]
    fn misspelt_words_lie_on_the_bounds_of_words_and_never_in_markup(
        pieces in proptest::collection::vec(
            prop_oneof![
                "[a-zA-Zé’'*_`\\[\\]()<>#!&;:/.@\\\\ -]{0,8}", Just("teh".to_owned()), Just("`teh`".to_owned()),
                Just("[teh](teh)".to_owned()), Just("\r\n".to_owned()), Just("\n\n".to_owned()),
                Just("🧑‍🏭".to_owned()), Just("<https://teh.teh>".to_owned()), Just("&amp;".to_owned()),
            ],
            0..16,
        ),
    ) {
        let source = pieces.join(" ");
        let words: Vec<_> = paragraphs(&Piece::parse(&source), &source)
            .iter()
            .flat_map(|it| it.words().map(|word| (it.span(word.range.clone()), word.text.to_owned())).collect::<Vec<_>>())
            .collect();
        let mut end = 0;
        for span in ENGLISH.misspelt(&Text::new(source.clone()), &[] as &[&str]) {
            prop_assert!(span.start.0 >= end && !span.is_empty());
            end = span.end.0;
            prop_assert!(words.contains(&(span, span.of(&source).to_owned())));
            prop_assert!(span.of(&source).chars().all(|c| c.is_alphabetic() || "'’".contains(c)));
        }
    }
}
