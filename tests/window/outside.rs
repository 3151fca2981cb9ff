//! A draft that something else changes while it is open.

use lede_tests::{Home, Window, place, until};
use std::fs;

const DRAFT: &str = "five-points.md";

/// The app on one draft, saved so many milliseconds after the last key.
fn opened_with(name: &str, pause: u32) -> Window {
    let home = Home::new().with_drafts([place::fixture(DRAFT)]);
    let settings = home.path().join(".config/lede");
    fs::create_dir_all(&settings).expect("our own folder");
    fs::write(settings.join("settings.toml"), format!("autosave_pause = {pause}\n"))
        .expect("a file");
    let window = Window::open(name, home);
    window.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
    window.until_text("[data-status]", |text| text.starts_with("Saved"));
    window
}

fn opened(name: &str) -> Window {
    opened_with(name, 500)
}

/// As slow to save as can be, so that what is typed is in no file when another text comes.
fn opened_slow(name: &str) -> Window {
    opened_with(name, 2000)
}

#[test]
fn a_clean_draft_shows_what_another_program_wrote_and_keeps_the_caret_in_its_words() {
    let window = opened("reloaded");
    window.click(".cm-content");
    window.press("ctrl+End");
    let path = window.home().library().join(DRAFT);
    let text = fs::read_to_string(&path).expect("the draft");
    let theirs = text.replace("The Ladder Is Too Short", "The Ladder Is Rotten");
    fs::write(&path, &theirs).expect("the library can be written to");
    window.until_text("[data-preview]", |text| text.contains("The Ladder Is Rotten"));
    window.until_text("[data-status]", |text| text.starts_with("Saved"));
    window.type_text("!");
    let mine = format!("{}!", theirs.trim_end());
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).trim_end() == mine);
}

/// Changes the draft on the disk in the middle of what is typed at its end.
fn changed_while_typing(window: &Window, theirs: impl Fn(&str) -> String) {
    window.click(".cm-content");
    window.press("ctrl+End");
    let path = window.home().library().join(DRAFT);
    let text = fs::read_to_string(&path).expect("the draft");
    // Typed and not saved yet when the other text comes.
    window.type_text(" Mine stays");
    // On a busy machine the keyboard is ahead of the app, which would take in what it has not touched.
    window.until_text("[data-preview]", |text| text.contains("Mine stays"));
    fs::write(&path, theirs(&text)).expect("the library can be written to");
    window.type_text(" where it is.");
}

#[test]
fn a_draft_that_is_typed_in_takes_in_what_another_program_changed_elsewhere() {
    let window = opened_slow("merged");
    changed_while_typing(&window, |text| text.replace("Is Too Short", "Is Rotten"));
    window.until_saved(DRAFT, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        text.contains("The Ladder Is Rotten") && text.contains("Mine stays where it is.")
    });
    window.until_text("[data-preview]", |text| text.contains("The Ladder Is Rotten"));
    window.until_text("[data-status]", |text| text.contains("Both texts are merged"));
    window.picture("merged");
    let files = fs::read_dir(window.home().library()).expect("the library").flatten();
    let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
    // The old text waits under a hidden name for a writer who may still be at it.
    let shown: Vec<_> = names.filter(|name| !name.starts_with('.')).collect();
    assert_eq!(shown, [DRAFT], "a merge that went well leaves no copy");
    // The merge is a step of its own among what was typed before and after it.
    until("an undo takes theirs out again", || {
        window.press("ctrl+z");
        match window.text_of("[data-preview]") {
            Some(text) if text.contains("The Ladder Is Too Short") => Ok(()),
            other => Err(other.unwrap_or_default()),
        }
    });
}

#[test]
fn where_both_changed_the_same_words_mine_stand_until_theirs_are_taken_by_key() {
    let window = opened_slow("conflict");
    changed_while_typing(&window, |text| format!("{} Theirs goes here.\n", text.trim_end()));
    window.until_text("[data-status]", |text| text.contains("theirs are shown beside"));
    window.until_saved(DRAFT, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        text.contains("Mine stays where it is.") && !text.contains("Theirs goes")
    });
    window.until_text(".cm-content", |text| text.contains("Theirs goes here."));
    window.picture("conflict");
    window.press("F8");
    window.press("t");
    window.until_saved(DRAFT, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        text.contains("Theirs goes here.") && !text.contains("Mine stays")
    });
    window.press("ctrl+z");
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("Mine stays"));
}

#[test]
fn drafts_that_appear_change_and_vanish_show_in_the_list() {
    let window = opened("listed");
    let path = window.home().library().join("another.md");
    fs::write(&path, "# A Second Draft\n\nIts words.\n").expect("the library can be written to");
    window.until_text("[data-draft='another.md']", |text| text.contains("A Second Draft"));
    fs::write(&path, "# A Second Draft, Renamed\n\nIts words.\n")
        .expect("it can be written to again");
    window.until_text("[data-draft='another.md']", |text| text.contains("Renamed"));
    fs::remove_file(&path).expect("it can be removed");
    until("the row is gone", || match window.text_of("[data-draft='another.md']") {
        None => Ok(()),
        Some(row) => Err(row),
    });
}

#[test]
fn a_draft_deleted_while_open_keeps_its_text_and_is_not_made_again_unasked() {
    let window = opened("deleted");
    let path = window.home().library().join(DRAFT);
    fs::remove_file(&path).expect("it can be removed");
    window.until_text("[data-status]", |text| {
        text.contains("no longer there") && text.contains("safe in the journal")
    });
    window.click(".cm-content");
    window.press("ctrl+End");
    window.type_text(" Still here.");
    window.until_text("[data-preview]", |text| text.contains("Still here."));
    assert!(!path.exists(), "it was made again unasked");
    window.press("ctrl+s");
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("Still here."));
    window.until_text("[data-status]", |text| text.starts_with("Saved"));
}

#[test]
fn the_whole_library_may_vanish_and_come_back() {
    let window = opened("library-gone");
    let library = window.home().library();
    let away = library.with_file_name("elsewhere");
    fs::rename(&library, &away).expect("the library can be moved");
    window.until_text("[data-status]", |text| {
        text.contains("no longer there") || text.contains("is not there")
    });
    window.click(".cm-content");
    window.press("ctrl+End");
    window.type_text(" Kept.");
    window.until_text("[data-preview]", |text| text.contains("Kept."));
    fs::rename(&away, &library).expect("the library can be moved back");
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("Kept."));
}
