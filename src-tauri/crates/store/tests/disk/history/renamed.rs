//! A history goes where its draft goes.

use super::{after, asked, snapshots, texts};
use crate::folder::Folder;
use std::fs;
use std::os::unix::fs::symlink;
use store::Why;

#[test]
fn a_rename_in_the_app_takes_the_history_along() {
    let folder = Folder::with(&[("a.md", "")]);
    let (snapshots, a, b) = (snapshots(&folder), folder.path("a.md"), folder.path("b.md"));
    snapshots.keep(&b, "earlier draft of that name", Why::Trash, after(0)).unwrap();
    snapshots.keep(&a, "text", Why::Editing, after(0)).unwrap();
    fs::rename(&a, &b).unwrap();
    snapshots.renamed(&a, &b).unwrap();
    assert_eq!(texts(&snapshots, &b), ["text", "earlier draft of that name"]);
    assert!(texts(&snapshots, &a).is_empty());
    snapshots.renamed(&b, &b).unwrap();
    snapshots.renamed(&folder.path("unknown.md"), &b).unwrap();
    assert_eq!(texts(&snapshots, &b).len(), 2);
}

#[test]
fn a_rename_outside_of_the_app_is_known_by_the_text() {
    let folder = Folder::with(&[("a.md", "last")]);
    let (snapshots, a, b) = (snapshots(&folder), folder.path("a.md"), folder.path("in/b.md"));
    snapshots.keep(&a, "first", Why::Editing, after(0)).unwrap();
    snapshots.keep(&a, "last", Why::Editing, after(1)).unwrap();
    assert!(!snapshots.follow(&b, "last").unwrap(), "the file is still there: this is a copy");
    fs::create_dir(folder.path("in")).unwrap();
    fs::rename(&a, &b).unwrap();
    assert!(!snapshots.follow(&b, "first").unwrap(), "not its latest text");
    assert!(snapshots.follow(&b, "last").unwrap());
    assert!(!snapshots.follow(&b, "last").unwrap(), "known by now");
    assert_eq!(texts(&snapshots, &b), ["last", "first"]);
    assert!(texts(&snapshots, &a).is_empty());
}

#[test]
fn what_is_kept_under_a_new_path_follows_too() {
    let folder = Folder::with(&[]);
    let (snapshots, a, b) = (snapshots(&folder), folder.path("a.md"), folder.path("b.md"));
    snapshots.keep(&a, "text", Why::Editing, after(0)).unwrap();
    assert_eq!(snapshots.keep(&b, "text", Why::Editing, after(1)).unwrap(), None);
    snapshots.keep(&b, "more", Why::Editing, after(2)).unwrap();
    assert_eq!(texts(&snapshots, &b), ["more", "text"]);
    assert_eq!(asked(&folder, "SELECT count(*) FROM drafts"), 1);
}

#[test]
fn an_empty_text_is_no_sign_of_a_rename() {
    let folder = Folder::with(&[]);
    let (snapshots, a, b) = (snapshots(&folder), folder.path("a.md"), folder.path("b.md"));
    snapshots.keep(&a, "", Why::Editing, after(0)).unwrap();
    assert!(!snapshots.follow(&b, "").unwrap());
}

#[test]
fn a_draft_is_the_same_by_any_path_that_leads_to_it() {
    let folder = Folder::with(&[("in/a.md", "text")]);
    let (snapshots, draft) = (snapshots(&folder), folder.path("in/a.md"));
    snapshots.keep(&draft, "text", Why::Editing, after(0)).unwrap();
    symlink(folder.path("in"), folder.path("out")).unwrap();
    symlink(&draft, folder.path("link.md")).unwrap();
    for path in ["out/a.md", "link.md", "in/../in/a.md"] {
        assert_eq!(texts(&snapshots, &folder.path(path)), ["text"], "{path}");
    }
    fs::remove_file(&draft).unwrap();
    assert_eq!(texts(&snapshots, &folder.path("out/a.md")), ["text"], "gone, but in that folder");
}
