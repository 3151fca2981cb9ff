//! Pictures that come to a draft.

use crate::folder::Folder;
use std::fs;
use store::{Situation, keep_picture};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n a picture";
const OTHER: &[u8] = b"\x89PNG\r\n\x1a\n another";

fn draft() -> Folder {
    Folder::with(&[("a.md", "text\n")])
}

#[test]
fn a_picture_goes_beside_the_draft_under_a_name_without_escapes() {
    let folder = draft();
    let kept = keep_picture(&folder.path("a.md"), "The Bridge (at dawn).PNG", PNG);
    assert_eq!(kept.unwrap(), "assets/the-bridge-at-dawn.png");
    assert_eq!(fs::read(folder.path("assets/the-bridge-at-dawn.png")).unwrap(), PNG);
}

#[test]
fn the_same_picture_is_kept_once_and_another_of_that_name_beside_it() {
    let folder = draft();
    let keep = |bytes| keep_picture(&folder.path("a.md"), "bridge.png", bytes).unwrap();
    assert_eq!(keep(PNG), "assets/bridge.png");
    assert_eq!(keep(OTHER), "assets/bridge-2.png");
    assert_eq!(keep(PNG), "assets/bridge.png");
    assert_eq!(keep(OTHER), "assets/bridge-2.png");
    assert_eq!(fs::read_dir(folder.path("assets")).unwrap().count(), 2);
}

#[test]
fn a_picture_is_what_its_bytes_say() {
    let folder = draft();
    let keep = |name, bytes: &[u8]| keep_picture(&folder.path("a.md"), name, bytes);
    assert_eq!(keep("bridge.gif", PNG).unwrap(), "assets/bridge.png");
    assert_eq!(keep("", b"GIF89a..........").unwrap(), "assets/picture.gif");
    assert_eq!(keep("..", b"\xff\xd8\xff\xe0 jpeg").unwrap(), "assets/picture.jpg");
    let svg: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg'/>";
    for bytes in [svg, b"", b"text", b"%PDF-1.4"] {
        assert!(matches!(keep("bridge.png", bytes), Err(Situation::NotAPicture(_))));
    }
}

#[test]
fn a_name_cannot_lead_out_of_the_folder() {
    let folder = draft();
    let kept = keep_picture(&folder.path("a.md"), "../../etc/passwd.png", PNG);
    assert_eq!(kept.unwrap(), "assets/passwd.png");
}

#[test]
fn where_the_folder_cannot_be_made_it_is_said() {
    let folder = Folder::with(&[("a.md", "text\n"), ("assets", "a file of this name")]);
    let kept = keep_picture(&folder.path("a.md"), "bridge.png", PNG);
    assert_eq!(kept.unwrap_err().code(), "name-taken");
    assert_eq!(folder.read("assets"), "a file of this name");
}
