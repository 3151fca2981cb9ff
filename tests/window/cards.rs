//! The cards by key and by hand: folding, going on, and points that are moved with the mouse.

use lede_tests::{Home, Window, until};
use std::fs;

const DRAFT: &str = "five-points.md";

/// The middle of what a function's body finds, in pixels of the window.
fn middle(window: &Window, element: &str) -> (u32, u32) {
    let body = format!(
        "const box = ({element}).getBoundingClientRect();
        return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];"
    );
    let place = serde_json::from_value(window.eval(&body));
    place.unwrap_or_else(|_| panic!("there is no {element}"))
}

fn first_heading(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.lines().find(|line| line.starts_with("## ")).unwrap_or_default().to_owned()
}

#[test]
fn a_point_folds_to_one_line_by_key_and_by_its_number_and_opens_again() {
    let window = Window::on("folded", DRAFT);
    let before = window.home().bytes(DRAFT);
    window.caret_to_line("The timetable says");
    window.until_text(".outline .here", |here| here.contains("The Buses"));
    window.press("alt+shift+Left");
    window.until_text(".lede-folded", |text| text.contains("The Buses Leave By It"));
    window.picture("folded");
    window.press("alt+shift+Right");
    until("it is open", || match window.text_of(".lede-folded") {
        None => Ok(()),
        Some(text) => Err(text),
    });
    let tab = "[...document.querySelectorAll('.lede-tab')].find(tab => tab.textContent === '3')";
    let (x, y) = middle(&window, tab);
    window.display().click(x, y);
    window.until_text(".lede-folded", |text| text.contains("The School Has Got Used"));
    assert_eq!(window.eval(&format!("return ({tab}).ariaExpanded")), "false");
    assert_eq!(window.home().bytes(DRAFT), before);
}

#[test]
fn enter_goes_from_part_to_part_and_tab_leaves_the_text() {
    let window = Window::on("onward", DRAFT);
    let before = window.home().bytes(DRAFT);
    window.click(".cm-content");
    window.press("ctrl+Home");
    for line in ["It has been four", "Visitors to Lower"] {
        window.press("Return");
        window.press("End");
        until("the caret is in the next part", || match window.before_caret() {
            text if text.contains(line) => Ok(()),
            text => Err(text),
        });
    }
    window.press("Tab");
    until("the keyboard has left the text", || {
        match window.eval("return !document.activeElement.matches('.cm-content')") {
            serde_json::Value::Bool(true) => Ok(()),
            other => Err(other.to_string()),
        }
    });
    assert_eq!(window.home().bytes(DRAFT), before);
}

#[test]
fn a_point_is_dragged_by_its_grip_and_the_move_is_spoken() {
    let window = Window::on("dragged-by-grip", DRAFT);
    window.caret_to_line("The timetable says");
    window.until_text(".outline .here", |here| here.contains("The Buses"));
    let grip = "document.querySelector('.lede-here > .lede-grip')";
    let first = "document.querySelector('.cm-line.lede-heading')";
    let (from, (x, y)) = (middle(&window, grip), middle(&window, first));
    window.display().drag(from, (x, y - 14));
    window.until_saved(DRAFT, |bytes| first_heading(bytes) == "## 1. The Buses Leave By It");
    window.until_text("p[aria-live]", |text| text == "Point 2 moved to place 1 of 5");
    window.press("ctrl+z");
    window.until_saved(DRAFT, |bytes| first_heading(bytes) == "## 1. The Ladder Is Too Short");
}

#[test]
fn a_point_is_dragged_in_the_outline_with_the_mouse_and_moved_there_by_key() {
    let window = Window::on("dragged-in-outline", DRAFT);
    let at = |place: u32| {
        middle(
            &window,
            &format!("document.querySelector(`.outline [data-place='{place}'] button`)"),
        )
    };
    let ((x, y), to) = (at(1), at(3));
    window.display().drag((x, y), (to.0, to.1 + 6));
    window.until_saved(DRAFT, |bytes| first_heading(bytes) == "## 1. The Buses Leave By It");
    window.until_text("p[aria-live]", |text| text == "Point 1 moved to place 3 of 5");
    window.eval("document.querySelector(`.outline [data-place='3'] button`).focus()");
    window.press("alt+shift+Up");
    window.until_text("p[aria-live]", |text| text == "Point 3 moved to place 2 of 5");
    window.press("alt+shift+Up");
    window.until_saved(DRAFT, |bytes| first_heading(bytes) == "## 1. The Ladder Is Too Short");
}

#[test]
fn a_point_moved_by_key_in_the_text_is_spoken() {
    let window = Window::on("moved-and-spoken", DRAFT);
    window.caret_to_line("The timetable says");
    window.until_text(".outline .here", |here| here.contains("The Buses"));
    window.press("alt+shift+Down");
    window.until_text("p[aria-live]", |text| text == "Point 2 moved to place 3 of 5");
}

#[test]
fn each_paragraph_takes_its_direction_from_its_text_in_the_cards_and_in_the_preview() {
    let home = Home::new();
    let text =
        "# A Title\n\n*A dek.*\n\nThe lede.\n\n---\n\n## 1. סיבה\n\nפסקה.\n\n## 2. Two\n\nBody.\n";
    fs::write(home.library().join("mixed.md"), text).expect("the library can be written to");
    let window = Window::open("directions", home);
    window.until_text("[data-preview]", |text| text.contains("פסקה."));
    // How far the words stand from either edge of their paragraph.
    let edges = |root: &str, selector: &str, words: &str| {
        let body = format!(
            "const line = [...({root}).querySelectorAll('{selector}')].find(it => it.textContent.includes('{words}'));
            const range = document.createRange();
            range.selectNodeContents(line);
            const box = line.getBoundingClientRect(), text = range.getBoundingClientRect();
            return [text.left - box.left, box.right - text.right];"
        );
        let edges: [f64; 2] = serde_json::from_value(window.eval(&body)).expect("two widths");
        edges
    };
    let preview = "document.querySelector('[data-preview]').shadowRoot";
    for (root, selector) in [("document", ".cm-line"), (preview, "p")] {
        let [left, right] = edges(root, selector, "פסקה.");
        assert!(left > right, "Hebrew in {selector}: {left} {right}");
        let [left, right] = edges(root, selector, "Body.");
        assert!(left < right, "English in {selector}: {left} {right}");
    }
    window.picture("directions");
}
