//! What holds for any text.

use piece::Piece;
use piece::operations::{add_point, move_point, remove_point};
use proptest::prelude::*;
use proptest::sample::select;
use text::{Edits, Text};

fn cases() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) }
}

/// Sentences that count `{n}` points; `{p}` is the number and `{o}` the ordinal of one of them.
const SENTENCES: [&str; 16] = [
    "These {n} signals have nothing in common.",
    "ALL {N} SIGNALS are red, see point {p}.",
    "Of the {n}, only the {o} signal is new.",
    "The first two of them are old.",
    "All {d} are here.",
    "Point {p} has the sums, and points {p} and 1 the rest.",
    "The {o} and first signals are the same.",
    "Five years ago there were three ferries, and both sank.",
    "On 5 May the G7 met in the second half of point 4.5.",
    "\u{201c}These {n}\u{201d}, she said.",
    "**These** *{n}* [signals](https://a.example/5).",
    "See point {p}: it is the {o} of these {n} signals.",
    "\u{1f6a2} {d} signals\u{2014}and the {o} one.",
    "None of the {n} was `point 4`.",
    "One of them, two of the {n}, half a decade.",
    "The last two are as in points 1\u{2013}{p}.",
];

const CARDINALS: [&str; 9] =
    ["none", "one", "two", "three", "four", "five", "six", "seven", "eight"];
const ORDINALS: [&str; 9] =
    ["none", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

/// So much of the language that a word more or less does not make another of it.
const ENGLISH: &str =
    "The tide was in, and the crew of the boat had been told that it would be so.";

/// A piece of 3 to 7 points whose counts agree, with sentences in every part.
fn counted() -> impl Strategy<Value = (String, usize)> {
    let sentence = (select(&SENTENCES[..]), 1usize..4);
    let ends = select(&["\n", "\r\n"][..]);
    (prop::collection::vec(sentence, 4..16), 3usize..8, ends).prop_map(
        |(sentences, points, end)| {
            let written: Vec<String> = sentences
                .iter()
                .map(|(sentence, place)| {
                    let place = *place;
                    sentence
                        .replace("{n}", CARDINALS[points])
                        .replace("{N}", &CARDINALS[points].to_uppercase())
                        .replace("{d}", &points.to_string())
                        .replace("{p}", &place.to_string())
                        .replace("{o}", ORDINALS[place])
                })
                .collect();
            let part = |at: usize| {
                written.iter().skip(at).step_by(4).cloned().collect::<Vec<_>>().join(" ")
            };
            let bodies: Vec<String> = (1..=points)
                .map(|at| format!("## {at}. Heading {at}\n\n{}\n\n", part(at % 4)))
                .collect();
            let source = format!(
                "# {} Signals Of The Sea\n\n{ENGLISH} {}\n\n{}---\n\n{}\n\n---\n\n{}\n",
                CARDINALS[points],
                part(0),
                bodies.concat(),
                part(1),
                part(2)
            );
            (source.replace('\n', end), points)
        },
    )
}

fn after(
    source: &str,
    operation: impl Fn(&Text) -> Result<Edits, piece::operations::OperationError>,
) -> String {
    operation(&Text::new(source.to_owned())).unwrap().apply(source)
}

/// A text in which every counting phrase and every number of a heading is a `#`.
fn without_numbers(source: &str, points: usize) -> String {
    let piece = Piece::parse(source);
    let mut spans: Vec<_> =
        piece.counting_phrases(source).iter().map(|phrase| phrase.number).collect();
    spans.extend(piece.points.iter().map(|point| point.marker));
    spans.sort_by_key(|span| std::cmp::Reverse(span.start));
    let mut masked = source.to_owned();
    for span in spans {
        masked.replace_range(span.start.0..span.end.0, "#");
    }
    assert_eq!(piece.points.len(), points);
    masked
}

/// Words, spaces and signs that are hard to read, in any order.
fn hostile() -> impl Strategy<Value = String> {
    let hard = vec![
        "five", "Five", "FIVE", "5", "the", "these", "all", "both", "first", "second,", "third",
        "last", "other", "of", "them", "point", "points", "Point", "signal", "signals", "half",
        "a", "dozen", "couple", "twenty", "-", "–", "#", "No.", "1st", "22nd", ".", ",", "and",
        "to", "\n\n", "\n", "# ", "## 1. ", "---\n", "*", "`", "[", "](x)", "<!--", "é", "🚢",
        "\u{a0}", "’", "'s", "\u{0}", "%", "$",
    ];
    let spaces = select(vec![" ", " ", " ", ""]);
    prop::collection::vec((select(hard), spaces), 0..60)
        .prop_map(|words| words.into_iter().map(|(word, space)| format!("{word}{space}")).collect())
}

/// The words of a text, but for those by which a number or a count may be written.
fn other_words(source: &str) -> Vec<String> {
    let numbers = ["all", "both", "a", "half", "dozen", "couple", "of", "twenty"];
    let is_number = |word: &str| {
        let word = word.to_lowercase();
        word.starts_with(|it: char| it.is_ascii_digit())
            || numbers.contains(&word.as_str())
            || CARDINALS.contains(&word.as_str())
            || ORDINALS.contains(&word.as_str())
            || ["twelve", "thirteen", "eleven", "nineteen", "twentieth"].contains(&word.as_str())
    };
    let words = source.split(|it: char| !it.is_alphanumeric());
    words.filter(|word| !word.is_empty() && !is_number(word)).map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_point_added_and_removed_leaves_the_same_bytes((source, points) in counted(), at in 0usize..9) {
        let at = at % (points + 1) + 1;
        let added = after(&source, |text| add_point(text, "New", Some(at)));
        prop_assert_eq!(after(&added, |text| remove_point(text, at)), source);
    }

    #[test]
    fn a_move_there_and_back_leaves_the_same_bytes((source, points) in counted(), from in 0usize..9, to in 0usize..9) {
        let (from, to) = (from % points + 1, to % points + 1);
        let there = after(&source, |text| move_point(text, from, to));
        // A range that the first move leaves alone is one that the second may move.
        prop_assume!(!source.contains('\u{2013}'));
        prop_assert_eq!(after(&there, |text| move_point(text, to, from)), source);
    }

    #[test]
    fn all_but_numbers_stays((source, points) in counted(), at in 0usize..9) {
        let at = at % points + 1;
        let moved = after(&source, |text| move_point(text, at, at));
        prop_assert_eq!(&moved, &source);
        let added = after(&source, |text| add_point(text, "New", None));
        let masked = without_numbers(&added, points + 1).replace("## # New", "");
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(squeezed(&masked), squeezed(&without_numbers(&source, points)));
    }

    #[test]
    fn counts_that_agreed_agree((source, points) in counted(), at in 0usize..9) {
        let removed = after(&source, |text| remove_point(text, at % points + 1));
        let piece = Piece::parse(&removed);
        let wholes: Vec<u32> = piece
            .counting_phrases(&removed)
            .into_iter()
            .filter(|phrase| phrase.kind == piece::Counting::Whole)
            .map(|phrase| phrase.value)
            .collect();
        prop_assert!(wholes.iter().all(|&value| value as usize == points - 1), "{wholes:?} in {removed}");
    }

    #[test]
    fn phrases_come_in_order_and_lie_on_words(source in hostile()) {
        let phrases = Piece::parse(&source).counting_phrases(&source);
        for pair in phrases.windows(2) {
            prop_assert!(pair[0].number.end <= pair[1].number.start, "{phrases:?}");
        }
        for phrase in &phrases {
            let number = phrase.number.of(&source);
            prop_assert!(number.starts_with(char::is_alphanumeric), "{number}");
            prop_assert!(phrase.value > 0);
        }
    }

    #[test]
    fn in_any_text_an_operation_changes_no_other_word(source in hostile(), at in 1usize..4, remove in any::<bool>()) {
        let source = source.replace("## 1. ", "").replace("---", "");
        let source = format!("# Three Signals\n\n{source}\n\n## 1. Kept\n\n## 2. Kept\n\n## 3. Kept\n\n---\n\n{source}\n");
        let text = Text::new(source.clone());
        let edits = if remove { remove_point(&text, at) } else { add_point(&text, "Kept", Some(at)) };
        if let Ok(edits) = edits {
            let new = edits.apply(&source);
            let words = |text: &str| -> Vec<String> { other_words(text) };
            let mut fewer = words(&source);
            let mut more = words(&new);
            if remove { std::mem::swap(&mut fewer, &mut more); }
            let heading = more.iter().zip(&fewer).position(|(one, other)| one != other).unwrap_or(fewer.len());
            prop_assert_eq!(more.remove(heading), "Kept", "{}", new);
            prop_assert_eq!(more, fewer, "{}", new);
        }
    }
}
