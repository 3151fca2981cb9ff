//! When a disk, a permission or a name says no: told aloud, the old text intact, nothing left behind.

use crate::child;
use crate::folder::{Folder, outcome};
use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::process::Command;
use store::{Action, Situation};

/// A person who is nobody in particular.
const SOMEBODY: [&str; 4] = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];

fn with_mode(folder: &Folder, name: &str, mode: u32) {
    fs::set_permissions(folder.path(name), fs::Permissions::from_mode(mode)).unwrap();
}

/// What a person without rights of their own is told when they save over `a.md`.
fn told_to_somebody(folder: &Folder) -> Option<String> {
    if !child::is_root() || !child::has("setpriv") {
        return None;
    }
    let said = child::said(child::wrapped(&SOMEBODY, &folder.path("a.md"), "new"));
    assert_eq!(folder.files(), [("a.md".into(), "old".into())].into());
    Some(said.unwrap_or_default())
}

#[test]
fn a_file_marked_read_only_is_left_alone() {
    let folder = Folder::with(&[("a.md", "old")]);
    with_mode(&folder, "a.md", 0o444);
    assert_eq!(outcome(&folder.save("a.md", "old", "new")), "file-read-only");
    assert_eq!(folder.files(), [("a.md".into(), "old".into())].into());
}

#[test]
fn a_folder_that_takes_no_file_is_no_reason_to_write_in_place() {
    let folder = Folder::with(&[("a.md", "old")]);
    with_mode(&folder, "a.md", 0o666);
    with_mode(&folder, ".", 0o555);
    if let Some(said) = told_to_somebody(&folder) {
        assert_eq!(said, "not-allowed");
    }
}

#[test]
fn a_file_that_others_may_only_read_is_not_replaced() {
    let folder = Folder::with(&[("a.md", "old")]);
    with_mode(&folder, "a.md", 0o644);
    if let Some(said) = told_to_somebody(&folder) {
        assert_eq!(said, "not-allowed");
    }
}

#[test]
fn a_file_is_not_taken_from_its_owner() {
    let folder = Folder::with(&[("a.md", "old")]);
    with_mode(&folder, "a.md", 0o666);
    if let Some(said) = told_to_somebody(&folder) {
        assert_eq!(said, "owner-not-kept");
    }
}

#[test]
fn one_s_own_file_in_one_s_own_folder_is_saved_by_anybody() {
    if !child::is_root() || !child::has("setpriv") {
        return;
    }
    let folder = Folder::with(&[("a.md", "old")]);
    chown(folder.path("a.md"), Some(65534), Some(65534)).unwrap();
    let said = child::said(child::wrapped(&SOMEBODY, &folder.path("a.md"), "new"));
    assert_eq!(said.as_deref(), Some("saved"));
    assert_eq!(folder.files(), [("a.md".into(), "new".into())].into());
}

#[test]
fn an_immutable_file_is_left_alone() {
    let folder = Folder::with(&[("a.md", "old")]);
    let chattr = |flag| {
        let run = Command::new("chattr").arg(flag).arg(folder.path("a.md")).output();
        run.is_ok_and(|output| output.status.success())
    };
    if !child::is_root() || !child::has("chattr") || !chattr("+i") {
        println!("SKIPPED: nothing can be made immutable here");
        return;
    }
    let result = folder.save("a.md", "old", "new");
    assert!(chattr("-i"));
    assert_eq!(outcome(&result), "not-allowed");
    assert_eq!(folder.files(), [("a.md".into(), "old".into())].into());
}

#[test]
fn a_folder_and_a_pipe_are_no_drafts() {
    let folder = Folder::with(&[("a.md/inner.md", "old")]);
    assert_eq!(outcome(&folder.save("a.md", "old", "new")), "folder");
    let device = store::save("/dev/null".as_ref(), None, b"new").unwrap_err();
    assert_eq!(device.code(), "not-a-file");
}

#[test]
fn every_errno_is_a_situation_with_something_to_do() {
    let path = std::path::Path::new("/");
    let named = |errno: rustix::io::Errno| {
        let situation = Situation::of(&path.join("a.md"), &errno.into());
        (situation.code(), situation.action())
    };
    use rustix::io::Errno;
    assert_eq!(named(Errno::NOSPC), ("disk-full", Action::Retry));
    assert_eq!(named(Errno::DQUOT), ("disk-full", Action::Retry));
    assert_eq!(named(Errno::ROFS), ("library-read-only", Action::SaveElsewhere));
    assert_eq!(named(Errno::ACCESS), ("not-allowed", Action::SaveElsewhere));
    assert_eq!(named(Errno::PERM), ("not-allowed", Action::SaveElsewhere));
    assert_eq!(named(Errno::NOENT), ("missing", Action::None));
    assert_eq!(named(Errno::EXIST), ("name-taken", Action::ChooseName));
    assert_eq!(named(Errno::NAMETOOLONG), ("name-too-long", Action::ChooseName));
    assert_eq!(named(Errno::IO), ("disk-failed", Action::SaveElsewhere));
    assert_eq!(named(Errno::MFILE), ("too-many-open", Action::Retry));
    assert_eq!(named(Errno::BUSY), ("other", Action::SaveElsewhere));
}
