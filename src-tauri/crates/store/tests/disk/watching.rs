//! The watcher: what it tells of what others do.

use crate::folder::Folder;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use store::{Happened, Watcher};

/// Far longer than the watcher may take: a test that waits so long has failed.
const TOO_LONG: Duration = Duration::from_secs(20);

/// A watched folder and what is told of it.
struct Watched {
    folder: Folder,
    told: Receiver<Happened>,
    _watcher: Watcher,
}

impl Watched {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = Folder::with(files);
        fs::create_dir_all(folder.path("library")).unwrap();
        let (tell, told) = channel();
        let watcher = store::watch(&folder.path("library"), move |happened| {
            let _over = tell.send(happened);
        });
        Self { folder, told, _watcher: watcher.unwrap() }
    }

    /// Waits until this is told; what is told before it is returned.
    fn wait_for(&self, awaited: &Happened) -> Vec<Happened> {
        let mut before = Vec::new();
        loop {
            match self.told.recv_timeout(TOO_LONG) {
                Ok(happened) if happened == *awaited => return before,
                Ok(happened) => before.push(happened),
                Err(_) => panic!("{awaited:?} was never told; before: {before:?}"),
            }
        }
    }

    fn appeared(&self, name: &str) -> Happened {
        Happened::Appeared(self.folder.path(name))
    }

    fn changed(&self, name: &str) -> Happened {
        Happened::Changed(self.folder.path(name))
    }

    fn vanished(&self, name: &str) -> Happened {
        Happened::Vanished(self.folder.path(name))
    }
}

#[test]
fn drafts_that_come_change_and_go_are_told() {
    let watched = Watched::with(&[("library/a.md", "old")]);
    watched.folder.write("library/b.md", "new");
    watched.wait_for(&watched.appeared("library/b.md"));
    watched.folder.write("library/a.md", "other");
    watched.wait_for(&watched.changed("library/a.md"));
    fs::remove_file(watched.folder.path("library/b.md")).unwrap();
    watched.wait_for(&watched.vanished("library/b.md"));
}

#[test]
fn a_draft_replaced_by_a_rename_a_thousand_times_over_is_still_watched() {
    let watched = Watched::with(&[("library/a.md", "old")]);
    let (temporary, path) =
        (watched.folder.path("library/.a.tmp"), watched.folder.path("library/a.md"));
    for round in 0..1000 {
        fs::write(&temporary, format!("text {round}")).unwrap();
        fs::rename(&temporary, &path).unwrap();
    }
    watched.wait_for(&watched.changed("library/a.md"));
    // All that is to come of these has come once this is told.
    watched.folder.write("library/end.md", "");
    watched.wait_for(&watched.appeared("library/end.md"));
    fs::write(&temporary, "the last").unwrap();
    fs::rename(&temporary, &path).unwrap();
    watched.wait_for(&watched.changed("library/a.md"));
}

#[test]
fn a_rename_is_one_that_vanished_and_one_that_appeared() {
    let watched = Watched::with(&[("library/a.md", "text")]);
    fs::rename(watched.folder.path("library/a.md"), watched.folder.path("library/b.md")).unwrap();
    let before = watched.wait_for(&watched.appeared("library/b.md"));
    if !before.contains(&watched.vanished("library/a.md")) {
        watched.wait_for(&watched.vanished("library/a.md"));
    }
}

#[test]
fn folders_that_come_and_go_bring_and_take_their_drafts() {
    let watched = Watched::with(&[("elsewhere/deep/a.md", "text")]);
    let (out, inside) = (watched.folder.path("elsewhere"), watched.folder.path("library/room"));
    fs::rename(&out, &inside).unwrap();
    watched.wait_for(&watched.appeared("library/room/deep/a.md"));
    watched.folder.write("library/room/deep/b.md", "new");
    watched.wait_for(&watched.appeared("library/room/deep/b.md"));
    fs::rename(&inside, &out).unwrap();
    watched.wait_for(&watched.vanished("library/room/deep/a.md"));
}

#[test]
fn the_library_may_go_and_come_back() {
    let watched = Watched::with(&[("library/a.md", "old"), ("library/b.md", "old")]);
    let (library, away) = (watched.folder.path("library"), watched.folder.path("away"));
    fs::rename(&library, &away).unwrap();
    watched.wait_for(&Happened::LibraryGone);
    watched.folder.write("away/a.md", "changed meanwhile");
    fs::remove_file(away.join("b.md")).unwrap();
    fs::rename(&away, &library).unwrap();
    assert_eq!(watched.wait_for(&Happened::LibraryBack), []);
    let before = watched.wait_for(&watched.changed("library/a.md"));
    assert_eq!(before, [watched.vanished("library/b.md")]);
    watched.folder.write("library/c.md", "watched again");
    watched.wait_for(&watched.appeared("library/c.md"));
}

#[test]
fn nothing_is_told_of_what_is_no_draft() {
    let watched = Watched::with(&[("library/a.md", "old")]);
    watched.folder.write("library/.a.md.Xy12abCD.lede-tmp", "x");
    watched.folder.write("library/note.txt", "x");
    watched.folder.write("library/.git/b.md", "x");
    assert_eq!(fs::read_to_string(watched.folder.path("library/a.md")).unwrap(), "old");
    watched.folder.write("library/end.md", "");
    assert_eq!(watched.wait_for(&watched.appeared("library/end.md")), []);
}

/// Whether this process watches the folder, by what the system knows of its watches.
fn is_watched(folder: &Path) -> bool {
    let number = format!(" ino:{:x} ", fs::metadata(folder).unwrap().ino());
    let about = fs::read_dir("/proc/self/fdinfo").unwrap().flatten();
    let mut about = about.map(|entry| fs::read_to_string(entry.path()).unwrap_or_default());
    about.any(|about| about.lines().any(|it| it.starts_with("inotify") && it.contains(&number)))
}

#[test]
fn hidden_folders_are_not_watched_whenever_they_come() {
    let files = [("library/room/a.md", "old"), ("library/.git/objects/a", "old")];
    let watched = Watched::with(&files);
    watched.folder.write("library/room/.stversions/b.md", "new");
    watched.folder.write("library/.hidden/c.md", "new");
    watched.folder.write("library/later/deep/d.md", "new");
    watched.wait_for(&watched.appeared("library/later/deep/d.md"));
    for folder in ["library", "library/room", "library/later", "library/later/deep"] {
        assert!(is_watched(&watched.folder.path(folder)), "{folder}");
    }
    for folder in [".git", ".git/objects", "room/.stversions", ".hidden"] {
        let folder = watched.folder.path("library").join(folder);
        assert!(!is_watched(&folder), "{}", folder.display());
    }
    let (hidden, shown) =
        ["library/.hidden", "library/shown"].map(|it| watched.folder.path(it)).into();
    fs::rename(&hidden, &shown).unwrap();
    watched.wait_for(&watched.appeared("library/shown/c.md"));
    watched.folder.write("library/shown/c.md", "written under its new name");
    watched.wait_for(&watched.changed("library/shown/c.md"));
    fs::rename(&shown, &hidden).unwrap();
    watched.wait_for(&watched.vanished("library/shown/c.md"));
    assert!(!is_watched(&hidden));
}
