//! Going between drafts, beginning them, and what stands around their text, all by keys.

use lede_tests::{Home, Window, place, until};

const DRAFT: &str = "five-points.md";

fn opened(name: &str) -> Window {
    let drafts = [place::fixture(DRAFT), place::fixture("article.md")];
    let window = Window::open(name, Home::new().with_drafts(drafts));
    window.until_text(".drafts", |text| text.contains("Five Reasons"));
    window.press("ctrl+p");
    window.until_text("[role=listbox]", |text| text.contains("Five Reasons"));
    window.type_text("five rea");
    window.until_text("[role=option][aria-selected=true]", |text| text.contains("Five Reasons"));
    window.picture("quick-open");
    window.press("Return");
    window.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
    window
}

fn saved(window: &Window, is: impl Fn(&str) -> bool) {
    window.until_saved(DRAFT, |bytes| is(&String::from_utf8_lossy(bytes)));
}

#[test]
fn a_footer_is_put_at_the_end_by_its_name_and_one_undo_takes_it_away() {
    let window = opened("footer");
    let before = window.home().bytes(DRAFT);
    window.press("ctrl+shift+o");
    window.until_text("[role=listbox]", |text| text.contains("About this letter"));
    window.type_text("about");
    window.press("Return");
    saved(&window, |text| text.contains("\n---\n\n") && text.len() > before.len());
    window.until_text(".outline", |text| text.contains("Footer"));
    window.press("ctrl+z");
    window.until_saved(DRAFT, |bytes| bytes == before);
}

#[test]
fn front_matter_is_a_form_whose_fields_are_written_into_their_own_lines() {
    let window = opened("details");
    let before = window.home().bytes(DRAFT);
    window.press("ctrl+6");
    window.until_text(".details", |text| text.contains("Author"));
    window.click(".details label:nth-of-type(5) input");
    window.type_text("M. Quill");
    window.press("Return");
    saved(&window, |text| text.starts_with("---\nauthor: M. Quill\n---\n"));
    window.click(".details label:nth-of-type(3) input");
    window.type_text("next week");
    window.press("Tab");
    window.until_text(".details .trouble", |text| !text.is_empty());
    window.picture("details");
    window.click(".cm-content");
    // A busy web view takes keys while a click still waits.
    until("the keyboard is in the text", || {
        let there = window.eval("return document.activeElement.matches('.cm-content')");
        if there == true { Ok(()) } else { Err(there.to_string()) }
    });
    window.press("ctrl+z");
    window.press("ctrl+z");
    window.until_saved(DRAFT, |bytes| bytes == before);
}

#[test]
fn what_stands_in_a_field_is_written_when_its_pane_goes() {
    let window = opened("details-left");
    window.press("ctrl+6");
    window.until_text(".details", |text| text.contains("Author"));
    window.click(".details label:nth-of-type(5) input");
    window.type_text("M. Quill");
    window.press("ctrl+3");
    saved(&window, |text| text.starts_with("---\nauthor: M. Quill\n---\n"));
}

#[test]
fn a_piece_is_marked_as_published() {
    let window = opened("published");
    window.press("ctrl+shift+y");
    saved(&window, |text| text.starts_with("---\n") && text.contains("state: published\n"));
}

#[test]
fn a_new_piece_begins_from_the_template_that_was_chosen() {
    let window = opened("template");
    window.press("ctrl+n");
    window.until_text(".new", |text| text.contains("Questions"));
    window.type_text("Three Questions For The Harbour");
    for _ in 0..3 {
        window.press("Down");
    }
    window.until_text(".new [aria-checked=true]", |text| text.contains("Questions"));
    window.picture("templates");
    window.press("Return");
    window.until_text("[data-status]", |text| text.contains("3 points"));
    // The template's own conclusion.
    window.until_text("[data-preview]", |text| text.contains("Still Open"));
}

#[test]
fn what_is_set_is_kept_and_what_cannot_be_had_is_not_offered() {
    let window = opened("settings");
    window.press("ctrl+comma");
    window.until_text(".sheet", |text| text.contains("Characters in a line"));
    window.picture("settings");
    window.click(".sheet label.row:nth-of-type(2) input");
    window.press("ctrl+a");
    window.type_text("50");
    window.press("Tab");
    until("the text is narrower", || {
        let measure = window.eval(
            "return getComputedStyle(document.documentElement).getPropertyValue('--measure')",
        );
        if measure == "436px" { Ok(()) } else { Err(measure.to_string()) }
    });
    let settings = window.home().path().join(".config/lede/settings.toml");
    until("the file has it", || match std::fs::read_to_string(&settings) {
        Ok(text) if text.contains("measure = 50") => Ok(()),
        other => Err(format!("{other:?}")),
    });
    // What this app was built without is not offered.
    let sheet = window.text_of(".sheet").expect("the sheet is still there");
    assert!(sheet.contains("Spelling") && !sheet.contains("Grammar"), "{sheet}");
}
