//! What one sees first.

use lede_tests::{Home, Window, place, until};

#[test]
fn the_window_opens_on_the_library_and_names_its_drafts() {
    let drafts = ["five-points.md", "article.md", "crlf-bom.md"].map(place::fixture);
    let window = Window::open("opens-on-the-library", Home::new().with_drafts(drafts));
    // The names come first, and the titles when the files are read.
    until("the drafts have their titles", || {
        let rows = window.texts_of("[data-draft]");
        let named = |title| rows.iter().filter(|row| row.contains(title)).count();
        let clocks = named("Five Reasons The Clock On The Market Hall Is Right");
        match (rows.len(), clocks, named("The Ladder In The Market Hall")) {
            (3, 2, 1) => Ok(()),
            _ => Err(format!("{rows:?}")),
        }
    });
}

#[test]
fn a_first_start_opens_on_a_piece_that_explains_itself_ready_for_a_key() {
    let window = Window::open_with("first-start", Home::new(), &[]);
    window.type_text("Typed at once. ");
    window.until_text("[data-preview]", |text| text.contains("You are reading a draft."));
    window.until_text("[data-preview]", |text| text.contains("Typed at once."));
    window
        .until_text("[data-status]", |text| text.starts_with("Saved") && text.contains("5 points"));
}
