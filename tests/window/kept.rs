//! What is typed outlasts the app, whatever ends it.

use lede_tests::Window;
use std::fs;

const DRAFT: &str = "five-points.md";

#[test]
fn killed_right_after_a_key_the_app_comes_back_with_the_words_and_the_caret() {
    let mut window = Window::at_end_of("killed", DRAFT);
    window.type_text(" These words were in no file.");
    window.until_text("[data-preview]", |text| text.contains("in no file."));
    let on_disk = window.home().bytes(DRAFT);
    window.kill();
    window.reopen();
    window.until_text("[data-preview]", |text| text.contains("These words were in no file."));
    window.until_text("[data-status]", |text| text.contains("is back"));
    window.picture("recovered");
    window.type_text(" Nor these.");
    window.until_saved(DRAFT, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        text.trim_end().ends_with("These words were in no file. Nor these.")
    });
    assert!(
        !String::from_utf8_lossy(&on_disk).contains("in no file"),
        "it was saved before the kill"
    );
}

#[test]
fn a_piece_that_could_get_no_file_lives_in_the_journal_until_it_gets_one() {
    let mut window = Window::at_end_of("unnamed", DRAFT);
    let library = window.home().library();
    let away = library.with_file_name("elsewhere");
    fs::rename(&library, &away).expect("the library can be moved");
    window.press("ctrl+n");
    window.until_text(".new", |text| text.contains("Begin as"));
    window.type_text("Two Doors");
    window.press("Return");
    window.until_text("[data-status]", |text| text.contains("safe in the journal"));
    window.type_text("Nowhere yet.");
    window.until_text("[data-preview]", |text| text.contains("Nowhere yet."));
    window.kill();
    fs::rename(&away, &library).expect("the library can be moved back");
    window.reopen();
    window.until_text("[data-preview]", |text| text.contains("Nowhere yet."));
    window.until_text("[data-draft*='two-doors']", |text| text.contains("Two Doors"));
    let draft = fs::read_dir(&library).expect("the library").flatten();
    let draft = draft.map(|it| it.file_name().to_string_lossy().into_owned());
    let draft = draft.into_iter().find(|name| name.contains("two-doors")).expect("the new piece");
    window.until_saved(&draft, |bytes| String::from_utf8_lossy(bytes).contains("*Nowhere yet.*"));
}

#[test]
fn a_text_that_went_on_elsewhere_after_the_kill_stays_and_the_typed_one_is_in_history() {
    let mut window = Window::at_end_of("killed-and-changed", DRAFT);
    window.type_text(" Mine, unsaved.");
    window.until_text("[data-preview]", |text| text.contains("Mine, unsaved."));
    window.kill();
    let theirs = "# Theirs\n\nWritten after the kill.\n";
    fs::write(window.home().library().join(DRAFT), theirs).expect("the library can be written to");
    window.reopen();
    window.until_text("[data-preview]", |text| text.contains("Written after the kill."));
    window.until_text("[data-status]", |text| text.contains("kept in History"));
    assert_eq!(window.home().bytes(DRAFT), theirs.as_bytes());
}

#[test]
fn when_the_page_s_own_process_is_killed_the_page_comes_back_and_typing_goes_on() {
    let window = Window::at_end_of("web-process-killed", DRAFT);
    window.type_text(" Before.");
    window.until_text("[data-preview]", |text| text.contains("Before."));
    window.kill_page();
    // The driver has lost its session; the keyboard and the disk have not.
    window.until_saved(DRAFT, |bytes| {
        window.press("ctrl+End");
        window.type_text("x");
        let text = String::from_utf8_lossy(bytes);
        let typed = text.trim_end().trim_end_matches('x');
        text.trim_end().len() > typed.len() && typed.ends_with(" Before.")
    });
}

#[test]
fn a_saved_draft_whose_file_is_deleted_outlasts_the_app_too() {
    let mut window = Window::at_end_of("deleted-and-killed", DRAFT);
    let path = window.home().library().join(DRAFT);
    fs::remove_file(&path).expect("it can be removed");
    window.until_text("[data-status]", |text| text.contains("safe in the journal"));
    // The journal is written within 100 ms; the sentence comes a little earlier.
    std::thread::sleep(std::time::Duration::from_millis(300));
    window.kill();
    window.reopen();
    window.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
    window.until_text("[data-status]", |text| text.contains("no longer there"));
    assert!(!path.exists(), "it was made again unasked");
    window.press("ctrl+s");
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("Too Short"));
}
