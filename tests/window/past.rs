//! Earlier texts in the window: kept, compared, brought back.

use lede_tests::{Window, place};
use std::fs;

const DRAFT: &str = "five-points.md";

fn contains(window: &Window, words: &str) {
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains(words));
}

#[test]
fn a_text_kept_by_key_is_listed_compared_and_restored_and_the_restore_undone() {
    let window = Window::at_end_of("history", DRAFT);
    window.type_text(" An earlier end.");
    window.press("ctrl+s");
    contains(&window, "An earlier end.");
    (0..3).for_each(|_| window.press("ctrl+shift+Left"));
    window.type_text("later end.");
    contains(&window, "An later end.");
    window.press("ctrl+5");
    window.until_text(".history", |text| text.contains("Now"));
    window.press("Down");
    window.press("Return");
    window.until_text(".middle del", |text| text.contains("earlier"));
    window.picture("history");
    window.press("r");
    contains(&window, "An earlier end.");
    window.press("Escape");
    window.press("ctrl+z");
    contains(&window, "An later end.");
}

#[test]
fn more_than_half_of_a_draft_goes_with_a_word_and_stays_in_the_history() {
    let window = Window::at_end_of("shrunk", DRAFT);
    let whole = window.home().bytes(DRAFT);
    window.press("ctrl+a");
    window.type_text("All gone.");
    window
        .until_text("[data-status]", |text| text.contains("More than half of this draft is gone"));
    window.until_saved(DRAFT, |bytes| bytes == b"All gone.");
    let home = window.home().environment();
    let history = std::process::Command::new(place::program("lede"))
        .args(["history", "--json"])
        .arg(window.home().library().join(DRAFT))
        .envs(home.iter().cloned())
        .output()
        .expect("lede runs");
    let history = String::from_utf8_lossy(&history.stdout).into_owned();
    assert!(history.contains("shrink"), "{history}");
    window.press("ctrl+z");
    window.until_saved(DRAFT, |bytes| bytes == whole);
}

#[test]
fn a_conflict_copy_of_a_sync_tool_is_shown_at_its_draft_and_merged_by_one_key() {
    let window = Window::at_end_of("copy-merged", DRAFT);
    let copy = window.home().library().join("five-points.sync-conflict-20261101-101112-ABCDEFG.md");
    let text = fs::read_to_string(window.home().library().join(DRAFT)).expect("the draft");
    fs::write(&copy, text.replace("since the fire.", "since the fire, says the warden."))
        .expect("the library can be written to");
    window.until_text("li.under .row", |text| !text.is_empty());
    window.picture("copy");
    window.eval("document.querySelector('li.under .row').focus()");
    window.press("m");
    contains(&window, "says the warden.");
    assert!(!copy.exists(), "a copy that is merged goes");
}
