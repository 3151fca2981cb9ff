//! What axe-core finds wrong with each pane and dialog, in the real window, in light and in dark: nothing.

use lede_tests::{Home, Window, place, until};
use std::fs;

/// Each state of the window by its name, the keys that lead to it from the one before, and what is to
/// be seen then.
const STATES: [(&str, &[&str], &str); 35] = [
    ("cards", &[], "[data-preview]"),
    ("an empty point", &["ctrl+End", "ctrl+Return"], ".lede-slot"),
    ("a folded point", &["alt+shift+Up", "alt+Prior", "Down", "alt+shift+Left"], ".lede-folded"),
    ("finding", &["ctrl+f", "t", "h", "e"], ".lede-found"),
    ("replacing", &["ctrl+h"], ".find .deed"),
    ("plain Markdown", &["Escape", "ctrl+slash"], ".lede-markdown"),
    ("the palette", &["ctrl+slash", "ctrl+shift+p", "p"], "[role=option]"),
    ("the keys", &["Escape", "ctrl+question"], ".sheet .key"),
    ("export", &["Escape", "ctrl+shift+s"], ".sheet [data-format]"),
    ("the checks", &["Escape", "ctrl+End", "T", "K", "ctrl+4"], "[data-finding]"),
    ("what can be done about a finding", &["Escape", "F8", "ctrl+period"], "[data-menu]"),
    ("a misspelt word", &["Escape", "ctrl+End", "space", "t", "e", "h", "space"], ".lede-misspelt"),
    ("what is meant by a word", &["F7", "ctrl+period"], "[data-menu] [role=menuitem]"),
    ("what can be done with the text", &["Escape", "shift+F10"], "[data-menu] kbd"),
    ("what is left before an export", &["Escape", "ctrl+shift+s"], ".sheet [data-left] .row"),
    ("history", &["Escape", "ctrl+s", "ctrl+5"], ".history .row:not(.now)"),
    ("an earlier text", &["Down", "Return"], "[aria-label*='earlier text']"),
    ("the details", &["Escape", "Escape", "ctrl+6"], ".details input"),
    ("what can be set", &["Escape", "ctrl+comma"], ".sheet [type=number]"),
    ("goals", &["Escape", "ctrl+shift+b"], "[data-band=point]"),
    (
        "a part against its band",
        &["Tab", "9", "Tab", "2", "Tab", "9", "Tab", "Escape"],
        ".outline .band",
    ),
    ("choosing models", &["ctrl+shift+j"], "[role=option]"),
    ("a piece as a model", &["Return"], "button.done"),
    ("drafts by name", &["Escape", "ctrl+p"], "[role=option]"),
    ("the footers", &["Escape", "ctrl+shift+o"], "[role=option]"),
    ("filtering the drafts", &["Escape", "Escape", "ctrl+shift+e", "t", "h", "e"], ".every"),
    ("all drafts", &["Escape", "ctrl+shift+f", "ctrl+a", "t", "h", "e"], ".place mark"),
    ("replacing in all drafts", &["ctrl+shift+h", "Tab", "x", "Down", "Down"], ".place ins"),
    ("a pattern that is none", &["ctrl+shift+f", "parenleft", "alt+r"], ".everywhere .bad"),
    ("a folder for a draft", &["Escape", "ctrl+shift+m", "i", "n"], "[role=option]"),
    ("a draft in a folder", &["Return"], ".drafts .folder"),
    ("how the list is arranged", &["ctrl+shift+a"], "[role=option]"),
    ("only what is published", &["p", "u", "b", "Return"], ".filters"),
    ("another name", &["F2"], ".middle .rename"),
    ("a new piece", &["Escape", "ctrl+n"], ".new"),
];

/// Puts axe-core into the page: by the driver, because the page itself takes no script but its own.
fn bring_axe(window: &Window) {
    let source = fs::read_to_string(place::axe()).expect("`npm ci` has brought axe-core along");
    window.eval(&source);
    assert_eq!(window.eval("return typeof axe.run"), "function");
}

/// Every violation, as its rule and the first elements that break it.
fn violations(window: &Window) -> Vec<String> {
    window.eval(
        "window.axed = null;
        const told = ({ id, nodes }) =>
            `${id}: ${nodes.slice(0, 3).map(({ target, any }) => `${target} ${any[0]?.message ?? ''}`).join(' | ')}`;
        axe.run(document, { resultTypes: ['violations'] }).then(
            ({ violations }) => (window.axed = violations.map(told)),
            (error) => (window.axed = [String(error)]),
        );",
    );
    let found = until("axe has looked at everything", || match window.eval("return window.axed") {
        serde_json::Value::Null => Err("it still looks".to_owned()),
        found => Ok(found),
    });
    serde_json::from_value(found).expect("a list of sentences")
}

fn look_at_all(theme: &str) {
    let home = Home::new().with_drafts([place::fixture("five-points.md")]);
    let settings = home.path().join(".config/lede");
    fs::create_dir_all(&settings).expect("a folder in an empty home");
    fs::write(settings.join("settings.toml"), format!("theme = \"{theme}\"\n")).expect("a file");
    let window = Window::open(&format!("accessible-{theme}"), home);
    window.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
    window.click(".cm-content");
    bring_axe(&window);
    let mut wrong = Vec::new();
    for (name, keys, seen) in STATES {
        for key in keys {
            window.press(key);
        }
        until(&format!("{name} is seen"), || match window.texts_of(seen).len() {
            0 => Err(format!("no {seen}")),
            _ => Ok(()),
        });
        window.picture(&format!("accessible-{theme}-{}", name.replace(' ', "-")));
        wrong.extend(violations(&window).iter().map(|it| format!("{name}, {theme}: {it}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_is_wrong_in_light() {
    look_at_all("light");
}

#[test]
fn nothing_is_wrong_in_dark() {
    look_at_all("dark");
}

#[test]
fn nothing_is_wrong_with_an_empty_library() {
    let window = Window::open("accessible-empty", Home::new());
    window.until_text(".nothing", |text| text.contains("Nothing is open"));
    bring_axe(&window);
    assert_eq!(violations(&window), [""; 0]);
}

#[test]
fn nothing_is_wrong_with_the_drafts_open_of_late() {
    let drafts = ["five-points.md", "article.md"].map(place::fixture);
    let window = Window::open("accessible-recent", Home::new().with_drafts(drafts));
    window.until_text("[data-status]", |text| text.starts_with("Saved"));
    bring_axe(&window);
    for draft in ["five-points.md", "article.md"] {
        window.click(&format!("[data-draft='{draft}'] .row"));
        window.until_text(".middle .name", |name| name == draft);
    }
    window.display().hold("ctrl");
    window.display().press_too("Tab");
    window.until_text(".switcher [aria-selected=true]", |text| text.contains("Five"));
    let wrong = violations(&window);
    window.display().let_go("ctrl");
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn nothing_is_wrong_with_a_menu_with_two_texts_and_with_a_text_at_risk() {
    let home = Home::new().with_drafts([place::fixture("five-points.md")]);
    let window = Window::open("accessible-trouble", home);
    window.until_text("[data-status]", |text| text.starts_with("Saved"));
    bring_axe(&window);
    window.eval("document.querySelector('.menu-trigger').focus()");
    window.press("Return");
    window.until_text("[role=menu]", |text| text.contains("Duplicate"));
    let mut wrong = violations(&window);
    window.press("Escape");

    window.click(".cm-content");
    window.press("ctrl+End");
    let path = window.home().library().join("five-points.md");
    let text = fs::read_to_string(&path).expect("the draft");
    // Again until the other text comes while mine is not saved yet.
    until("both sides have changed the same words", || {
        window.type_text(" Mine.");
        let theirs = format!("{} Theirs.\n", text.trim_end());
        fs::write(&path, theirs).expect("the library can be written to");
        window.type_text(" Mine.");
        std::thread::sleep(std::time::Duration::from_secs(2));
        let status = window.text_of("[data-status]").unwrap_or_default();
        if status.contains("theirs are shown beside") { Ok(()) } else { Err(status) }
    });
    window.press("F8");
    window.until_text(".strip", |text| text.contains("Keep mine"));
    window.picture("accessible-two-texts");
    wrong.extend(violations(&window));

    fs::remove_file(&path).expect("it can be removed");
    window.until_text("[data-status]", |text| text.contains("no longer there"));
    wrong.extend(violations(&window));
    assert_eq!(wrong, [""; 0]);
}
