//! What a person makes their own: keys, the face of the text, contrast.

use lede_tests::{Home, Window, place, until};
use std::fs;

const DRAFT: &str = "five-points.md";

fn settings(window: &Window) -> String {
    fs::read_to_string(window.home().path().join(".config/lede/settings.toml")).unwrap_or_default()
}

fn until_kept(window: &Window, words: &str) {
    until("the settings are kept", || {
        let text = settings(window);
        if text.contains(words) { Ok(()) } else { Err(text) }
    });
}

#[test]
fn a_key_of_ones_own_is_recorded_in_the_sheet_and_does_what_the_usual_one_did() {
    let mut window = Window::at_end_of("own-key", DRAFT);
    window.press("ctrl+question");
    window.until_text(".sheet .key", |text| text == "Ctrl+N");
    // The first key of the sheet is that of a new piece.
    window.press("Return");
    window.until_text(".sheet .key", |text| text.contains("Press a key"));
    window.press("ctrl+o");
    window.until_text(".sheet [role=status]", |text| text.contains("Open a file"));
    window.press("Return");
    window.press("alt+n");
    window.until_text(".sheet .key", |text| text == "Alt+N");
    until_kept(&window, "Alt+N");
    window.picture("own-key");
    window.press("Escape");
    window.press("ctrl+n");
    window.press("alt+n");
    window.until_text(".new", |text| text.contains("Begin as"));
    window.press("Escape");
    window.quit_and_reopen();
    window.until_text("[data-preview]", |text| !text.trim().is_empty());
    window.press("alt+n");
    window.until_text(".new", |text| text.contains("Begin as"));
}

#[test]
fn keys_that_a_hand_wrote_into_the_settings_reach_the_text() {
    let home = Home::new().with_drafts([place::fixture(DRAFT)]);
    let folder = home.path().join(".config/lede");
    fs::create_dir_all(&folder).expect("a folder in an empty home");
    let kept =
        "# mine\ntext_font = \"duospace\"\ncontrast = \"more\"\n\n[keys]\nbold = \"Ctrl+J\"\n";
    fs::write(folder.join("settings.toml"), kept).expect("a file");
    let window = Window::open("own-settings", home);
    window.until_text("[data-preview]", |text| !text.trim().is_empty());
    window.until_text("[data-status]", |text| text.starts_with("Saved"));
    window.click(".cm-content");
    window.press("ctrl+End");
    window.type_text(" Bold");
    window.press("ctrl+shift+Left");
    // The usual key types nothing and does nothing any more.
    window.press("ctrl+b");
    window.press("ctrl+j");
    window.until_saved(DRAFT, |bytes| bytes.ends_with(b" **Bold**\n"));
    let face = "return getComputedStyle(document.querySelector('.cm-content')).fontFamily";
    let face = window.eval(face).to_string();
    assert!(face.contains("Lede Duospace"), "{face}");
    assert_eq!(window.eval("return document.documentElement.dataset.contrast"), "more");
    assert_eq!(settings(&window), kept, "the file was written over");
    window.picture("own-settings");
}
