//! Menus at a place of the window: by the right button and by keys, walked by keys alone.

use lede_tests::{Home, Window, until};
use std::fs;

const DRAFT: &str = "piece.md";
const TEXT: &str = "# Two Ways To Cross\n\n*By water or by land, whoever waits pays.*\n\nThe ferry comes back \
    laate and TODO waits for it.\n\n---\n\n## 1. By Water\n\nOne takes the boat.\n\n## 2. By Land\n\nAll others take the \
    bus.\n\n---\n\nBoth are slow.\n";

fn opened(name: &str) -> Window {
    let home = Home::new();
    fs::write(home.library().join(DRAFT), TEXT).expect("the library can be written to");
    let window = Window::open(name, home);
    window.until_text("[data-status]", |text| text.contains("1 finding"));
    until("the word is marked", || match window.text_of(".lede-misspelt") {
        Some(word) if word == "laate" => Ok(()),
        other => Err(format!("{other:?}")),
    });
    window.click(".cm-content");
    window
}

fn items(window: &Window) -> Vec<String> {
    let items = window.texts_of("[data-menu] [role=menuitem] > span");
    items.into_iter().map(|item| item.trim().to_owned()).collect()
}

fn has_closed(window: &Window) {
    until("the menu has closed", || match window.text_of("[role=menu]") {
        None => Ok(()),
        Some(menu) => Err(menu),
    });
}

/// Waits until this item has the keyboard.
fn is_on(window: &Window, item: &str) {
    until(&format!("“{item}” has the keyboard"), || {
        let now = window.eval("return document.activeElement.textContent.trim()");
        if now.as_str().is_some_and(|now| now.starts_with(item)) {
            Ok(())
        } else {
            Err(now.to_string())
        }
    });
}

fn contains(window: &Window, words: &str) {
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains(words));
}

#[test]
fn the_right_button_on_a_misspelt_word_offers_what_is_meant_and_all_edits() {
    let window = opened("menu-word");
    window.right_click(".lede-misspelt");
    window.until_text("[data-menu]", |text| text.contains("Select all"));
    // What is meant may come later than the menu.
    window.until_text("[data-menu] [role=menuitem]", |text| text.contains("late"));
    let items = items(&window);
    for item in ["Add to my dictionary", "Cut", "Copy", "Paste", "Bold", "Link", "Select all"] {
        assert!(items.contains(&item.to_owned()), "no {item} among {items:?}");
    }
    window.picture("menu-word");
    // Nothing is selected: there is nothing to cut.
    let off = window.texts_of("[data-menu] :disabled > span");
    assert_eq!(off, ["Cut", "Copy"]);
    window.press("l");
    is_on(&window, "l");
    window.press("Escape");
    has_closed(&window);
    // The keyboard is in the text, at the word.
    window.press("ctrl+period");
    window.until_text("[data-menu]", |text| text.contains("late") && !text.contains("Cut"));
}

#[test]
fn the_right_button_on_a_finding_offers_to_ignore_it() {
    let window = opened("menu-finding");
    window.right_click(".lede-mark");
    window.until_text("[data-menu]", |text| {
        text.contains("“TODO” is still to be filled in") && text.contains("Select all")
    });
    window.picture("menu-finding");
    is_on(&window, "Ignore");
    window.press("Return");
    window.until_text("[data-status]", |text| !text.contains("finding"));
}

#[test]
fn words_are_copied_cut_and_pasted_by_the_menu_alone() {
    let window = opened("menu-edits");
    window.press("ctrl+End");
    window.press("ctrl+shift+Left");
    window.press("ctrl+shift+Left");
    until("the last word is selected", || match window.eval("return String(getSelection())") {
        words if words == "slow." => Ok(()),
        words => Err(words.to_string()),
    });
    window.press("shift+F10");
    is_on(&window, "Cut");
    window.press("Return");
    has_closed(&window);
    contains(&window, "Both are \n");
    until("the words are on the clipboard", || match window.display().clipboard() {
        words if words == "slow." => Ok(()),
        words => Err(words),
    });
    window.type_text("old ");
    contains(&window, "Both are old ");
    window.press("Menu");
    is_on(&window, "Paste");
    window.press("Return");
    contains(&window, "Both are old slow.");
    window.press("ctrl+z");
    contains(&window, "Both are old \n");
}

#[test]
fn a_row_of_the_outline_moves_its_point() {
    let window = opened("menu-outline");
    window.right_click(".outline [data-place='2'] button");
    window.until_text("[data-menu]", |text| text.contains("Move the point up"));
    window.picture("menu-outline");
    is_on(&window, "Go there");
    window.press("Down");
    is_on(&window, "Move the point up");
    window.press("Return");
    has_closed(&window);
    contains(&window, "## 1. By Land");
    is_on(&window, "1");
    window.press("shift+F10");
    window.until_text("[data-menu]", |text| text.contains("Move the point down"));
    window.press("Escape");
    has_closed(&window);
    is_on(&window, "1");
}

#[test]
fn a_row_of_the_drafts_has_its_menu_by_the_right_button_and_by_key() {
    let window = opened("menu-draft");
    window.right_click(".drafts .row");
    window.until_text("[role=menu]", |text| text.contains("Duplicate"));
    window.picture("menu-draft");
    window.press("Escape");
    has_closed(&window);
    window.eval("document.querySelector('.drafts .row').focus()");
    window.press("shift+F10");
    window.until_text("[role=menu]", |text| text.contains("Duplicate"));
}

#[test]
fn nowhere_does_the_web_view_show_a_menu_of_its_own() {
    let window = opened("menu-none");
    window.eval(
        "window.left = [];
        addEventListener('contextmenu', event => {
            setTimeout(() => window.left.push([event.target.tagName, event.defaultPrevented]));
        });",
    );
    for place in ["[data-preview]", "[data-status]", ".outline .pane-head"] {
        window.right_click(place);
    }
    until("three places were asked", || match window.eval("return window.left.length") {
        count if count == 3 => Ok(()),
        count => Err(count.to_string()),
    });
    let left = window.eval("return window.left.filter(([, prevented]) => !prevented)");
    assert_eq!(left, serde_json::json!([]));
}
