//! How long a piece is, against how long it is to be.

use lede_tests::{Home, Window, place, until};
use std::fs;

const DRAFT: &str = "five-points.md";

fn settings(window: &Window) -> String {
    fs::read_to_string(window.home().path().join(".config/lede/settings.toml")).unwrap_or_default()
}

fn until_set(window: &Window, has: &str) {
    until("it is among the settings", || match settings(window) {
        text if text.contains(has) => Ok(()),
        text => Err(text),
    });
}

#[test]
fn bands_are_set_by_hand_and_the_outline_and_the_checks_hold_the_parts_to_them() {
    let window = Window::at_end_of("bands", DRAFT);
    window.press("ctrl+shift+b");
    window.until_text(".sheet", |text| text.contains("A whole piece"));
    window.click(".sheet label.row input[type=number]");
    window.type_text("300");
    window.press("Tab");
    // The row of the points; the larger number first.
    window.click("[data-band=point] input");
    window.type_text("20");
    window.press("Tab");
    window.type_text("10");
    window.press("Tab");
    until_set(&window, "point = { from = 10, to = 20 }");
    window.picture("goals");
    window.press("Escape");
    let said = window.until_text("[data-place='1'] .band", |text| text.contains("usual 10 to 20"));
    assert!(said.contains(" words, "), "{said}");
    window.until_text("[data-status]", |text| text.contains(" of 300 words"));
    window.press("ctrl+4");
    window.until_text("aside.right", |text| text.contains("than points are meant to be: 10 to 20"));
    window.picture("band");
    assert!(settings(&window).contains("piece = 300"), "{}", settings(&window));
}

#[test]
fn bands_come_from_pieces_that_are_chosen_as_models() {
    let home = Home::new().with_drafts([place::fixture(DRAFT), place::fixture("countdown.md")]);
    let window = Window::open("models", home);
    window.until_text(".drafts", |text| text.contains("Five Reasons"));
    window.press("ctrl+shift+b");
    window.until_text(".sheet", |text| text.contains("From pieces of yours"));
    window.press("ctrl+shift+j");
    window.until_text("[role=listbox]", |text| text.contains("Five Reasons"));
    // The field of the picker has the keyboard.
    window.press("Return");
    window.until_text("[role=option][aria-checked=true]", |text| !text.is_empty());
    window.press("Down");
    window.press("Return");
    window.until_text(".done", |text| text.contains("2 pieces"));
    window.picture("models");
    window.press("ctrl+Return");
    window.until_text(".sheet", |text| text.contains("A whole piece"));
    until_set(&window, "point = { from = ");
    let least = window.eval("return document.querySelector('[data-band=point] input').value");
    assert!(least.as_str().is_some_and(|it| it.parse::<u32>().is_ok_and(|it| it > 0)), "{least}");
}

#[test]
fn a_piece_has_a_goal_of_its_own_in_its_details() {
    let window = Window::at_end_of("own-goal", DRAFT);
    window.press("ctrl+6");
    window.until_text(".details", |text| text.contains("Goal"));
    window.click(".details label:last-of-type input");
    window.type_text("50 words");
    window.press("Return");
    window.until_saved(DRAFT, |bytes| {
        String::from_utf8_lossy(bytes).starts_with("---\ngoal: 50 words\n---\n")
    });
    window.until_text("[data-status]", |text| text.contains(" of 50 words, reached"));
}

#[test]
fn the_session_and_the_clock_are_shown_where_they_are_wanted_and_go_on_after_a_restart() {
    let mut window = Window::at_end_of("session", DRAFT);
    window.type_text(" Not counted yet in minutes.");
    let kept = window.home().path().join(".local/state/lede/writing.toml");
    window.press("ctrl+F9");
    window.until_text("[data-status]", |text| text.contains("+5 words this session"));
    assert!(!kept.exists(), "what nobody wants to see is kept");
    window.type_text(" Two more.");
    let status = window.until_text("[data-status]", |text| {
        text.contains("+7 words this session") && text.contains("1 min today")
    });
    assert!(status.contains("Saved") || status.contains("Saving"), "{status}");
    window.picture("session");
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("Two more."));
    assert!(fs::read_to_string(&kept).expect("the minutes are kept").contains("minutes = 1"));
    window.quit_and_reopen();
    window.until_text("[data-status]", |text| {
        text.contains("0 words this session") && text.contains(" min today")
    });
    // What another program writes into the file was not written here.
    let path = window.home().library().join(DRAFT);
    let text = fs::read_to_string(&path).expect("the draft");
    fs::write(
        &path,
        format!("{} Eight words that somebody else has written elsewhere.\n", text.trim_end()),
    )
    .expect("the library can be written to");
    window.until_text("[data-preview]", |text| text.contains("somebody else"));
    window.type_text(" Mine.");
    window.until_text("[data-status]", |text| text.contains("+1 word this session"));
}
