//! What is found in whole texts.

use piece::{Counting, CountingPhrase, PartKind, Piece, looks_english};

fn phrases(source: &str) -> Vec<CountingPhrase> {
    Piece::parse(source).counting_phrases(source)
}

/// The numbers found, as they are written.
fn numbers(source: &str) -> Vec<&str> {
    phrases(source).into_iter().map(|phrase| phrase.number.of(source)).collect()
}

#[test]
fn offsets_count_the_mark_and_front_matter() {
    let source = "\u{feff}---\nlang: en-GB\n---\r\n# Drei: Five Signals\r\n\r\n## 1. A\r\n\r\nSee point 1.\r\n";
    assert_eq!(numbers(source), ["Five", "1"]);
    let parts: Vec<_> = phrases(source).iter().map(|phrase| phrase.part).collect();
    assert_eq!(parts, [Some(PartKind::Title), Some(PartKind::PointBody)]);
}

#[test]
fn a_title_in_front_matter_names_what_is_counted() {
    let source = "---\ntitle: Five Signals\n---\n\nThese five signals.\n\n## 1. A";
    assert_eq!(numbers(source), ["five"]);
}

#[test]
fn the_number_of_a_title_is_no_reference_as_well() {
    assert_eq!(numbers("# Point Five Points\n\nSee point 4.\n\n## 1. A"), ["Five", "4"]);
}

#[test]
fn a_range_is_told_from_two_numbers() {
    let opens = |source: &str| -> Vec<bool> {
        let is_open =
            |phrase: CountingPhrase| phrase.kind == Counting::Reference { opens_range: true };
        phrases(source).into_iter().map(is_open).collect()
    };
    assert_eq!(opens("# T\n\nSee points 1 to 3.\n\n## 1. A"), [true, false]);
    assert_eq!(opens("# T\n\nSee points 1 and 3.\n\n## 1. A"), [false, false]);
}

#[test]
fn numbers_that_are_not_prose_are_not_read() {
    let source = "# Five Signals\n\n    these five signals\n\n```\npoint 4\n```\n\n<!-- point 4 -->\n\n\
        ![point 4](five.png) [x][these five signals] <https://a.example/point-4>\n\n## 1. A\n\n[these five signals]: x";
    assert_eq!(numbers(source), ["Five"]);
}

#[test]
fn lists_quotations_and_tables_are_read() {
    let source = "# Five Signals\n\n- these five signals\n\n> see point 4\n\n| all five signals | x |\n|---|---|\n| the third signal | x |\n";
    assert_eq!(numbers(source), ["Five", "five", "4", "five", "third"]);
}

#[test]
fn a_text_in_another_language_has_none() {
    assert_eq!(numbers("---\nlang: de\n---\n# Five Signals\n"), [""; 0]);
    assert_eq!(numbers("---\nlang: en\n---\n# Five Signals\n"), ["Five"]);
}

#[test]
fn english_is_told_by_its_common_words() {
    let german = "Fünf Gründe sprechen für die Brücke, und keiner davon hat etwas mit dem Verkehr zu tun. \
        Wer den Fluss kennt, der weiß, dass er im Frühjahr steigt und im Herbst fällt, und dass die alte \
        Fähre an beiden Ufern nur bei mittlerem Wasser anlegen kann.";
    let english = "Five reasons speak for the bridge, and none of them has to do with traffic. Whoever knows \
        the river knows that it rises in spring and falls in autumn, and that the old ferry can land on either \
        bank only when the water is neither high nor low.";
    assert!(looks_english(english) && looks_english("Five Signals"));
    assert!(!looks_english(german));
}
