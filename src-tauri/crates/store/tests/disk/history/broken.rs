//! Databases that a disk or somebody has damaged.

use super::{DATABASE, after, dense, snapshots, texts};
use crate::folder::Folder;
use rusqlite::Connection;
use std::fs;
use std::thread;
use store::{Hash, Why};

#[test]
fn a_broken_database_is_set_aside_and_told_once() {
    let folder = Folder::with(&[(DATABASE, &dense(0, 200))]);
    let snapshots = snapshots(&folder);
    let told = snapshots.set_aside().unwrap();
    assert_eq!(told.code(), "history-broken");
    assert!(told.to_string().contains("snapshots.broken-1.sqlite"), "{told}");
    assert!(snapshots.set_aside().is_none());
    assert_eq!(folder.read("state/snapshots.broken-1.sqlite"), dense(0, 200));
    snapshots.keep(&folder.path("a.md"), "text", Why::Asked, after(0)).unwrap();
    assert_eq!(texts(&snapshots, &folder.path("a.md")), ["text"]);
}

#[test]
fn one_that_breaks_while_the_app_runs_is_set_aside_under_a_name_of_its_own() {
    let folder = Folder::with(&[("state/snapshots.broken-1.sqlite", "an earlier one")]);
    let snapshots = snapshots(&folder);
    snapshots.keep(&folder.path("a.md"), &dense(1, 100), Why::Asked, after(0)).unwrap();
    let whole = fs::read(folder.path(DATABASE)).unwrap();
    fs::write(folder.path(DATABASE), &whole[..whole.len() / 2]).unwrap();
    snapshots.keep(&folder.path("a.md"), "text", Why::Asked, after(1)).unwrap();
    assert!(snapshots.set_aside().unwrap().to_string().contains("snapshots.broken-2.sqlite"));
    assert_eq!(texts(&snapshots, &folder.path("a.md")), ["text"]);
    assert_eq!(folder.read("state/snapshots.broken-1.sqlite"), "an earlier one");
}

#[test]
fn of_many_who_find_it_broken_one_sets_it_aside() {
    let folder = Folder::with(&[(DATABASE, "no database, for certain")]);
    thread::scope(|scope| {
        for number in 0..8 {
            let folder = &folder;
            scope.spawn(move || {
                let draft = folder.path(&format!("{number}.md"));
                let text = number.to_string();
                snapshots(folder).keep(&draft, &text, Why::Asked, after(0)).unwrap();
            });
        }
    });
    for number in 0..8 {
        let draft = folder.path(&format!("{number}.md"));
        assert_eq!(texts(&snapshots(&folder), &draft), [number.to_string()]);
    }
    assert!(!folder.files().contains_key("state/snapshots.broken-2.sqlite"));
}

#[test]
fn a_damaged_text_is_told_and_healed_by_keeping_it_again() {
    let folder = Folder::with(&[]);
    let (snapshots, draft) = (snapshots(&folder), folder.path("a.md"));
    let id = snapshots.keep(&draft, "text", Why::Asked, after(0)).unwrap().unwrap();
    for damage in [
        "packed = x'00'",
        "bytes = 9223372036854775807",
        "bytes = -1",
        "packed = zeroblob(40)",
        "packed = (SELECT packed FROM texts WHERE bytes = 5)",
    ] {
        snapshots.keep(&folder.path("b.md"), "other", Why::Asked, after(0)).unwrap();
        let connection = Connection::open(folder.path(DATABASE)).unwrap();
        let hash = Hash::of(b"text").to_string();
        let sql = format!("UPDATE texts SET {damage} WHERE hash = x'{hash}'");
        assert_eq!(connection.execute(&sql, []).unwrap(), 1);
        let told = snapshots.text(id).unwrap_err();
        assert_eq!(told.code(), "snapshot-damaged", "{damage}");
        assert_eq!(snapshots.by_hash(Hash::of(b"text")).unwrap(), None);
        snapshots.keep(&draft, "text", Why::Editing, after(1)).unwrap();
        assert_eq!(snapshots.text(id).unwrap(), "text", "{damage}");
    }
}

#[test]
fn no_flipped_byte_gives_another_text_than_was_kept() {
    let folder = Folder::with(&[]);
    let draft = folder.path("a.md");
    let kept: Vec<String> = (0..6).map(|number| dense(number, 40)).collect();
    let first = snapshots(&folder);
    for (at, text) in kept.iter().enumerate() {
        first.keep(&draft, text, Why::Asked, after(at as i64)).unwrap();
    }
    let whole = fs::read(folder.path(DATABASE)).unwrap();
    // Each byte in the long run, a sample here that hits every page in places of its own.
    for place in (0..whole.len()).step_by(977) {
        let mut damaged = whole.clone();
        damaged[place] ^= 0x55;
        fs::write(folder.path(DATABASE), damaged).unwrap();
        let snapshots = snapshots(&folder);
        for snapshot in snapshots.list(&draft).unwrap() {
            if let Ok(text) = snapshots.text(snapshot.id) {
                assert!(kept.contains(&text), "byte {place}");
            }
        }
        let id = snapshots.keep(&draft, "new", Why::Asked, after(9)).unwrap().unwrap();
        assert_eq!(snapshots.text(id).unwrap(), "new", "byte {place}");
    }
}
