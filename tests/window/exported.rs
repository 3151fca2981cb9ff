//! A piece given out by the dialog, and the same by the command.

use lede_tests::{Home, Window, place, until};
use std::fs;
use std::process::Command;

const DRAFT: &str = "five-points.md";

/// Exports by the `nth` choice of the sheet, from 0, to a file of this name beside the library.
fn exported(name: &str, nth: usize, file: &str) -> (Window, Vec<u8>) {
    let window = Window::open(name, Home::new().with_drafts([place::fixture(DRAFT)]));
    window.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
    window.press("ctrl+shift+s");
    window.until_text(".sheet", |text| text.contains("HTML page"));
    for _ in 0..nth {
        window.press("Down");
    }
    window.press("Return");
    let path = window.home().path().join(file);
    window.answer_dialog(&path);
    let bytes = until("the export is there", || match fs::read(&path) {
        Ok(bytes) if !bytes.is_empty() => Ok(bytes),
        other => Err(format!("{other:?}")),
    });
    (window, bytes)
}

fn by_the_command(window: &Window, format: &str) -> Vec<u8> {
    let draft = window.home().library().join(DRAFT);
    let output = Command::new(place::program("lede"))
        .args(["export", "--to", format])
        .arg(draft)
        .output()
        .expect("lede starts");
    output.stdout
}

#[test]
fn a_page_from_the_dialog_is_the_page_from_the_command_to_the_byte() {
    let (window, page) = exported("exported-html", 0, "page.html");
    assert!(page.starts_with(b"<!DOCTYPE html>"), "{}", String::from_utf8_lossy(&page));
    assert!(page == by_the_command(&window, "html"), "window and command differ");
    window.until_text("[data-status]", |text| text.contains("Exported to"));
}

#[test]
fn markdown_from_the_dialog_is_the_draft_to_the_byte() {
    let (window, markdown) = exported("exported-markdown", 1, "copy.md");
    assert!(markdown == by_the_command(&window, "markdown"), "window and command differ");
    assert!(markdown == window.home().bytes(DRAFT), "the export is not the draft");
}
