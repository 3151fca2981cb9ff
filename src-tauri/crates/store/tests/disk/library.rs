//! The library: what is listed, in which order, under which names, and what is found.

use crate::folder::Folder;
use jiff::civil::date;
use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::time::{Duration, SystemTime};
use store::{Library, slug};

fn library(folder: &Folder) -> Library {
    Library::open(&folder.root()).unwrap()
}

/// The names in the list, in its order.
fn listed(folder: &Folder) -> Vec<String> {
    let root = folder.root();
    let entries = library(folder).names().unwrap();
    let name = |path: &std::path::Path| path.strip_prefix(&root).unwrap().display().to_string();
    entries.iter().map(|entry| name(&entry.path)).collect()
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names
}

#[test]
fn the_list_has_drafts_only() {
    let folder = Folder::with(&[
        ("a.md", ""),
        ("deep/er/b.MD", ""),
        ("note.txt", ""),
        (".hidden.md", ""),
        (".git/c.md", ""),
        (".stversions/d.md", ""),
        ("~syncthing~a.md.tmp", ""),
        (".syncthing.a.md.tmp", ""),
        ("~$a.md", ""),
        ("#a.md#", ""),
        ("a.md~", ""),
        (".a.md.Xy12abCD.lede-tmp", ""),
        (".a.md.Xy12abCD.0123456789abcdef.lede-old", ""),
    ]);
    assert_eq!(sorted(listed(&folder)), ["a.md", "deep/er/b.MD"]);
}

#[test]
fn links_that_lead_out_are_not_followed() {
    let outside = Folder::with(&[("secret.md", "x"), ("rooms/more.md", "x")]);
    let folder = Folder::with(&[("a.md", "x")]);
    symlink(outside.path("secret.md"), folder.path("out.md")).unwrap();
    symlink(outside.path("rooms"), folder.path("rooms")).unwrap();
    symlink(".", folder.path("round")).unwrap();
    symlink("a.md", folder.path("in.md")).unwrap();
    assert_eq!(sorted(listed(&folder)), ["a.md", "in.md"]);
}

#[test]
fn the_draft_written_last_comes_first() {
    let folder = Folder::with(&[("a.md", ""), ("b.md", ""), ("c.md", "")]);
    for (name, age) in [("a.md", 20), ("b.md", 10), ("c.md", 30)] {
        let time = SystemTime::now() - Duration::from_secs(age);
        File::options().write(true).open(folder.path(name)).unwrap().set_modified(time).unwrap();
    }
    assert_eq!(listed(&folder), ["b.md", "a.md", "c.md"]);
}

/// The draft that a file of this name is a copy of.
fn copy_of(name: &str) -> Option<String> {
    let folder = Folder::with(&[(name, "")]);
    let entries = library(&folder).names().unwrap();
    let copy_of = entries[0].copy_of.as_ref()?;
    Some(copy_of.file_name().unwrap().to_string_lossy().into_owned())
}

#[test]
fn conflict_copies_are_listed_with_the_draft_that_they_belong_to() {
    let copies = [
        "a.sync-conflict-20250314-101112-ABC2DEF.md",
        "a (conflicted copy 2025-03-14 101112).md",
        "a (the desk's conflicted copy 2025-03-14).md",
        "a (conflict 2025-03-14 101112).md",
        "a (conflict 2025-03-14 101112 2).md",
    ];
    for name in copies {
        assert_eq!(copy_of(name).as_deref(), Some("a.md"), "{name}");
    }
    assert_eq!(copy_of("a (second draft).md"), None);
}

#[test]
fn a_slug_keeps_the_letters_of_any_script() {
    assert_eq!(slug("Five Signals That The Ferry Strike…"), "five-signals-that-the-ferry-strike");
    assert_eq!(slug("  What’s next? It's 3–2!  "), "whats-next-its-3-2");
    assert_eq!(slug("Été à Paris / Βόλτα / 五つの兆し"), "été-à-paris-βόλτα-五つの兆し");
    assert_eq!(slug("हिन्दी में पाँच"), "हिन्दी-में-पाँच");
    assert_eq!(slug("../../etc/passwd\0"), "etc-passwd");
    assert_eq!(slug("?!…"), "untitled");
    assert!(slug(&"long ".repeat(99)).len() <= 150);
}

#[test]
fn a_new_draft_is_named_after_day_and_title_and_never_over_another() {
    let folder = Folder::with(&[]);
    let create = || library(&folder).create("Five Signals", date(2025, 3, 14), "text").unwrap();
    assert_eq!(create(), folder.path("2025-03-14-five-signals.md"));
    assert_eq!(create(), folder.path("2025-03-14-five-signals-2.md"));
    assert_eq!(create(), folder.path("2025-03-14-five-signals-3.md"));
    assert_eq!(folder.files().len(), 3);
}

#[test]
fn a_name_that_is_taken_or_impossible_is_refused() {
    let folder = Folder::with(&[("a.md", "a"), ("b.md", "b")]);
    let rename = |to: &str| library(&folder).rename(&folder.path("a.md"), to);
    assert_eq!(rename("b").unwrap_err().code(), "name-taken");
    for impossible in ["", "  ", ".md", ".hidden", "x/y", "~x", "a\0b"] {
        assert_eq!(rename(impossible).unwrap_err().code(), "name-not-possible", "{impossible:?}");
    }
    assert_eq!(rename(&"x".repeat(300)).unwrap_err().code(), "name-too-long");
    assert_eq!(rename("c").unwrap(), folder.path("c.md"));
    assert_eq!(rename("d.md").unwrap_err().code(), "missing");
    assert_eq!(folder.files(), [("b.md".into(), "b".into()), ("c.md".into(), "a".into())].into());
}

#[test]
fn a_duplicate_has_the_same_bytes() {
    let folder = Folder::with(&[("in/a.md", "\u{feff}a\r\n")]);
    let copy = library(&folder).duplicate(&folder.path("in/a.md")).unwrap();
    assert_eq!(copy, folder.path("in/a-2.md"));
    assert_eq!(folder.read("in/a-2.md"), "\u{feff}a\r\n");
}

#[test]
fn nothing_outside_is_reached_by_a_name() {
    let outside = Folder::with(&[("secret.md", "x")]);
    let folder = Folder::with(&[("in/a.md", "x")]);
    symlink(outside.root(), folder.path("door")).unwrap();
    let resolve = |id: &str| library(&folder).resolve(id).map_err(|situation| situation.code());
    assert_eq!(resolve("in/a.md"), Ok(folder.path("in/a.md")));
    let elsewhere = ["/etc/a.md", "../a.md", "in/../../a.md", "door/secret.md", "./a.md", ""];
    for id in elsewhere {
        assert!(resolve(id).is_err(), "{id}");
    }
    for id in ["in/.a.md", ".in/a.md", "in/a.txt", "in/a\0.md"] {
        assert!(resolve(id).is_err(), "{id}");
    }
    let secret = outside.path("secret.md");
    assert_eq!(library(&folder).duplicate(&secret).unwrap_err().code(), "outside-library");
    assert_eq!(library(&folder).trash(&secret).unwrap_err().code(), "outside-library");
    assert_eq!(library(&folder).rename(&secret, "b").unwrap_err().code(), "outside-library");
}

#[test]
fn a_library_that_is_gone_or_a_file_says_so() {
    let folder = Folder::with(&[("a.md", "x")]);
    let code = |name: &str| Library::open(&folder.path(name)).unwrap_err().code();
    assert_eq!(code("gone"), "library-gone");
    assert_eq!(code("gone/"), "library-gone");
    assert_eq!(code("a.md"), "not-a-folder");
    assert_eq!(code("a.md/"), "not-a-folder");
    assert_eq!(code("a.md/deeper"), "library-gone");
}

#[test]
fn a_summary_says_title_beginning_points_and_words() {
    let text = "# Three *Signs*\n\n*The dek.*\n\nThe **ferry** is\nlate.\n\n## 1. One\n\nBody.\n\n## 2. Two\n\nBody.\n";
    let folder = Folder::with(&[("a.md", text), ("plain.md", "Only text."), ("empty.md", "")]);
    let library = library(&folder);
    let summary = |name: &str| {
        let entries = library.names().unwrap();
        library.summary(entries.iter().find(|entry| entry.path.ends_with(name)).unwrap())
    };
    let piece = summary("a.md");
    assert_eq!((piece.title.as_str(), piece.points), ("Three Signs", 2));
    assert_eq!(piece.first_words, "The ferry is late.");
    assert_eq!(piece.words, 12);
    assert_eq!((summary("plain.md").title.as_str(), summary("plain.md").words), ("plain", 2));
    assert_eq!(summary("empty.md").title, "empty");
    let entries = library.names().unwrap();
    let one_by_one: Vec<_> = entries.iter().map(|entry| library.summary(entry)).collect();
    assert_eq!(library.summaries(&entries), one_by_one);
}

#[test]
fn a_draft_that_cannot_be_opened_is_listed_by_its_name() {
    let folder = Folder::with(&[]);
    fs::write(folder.path("a.md"), b"caf\xe9").unwrap();
    let library = library(&folder);
    assert_eq!(library.summary(&library.names().unwrap()[0]).title, "a");
}

#[test]
fn pictures_come_from_beside_the_draft_and_from_nowhere_else() {
    let outside = Folder::with(&[("secret.png", "x")]);
    let folder =
        Folder::with(&[("in/a.md", ""), ("in/b.png", "b"), ("c.jpg", "c"), ("in/d.txt", "")]);
    symlink(outside.path("secret.png"), folder.path("in/out.png")).unwrap();
    let seen = |destination: &str| {
        let draft = folder.path("in/a.md");
        store::picture(&draft, &folder.root(), destination).map(|picture| picture.media_type)
    };
    assert_eq!(seen("b.png"), Some("image/png"));
    assert_eq!(seen("../c.jpg"), Some("image/jpeg"));
    let secret = outside.path("secret.png");
    let elsewhere =
        ["out.png", "../../secret.png", "d.txt", "gone.png", "http://x/b.png", "b.png\0"];
    for destination in elsewhere.into_iter().chain(secret.to_str()) {
        assert_eq!(seen(destination), None, "{destination}");
    }
    let alone = store::picture(&folder.path("in/a.md"), &outside.root(), "../c.jpg");
    assert_eq!(alone, None, "a draft from elsewhere sees its own folder only");
}
