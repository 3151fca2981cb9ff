//! Grammar, in an app that was built with it; in another one the setting is not there, and neither are these.

use lede_tests::{Home, Window};
use std::fs;

const ENGLISH: &str = "# Two Signs\n\n*Of spring.*\n\nThey is early.\n\n---\n\n## 1. Frogs\n\nThey sing.\n\n## 3. Gates\n\nThey stick.\n\n---\n\nSo it is spring.\n";

/// The app on a draft with this text; nothing where it has no grammar.
fn opened(name: &str, text: &str) -> Option<Window> {
    let home = Home::new();
    fs::write(home.library().join("draft.md"), text).expect("the library can be written to");
    let window = Window::open(name, home);
    window.until_text("[data-preview]", |text| !text.trim().is_empty());
    window.press("ctrl+comma");
    let sheet = window.until_text(".sheet", |text| text.contains("Colours"));
    let has_it = sheet.contains("Grammar");
    if !has_it {
        eprintln!("skipped: the app was built without the feature `grammar`");
    }
    has_it.then_some(window)
}

fn switch_on(window: &Window) {
    window.eval("[...document.querySelectorAll('.sheet label')].find(it => it.textContent.includes('Grammar')).querySelector('input').focus()");
    window.press("space");
    window.press("Escape");
    window.press("ctrl+4");
    window.until_text("[data-finding='numbering']", |_| true);
}

#[test]
fn it_remarks_below_all_else_once_it_is_switched_on_and_is_mended_by_a_key() {
    let Some(window) = opened("grammar", ENGLISH) else { return };
    assert_eq!(window.text_of("[data-finding^='harper']"), None);
    switch_on(&window);
    window.until_text("[data-finding^='harper']", |text| text.contains("verb"));
    let findings = window.texts_of("[data-finding]");
    assert!(findings.last().is_some_and(|last| last.contains("verb")), "{findings:?}");
    window.press("End");
    window.press("f");
    window.until_saved("draft.md", |bytes| {
        String::from_utf8_lossy(bytes).contains("They are early.")
    });
}

#[test]
fn it_keeps_to_english() {
    let german = format!("---\nlang: de\n---\n\n{ENGLISH}");
    let Some(window) = opened("grammar-german", &german) else { return };
    switch_on(&window);
    window.until_text("[data-finding='numbering']", |_| true);
    assert_eq!(window.text_of("[data-finding^='harper']"), None);
}
