//! The save: what is in the file, beside it, and in what comes out.

use crate::folder::{Folder, outcome};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use store::Hash;

#[test]
fn a_save_leaves_the_new_text_and_nothing_else() {
    let folder = Folder::with(&[("a.md", "old")]);
    let saved = folder.save("a.md", "old", "new").unwrap();
    assert_eq!(saved.hash, Hash::of(b"new"));
    assert_eq!(saved.displaced, None);
    assert_eq!(folder.files(), [("a.md".into(), "new".into())].into());
}

#[test]
fn until_it_is_settled_the_old_text_is_still_in_the_folder() {
    let folder = Folder::with(&[("a.md", "old")]);
    let saved = store::save(&folder.path("a.md"), Some(Hash::of(b"old")), b"new").unwrap();
    let texts: Vec<String> = folder.files().into_values().collect();
    assert_eq!(texts, ["old", "new"]);
    assert_eq!(saved.pending.unwrap().settle().unwrap(), None);
    assert_eq!(folder.files().len(), 1);
}

#[test]
fn an_old_text_that_somebody_cleared_away_is_settled() {
    let folder = Folder::with(&[("a.md", "old")]);
    let saved = store::save(&folder.path("a.md"), Some(Hash::of(b"old")), b"new").unwrap();
    let old = folder.files().into_iter().find(|(_, text)| text == "old").unwrap().0;
    std::fs::remove_file(folder.path(&old)).unwrap();
    assert_eq!(saved.pending.unwrap().settle().unwrap(), None);
    assert_eq!(folder.files(), [("a.md".into(), "new".into())].into());
}

#[test]
fn a_text_that_is_there_already_is_not_written_again() {
    let folder = Folder::with(&[("a.md", "same")]);
    let about = || {
        let about = fs::metadata(folder.path("a.md")).unwrap();
        (about.ino(), about.mtime_nsec(), about.ctime_nsec())
    };
    let before = about();
    let saved = store::save(&folder.path("a.md"), None, b"same").unwrap();
    assert!(saved.pending.is_none() && saved.displaced.is_none());
    assert_eq!(about(), before);
}

#[test]
fn every_byte_comes_back_as_it_was_given() {
    let text = "\u{feff}One\r\nTwo\nThree\rFour\0\u{2028}🚢 no end";
    let folder = Folder::with(&[("a.md", "old")]);
    folder.save("a.md", "old", text).unwrap();
    let opened = store::open(&folder.path("a.md")).unwrap();
    assert_eq!(opened.text.as_str(), text);
    assert_eq!(opened.hash, Hash::of(text.as_bytes()));
}

#[test]
fn what_somebody_else_wrote_becomes_a_conflict_copy() {
    let folder = Folder::with(&[("a.md", "theirs")]);
    let saved = folder.save("a.md", "base", "mine").unwrap();
    let displaced = saved.displaced.unwrap();
    assert_eq!(displaced.bytes, b"theirs");
    assert_eq!(fs::read(displaced.kept_as).unwrap(), b"theirs");
    assert_eq!(folder.read("a.md"), "mine");
    assert_eq!(folder.copies(), ["theirs"]);
}

#[test]
fn conflict_copies_of_one_second_get_names_of_their_own() {
    let folder = Folder::with(&[("a.md", "1")]);
    for round in 1..=4 {
        folder.write("a.md", &round.to_string());
        folder.save("a.md", "base", "mine").unwrap();
    }
    assert_eq!(folder.copies(), ["1", "2", "3", "4"]);
    let shape = regex::Regex::new(r"^a \(conflict \d{4}-\d\d-\d\d \d{6}( \d)?\)\.md$").unwrap();
    let names = folder.files().into_keys().filter(|name| name != "a.md");
    names.for_each(|name| assert!(shape.is_match(&name), "{name}"));
}

#[test]
fn an_emptied_file_and_my_own_text_need_no_copy() {
    let folder = Folder::with(&[("a.md", "")]);
    assert_eq!(folder.save("a.md", "base", "mine").unwrap().displaced, None);
    assert_eq!(folder.save("a.md", "base", "mine").unwrap().displaced, None);
    assert_eq!(folder.files(), [("a.md".into(), "mine".into())].into());
}

#[test]
fn a_writer_who_finishes_late_is_not_lost() {
    let folder = Folder::with(&[("a.md", "old")]);
    let mut late = OpenOptions::new().append(true).open(folder.path("a.md")).unwrap();
    let saved = store::save(&folder.path("a.md"), Some(Hash::of(b"old")), b"mine").unwrap();
    late.write_all(b" and more").unwrap();
    let kept = saved.pending.unwrap().settle().unwrap().unwrap();
    assert_eq!(fs::read_to_string(kept).unwrap(), "old and more");
    assert_eq!(folder.read("a.md"), "mine");
}

#[test]
fn a_writer_caught_between_emptying_and_writing_is_not_lost() {
    let folder = Folder::with(&[("a.md", "old")]);
    let mut slow = OpenOptions::new().write(true).truncate(true).open(folder.path("a.md")).unwrap();
    let saved = store::save(&folder.path("a.md"), Some(Hash::of(b"old")), b"mine").unwrap();
    slow.write_all(b"theirs").unwrap();
    saved.pending.unwrap().settle().unwrap();
    assert_eq!(folder.copies(), ["theirs"]);
}

#[test]
fn a_file_that_is_gone_is_not_made_anew_unasked() {
    let folder = Folder::with(&[]);
    assert_eq!(outcome(&folder.save("a.md", "old", "new")), "vanished");
    assert!(folder.files().is_empty());
    let asked = store::save(&folder.path("a.md"), None, b"new").unwrap();
    assert!(asked.pending.is_none());
    assert_eq!(folder.read("a.md"), "new");
}

#[test]
fn a_folder_that_is_gone_is_named_rather_than_each_of_its_files() {
    let folder = Folder::with(&[("room/a.md", "old")]);
    fs::rename(folder.path("room"), folder.path("elsewhere")).unwrap();
    assert_eq!(outcome(&folder.save("room/a.md", "old", "new")), "library-gone");
}

#[test]
fn a_save_into_a_folder_that_is_gone_says_so() {
    let folder = Folder::with(&[]);
    assert_eq!(outcome(&folder.save("gone/a.md", "old", "new")), "library-gone");
}

#[test]
fn a_new_file_takes_no_name_from_another() {
    let folder = Folder::with(&[("a.md", "theirs")]);
    let taken = store::create_new(&folder.path("a.md"), b"mine").unwrap_err();
    assert_eq!(taken.code(), "name-taken");
    assert_eq!(folder.files(), [("a.md".into(), "theirs".into())].into());
}

#[test]
fn a_name_of_the_longest_kind_can_be_saved_and_copied() {
    let name = format!("{}.md", "é".repeat(126));
    let folder = Folder::with(&[(&name, "theirs")]);
    folder.save(&name, "base", "mine").unwrap();
    assert_eq!(folder.read(&name), "mine");
    assert_eq!(folder.copies(), ["theirs"]);
}

/// Each side writes texts of its own for a while; every one of theirs that our saves took out of the
/// file must be somewhere.
#[test]
fn in_a_race_with_another_writer_nobody_loses_a_text() {
    const ROUNDS: usize = 60;
    let folder = Folder::with(&[("a.md", "start")]);
    let done = AtomicBool::new(false);
    let (theirs, seen) = thread::scope(|scope| {
        let other = scope.spawn(|| {
            let mut written = Vec::new();
            while !done.load(Ordering::Relaxed) {
                let text = format!("theirs {}", written.len());
                fs::write(folder.path("their.tmp"), &text).unwrap();
                fs::rename(folder.path("their.tmp"), folder.path("a.md")).unwrap();
                written.push(text);
                thread::sleep(std::time::Duration::from_millis(3));
            }
            written
        });
        let mut base = Hash::of(b"start");
        let mut seen = Vec::new();
        for round in 0..ROUNDS {
            let mine = format!("mine {round}");
            let saved = store::save(&folder.path("a.md"), Some(base), mine.as_bytes()).unwrap();
            base = saved.hash;
            let displaced = saved.displaced.map(|displaced| displaced.bytes);
            seen.extend(displaced.map(|bytes| String::from_utf8(bytes).unwrap()));
            saved.pending.map(|pending| pending.settle().unwrap());
        }
        done.store(true, Ordering::Relaxed);
        (other.join().unwrap(), seen)
    });
    let mut kept = folder.copies();
    kept.retain(|text| text.starts_with("theirs"));
    let mut expected = seen;
    expected.sort();
    assert_eq!(kept, expected, "each text that a save took out is a conflict copy");
    let last = folder.read("a.md");
    let final_theirs = theirs.last().unwrap();
    assert!(kept.contains(final_theirs) || last == *final_theirs);
    assert!(folder.files().into_keys().all(|name| !name.contains(".lede-")));
}
