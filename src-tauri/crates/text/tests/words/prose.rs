//! What a writer sees when two sides worked on one piece.

use super::{merged, peace, with_theirs};
use text::{merge, merge_without_base};

const BASE: &str = "\
# Three Signs That The Harbour Will Silt Up

*Dredging stopped in spring, and nobody has said when it resumes.*

## 1. The Pilots Wait For High Water

Since March every ship above nine metres waits outside. The pilots call it a courtesy.

## 2. The Buoys Have Moved

Two buoys were shifted in May. The chart still shows them where they were.

## 3. The Budget Is Spent

What was left went into the new gate.
";

/// `BASE` with one phrase in the place of another.
fn with(phrase: &str, other: &str) -> String {
    assert_eq!(BASE.matches(phrase).count(), 1, "{phrase}");
    BASE.replace(phrase, other)
}

/// Base, mine and theirs of the only conflict, and the merged text.
fn conflict(base: &str, mine: &str, theirs: &str) -> (String, String, String, String) {
    let merge = merge(base, mine, theirs);
    assert_eq!(merge.conflicts.len(), 1, "{:?}", merge.conflicts);
    let one = merge.conflicts[0].clone();
    (one.base, one.mine, one.theirs, merged(mine, &merge))
}

#[test]
fn changes_in_different_places_merge_without_a_question() {
    let mine = with("nine metres", "eight metres");
    let theirs = with("the new gate", "an old debt");
    let both = mine.replace("the new gate", "an old debt");
    assert_eq!(peace(BASE, &mine, &theirs), both);
}

#[test]
fn words_with_an_untouched_word_between_them_merge() {
    let (mine, theirs) = (with("buoys were", "marks were"), with("in May", "in June"));
    assert!(peace(BASE, &mine, &theirs).contains("Two marks were shifted in June."));
}

#[test]
fn a_paragraph_changed_in_every_line_is_still_known_for_itself() {
    let base = "Ada runs the yard.\n\nBen runs the ferry.\n\nCleo runs the pilots.\n";
    let theirs = format!("A new crew.\n\n{}", base.replace("runs", "ran"));
    let mine = base.replace("yard", "dock").replace("pilots", "buoys");
    let both = theirs.replace("yard", "dock").replace("pilots", "buoys");
    assert_eq!(peace(base, &mine, &theirs), both);
}

#[test]
fn the_same_word_changed_in_two_ways_is_a_conflict_and_mine_stays() {
    let (mine, theirs) = (with("a courtesy", "an insult"), with("a courtesy", "a habit"));
    let (base, ours, other, text) = conflict(BASE, &mine, &theirs);
    assert_eq!((&*base, &*ours, &*other), ("a courtesy", "an insult", "a habit"));
    assert_eq!(text, mine);
}

#[test]
fn touching_words_are_a_conflict() {
    let (mine, theirs) = (with("Two buoys", "Three buoys"), with("buoys were", "marks were"));
    let (base, ours, other, _) = conflict(BASE, &mine, &theirs);
    assert_eq!((&*base, &*ours, &*other), ("Two buoys", "Three buoys", "Two marks"));
}

#[test]
fn words_on_two_lines_do_not_touch() {
    let mine = with("Have Moved", "Have Drifted");
    let theirs = with("Two buoys", "Three buoys");
    let text = peace(BASE, &mine, &theirs);
    assert!(text.contains("Have Drifted\n\nThree buoys"));
}

#[test]
fn the_same_change_on_both_sides_is_there_once() {
    let mine = with("in May", "in early May").replace("nine", "ten");
    let theirs = with("in May", "in early May").replace("gate", "quay");
    assert_eq!(peace(BASE, &mine, &theirs), mine.replace("gate", "quay"));
}

#[test]
fn two_insertions_at_one_place_are_a_conflict() {
    let mine = with("went into", "quietly went into");
    let theirs = with("went into", "soon went into");
    let (base, ours, other, _) = conflict(BASE, &mine, &theirs);
    assert_eq!((&*base, &*ours, &*other), ("", "quietly ", "soon "));
}

#[test]
fn a_line_taken_out_between_two_insertions_lets_them_not_become_one_word() {
    let (base, mine, theirs) = ("Ferry.\n\n", "Ferry.\n", "Ferry.\nbefore\nbehind");
    let merge = merge(base, mine, theirs);
    assert_eq!(merged(mine, &merge), mine);
    assert_eq!(merge.conflicts[0].theirs, "before\nbehind");
}

#[test]
fn paragraphs_put_in_at_different_places_merge() {
    let mine = with("## 2.", "The mayor denies it.\n\n## 2.");
    let theirs = with("## 3.", "The insurers noticed.\n\n## 3.");
    let both = mine.replace("## 3.", "The insurers noticed.\n\n## 3.");
    assert_eq!(peace(BASE, &mine, &theirs), both);
}

#[test]
fn a_paragraph_put_in_before_a_changed_one_merges() {
    let mine = with("Two buoys", "First, the facts.\n\nTwo buoys");
    let theirs = with("Two buoys", "Three buoys");
    assert!(peace(BASE, &mine, &theirs).contains("First, the facts.\n\nThree buoys"));
    assert!(peace(BASE, &theirs, &mine).contains("First, the facts.\n\nThree buoys"));
}

#[test]
fn a_paragraph_at_the_end_merges_with_a_changed_last_word() {
    let base = "The gate is shut.\n\nThe key is lost.";
    let mine = format!("{base}\n\nNobody asked.");
    let theirs = base.replace("lost", "gone");
    let both = "The gate is shut.\n\nThe key is gone.\n\nNobody asked.";
    assert_eq!(peace(base, &mine, &theirs), both);
    assert_eq!(peace(base, &theirs, &mine), both);
}

#[test]
fn a_word_changed_in_a_paragraph_that_i_took_out_is_a_conflict() {
    let gone = "Two buoys were shifted in May. The chart still shows them where they were.\n\n";
    let (mine, theirs) = (with(gone, ""), with("in May", "in June"));
    let (base, ours, other, text) = conflict(BASE, &mine, &theirs);
    assert_eq!((&*base, &*ours, &*other), (gone, "", &*gone.replace("May", "June")));
    assert_eq!(text, mine);
}

#[test]
fn a_word_changed_in_a_paragraph_that_they_took_out_is_a_conflict() {
    let gone = "Two buoys were shifted in May. The chart still shows them where they were.\n\n";
    let (mine, theirs) = (with("in May", "in June"), with(gone, ""));
    let (base, ours, other, text) = conflict(BASE, &mine, &theirs);
    assert_eq!((&*base, &*ours, &*other), (gone, &*gone.replace("May", "June"), ""));
    assert_eq!(text, mine);
    assert_eq!(with_theirs(&mine, &merge(BASE, &mine, &theirs)), theirs);
}

#[test]
fn neighbouring_paragraphs_taken_out_by_two_sides_are_both_gone() {
    let base = "One line.\n\nTwo lines.\n\nThree lines.\n\nFour lines.\n";
    let (mine, theirs) = (base.replace("Two lines.\n\n", ""), base.replace("Three lines.\n\n", ""));
    assert_eq!(peace(base, &mine, &theirs), "One line.\n\nFour lines.\n");
}

#[test]
fn a_line_end_that_i_took_out_holds_nothing_apart() {
    let (base, mine) = ("\nferry boat\r\n\n", "\nferry\r\npilot");
    let merge = merge(base, mine, "\nferry boat\n");
    let text = merged(mine, &merge);
    assert!(text.contains("ferry") && text.ends_with("\npilot"), "{text:?}");
}

#[test]
fn a_new_number_and_a_new_heading_merge() {
    let mine = with("## 3. The Budget", "## 4. The Budget");
    let theirs = with("The Budget Is", "A Reserve Is");
    assert!(peace(BASE, &mine, &theirs).contains("\n## 4. A Reserve Is Spent\n"));
    let theirs = with("Is Spent", "Is Gone");
    assert!(peace(BASE, &mine, &theirs).contains("\n## 4. The Budget Is Gone\n"));
}

/// `BASE` with its third point moved to the front, numbers following.
fn moved() -> String {
    let (head, rest) = BASE.split_once("## 1. ").unwrap();
    let (first, rest) = rest.split_once("## 2. ").unwrap();
    let (second, third) = rest.split_once("## 3. ").unwrap();
    format!("{head}## 1. {third}\n## 2. {first}## 3. {}", second.trim_end().to_owned() + "\n")
}

#[test]
fn nothing_is_lost_when_i_move_a_point_in_which_they_change_a_word() {
    let mine = moved();
    for theirs in [with("new gate", "rusty gate"), with("in May", "in winter")] {
        let merge = merge(BASE, &mine, &theirs);
        let reported: String = merge.conflicts.iter().map(|one| one.theirs.as_str()).collect();
        let all = merged(&mine, &merge) + &reported;
        assert!(all.contains("rusty gate") || all.contains("in winter"), "{merge:#?}");
    }
}

#[test]
fn nothing_is_lost_when_they_move_a_point_in_which_i_change_a_word() {
    let theirs = moved();
    for mine in [with("new gate", "rusty gate"), with("in May", "in winter")] {
        let merge = merge(BASE, &mine, &theirs);
        let text = merged(&mine, &merge);
        assert!(text.contains("rusty gate") || text.contains("in winter"), "{merge:#?}");
    }
}

#[test]
fn line_ends_and_byte_order_mark_stay_mine_while_words_come_in() {
    let mine = with("nine", "ten").replace('\n', "\r\n");
    let theirs = format!("\u{feff}{}", with("gate.\n", "gate.\n\nIt leaks.\n"));
    let both = mine.clone() + "\r\nIt leaks.\r\n";
    assert_eq!(peace(BASE, &mine, &theirs), both);
    let marked = format!("\u{feff}{BASE}");
    assert_eq!(peace(BASE, &marked, &theirs), theirs);
    assert_eq!(peace(BASE, BASE, &BASE.replace('\n', "\r")), BASE);
}

#[test]
fn my_own_line_ends_stay_as_mixed_as_they_are() {
    let (base, mine) = ("one\ntwo\nthree\n", "one\r\ntwo\rthree\n");
    assert_eq!(peace(base, mine, "one\nno\nthree\nfour\n"), "one\r\nno\rthree\nfour\r\n");
}

#[test]
fn empty_texts_merge() {
    assert_eq!(peace("", "", ""), "");
    assert_eq!(peace("", "", "A word.\r\n"), "A word.\r\n");
    assert_eq!(peace("", "A word.", ""), "A word.");
    assert_eq!(peace("A word.", "A word.", ""), "");
    let (base, ours, other, text) = conflict("", "Mine.", "Theirs.");
    assert_eq!((&*base, &*ours, &*other, &*text), ("", "Mine.", "Theirs.", "Mine."));
}

#[test]
fn a_conflict_copy_without_a_base_brings_in_what_only_it_has() {
    let mine = with("## 3.", "The mayor denies it.\n\n## 3.").replace("nine metres", "ten metres");
    let theirs = with("gate.\n", "gate.\n\nIt leaks.\n").replace("nine metres", "eight metres");
    let merge = merge_without_base(&mine, &theirs);
    assert_eq!(merged(&mine, &merge), mine.clone() + "\nIt leaks.\n");
    let [conflict] = &merge.conflicts[..] else { panic!("{:?}", merge.conflicts) };
    assert_eq!((&*conflict.base, &*conflict.mine, &*conflict.theirs), ("", "ten", "eight"));
}
