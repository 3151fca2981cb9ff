//! What is typed and not yet in the file outlasts the process.

use crate::child;
use crate::folder::Folder;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::time::Duration;
use store::{Hash, Journals, Left, Moment, left_behind};
use text::{ByteOffset, Edit, Edits, WindowOffset};

const PATIENCE: Duration = Duration::from_secs(10);

fn started(folder: &Folder) -> Journals {
    Journals::start(&folder.path("journal"), |situation| panic!("{situation}")).unwrap()
}

fn moment(text: &str, in_file: Option<Hash>) -> Moment<'_> {
    Moment { text, version: text.len() as u64, caret: WindowOffset(text.len()), in_file }
}

/// Types each letter of `typed` at the end of `text`.
fn type_into(journals: &Journals, path: &Path, text: &str, typed: &str, in_file: Option<Hash>) {
    let journal = journals.journal(path);
    let mut text = text.to_owned();
    for letter in typed.chars() {
        let edits = Edits::one(Edit::insert(ByteOffset(text.len()), letter));
        text.push(letter);
        journal.change(&edits, &moment(&text, in_file));
    }
    assert!(journals.settled(PATIENCE));
}

fn left(folder: &Folder) -> Vec<Left> {
    left_behind(&folder.path("journal"))
}

#[test]
fn what_was_typed_is_left_behind_with_the_caret() {
    let folder = Folder::with(&[]);
    let base = Hash::of(b"In the file. ");
    type_into(&started(&folder), Path::new("/a.md"), "In the file. ", "Typed 🚢.", Some(base));
    let left = left(&folder);
    let [found] = &left[..] else { panic!("{left:?}") };
    assert_eq!((found.path.as_path(), found.had_file), (Path::new("/a.md"), true));
    assert_eq!(found.text, "In the file. Typed 🚢.");
    assert_eq!(found.caret, WindowOffset(found.text.len()));
    assert!(found.was_made_from(b"In the file. "));
    assert!(!found.was_made_from(b"Somebody else's."));
}

#[test]
fn a_draft_that_never_had_a_file_is_left_behind_too() {
    let folder = Folder::with(&[]);
    type_into(&started(&folder), Path::new("/new.md"), "", "# A title", None);
    let left = left(&folder);
    assert_eq!(left.iter().map(|it| (&*it.text, it.had_file)).next(), Some(("# A title", false)));
}

#[test]
fn a_running_app_keeps_its_journals_to_itself() {
    let folder = Folder::with(&[]);
    let journals = started(&folder);
    type_into(&journals, Path::new("/a.md"), "", "x", None);
    assert!(left(&folder).is_empty());
}

#[test]
fn a_draft_that_was_saved_and_closed_leaves_nothing() {
    let folder = Folder::with(&[]);
    let journals = started(&folder);
    let journal = journals.journal(Path::new("/a.md"));
    journal.whole(&moment("saved", None));
    journal.in_file(Hash::of(b"saved"));
    journal.end();
    journals.close(PATIENCE);
    drop(journals);
    assert!(left(&folder).is_empty());
    assert_eq!(fs::read_dir(folder.path("journal")).unwrap().count(), 0);
}

#[test]
fn what_was_left_stays_until_it_is_safe_elsewhere() {
    let folder = Folder::with(&[]);
    type_into(&started(&folder), Path::new("/a.md"), "", "kept", None);
    assert_eq!(left(&folder).len(), 1);
    let again = left(&folder);
    assert_eq!(again.len(), 1);
    again.into_iter().for_each(Left::done);
    assert!(left(&folder).is_empty());
}

#[test]
fn of_two_that_died_the_later_one_takes_in_the_earlier() {
    let folder = Folder::with(&[]);
    let path = Path::new("/a.md");
    type_into(&started(&folder), path, "", "One", None);
    let journals = started(&folder);
    let journal = journals.journal(path);
    journal.whole(&moment("One", None));
    let edits = Edits::one(Edit::insert(ByteOffset(3), ", two"));
    journal.change(&edits, &moment("One, two", None));
    assert!(journals.settled(PATIENCE));
    drop((journal, journals));
    let texts: Vec<String> = left(&folder).into_iter().map(|it| it.text).collect();
    assert_eq!(texts, ["One, two"]);
}

#[test]
fn a_long_journal_is_begun_anew_and_holds_the_same() {
    let folder = Folder::with(&[]);
    let typed = "letters and blanks ".repeat(600);
    let journals = started(&folder);
    type_into(&journals, Path::new("/a.md"), "", &typed, None);
    type_into(&journals, Path::new("/b.md"), "", "b", None);
    drop(journals);
    let texts: Vec<String> = left(&folder).into_iter().map(|it| it.text).collect();
    assert_eq!(texts, [typed, "b".to_owned()]);
}

#[test]
fn damage_costs_no_more_than_what_came_after_it_and_is_kept_aside() {
    let folder = Folder::with(&[]);
    type_into(&started(&folder), Path::new("/a.md"), "", "lost", None);
    let of_process = fs::read_dir(folder.path("journal")).unwrap().flatten().next().unwrap().path();
    let entries = fs::read_dir(of_process).unwrap().flatten().map(|entry| entry.path());
    let journal = entries.into_iter().find(|it| it.extension().is_some()).unwrap();
    fs::write(&journal, b"not a journal, but somebody's words").unwrap();
    assert!(left(&folder).is_empty());
    let aside = fs::read_dir(folder.path("journal/damaged")).unwrap().flatten().next().unwrap();
    assert_eq!(fs::read(aside.path()).unwrap(), b"not a journal, but somebody's words");
}

#[test]
fn killed_at_any_moment_what_was_said_to_be_on_the_disk_is_there() {
    for round in 0..10u64 {
        let folder = Folder::with(&[]);
        let mut running = child::journaling(&folder.path("journal")).spawn().unwrap();
        let mut said = BufReader::new(running.stdout.take().unwrap()).lines().map_while(Result::ok);
        said.find(|line| line.contains("OUTCOME"));
        std::thread::sleep(Duration::from_micros(round * 1973 % 20_000));
        running.kill().unwrap();
        let last = said.filter_map(|line| Some(line.split_once("OUTCOME ")?.1.len())).last();
        running.wait().unwrap();
        let left = left(&folder);
        let text = &left[0].text;
        assert!(text.bytes().all(|byte| byte == b'x'), "round {round}: {text:?}");
        assert!(text.len() >= last.unwrap_or(1), "round {round}: {} of {last:?}", text.len());
    }
}
