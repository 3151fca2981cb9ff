//! A file that changes while its draft is not saved: the two are merged, and no word of either is lost.

use crate::draft::{Window, any_edit, any_source, draft_of, now, send, typed_into};
use proptest::prelude::*;
use store::{Base, Draft, Merged, OnDisk};
use text::{Text, WindowOffset};

/// What a dirty draft is told when the file holds `theirs`.
fn merged(draft: &mut Draft, theirs: &str) -> Merged {
    match draft.changed_on_disk(Some(theirs.as_bytes()), now()) {
        OnDisk::Merged(merged) => merged,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_dirty_draft_takes_in_what_theirs_changed_elsewhere() {
    let (mut draft, mut window) = typed_into("one two three\n", "mine ");
    let merged = merged(&mut draft, "one two three four\n");
    assert_eq!((&*merged.theirs, &merged.conflicts[..]), ("one two three four\n", &[][..]));
    assert_eq!(draft.base(), Some(&Base::of("one two three\n")), "the window has not answered yet");
    assert!(draft.is_reloading());
    let message = window.carry_out(merged.offer.change_set);
    send(&mut draft, &message).unwrap();
    assert_eq!(draft.text().as_str(), "mine one two three four\n");
    assert_eq!(draft.base(), Some(&Base::of("one two three four\n")));
    assert!(draft.is_dirty() && !draft.is_reloading());
}

#[test]
fn where_both_changed_the_same_words_mine_stand_and_theirs_are_told() {
    let (mut draft, mut window) = typed_into("🚢 the late ferry\n", "");
    let message = window.edit(&(6, 10, "slow".into()));
    send(&mut draft, &message).unwrap();
    assert_eq!(draft.text().as_str(), "🚢 the slow ferry\n");
    let merged = merged(&mut draft, "🚢 the early ferry\n");
    let [conflict] = &merged.conflicts[..] else { panic!("{:?}", merged.conflicts) };
    assert_eq!((&*conflict.mine, &*conflict.theirs), ("slow", "early"));
    assert_eq!((conflict.from, conflict.to), (WindowOffset(7), WindowOffset(11)));
    assert_eq!(draft.base(), Some(&Base::of("🚢 the early ferry\n")));
    assert_eq!(draft.text().as_str(), "🚢 the slow ferry\n");
    let seen = draft.changed_on_disk(Some("🚢 the early ferry\n".as_bytes()), now());
    assert_eq!(seen, OnDisk::Same, "it is told once");
    assert!(draft.is_dirty());
}

#[test]
fn a_text_that_is_safe_nowhere_is_met_by_the_next_save() {
    let (mut draft, _) = typed_into("base", "mine ");
    merged(&mut draft, "theirs altogether");
    draft.theirs_not_kept();
    assert_eq!(draft.base(), None);
    assert!(draft.is_dirty());
}

#[test]
fn a_draft_without_a_file_does_not_miss_one() {
    let mut draft = Draft::unsaved("a.md".into(), Text::new("typed".into()), None);
    assert!(draft.is_dirty());
    assert_eq!(draft.changed_on_disk(None, now()), OnDisk::Same);
    let (version, _) = draft.to_save();
    draft.saved(version);
    assert!(!draft.is_dirty());
}

proptest! {
    #[test]
    fn whatever_is_merged_while_typing_every_word_is_somewhere(
        base in any_source(), mine in prop::collection::vec(any_edit(), 1..5), theirs in any_source(), later in prop::collection::vec(any_edit(), 0..4),
    ) {
        let mut draft = draft_of(&base);
        let mut window = Window::on(&draft);
        for edit in &mine {
            let message = window.edit(edit);
            send(&mut draft, &message).unwrap();
        }
        let kept = draft.text().as_str().to_owned();
        let seen = draft.changed_on_disk(Some(theirs.as_bytes()), now());
        let OnDisk::Merged(merged) = seen else { return Ok(()) };
        prop_assert_eq!(&merged.theirs, &theirs);
        if draft.is_reloading() {
            let message = window.carry_out(merged.offer.change_set);
            send(&mut draft, &message).unwrap();
        }
        prop_assert_eq!(draft.text().window_text(), window.text.clone());
        prop_assert_eq!(draft.base(), Some(&Base::of(&theirs)));
        for conflict in &merged.conflicts {
            prop_assert!(kept.replace("\r\n", "\n").replace('\r', "\n").contains(&conflict.mine));
        }
        for edit in &later {
            let message = window.edit(edit);
            send(&mut draft, &message).unwrap();
        }
        prop_assert_eq!(draft.text().window_text(), window.text);
    }
}
