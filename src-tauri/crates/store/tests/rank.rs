//! Ranking: letters and names in, the best names out, with what fits in brackets.

use store::{Called, rank};

const DRAFTS: [(&str, &str); 5] = [
    ("Five Signals That The Ferry Strike Will Outlast The Summer", "2026-11-20-five-signals"),
    ("Seven Takeaways From The Night Trams", "2026-11-19-seven-takeaways"),
    ("Ferry", "letters/2025-01-02-note"),
    ("Élan, 東京", "2026-03-01-élan-東京"),
    ("Notes", "ferry-notes"),
];

fn ranked(typed: &str) -> Vec<String> {
    let called = |&(title, name): &(&str, &str)| Called { title: title.into(), name: name.into() };
    let drafts: Vec<Called> = DRAFTS.iter().map(called).collect();
    let lines = rank(typed, &drafts, 10).into_iter().map(|ranked| {
        let called = &drafts[ranked.index];
        let title = marked(&called.title, &ranked.in_title);
        if ranked.in_name.is_empty() {
            title
        } else {
            format!("{title} / {}", marked(&called.name, &ranked.in_name))
        }
    });
    lines.collect()
}

fn marked(text: &str, marks: &[std::ops::Range<usize>]) -> String {
    let mut marked = text.to_owned();
    for mark in marks.iter().rev() {
        marked.insert(mark.end, ']');
        marked.insert(mark.start, '[');
    }
    marked
}

#[test]
fn whole_words_at_the_beginning_come_first() {
    let ferry = ranked("ferry");
    assert_eq!(ferry[0], "[Ferry]");
    assert_eq!(ferry[1], "Notes / [ferry]-notes");
    assert!(ferry[2].starts_with("Five Signals That The [Ferry] Strike"), "{ferry:?}");
}

#[test]
fn letters_and_words_may_leave_something_out() {
    assert!(ranked("fvsig")[0].starts_with("[F]i[v]e [Sig]nals"), "{:?}", ranked("fvsig"));
    assert_eq!(ranked("trams seven"), ["[Seven] Takeaways From The Night [Trams]"]);
    assert_eq!(ranked("ferry letters"), ["[Ferry] / [letters]/2025-01-02-note"]);
    assert!(ranked("xyz").is_empty());
}

#[test]
fn letters_of_any_script_are_found_with_and_without_their_accents() {
    assert_eq!(ranked("elan")[0], "[Élan], 東京");
    assert_eq!(ranked("東京")[0], "Élan, [東京]");
}

#[test]
fn for_nothing_typed_all_stay_in_their_order() {
    assert_eq!(ranked(" ").len(), DRAFTS.len());
    assert_eq!(ranked("")[4], "Notes");
    assert_eq!(rank("", &[Called::default(), Called::default()], 1).len(), 1);
}
