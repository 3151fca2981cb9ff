//! A piece from nothing to the end, by the keyboard alone.

use lede_tests::{Home, Window, until};
use std::fs;

/// The one file of the library, by name, once there is one.
fn only_draft(window: &Window) -> String {
    until("the library has one draft", || {
        let names: Vec<String> = fs::read_dir(window.home().library())
            .expect("the library")
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| !name.starts_with('.'))
            .collect();
        match &names[..] {
            [name] => Ok(name.clone()),
            _ => Err(format!("{names:?}")),
        }
    })
}

#[test]
fn a_piece_is_written_from_title_to_conclusion_by_keys_alone() {
    let window = Window::open("written-by-keys", Home::new());
    window.until_text(".nothing", |text| text.contains("Nothing is open"));
    window.press("ctrl+n");
    window.until_text(".new", |text| text.contains("Begin as"));
    window.type_text("Three Reasons The Kiln Went Cold");
    window.until_text(".asked", |text| text.contains("makes 3 points"));
    window.press("Return");
    window.until_text("[data-status]", |text| text.contains("3 points"));

    window.type_text("Nobody paid for the gas.");
    window.press("Return");
    window.type_text("The kiln at Harrow has been cold since March.");
    for (heading, body) in [
        ("The Gas Was Cut", "The meter says so."),
        ("The Potters Left", "One by one."),
        ("The Roof Fell In", "In the first snow."),
    ] {
        window.press("alt+Next");
        window.type_text(heading);
        window.press("Return");
        window.type_text(body);
    }
    window.press("alt+Next");
    window.type_text("It will not be lit again.");

    let draft = only_draft(&window);
    assert!(draft.ends_with("-three-reasons-the-kiln-went-cold.md"), "{draft}");
    let expected = "# Three Reasons The Kiln Went Cold\n\n\
        *Nobody paid for the gas.*\n\n\
        The kiln at Harrow has been cold since March.\n\n\
        ---\n\n\
        ## 1. The Gas Was Cut\n\nThe meter says so.\n\n\
        ## 2. The Potters Left\n\nOne by one.\n\n\
        ## 3. The Roof Fell In\n\nIn the first snow.\n\n\
        ---\n\n\
        It will not be lit again.\n";
    window.until_saved(&draft, |bytes| bytes == expected.as_bytes());

    let preview = window.until_text("[data-preview]", |text| text.contains("not be lit again"));
    assert!(preview.contains("2. The Potters Left"), "{preview}");
    window.until_text("[data-status]", |text| text.starts_with("Saved"));
    window.until_text("[data-draft]", |text| text.contains("3 points · 48 words"));
    window.picture("written-by-keys");
}

#[test]
fn what_was_written_is_there_after_quitting_and_starting_again() {
    let mut window = Window::open("quit-and-reopen", Home::new());
    window.until_text(".nothing", |text| text.contains("Nothing is open"));
    window.press("ctrl+n");
    window.until_text(".new", |text| text.contains("Begin as"));
    window.type_text("Two Doors");
    window.press("Return");
    window.until_text("[data-status]", |text| text.contains("2 points"));
    // Closed at once: what was typed last has not been saved by any timer.
    window.type_text("The last words before the end.");
    window.quit_and_reopen();
    let draft = only_draft(&window);
    let saved = String::from_utf8(window.home().bytes(&draft)).expect("UTF-8");
    assert!(saved.contains("*The last words before the end.*"), "{saved}");
    window.until_text("[data-preview]", |text| text.contains("The last words before the end."));
}
