//! What helps to write: the palette, finding, focus, notes, carets and points, as the person meets them.

use lede_tests::{Home, Window, place};

const DRAFT: &str = "five-points.md";

fn opened(name: &str) -> Window {
    let window = Window::open(name, Home::new().with_drafts([place::fixture(DRAFT)]));
    window.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
    window.until_text("[data-status]", |text| text.starts_with("Saved"));
    window
}

#[test]
fn a_command_is_found_by_a_few_letters_and_done_without_the_mouse() {
    let window = opened("palette");
    let before = window.home().bytes(DRAFT);
    window.caret_to_line("Nobody has replaced");
    window.press("ctrl+shift+p");
    window.until_text("[role=listbox]", |text| text.contains("New piece"));
    window.type_text("addp");
    window.until_text("[role=option][aria-selected=true]", |text| text.starts_with("Add a point"));
    window.picture("palette");
    window.press("Return");
    window.type_text("The Hands Are Bent");
    window.until_saved(DRAFT, |bytes| {
        String::from_utf8_lossy(bytes).contains("## 2. The Hands Are Bent\n")
    });
    window.press("ctrl+shift+p");
    window.type_text("undo");
    window.press("Return");
    for _ in 0..20 {
        window.press("ctrl+z");
    }
    window.until_saved(DRAFT, |bytes| bytes == before);
}

#[test]
fn the_palette_goes_by_escape_and_the_keyboard_is_back_in_the_text() {
    let window = opened("palette-away");
    window.caret_to_line("Nobody has replaced");
    window.press("ctrl+shift+p");
    window.until_text("[role=listbox]", |text| text.contains("New piece"));
    window.press("Escape");
    window.type_text("Mind you. ");
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("Mind you."));
}

#[test]
fn words_are_found_and_changed_everywhere_and_one_undo_takes_it_back() {
    let window = opened("found-in-text");
    let before = window.home().bytes(DRAFT);
    window.press("ctrl+f");
    window.type_text("the ");
    window.until_text(".find [role=status]", |text| text == "1 of 22");
    window.press("Return");
    window.until_text(".find [role=status]", |text| text.starts_with("2 of "));
    window.press("shift+Return");
    window.until_text(".find [role=status]", |text| text == "1 of 22");
    window.picture("found-in-text");
    window.press("alt+r");
    window.press("ctrl+a");
    window.type_text("(clock");
    window.until_text(".find [role=status]", |text| text.contains("no regular expression"));
    window.type_text("|hall)");
    window.until_text(".find [role=status]", |text| text.contains(" of "));
    window.press("ctrl+h");
    window.press("Tab");
    window.picture("found-and-replaced");
    window.type_text("old $1");
    window.press("alt+a");
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("old clock"));
    window.press("Escape");
    window.press("ctrl+z");
    window.until_saved(DRAFT, |bytes| bytes == before);
}
