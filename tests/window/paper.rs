//! A piece on its way to paper and beside itself, and a page on its way in.

use lede_tests::{Home, Window, place, until};
use std::fs;
use std::path::Path;
use std::process::Command;

const DRAFT: &str = "five-points.md";

/// Asks for a copy and names this file.
fn copy_to(window: &Window, path: &Path) {
    window.press("F12");
    window.answer_dialog(path);
}

/// Says to the dialog that the file that is there may go, when it asks. The list of names that it offers under
/// its field takes the first Enter for itself where it is quick.
fn let_go(window: &Window) {
    let is_there = || {
        std::thread::sleep(std::time::Duration::from_millis(500));
        window.display().windows().len() > 1
    };
    until("the dialog is gone", || {
        if is_there() {
            window.press("alt+r");
        }
        if is_there() {
            window.press("Return");
            return Err("it is there".to_owned());
        }
        Ok(())
    });
}

#[test]
fn a_copy_is_the_draft_to_the_byte_and_the_draft_stays_the_one_that_is_open() {
    let window = Window::at_end_of("copied", "crlf-bom.md");
    window.type_text(" Typed.");
    let path = window.home().path().join("copy.md");
    copy_to(&window, &path);
    window.until_text("[data-status]", |text| text.contains("A copy is at "));
    let copy = fs::read(&path).expect("the copy is there");
    assert!(copy.starts_with("\u{feff}".as_bytes()) && copy.windows(2).any(|it| it == b"\r\n"));
    window.until_saved("crlf-bom.md", |bytes| bytes == copy);
    window.type_text(" More.");
    window.until_saved("crlf-bom.md", |bytes| {
        String::from_utf8_lossy(bytes).contains("Typed. More.")
    });
    assert!(fs::read(&path).expect("the copy is there") == copy, "the copy was written to");
}

#[test]
fn a_copy_over_the_draft_itself_is_refused_in_a_sentence() {
    let window = Window::at_end_of("copied-over", DRAFT);
    let before = window.home().bytes(DRAFT);
    copy_to(&window, &window.home().library().join(DRAFT));
    let_go(&window);
    window.until_text("[data-status]", |text| text.contains("Choose another name for the copy"));
    assert!(window.home().bytes(DRAFT) == before);
}

#[test]
fn a_draft_that_a_copy_takes_the_place_of_is_in_its_history_and_one_that_cannot_be_read_stays() {
    let home = Home::new().with_drafts([DRAFT, "article.md"].map(place::fixture));
    fs::write(home.library().join("latin.md"), b"# Caf\xe9\n").expect("a file");
    let window = Window::open("copied-over-another", home);
    window.until_text("[data-draft='article.md']", |text| !text.is_empty());
    window.press("ctrl+p");
    window.type_text("five");
    window.until_text("[role=option][aria-selected=true]", |text| text.contains("Five"));
    window.press("Return");
    window.until_text(".middle .name", |name| name == DRAFT);
    let over = |name: &str| {
        copy_to(&window, &window.home().library().join(name));
        let_go(&window);
    };
    over("latin.md");
    window.until_text("[data-status]", |text| text.contains("is not UTF-8 text"));
    assert!(window.home().bytes("latin.md") == b"# Caf\xe9\n");
    over("article.md");
    window.until_text("[data-status]", |text| text.contains("A copy is at "));
    assert!(window.home().bytes("article.md") == window.home().bytes(DRAFT));
    let history = Command::new(place::program("lede"))
        .args(["history", "--json"])
        .arg(window.home().library().join("article.md"))
        .envs(window.home().environment())
        .output()
        .expect("lede runs");
    let history = String::from_utf8_lossy(&history.stdout).into_owned();
    assert!(history.contains("replace"), "{history}");
}

/// The text of a PDF, where there is a program to read it with.
fn words_of(pdf: &Path) -> Option<String> {
    let output = Command::new("pdftotext").arg(pdf).arg("-").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn the_whole_piece_is_printed_by_the_systems_dialog_and_nothing_of_the_window() {
    let long: String =
        (1..=40).map(|at| format!("\n## {at}. Reason {at}\n\nBecause of it.\n")).collect();
    let home = Home::new();
    fs::write(
        home.library().join("long.md"),
        format!("# Forty Reasons\n{long}\n---\n\nThe very end.\n"),
    )
    .expect("an empty library");
    let window = Window::open("printed", home);
    window.until_text("[data-preview]", |text| text.contains("Forty Reasons"));
    window.press("ctrl+shift+F12");
    window.until_dialog();
    // To a file is the one way to print on a machine without a printer: the first row of the list.
    window.press("Tab");
    window.press("Down");
    std::thread::sleep(std::time::Duration::from_millis(500));
    window.picture("print");
    window.press("Return");
    let pdf = until("it is printed to a file", || {
        let pdf = window.home().library().join("long.pdf");
        match fs::read(&pdf) {
            Ok(bytes) if bytes.trim_ascii_end().ends_with(b"%%EOF") => Ok(pdf),
            Ok(bytes) => Err(format!("{} bytes", bytes.len())),
            Err(error) => Err(error.to_string()),
        }
    });
    let kept = place::target("window-pictures").join("printed.pdf");
    fs::copy(&pdf, kept).expect("a copy to look at");
    let Some(words) = words_of(&pdf) else {
        eprintln!("pdftotext is not here: what is on the printed pages was not read");
        return;
    };
    assert!(words.starts_with("Forty Reasons"), "{words}");
    for said in ["1. Reason 1", "20. Reason 20", "40. Reason 40", "The very end."] {
        assert!(words.contains(said), "{said}: {words}");
    }
    assert!(!words.contains("Drafts") && !words.contains("Saved"), "{words}");
}

const PAGE: &str = "<html><body><nav><a href='/'>Home</a></nav><h1>Two Signs Of Rain</h1>\
    <p class='subtitle'>Look at the cows.</p><p>It has been <b>dry</b>.</p>\
    <h2>1. Swallows</h2><p>They fly low.</p><h2>2. Cows</h2><p>They lie <a href='https://cows.example/'>down</a>.</p>\
    <h2>What to do</h2><p>Bring the washing in.</p></body></html>";

const PIECE: &str = "# Two Signs Of Rain\n\n*Look at the cows.*\n\nIt has been **dry**.\n\n---\n\n\
    ## 1. Swallows\n\nThey fly low.\n\n## 2. Cows\n\nThey lie [down](https://cows.example/).\n\n---\n\n\
    ## What to do\n\nBring the washing in.\n";

#[test]
fn a_copied_page_becomes_the_piece_of_an_empty_draft_and_one_undo_takes_it_away() {
    let home = Home::new();
    fs::write(home.library().join("empty.md"), "").expect("an empty library");
    let window = Window::open("page-pasted", home);
    window.until_text("[data-status]", |text| text.starts_with("Saved"));
    window.click(".cm-content");
    window.display().copy_as("text/html", PAGE.as_bytes());
    window.press("ctrl+v");
    window.until_saved("empty.md", |bytes| bytes == PIECE.as_bytes());
    window.until_text("[data-status]", |text| text.contains("2 points"));
    window.picture("page-pasted");
    window.press("ctrl+z");
    window.until_saved("empty.md", |bytes| bytes.is_empty());
}

#[test]
fn a_new_piece_without_a_title_is_an_empty_draft_too() {
    let window = Window::on("page-in-new", DRAFT);
    window.press("ctrl+n");
    window.until_text(".new", |text| text.contains("Begin as"));
    window.press("Return");
    window.until_text("[data-status]", |text| text.contains("0 words"));
    window.display().copy_as("text/html", PAGE.as_bytes());
    window.press("ctrl+v");
    window.until_text("[data-status]", |text| text.contains("2 points"));
    let drafts = fs::read_dir(window.home().library()).expect("the library is there").flatten();
    let new = drafts.map(|it| it.file_name().to_string_lossy().into_owned());
    let new =
        new.filter(|name| name.contains("untitled") && !name.starts_with('.')).collect::<Vec<_>>();
    let [new] = &new[..] else { panic!("{new:?}") };
    window.until_saved(new, |bytes| bytes == PIECE.as_bytes());
}

#[test]
fn in_a_draft_with_words_a_page_is_pasted_as_words() {
    let window = Window::at_end_of("page-as-words", DRAFT);
    let before = String::from_utf8_lossy(&window.home().bytes(DRAFT)).into_owned();
    window.display().copy_as("text/html", PAGE.as_bytes());
    window.press("ctrl+v");
    window.type_text(" Typed.");
    let after =
        window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("Typed."));
    let after = String::from_utf8_lossy(&after).into_owned();
    assert!(after.starts_with(before.trim_end()), "{after}");
    assert!(!after.contains("# Two Signs"), "{after}");
}
