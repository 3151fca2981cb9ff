//! What `cargo xtask run` shows where there is no display: the app on a virtual one, written in and
//! exported from, with pictures of it.
//!
//! usage: tour DRAFTS OUT
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it starts the app, leaves files, and says where they lie"
)]

use anyhow::{Context, Result, ensure};
use lede_tests::{Display, Group, Home, place, until};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// What is typed at the end of the sample.
const SENTENCE: &str = "This sentence was typed by the tour.";

fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (drafts, out) = arguments.next().zip(arguments.next()).context("usage: tour DRAFTS OUT")?;
    fs::create_dir_all(&out)?;
    let samples = place::samples(&drafts);
    let newest = samples.last().context("there is no draft to open")?;
    let name = newest.file_name().context("a draft has a name")?.to_string_lossy().into_owned();
    let home = Home::new().with_drafts(&samples);
    let draft = home.library().join(name);

    let display = Display::start();
    let app = start(&home, &draft, &display, &out);
    show(&display, &out.join("1-opened.png"));

    write(&display, &draft);
    show(&display, &out.join("2-written.png"));

    export_by_key(&display, &draft, &out)?;
    drop(app);
    export(&draft, &out.join("piece-by-command.html"))?;
    let pages = ["piece.html", "piece-by-command.html"].map(|page| fs::read(out.join(page)));
    let [window, command] = pages;
    ensure!(window? == command?, "the window and the command exported different pages");
    fs::copy(&draft, out.join("piece.md"))?;
    println!("The draft as it was saved: {}", out.join("piece.md").display());
    Ok(())
}

/// Starts the app on a draft, and waits until its window is there.
fn start(home: &Home, draft: &Path, display: &Display, out: &Path) -> Group {
    let line =
        [place::program("lede-desktop"), draft.to_owned(), "--library".into(), home.library()];
    let environment = [home.environment(), display.environment()].concat();
    let app = Group::start_on_a_bus(&line, &environment, &out.join("app.log"));
    until("the window is there", || match display.windows() {
        windows if windows.is_empty() => Err("no window".to_owned()),
        _ => Ok(()),
    });
    app
}

/// Types at the end of the draft, and waits until it is in the file.
fn write(display: &Display, draft: &Path) {
    // The draft is opened ready for a key, with the caret in it.
    display.press("ctrl+End");
    display.type_text(&format!("\n\n{SENTENCE}"));
    until("what was typed is in the file", || {
        let saved = fs::read_to_string(draft).unwrap_or_default();
        if saved.contains(SENTENCE) { Ok(()) } else { Err(saved) }
    });
}

/// Leaves a picture of the display when it holds still.
fn show(display: &Display, picture: &Path) {
    display.until_still();
    display.picture(picture);
    println!("A picture: {}", picture.display());
}

/// Exports the draft as a person does: the key, the page as format, a name in the dialog.
fn export_by_key(display: &Display, draft: &Path, out: &Path) -> Result<()> {
    display.press("ctrl+shift+s");
    show(display, &out.join("3-export.png"));
    display.press("Return");
    until("the dialog asks for a name", || match display.windows() {
        windows if windows.len() > 1 => Ok(()),
        windows => Err(format!("{windows:?}")),
    });
    show(display, &out.join("4-name.png"));
    let page = draft.with_extension("html");
    display.press("ctrl+a");
    display.type_text(&page.display().to_string());
    display.press("Return");
    until("the page is there", || match fs::read(&page) {
        Ok(content) if content.ends_with(b"</html>\n") => Ok(()),
        found => Err(format!("{:?}", found.map(|content| content.len()))),
    });
    fs::copy(&page, out.join("piece.html"))?;
    println!("The page that the window exported: {}", out.join("piece.html").display());
    Ok(())
}

/// Exports the draft as the command does, which makes the same bytes as the window.
fn export(draft: &Path, page: &Path) -> Result<()> {
    let mut lede = Command::new(place::program("lede"));
    let arguments = ["export", "--to", "html", "--force", "-o"];
    let status = lede.args(arguments).arg(page).arg(draft).status()?;
    ensure!(status.success(), "lede export ended with {status}");
    println!("The page that `lede export` made of the same draft: {}", page.display());
    Ok(())
}
