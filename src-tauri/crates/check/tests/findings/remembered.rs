//! Findings that are found again in another version of a text.

use crate::marked::{Desk, check, mend};
use check::{Finding, Remembered, mend_those};
use proptest::prelude::*;
use text::Text;

const PIECE: &str = "# Five Signs Of Rain\n\nThere are five signs, TK says, and five more.\n\n\
                     ## 1. Swallows\n\nThey fly low.\n\n## 2. Ants\n\nThey climb.\n";

fn remembered(source: &str, finding: &Finding) -> Remembered {
    Remembered::finding(&Text::new(source.to_owned()), finding)
}

/// The finding of `before` that lies on these words for the `nth` time, as it is found in `after`: how many
/// of its findings are taken for the same.
fn found_again(before: &str, words: &str, after: &str) -> usize {
    let is_it = |it: &&Finding| it.span.of(before) == words;
    let found = check(before);
    let this = remembered(before, found.iter().find(is_it).unwrap());
    check(after).iter().filter(|it| remembered(after, it).is_same(&this)).count()
}

#[test]
fn it_is_the_same_after_edits_elsewhere() {
    for (from, to) in [
        ("They climb.", "They climb the wall.\n\n## 3. Cats\n\nThey wash."),
        ("# Five", "---\nauthor: A\n---\n\n# Five"),
        ("and five more.", "and more. Nobody counts them."),
        ("There are", "As we said, there may be"),
    ] {
        assert_eq!(found_again(PIECE, "TK", &PIECE.replace(from, to)), 1, "{to}");
    }
}

#[test]
fn it_is_another_on_other_words_or_in_another_place() {
    let twice = "TK is first here.\n\nAnd then comes TK in the end.\n";
    assert_eq!(found_again(twice, "TK", twice), 1);
    assert_eq!(found_again(twice, "TK", &twice.replace("TK is", "XXX is")), 0);
    let moved = "Quite another text has a TK where nobody looks.\n";
    assert_eq!(found_again(twice, "TK", moved), 0);
}

#[test]
fn parts_that_are_missing_are_told_apart_though_all_lie_on_the_title() {
    let source = "# Two Signs\n\n## 1. A\n\nb\n\n## 2. C\n\nd\n";
    let found = check(source);
    assert_eq!(found.iter().filter(|it| it.rule == "missing-part").count(), 2);
    for one in &found {
        let same = |it: &&Finding| remembered(source, it).is_same(&remembered(source, one));
        assert_eq!(found.iter().filter(same).count(), 1);
    }
}

#[test]
fn what_is_not_wanted_is_not_mended() {
    let text = Text::new(PIECE.to_owned());
    let title = check(PIECE).remove(0);
    assert_eq!(title.span.of(PIECE), "Five");
    let this = Remembered::finding(&text, &title);
    let wanted = |text: &Text, it: &Finding| !Remembered::finding(text, it).is_same(&this);
    let mended = mend_those(&text, &Desk, wanted).apply(PIECE);
    assert!(
        mended.starts_with("# Five Signs") && mended.contains("There are two signs"),
        "{mended}"
    );
    assert!(mend(PIECE).apply(PIECE).starts_with("# Two Signs"));
}

proptest! {
    #[test]
    fn every_finding_is_the_same_when_something_is_written_behind_the_text(tail in "[ a-z\n]{0,40}") {
        let after = format!("{PIECE}\nMore: {tail}\n");
        let again = check(&after);
        for one in check(PIECE) {
            let this = remembered(PIECE, &one);
            let same = again.iter().any(|it| remembered(&after, it).is_same(&this));
            // A rule may change its mind of the whole, but not find another thing in its place.
            prop_assert!(same || !again.iter().any(|it| it.span == one.span && it.rule == one.rule));
        }
    }
}
