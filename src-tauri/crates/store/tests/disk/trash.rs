//! The trash, in a home of its own so that no test fills the person's.

use crate::child::is_root;
use crate::folder::Folder;
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use store::Library;

#[test]
fn what_was_thrown_away_comes_back() {
    let folder = Folder::with(&[("home/.keep", ""), ("library/a.md", "text\r\n")]);
    let output = Command::new(env::current_exe().unwrap())
        .args(["--exact", "trash::a_child_throws_away_and_brings_back", "--ignored", "--nocapture"])
        .env("LEDE_CHILD_ROOT", folder.root())
        .env("HOME", folder.path("home"))
        .env("XDG_DATA_HOME", folder.path("home/data"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "root: {}, {said}", is_root());
    assert_eq!(folder.read("library/a.md"), "text\r\n");
}

#[test]
#[ignore = "the test above runs it, with a home of its own"]
fn a_child_throws_away_and_brings_back() {
    let Some(root) = env::var_os("LEDE_CHILD_ROOT").map(PathBuf::from) else { return };
    let library = Library::open(&root.join("library")).unwrap();
    let path = library.root().join("a.md");
    // Twice, for a trash that already has one of that name.
    for round in 0..2 {
        let trashed = library.trash(&path).unwrap();
        assert!(!path.exists(), "round {round}");
        assert_eq!(trashed.original(), path);
        fs::write(&path, "another").unwrap();
        let taken = library.restore(trashed.clone()).unwrap_err();
        assert_eq!(taken.code(), "name-taken");
        fs::remove_file(&path).unwrap();
        assert_eq!(library.restore(trashed).unwrap(), path);
        assert_eq!(fs::read_to_string(&path).unwrap(), "text\r\n");
    }
    assert_eq!(library.trash(&root.join("library/gone.md")).unwrap_err().code(), "missing");
}
