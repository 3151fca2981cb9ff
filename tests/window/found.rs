//! Search in the list, links, the two views of the text.

use lede_tests::{Home, Window, place};

fn opened(name: &str) -> Window {
    let home = Home::new()
        .with_drafts(["five-points.md", "article.md", "countdown.md"].map(place::fixture));
    let window = Window::open(name, home);
    window.until_text("[data-draft='five-points.md']", |text| text.contains("Five Reasons"));
    window
}

#[test]
fn search_keeps_the_drafts_whose_text_has_the_words() {
    let window = opened("search");
    window.press("ctrl+shift+e");
    window.type_text("ladder");
    window
        .until_text("[data-draft='five-points.md']", |text| text.to_lowercase().contains("ladder"));
    lede_tests::until("only those that have the word", || {
        let rows = window.texts_of("[data-draft]");
        if rows.iter().all(|row| row.to_lowercase().contains("ladder")) {
            Ok(())
        } else {
            Err(format!("{rows:?}"))
        }
    });
    window.press("Escape");
    window.until_text("[data-draft='countdown.md']", |text| !text.is_empty());
}

#[test]
fn cards_hide_the_markup_and_the_markdown_view_shows_it_in_the_same_text() {
    let window = opened("views");
    window.click("[data-draft='five-points.md'] .row");
    window.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
    let cards = window.until_text(".cm-content", |text| text.contains("The Buses"));
    assert!(!cards.contains("## 2."), "{cards}");
    window.press("ctrl+slash");
    window.until_text(".cm-content", |text| text.contains("## 2. The Buses Leave By It"));
    window.press("ctrl+slash");
    window.until_text(".cm-content", |text| !text.contains("## 2."));
}

#[test]
fn an_outline_click_brings_the_caret_to_its_part() {
    let window = opened("outline");
    window.click("[data-draft='five-points.md'] .row");
    window.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
    window.click(".outline [data-place='4'] button");
    window.until_text(".outline .here", |text| text.contains("The Church"));
    window.type_text("x");
    window.until_saved("five-points.md", |bytes| {
        let text = String::from_utf8_lossy(bytes);
        text.lines().any(|line| line.starts_with("## 4.") && line.contains('x'))
    });
}
