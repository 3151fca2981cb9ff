//! Files named without a folder. Alone in its process, for the working folder is the whole process's.
#![allow(clippy::disallowed_methods, reason = "the disk is what this crate is about")]

use std::{env, fs};
use store::Hash;

#[test]
fn a_bare_name_is_one_in_the_working_folder() {
    let folder = tempfile::tempdir().unwrap();
    env::set_current_dir(folder.path()).unwrap();
    store::create_new("a.md".as_ref(), b"new").unwrap();
    store::write_over("b.md".as_ref(), b"over").unwrap();
    let saved = store::save("a.md".as_ref(), Some(Hash::of(b"new")), b"newer").unwrap();
    saved.pending.map(store::Pending::settle);
    let copy = store::conflict_copy("a.md".as_ref(), b"theirs").unwrap();
    assert_eq!(fs::read("a.md").unwrap(), b"newer");
    assert_eq!(fs::read("b.md").unwrap(), b"over");
    assert_eq!(fs::read(copy).unwrap(), b"theirs");
    assert_eq!(store::create_new("a.md".as_ref(), b"x").unwrap_err().code(), "name-taken");
}
