//! Death in the middle of a save, and what the next start makes of it.

use crate::child;
use crate::folder::Folder;
use std::fs;
use std::io::{BufRead, BufReader};
use std::thread;
use std::time::Duration;
use store::Hash;

/// A text of 200 kB in which every letter must be the same.
fn text_of(letter: char) -> String {
    letter.to_string().repeat(200_000)
}

fn is_whole(text: &str) -> bool {
    let first = text.chars().next();
    text.len() == 200_000 && text.chars().all(|letter| Some(letter) == first)
}

#[test]
fn killed_at_any_moment_the_file_is_the_old_or_the_new_text() {
    for round in 0..25u64 {
        let folder = Folder::with(&[("a.md", &text_of('o'))]);
        let mut running = child::saving_on_and_on(&folder.path("a.md"), 200_000).spawn().unwrap();
        let mut said = BufReader::new(running.stdout.take().unwrap()).lines();
        said.find(|line| line.as_ref().is_ok_and(|line| line.contains("OUTCOME")));
        thread::sleep(Duration::from_micros(round * 397 % 5000));
        running.kill().unwrap();
        running.wait().unwrap();
        assert!(is_whole(&folder.read("a.md")), "round {round}");
        let left: Vec<String> =
            folder.files().into_iter().filter(|(name, _)| name != "a.md").map(|it| it.1).collect();
        store::recover(&folder.root()).unwrap();
        assert!(folder.files().into_keys().all(|name| !name.contains(".lede-")), "round {round}");
        // Whatever whole text was left is either the one in the file, an old one, or kept.
        assert!(left.len() <= 2, "round {round}: {} files left", left.len());
    }
}

/// The name of a file that a save was at work on.
const LEFT: &str = ".a.md.Xy12abCD.lede-tmp";

/// A folder as a killed save may leave it: `a.md`, and a file that the save was at work on.
fn left_behind(name: &str, left: &str) -> Folder {
    Folder::with(&[("a.md", "in the file"), (name, left)])
}

#[test]
fn a_text_that_is_nowhere_else_becomes_a_conflict_copy() {
    let folder = left_behind(LEFT, "typed last");
    let recovery = store::recover(&folder.root()).unwrap();
    assert_eq!((recovery.kept.len(), recovery.removed), (1, 0));
    assert_eq!(folder.copies(), ["typed last"]);
    assert_eq!(folder.files().len(), 2);
}

#[test]
fn a_text_that_is_in_the_file_goes() {
    for known in ["in the file", "in the", ""] {
        let folder = left_behind(LEFT, known);
        let recovery = store::recover(&folder.root()).unwrap();
        assert_eq!((recovery.kept.len(), recovery.removed), (0, 1), "{known:?}");
        assert_eq!(folder.files().len(), 1);
    }
}

#[test]
fn of_a_file_with_two_names_killed_in_the_middle_the_whole_new_text_is_kept() {
    let folder = Folder::with(&[("a.md", "new, then the end of the old"), (LEFT, "new")]);
    fs::hard_link(folder.path("a.md"), folder.path("b.md")).unwrap();
    store::recover(&folder.root()).unwrap();
    assert_eq!(folder.copies(), ["new"]);
}

#[test]
fn an_old_text_that_was_replaced_on_purpose_goes_unless_somebody_wrote_to_it() {
    let name = format!(".a.md.Xy12abCD.{}.lede-old", Hash::of(b"old").short());
    let folder = left_behind(&name, "old");
    store::recover(&folder.root()).unwrap();
    assert_eq!(folder.files().len(), 1);
    let folder = left_behind(&name, "old, and written to");
    store::recover(&folder.root()).unwrap();
    assert_eq!(folder.copies(), ["old, and written to"]);
}

#[test]
fn the_files_of_a_save_under_way_are_left_alone() {
    let folder = Folder::with(&[("a.md", "old")]);
    let saved = store::save(&folder.path("a.md"), Some(Hash::of(b"old")), b"new").unwrap();
    let recovery = store::recover(&folder.root()).unwrap();
    assert_eq!((recovery.kept.len(), recovery.removed), (0, 0));
    assert_eq!(saved.pending.unwrap().settle().unwrap(), None);
    assert_eq!(fs::read_dir(folder.root()).unwrap().count(), 1);
}
