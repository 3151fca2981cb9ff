//! Folders in the library, and drafts that move between them.

use crate::folder::Folder;
use std::fs;
use std::os::unix::fs::symlink;
use store::{Library, Summary};

fn library(folder: &Folder) -> Library {
    Library::open(&folder.root()).unwrap()
}

fn folders(folder: &Folder) -> Vec<String> {
    let library = library(folder);
    let folders = library.folders(&library.names().unwrap()).unwrap();
    folders.iter().map(|folder| folder.display().to_string()).collect()
}

#[test]
fn folders_with_drafts_are_listed_and_so_are_empty_ones() {
    let folder = Folder::with(&[
        ("a.md", ""),
        ("old/2025/b.md", ""),
        ("old/assets/c.png", ""),
        (".git/d.md", ""),
    ]);
    fs::create_dir_all(folder.path("new/next")).unwrap();
    symlink("old", folder.path("door")).unwrap();
    assert_eq!(folders(&folder), ["new", "new/next", "old", "old/2025"]);
    assert!(folders(&Folder::with(&[("a.md", "")])).is_empty());
}

#[test]
fn a_draft_moves_into_a_folder_and_never_over_another() {
    let folder = Folder::with(&[("a.md", "a"), ("in/b.md", "b"), ("b.md", "other")]);
    let library = library(&folder);
    let moved = |name: &str, to: &str| {
        library.move_into(&folder.path(name), to).map_err(|situation| situation.code())
    };
    assert_eq!(moved("a.md", "in"), Ok(folder.path("in/a.md")));
    assert_eq!(moved("in/a.md", "in"), Ok(folder.path("in/a.md")));
    assert_eq!(moved("in/a.md", ""), Ok(folder.path("a.md")));
    assert_eq!(moved("b.md", "in"), Err("name-taken"));
    assert_eq!(moved("gone.md", "in"), Err("missing"));
    assert_eq!(moved("a.md", "nowhere"), Err("library-gone"));
    let files = [("a.md", "a"), ("b.md", "other"), ("in/b.md", "b")];
    assert_eq!(folder.files(), files.map(|(name, text)| (name.into(), text.into())).into());
}

#[test]
fn pictures_are_found_from_the_folder_that_a_draft_moves_to() {
    let folder =
        Folder::with(&[("a.md", "![A](assets/a.png)\r\n"), ("assets/a.png", "x"), ("in/b.md", "")]);
    let to = library(&folder).move_into(&folder.path("a.md"), "in").unwrap();
    assert_eq!(folder.read("in/a.md"), "![A](../assets/a.png)\r\n");
    assert!(store::picture(&to, &folder.root(), "../assets/a.png").is_some());
    assert_eq!(folder.files().len(), 3, "nothing is left beside it");
    library(&folder).move_into(&to, "").unwrap();
    assert_eq!(folder.read("a.md"), "![A](assets/a.png)\r\n");
}

#[test]
fn no_folder_leads_out_of_the_library() {
    let outside = Folder::with(&[("rooms/x.md", "")]);
    let folder = Folder::with(&[("a.md", "a")]);
    symlink(outside.root(), folder.path("door")).unwrap();
    let library = library(&folder);
    for (to, code) in [
        ("..", "outside-library"),
        ("/tmp", "outside-library"),
        ("door", "outside-library"),
        ("door/rooms", "outside-library"),
        (".hidden", "name-not-possible"),
        ("in/.hidden", "name-not-possible"),
    ] {
        let refused = library.move_into(&folder.path("a.md"), to).unwrap_err();
        assert_eq!(refused.code(), code, "{to}");
        assert_eq!(library.make_folder(to).unwrap_err().code(), code, "{to}");
    }
    assert_eq!(library.make_folder("new/next").unwrap(), folder.path("new/next"));
    assert_eq!(library.make_folder("new").unwrap(), folder.path("new"));
    assert!(library.move_into(&outside.path("rooms/x.md"), "new").is_err());
}

#[test]
fn a_summary_says_state_and_tags() {
    let summary = |source: &str| Summary::of(source, "x");
    let published = summary("---\nstate: published\ntags: [a, b c]\n---\n# T\n");
    assert_eq!((published.published, &published.tags[..]), (true, &["a".into(), "b c".into()][..]));
    for draft in ["# T\n", "---\nstate: draft\n---\n", "---\nstate: [published\n---\n"] {
        assert_eq!((summary(draft).published, summary(draft).tags.len()), (false, 0), "{draft}");
    }
}
