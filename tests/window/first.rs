//! What one sees first.

use lede_tests::{Home, Window, place};

#[test]
fn the_window_opens_on_the_library_and_names_its_drafts() {
    let drafts = ["five-points.md", "article.md", "crlf-bom.md"].map(place::fixture);
    let window = Window::open("opens-on-the-library", Home::new().with_drafts(drafts));
    window.until_text("[data-draft]", |text| !text.is_empty());
    let drafts = window.texts_of("[data-draft]");
    assert_eq!(drafts.len(), 3);
    for title in
        ["Five Reasons The Clock On The Market Hall Is Right", "The Ladder In The Market Hall"]
    {
        assert!(drafts.iter().any(|draft| draft.contains(title)), "{title} in {drafts:?}");
    }
}
