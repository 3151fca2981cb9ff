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
