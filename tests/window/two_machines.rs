//! One library on two machines, kept the same by a real Syncthing on each, with a window on each.
//!
//! `LEDE_SYNC_ALTERNATING` and `LEDE_SYNC_SIMULTANEOUS` say how many edits; without them it is a sample.

mod machines;

use lede_tests::{Home, Syncthing, Window, place, until};
use machines::{DRAFT, Machines};
use std::{
    fs,
    thread::sleep,
    time::{Duration, Instant},
};

/// So many edits, unless the environment says otherwise.
fn count(variable: &str, sample: usize) -> usize {
    std::env::var(variable).ok().and_then(|count| count.parse().ok()).unwrap_or(sample)
}

/// The machines, or nothing where there is no Syncthing.
fn joined(name: &str) -> Option<Machines> {
    if !Syncthing::is_installed() {
        eprintln!("skipped: Syncthing is not installed (apt install syncthing)");
        return None;
    }
    Some(Machines::join(name))
}

#[test]
fn what_is_typed_on_one_machine_shows_on_the_other_and_nobody_s_caret_moves() {
    let Some(machines) = joined("two-machines-in-turn") else { return };
    let edits = count("LEDE_SYNC_ALTERNATING", 6);
    let started = Instant::now();
    for edit in 0..edits {
        machines.type_on(edit % 2, &format!(" turn{edit}."));
        let shown = format!("turn{edit}.");
        machines.windows[1 - edit % 2].until_text("[data-preview]", |text| text.contains(&shown));
        machines.assert_carets_are_in_place();
    }
    let changes = machines.until_quiet();
    // Each edit is a text, an old text that waits for two seconds, and its going, seldom in two saves.
    assert!(changes <= 8 * edits as u64 + 8, "{changes} changes of files for {edits} edits");
    for end in [0, 1] {
        let text = machines.text(end);
        let missing: Vec<_> =
            (0..edits).filter(|edit| text.matches(&format!("turn{edit}.")).count() != 1).collect();
        assert!(missing.is_empty(), "lost or doubled on {end}: {missing:?} of {text}");
        assert_eq!(machines.files(end).len(), 1, "a copy without a conflict on {end}");
    }
    machines.assert_the_list_is_right();
    let seconds = started.elapsed().as_secs();
    eprintln!("{edits} edits in turn, {seconds} s, {changes} changes of files");
}

#[test]
fn what_both_machines_type_at_once_is_in_the_draft_a_copy_or_the_history() {
    let Some(machines) = joined("two-machines-at-once") else { return };
    let edits = count("LEDE_SYNC_SIMULTANEOUS", 3);
    let word = |edit, end| format!("both{edit}on{end}");
    let started = Instant::now();
    for edit in 0..edits {
        // Every second time both write at the same place.
        machines.take_places(edit % 2 == 1);
        machines.type_at_once(&[0, 1].map(|end| format!(" {}.", word(edit, end))));
        machines.until_quiet();
        [0, 1].iter().for_each(|end| machines.assert_kept(&word(edit, *end)));
    }
    machines.merge_a_copy();
    let all = (0..edits).flat_map(|edit| [0, 1].map(|end| word(edit, end)));
    let lost: Vec<String> = all.filter(|word| !machines.keep(word)).collect();
    assert!(lost.is_empty(), "lost: {lost:?}");
    machines.assert_the_list_is_right();
    let in_draft = machines.text(0).matches("both").count();
    let copies = machines.files(0).len() - 1;
    eprintln!(
        "{edits} edits at once, {} s: of {} sentences {in_draft} are in {DRAFT}, beside {copies} copies",
        started.elapsed().as_secs(),
        edits * 2,
    );
}

#[test]
fn an_old_text_that_the_other_machine_clears_away_is_no_trouble() {
    let home = Home::new().with_drafts([place::fixture(DRAFT)]);
    let window = Window::open("cleared-away", home);
    window.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
    window.caret_to_line("The last of them");
    window.type_text(" Saved.");
    let parked = || {
        let library = fs::read_dir(window.home().library()).expect("the library");
        let mut paths = library.flatten().map(|entry| entry.path());
        paths.find(|path| path.extension().is_some_and(|it| it == "lede-old"))
    };
    let parked = until("the old text waits", || parked().ok_or_else(|| "it does not".to_owned()));
    // A Lede that starts on the other machine finds it there, left over as it seems.
    fs::remove_file(&parked).expect("it can be removed");
    sleep(Duration::from_secs(3));
    let status = window.until_text("[data-status]", |text| text.starts_with("Saved"));
    assert!(!status.contains("lede-old"), "{status}");
}
