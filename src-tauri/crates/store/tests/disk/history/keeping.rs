//! What is kept, under which reason, and how it is found again.

use super::{after, asked, dense, snapshots, texts};
use crate::folder::Folder;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use store::{Hash, Why};

#[test]
fn snapshots_are_listed_with_what_is_known_of_them_the_latest_first() {
    let folder = Folder::with(&[]);
    let (snapshots, draft) = (snapshots(&folder), folder.path("a.md"));
    let first = snapshots.keep(&draft, "# One\n\nTwo *three*.", Why::Editing, after(0)).unwrap();
    // A clock that was set back changes no order.
    let second = snapshots.keep(&draft, "Four", Why::Trash, after(-9)).unwrap();
    let list = snapshots.list(&draft).unwrap();
    assert_eq!(list.iter().map(|it| Some(it.id)).collect::<Vec<_>>(), [second, first]);
    let it = &list[1];
    assert_eq!((it.at, it.why, it.name.as_deref()), (after(0), Why::Editing, None));
    assert_eq!((it.words, it.bytes), (3, 19));
    assert_eq!(it.hash, Hash::of("# One\n\nTwo *three*.".as_bytes()));
    assert_eq!(snapshots.list(&folder.path("b.md")).unwrap(), []);
}

#[test]
fn the_same_text_is_stored_once_whatever_draft_has_it() {
    let folder = Folder::with(&[]);
    let snapshots = snapshots(&folder);
    for round in 0..30 {
        let draft = folder.path(&format!("{}.md", round % 3));
        // A text between keeps the next one from being that of the latest snapshot.
        snapshots.keep(&draft, &dense(0, 500), Why::Asked, after(round)).unwrap().unwrap();
        snapshots.keep(&draft, "short", Why::Asked, after(round)).unwrap().unwrap();
    }
    assert_eq!(asked(&folder, "SELECT count(*) FROM snapshots"), 60);
    assert_eq!(asked(&folder, "SELECT count(*) FROM texts"), 2);
    let bytes = fs::metadata(folder.path(super::DATABASE)).unwrap().len();
    assert!(bytes < 32_500 * 2, "{bytes} bytes for 60 snapshots of 32,500 bytes");
}

#[test]
fn a_text_that_the_latest_snapshot_has_is_not_kept_again_but_a_weightier_reason_is() {
    let folder = Folder::with(&[]);
    let (snapshots, draft) = (snapshots(&folder), folder.path("a.md"));
    let keep = |why, at| snapshots.keep(&draft, "text", why, after(at)).unwrap();
    let latest = || {
        let list = snapshots.list(&draft).unwrap();
        assert_eq!(list.len(), 1);
        (list[0].why, list[0].at)
    };
    let id = keep(Why::Editing, 0);
    assert!(id.is_some());
    assert_eq!(keep(Why::Editing, 1), None);
    assert_eq!(latest(), (Why::Editing, after(0)));
    assert_eq!(keep(Why::Asked, 2), id);
    assert_eq!(latest(), (Why::Asked, after(2)));
    assert_eq!(keep(Why::BeforeRestore, 3), id);
    assert_eq!(keep(Why::Asked, 4), id);
    assert_eq!(latest(), (Why::BeforeRestore, after(3)));
}

#[test]
fn a_snapshot_is_found_by_the_hash_of_its_text_and_by_its_number() {
    let folder = Folder::with(&[]);
    let (snapshots, draft) = (snapshots(&folder), folder.path("a.md"));
    let id = snapshots.keep(&draft, "base", Why::Editing, after(0)).unwrap().unwrap();
    assert_eq!(snapshots.text(id).unwrap(), "base");
    assert_eq!(snapshots.by_hash(Hash::of(b"base")).unwrap().as_deref(), Some("base"));
    assert_eq!(snapshots.by_hash(Hash::of(b"other")).unwrap(), None);
    assert_eq!(snapshots.text(id + 1).unwrap_err().code(), "no-such-snapshot");
}

#[test]
fn a_snapshot_takes_a_name_and_loses_it() {
    let folder = Folder::with(&[]);
    let (snapshots, draft) = (snapshots(&folder), folder.path("a.md"));
    let id = snapshots.keep(&draft, "text", Why::Asked, after(0)).unwrap().unwrap();
    let name = || snapshots.list(&draft).unwrap().remove(0).name;
    snapshots.name(id, Some("As sent to 'Ed'")).unwrap();
    assert_eq!(name().as_deref(), Some("As sent to 'Ed'"));
    snapshots.name(id, None).unwrap();
    assert_eq!(name(), None);
    assert_eq!(snapshots.name(id + 1, None).unwrap_err().code(), "no-such-snapshot");
}

#[test]
fn a_draft_is_due_ten_minutes_after_the_last_snapshot_of_its_own_text() {
    let folder = Folder::with(&[]);
    let (snapshots, draft) = (snapshots(&folder), folder.path("a.md"));
    let is_due = |seconds| snapshots.is_due(&draft, after(seconds)).unwrap();
    assert!(is_due(0));
    snapshots.keep(&draft, "mine", Why::Editing, after(0)).unwrap();
    assert_eq!([is_due(0), is_due(599), is_due(600), is_due(-600)], [false, false, true, true]);
    snapshots.keep(&draft, "theirs", Why::Theirs, after(500)).unwrap();
    assert_eq!([is_due(599), is_due(600)], [false, true]);
    snapshots.keep(&draft, "mine, asked for", Why::Asked, after(550)).unwrap();
    assert_eq!([is_due(600), is_due(1150)], [false, true]);
}

#[test]
fn nobody_else_can_read_the_database() {
    let folder = Folder::with(&[]);
    let snapshots = snapshots(&folder);
    snapshots.keep(&folder.path("a.md"), "secret", Why::Asked, after(0)).unwrap();
    let mode = |name| fs::metadata(folder.path(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("state"), mode(super::DATABASE)), (0o700, 0o600));
    let names: Vec<String> = folder.files().into_keys().collect();
    assert_eq!(names, [super::DATABASE], "nothing else is left beside it");
}

#[test]
fn every_reason_has_a_code_of_its_own_that_is_read_back() {
    let folder = Folder::with(&[]);
    let (snapshots, draft) = (snapshots(&folder), folder.path("a.md"));
    for why in Why::ALL {
        snapshots.keep(&draft, why.code(), why, after(0)).unwrap();
    }
    let mut whys: Vec<Why> = snapshots.list(&draft).unwrap().iter().map(|it| it.why).collect();
    whys.reverse();
    assert_eq!(whys, Why::ALL);
    assert_eq!(texts(&snapshots, &draft).len(), Why::ALL.len());
}

#[test]
fn whoever_only_looks_writes_nothing() {
    let folder = Folder::with(&[]);
    let draft = folder.path("a.md");
    let id = snapshots(&folder).keep(&draft, "text", Why::Asked, after(0)).unwrap().unwrap();
    let written = || fs::metadata(folder.path(super::DATABASE)).unwrap().modified().unwrap();
    let before = written();
    let snapshots = snapshots(&folder);
    snapshots.list(&draft).unwrap();
    snapshots.text(id).unwrap();
    assert!(!snapshots.is_due(&draft, after(1)).unwrap());
    assert!(!snapshots.follow(&draft, "text").unwrap());
    assert_eq!(written(), before);
}
