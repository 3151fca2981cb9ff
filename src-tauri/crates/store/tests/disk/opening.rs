//! Opening: what comes in, and what is refused in which words.

use crate::folder::Folder;
use std::fs;
use std::os::unix::fs::MetadataExt;

/// The code with which a file of these bytes is refused, or `opened`.
fn opening(bytes: &[u8]) -> &'static str {
    let folder = Folder::with(&[]);
    fs::write(folder.path("a.md"), bytes).unwrap();
    store::open(&folder.path("a.md")).map_or_else(|situation| situation.code(), |_| "opened")
}

#[test]
fn text_is_opened_and_all_else_is_named() {
    assert_eq!(opening(b""), "opened");
    assert_eq!(opening("\u{feff}a\r\nb\0".as_bytes()), "opened");
    assert_eq!(opening(b"caf\xe9"), "not-utf8");
    assert_eq!(opening(b"\xff\xfea\0b\0"), "not-utf8");
    assert_eq!(opening(&[0; 4096]), "binary");
    assert_eq!(opening(&[b"\x7fELF\xff".as_slice(), &[0; 999]].concat()), "binary");
}

#[test]
fn what_is_not_utf8_can_be_looked_at() {
    let folder = Folder::with(&[]);
    fs::write(folder.path("a.md"), b"caf\xe9").unwrap();
    assert_eq!(store::view(&folder.path("a.md")).unwrap(), "caf\u{fffd}");
}

#[test]
fn what_is_not_there_or_no_file_is_said_to_be_so() {
    let folder = Folder::with(&[("inner/a.md", "x")]);
    let code = |name: &str| store::open(&folder.path(name)).unwrap_err().code();
    assert_eq!(code("b.md"), "missing");
    assert_eq!(code("gone/b.md"), "library-gone");
    assert_eq!(code("inner"), "folder");
}

#[test]
fn a_file_beyond_the_limit_is_one_clear_sentence() {
    let folder = Folder::with(&[]);
    let file = fs::File::create(folder.path("a.md")).unwrap();
    file.set_len(50_000_000).unwrap();
    let refused = store::open(&folder.path("a.md")).unwrap_err();
    assert_eq!(refused.to_string(), "“a.md” has 50 MB; Lede opens texts of up to 20 MB.");
    fs::write(folder.path("a.md"), "a".repeat(store::LARGEST_DRAFT as usize)).unwrap();
    assert!(store::open(&folder.path("a.md")).is_ok());
}

#[test]
fn opening_changes_nothing() {
    let folder = Folder::with(&[("a.md", "text\r\n")]);
    let about = || {
        let about = fs::metadata(folder.path("a.md")).unwrap();
        (about.ino(), about.mtime_nsec(), about.ctime_nsec(), folder.files())
    };
    let before = about();
    store::open(&folder.path("a.md")).unwrap();
    assert_eq!(about(), before);
}
