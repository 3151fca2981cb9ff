//! From the first start to a page that is given out, without a mouse: every room is entered, used and left by
//! keys, and the next word always goes where a writer expects it.

use lede_tests::{Home, Window, until};
use std::fs;

/// Presses a key that opens something, and waits until it says what it should.
fn enter(window: &Window, keys: &str, selector: &str, says: &str) {
    window.press(keys);
    window.until_text(selector, |text| text.contains(says));
}

/// Leaves what is open: the next word goes into the text.
fn back_in_text(window: &Window, keys: &str) {
    window.press(keys);
    until("the text has the keyboard", || {
        match window.eval("return document.activeElement.closest('.cm-content') !== null") {
            serde_json::Value::Bool(true) => Ok(()),
            other => {
                Err(format!("{other} {}", window.eval("return document.activeElement.outerHTML")))
            }
        }
    });
}

#[test]
fn a_person_without_a_mouse_comes_from_the_first_start_to_an_exported_piece() {
    let window = Window::open_with("walk", Home::new(), &[]);
    window.until_text("[data-preview]", |text| text.contains("You are reading a draft."));

    // What can be done, and by which key, is found without knowing anything.
    enter(&window, "ctrl+question", ".sheet", "New piece");
    back_in_text(&window, "Escape");
    enter(&window, "ctrl+shift+p", "[role=listbox]", "New piece");
    window.type_text("new pie");
    window.press("Return");
    window.until_text(".new", |text| text.contains("Begin as"));
    window.type_text("Two Signs Of An Early Spring");
    window.press("Return");
    window.until_text("[data-status]", |text| text.contains("2 points"));

    window.type_text("Both are early, and both are wrong.");
    window.press("Return");
    window.type_text("Two signs are enough for most gardeners.");
    window.press("alt+Next");
    window.type_text("The Frogs Are Back");
    window.press("Return");
    window.type_text("They came in the night.");
    window.press("alt+Next");
    window.type_text("The Gate Sticks");
    window.press("Return");
    window.type_text("Wood swells before it rains.");
    window.press("ctrl+Return");
    window.until_text(".outline", |text| text.contains('3'));
    window.type_text("The Clock Is Slow");
    window.press("Return");
    window.type_text("It likes the cold. TK");
    window.press("alt+shift+Up");
    window.until_text("[data-preview]", |text| text.contains("2. The Clock Is Slow"));
    window.until_text("[data-preview]", |text| text.contains("Three Signs Of An Early Spring"));
    window.press("alt+Next");
    window.press("alt+Next");
    window.type_text("Three signs, and still it snows.");

    // Each pane is entered and left; in the checks something is done.
    enter(&window, "ctrl+4", "[data-checks]", "still to be filled in");
    back_in_text(&window, "Escape");
    window.press("F8");
    window.press("BackSpace");
    enter(&window, "ctrl+5", ".history", "Now");
    back_in_text(&window, "Escape");
    enter(&window, "ctrl+6", ".details", "Author");
    back_in_text(&window, "Escape");
    enter(&window, "ctrl+comma", ".sheet", "Colours");
    back_in_text(&window, "Escape");

    // To another draft and back.
    // The name and Enter in one go, faster than anybody can look it up.
    for (letters, words) in [("habits", "You are reading a draft."), ("signs", "still it snows")] {
        enter(&window, "ctrl+p", "[role=listbox]", "Five Habits");
        window.type_text(letters);
        window.press("Return");
        window.until_text("[data-preview]", |text| text.contains(words));
    }

    window.press("ctrl+shift+s");
    window.until_text(".sheet", |text| text.contains("HTML page"));
    window.press("Return");
    let page = window.home().path().join("page.html");
    window.answer_dialog(&page);
    let page = until("the page is there", || match fs::read_to_string(&page) {
        Ok(page) if page.ends_with("</html>\n") => Ok(page),
        other => Err(format!("{other:?}")),
    });
    assert!(page.contains("Three Signs Of An Early Spring"), "{page}");
    assert!(page.contains("2. The Clock Is Slow"), "{page}");
}
