//! The laws of merging, over any texts.

use super::{
    merged, shown,
    texts::{any_sides, any_source, disjoint_sides, even_sides},
    with_theirs,
};
use proptest::prelude::*;
use text::{Edits, Merge, Span, Text, merge, merge_without_base, word_diff};
use unicode_segmentation::UnicodeSegmentation;

fn words(source: &str) -> Vec<&str> {
    source.unicode_words().collect()
}

/// Whether every word of `these` is among `those`, as often.
fn holds_all<'a>(mut those: Vec<&'a str>, these: impl IntoIterator<Item = &'a str>) -> bool {
    these.into_iter().all(|word| {
        let found = those.iter().position(|other| *other == word);
        found.map(|place| those.swap_remove(place)).is_some()
    })
}

/// The words that edits of `source` take out, and those that they put in.
fn moved_words<'a>(source: &'a str, edits: &'a Edits) -> (Vec<&'a str>, Vec<&'a str>) {
    let out = edits.iter().flat_map(|edit| words(edit.span().of(source)));
    (out.collect(), edits.iter().flat_map(|edit| words(&edit.insert)).collect())
}

fn spans_hold(mine: &str, merge: &Merge) -> bool {
    let merged = merged(mine, merge);
    let apart = |pair: &[Span]| pair[0].end <= pair[1].start && pair[0] != pair[1];
    let spans: Vec<Span> = merge.conflicts.iter().map(|conflict| conflict.merged).collect();
    spans.windows(2).all(apart)
        && merge.conflicts.iter().all(|conflict| conflict.merged.of(&merged) == conflict.mine)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn nothing_changes_when_they_changed_nothing(base in any_source(), mine in any_source()) {
        prop_assert_eq!(merge(&base, &mine, &base), Merge::default());
    }

    #[test]
    fn nothing_changes_when_both_made_the_same(base in any_source(), mine in any_source()) {
        prop_assert_eq!(merge(&base, &mine, &mine), Merge::default());
        prop_assert_eq!(merge_without_base(&mine, &mine), Merge::default());
    }

    #[test]
    fn their_text_comes_when_i_changed_nothing(base in any_source(), theirs in any_source()) {
        let merge = merge(&base, &base, &theirs);
        prop_assert!(merge.conflicts.is_empty());
        let after = merged(&base, &merge);
        prop_assert_eq!(shown(&after), shown(&theirs));
        prop_assert_eq!(after.starts_with('\u{feff}'), base.starts_with('\u{feff}'));
    }

    #[test]
    fn their_text_comes_byte_for_byte_when_line_ends_agree([base, theirs, _] in even_sides()) {
        prop_assert_eq!(merged(&base, &merge(&base, &base, &theirs)), theirs);
    }

    #[test]
    fn changes_to_different_words_are_all_there([base, mine, theirs, both] in disjoint_sides()) {
        let merge = merge(&base, &mine, &theirs);
        prop_assert_eq!(&merge.conflicts, &Vec::new());
        prop_assert_eq!(merged(&mine, &merge), both);
    }

    #[test]
    fn the_other_way_round_has_the_same_conflicts([base, mine, theirs] in any_sides()) {
        let (one, two) = (merge(&base, &mine, &theirs), merge(&base, &theirs, &mine));
        prop_assert_eq!(one.conflicts.len(), two.conflicts.len());
        if one.conflicts.is_empty() {
            prop_assert_eq!(shown(&merged(&mine, &one)), shown(&merged(&theirs, &two)));
        }
    }

    #[test]
    fn theirs_at_every_conflict_is_the_merge_the_other_way_round(
        [base, mine, theirs] in even_sides()
    ) {
        let taken = with_theirs(&mine, &merge(&base, &mine, &theirs));
        prop_assert_eq!(taken, merged(&theirs, &merge(&base, &theirs, &mine)));
    }

    #[test]
    fn no_word_that_they_put_in_is_lost([base, mine, theirs] in any_sides()) {
        let merge = merge(&base, &mine, &theirs);
        let after = merged(&mine, &merge);
        let all = [words(&after)].into_iter();
        let reported = merge.conflicts.iter().map(|conflict| words(&conflict.theirs));
        let all = all.chain(reported).flatten().collect();
        let edits = word_diff(&base, &theirs);
        prop_assert!(holds_all(all, moved_words(&base, &edits).1));
    }

    #[test]
    fn no_word_of_mine_is_lost_but_what_they_took_out([base, mine, theirs] in any_sides()) {
        let merge = merge(&base, &mine, &theirs);
        let after = merged(&mine, &merge);
        let edits = word_diff(&base, &theirs);
        let all = words(&after).into_iter().chain(moved_words(&base, &edits).0).collect();
        prop_assert!(holds_all(all, words(&mine)));
        let edits = word_diff(&base, &mine);
        prop_assert!(holds_all(words(&after), moved_words(&base, &edits).1));
    }

    #[test]
    fn conflicts_lie_on_my_words([base, mine, theirs] in any_sides()) {
        prop_assert!(spans_hold(&mine, &merge(&base, &mine, &theirs)));
        prop_assert!(spans_hold(&mine, &merge_without_base(&mine, &theirs)));
    }

    #[test]
    fn theirs_at_every_conflict_is_their_text_where_i_did_nothing_else(
        [base, mine, theirs] in even_sides()
    ) {
        let merge = merge(&base, &mine, &theirs);
        if word_diff(&base, &mine).iter().count() == 1 && merge.conflicts.len() == 1 {
            prop_assert_eq!(with_theirs(&mine, &merge), theirs);
        }
    }

    #[test]
    fn without_a_base_no_word_of_either_is_lost([_, mine, theirs] in any_sides()) {
        let merge = merge_without_base(&mine, &theirs);
        let after = merged(&mine, &merge);
        prop_assert!(holds_all(words(&after), words(&mine)));
        let taken = with_theirs(&mine, &merge);
        prop_assert!(holds_all(words(&taken), words(&theirs)));
    }

    #[test]
    fn my_line_ends_stay_two_where_theirs_come_in([base, mine, theirs] in any_sides()) {
        let merge = merge(&base, &mine, &theirs);
        let mut text = Text::new(mine.clone());
        let change = text.change_set(&merge.edits);
        let through_the_window = text.edits_from_window(&change).unwrap();
        text.apply(&through_the_window);
        prop_assert_eq!(text.window_text(), shown(&merged(&mine, &merge)));
    }
}
