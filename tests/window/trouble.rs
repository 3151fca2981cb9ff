//! What the person reads when a file, a folder, a disk or a name says no, and that nothing is lost.

use lede_tests::{Home, Window, place, until};
use std::fs;
use std::path::Path;
use std::process::Command;

const DRAFT: &str = "five-points.md";

/// Opens the app on a file with these bytes and gives the sentence that the window says.
fn opened_on(name: &str, file: &str, bytes: Option<&[u8]>, says: &str) {
    let home = Home::new().with_drafts([place::fixture(DRAFT)]);
    let path = home.path().join(file);
    if let Some(bytes) = bytes {
        fs::write(&path, bytes).expect("the home can be written to");
    }
    let library = home.library().display().to_string();
    let arguments = [path.display().to_string(), "--library".to_owned(), library];
    let window = Window::open_with(name, home, &arguments);
    window.until_text("[data-status]", |text| text.contains(says) && text.contains(file));
    // The library is there all the same.
    window.until_text("[data-draft]", |text| text.contains("Five Reasons"));
    assert_eq!(fs::read(&path).ok().as_deref(), bytes, "the file was touched");
}

#[test]
fn a_missing_file_is_named_and_the_library_opens() {
    opened_on("missing", "nowhere.md", None, "There is no file");
}

#[test]
fn a_file_that_is_not_utf8_is_left_alone() {
    opened_on(
        "latin1",
        "latin1.md",
        Some(b"# Caf\xe9 au lait\n\nUn caf\xe9.\n"),
        "is not UTF-8 text",
    );
}

#[test]
fn a_binary_file_is_left_alone() {
    let binary: Vec<u8> =
        (0..4096u32).map(|at| if at % 3 == 0 { 0 } else { (at % 251) as u8 | 0x80 }).collect();
    opened_on("binary", "picture.md", Some(&binary), "is not a text file");
}

#[test]
fn a_file_of_50_megabytes_is_left_alone() {
    let large = "A line of a very long draft.\n".repeat(1_800_000);
    opened_on("large", "large.md", Some(large.as_bytes()), "up to 20 MB");
}

#[test]
fn a_library_that_is_a_file_is_named() {
    let home = Home::new();
    let file = home.path().join("not-a-folder");
    fs::write(&file, "text").expect("the home can be written to");
    let arguments = ["--library".to_owned(), file.display().to_string()];
    let window = Window::open_with("library-is-a-file", home, &arguments);
    window.until_text("[data-status]", |text| text.contains("not-a-folder"));
    assert_eq!(fs::read(&file).expect("the file"), b"text");
}

#[test]
fn a_name_that_exists_is_not_written_over() {
    let home = Home::new().with_drafts(["five-points.md", "article.md"].map(place::fixture));
    let window = Window::open("name-taken", home);
    window.until_text("[data-draft='article.md']", |text| !text.is_empty());
    let article = window.home().bytes("article.md");
    window.eval("document.querySelector(\"[data-draft='five-points.md'] .menu-trigger\").focus()");
    window.press("Return");
    window.until_text(".menu", |text| text.contains("Rename"));
    window.press("Return");
    window.press("ctrl+a");
    window.type_text("article");
    window.press("Return");
    window.until_text("[data-status]", |text| text.contains("already something named"));
    assert_eq!(window.home().bytes("article.md"), article);
    assert!(window.home().library().join(DRAFT).exists());
}

/// A small disk of its own at `path`, for as long as it lives. Nothing where disks cannot be mounted.
struct Disk(std::path::PathBuf);

impl Disk {
    fn mount(path: &Path, size: &str) -> Option<Self> {
        let options = format!("size={size}");
        let mounted =
            run("mount", &["-t", "tmpfs", "-o", &options, "lede", &path.display().to_string()]);
        if !mounted {
            eprintln!("skipped: only root may mount a disk");
        }
        mounted.then(|| Self(path.to_owned()))
    }

    fn remount(&self, how: &str) {
        assert!(run("mount", &["-o", &format!("remount,{how}"), &self.0.display().to_string()]));
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        run("umount", &["-l", &self.0.display().to_string()]);
    }
}

fn run(program: &str, arguments: &[&str]) -> bool {
    Command::new(program).args(arguments).output().is_ok_and(|output| output.status.success())
}

fn on_a_disk(name: &str, size: &str) -> Option<(Window, Disk)> {
    let home = Home::new();
    let disk = Disk::mount(&home.library(), size)?;
    let home = home.with_drafts([place::fixture(DRAFT)]);
    let window = Window::open(name, home);
    window.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
    window.click(".cm-content");
    window.press("ctrl+End");
    Some((window, disk))
}

#[test]
fn a_library_on_a_disk_that_can_only_be_read_keeps_the_text_in_the_window() {
    let Some((window, disk)) = on_a_disk("read-only", "1m") else { return };
    let before = window.home().bytes(DRAFT);
    disk.remount("ro");
    window.type_text(" Kept.");
    window.until_text("[data-status]", |text| text.contains("can only be read"));
    assert_eq!(window.home().bytes(DRAFT), before);
    window.until_text("[data-preview]", |text| text.contains("Kept."));
    disk.remount("rw");
    // By itself, without being asked.
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("Kept."));
    window.until_text("[data-status]", |text| text.starts_with("Saved"));
}

#[test]
fn a_draft_that_could_not_be_saved_is_neither_renamed_nor_trashed() {
    let Some((window, disk)) = on_a_disk("not-let-go", "1m") else { return };
    disk.remount("ro");
    window.type_text(" Kept.");
    window.until_text("[data-status]", |text| text.contains("can only be read"));
    for (steps, row) in [(0, "Rename"), (4, "trash")] {
        window.eval(&format!(
            "document.querySelector(\"[data-draft='{DRAFT}'] .menu-trigger\").focus()"
        ));
        window.press("Return");
        window.until_text(".menu", |text| text.contains(row));
        (0..steps).for_each(|_| window.press("Down"));
        window.press("Return");
        if steps == 0 {
            window.press("ctrl+a");
            window.type_text("another name");
            window.press("Return");
        }
        window.until_text("[data-status]", |text| text.contains("Save it first"));
        assert!(window.home().library().join(DRAFT).exists(), "{row} took it away");
        window.eval("document.querySelector('.notice .offer:last-child').click()");
        window.until_text("[data-status]", |text| !text.contains("Save it first"));
    }
    window.until_text("[data-preview]", |text| text.contains("Kept."));
    disk.remount("rw");
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("Kept."));
}

#[test]
fn a_full_disk_is_told_and_the_text_saves_itself_when_there_is_room() {
    let Some((window, _disk)) = on_a_disk("disk-full", "64k") else { return };
    let before = window.home().bytes(DRAFT);
    let filler = window.home().library().join("filler.bin");
    // All that the disk has left: the write ends with an error, which is what it is for.
    let _ = fs::write(&filler, vec![7; 256 * 1024]);
    window.type_text(" Kept.");
    window.until_text("[data-status]", |text| text.contains("The disk is full"));
    assert_eq!(window.home().bytes(DRAFT), before);
    fs::remove_file(&filler).expect("the filler can go");
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("Kept."));
    window.until_text("[data-status]", |text| text.starts_with("Saved"));
}

/// Types a folder's name into the system's dialog.
fn choose(window: &Window, folder: &Path) {
    window.until_dialog();
    window.press("ctrl+l");
    window.press("ctrl+a");
    window.type_text(&folder.display().to_string());
    // The first one takes what the dialog makes of the name, which may be the same with a stroke.
    until("the dialog is gone", || {
        window.press("Return");
        std::thread::sleep(std::time::Duration::from_millis(300));
        if window.display().windows().len() < 2 { Ok(()) } else { Err("it is there") }
            .map_err(str::to_owned)
    });
}

#[test]
fn another_folder_is_chosen_when_the_library_is_gone_and_no_word_with_it() {
    let mut window = Window::at_end_of("library-chosen", DRAFT);
    let process = window.process();
    let other = window.home().path().join("other drafts");
    fs::create_dir(&other).expect("the home can be written to");
    fs::copy(place::fixture("article.md"), other.join("article.md")).expect("a fixture");
    let gone = window.home().path().join("gone");
    fs::rename(window.home().library(), &gone).expect("the library can be moved");
    window.type_text(" Kept words.");
    window
        .until_text("[data-status] .offer:nth-of-type(2)", |text| text.contains("another folder"));
    window.press("ctrl+shift+w");
    choose(&window, &other);
    // The driver does not follow into the window that comes: here on the disk tells what it does. The same
    // process begins again, so no second one can have been handed anything.
    let settings = window.home().path().join(".config/lede/settings.toml");
    until("the folder is kept", || match fs::read_to_string(&settings) {
        Ok(text) if text.contains("other drafts") => Ok(()),
        other => Err(format!("{other:?}")),
    });
    until("the app has begun again", || {
        let line = fs::read_to_string(format!("/proc/{process}/cmdline")).unwrap_or_default();
        if line.contains("--library") { Err(line) } else { Ok(()) }
    });
    // The draft is open, as it was, and saves itself as soon as it can.
    fs::rename(&gone, window.home().library()).expect("the library can come back");
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("Kept words."));
    window.quit();
    window.reopen_with(&[]);
    window.until_text("[data-draft='article.md']", |text| !text.is_empty());
    assert_eq!(window.texts_of("[data-draft]").len(), 1, "the old drafts are in the list");
}
