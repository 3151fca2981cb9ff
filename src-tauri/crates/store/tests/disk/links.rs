//! What a save must leave as it was: links, mode, owner, attributes.

use crate::child;
use crate::folder::Folder;
use rustix::fs::{XattrFlags, chown, getxattr, setxattr};
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o7777
}

fn attribute(path: &Path, name: &str) -> Option<Vec<u8>> {
    let mut value = vec![0; 256];
    let size = getxattr(path, name, &mut value[..]).ok()?;
    value.truncate(size);
    Some(value)
}

/// An access list as the kernel stores it: the owner may write, the person 1000 and the group may read.
fn access_list() -> Vec<u8> {
    let entry = |tag: u16, may: u16, whom: u32| {
        [&tag.to_le_bytes()[..], &may.to_le_bytes(), &whom.to_le_bytes()].concat()
    };
    let nobody = u32::MAX;
    let entries = [
        entry(1, 6, nobody),
        entry(2, 4, 1000),
        entry(4, 4, nobody),
        entry(0x10, 4, nobody),
        entry(0x20, 0, nobody),
    ];
    [&2u32.to_le_bytes()[..], &entries.concat()].concat()
}

#[test]
fn a_chain_of_links_stays_and_the_file_behind_it_is_written() {
    let folder = Folder::with(&[("far/real.md", "old")]);
    symlink("far/real.md", folder.path("one.md")).unwrap();
    symlink("one.md", folder.path("two.md")).unwrap();
    folder.save("two.md", "old", "new").unwrap();
    assert_eq!(folder.read("far/real.md"), "new");
    assert!(folder.path("one.md").is_symlink() && folder.path("two.md").is_symlink());
    assert_eq!(folder.files().len(), 3);
}

#[test]
fn a_link_to_nothing_gets_its_file() {
    let folder = Folder::with(&[]);
    symlink("real.md", folder.path("link.md")).unwrap();
    store::save(&folder.path("link.md"), None, b"new").unwrap();
    assert_eq!(folder.read("real.md"), "new");
    assert!(folder.path("link.md").is_symlink());
}

#[test]
fn links_in_a_circle_are_refused() {
    let folder = Folder::with(&[]);
    symlink("b.md", folder.path("a.md")).unwrap();
    symlink("a.md", folder.path("b.md")).unwrap();
    assert_eq!(store::save(&folder.path("a.md"), None, b"x").unwrap_err().code(), "not-a-file");
}

#[test]
fn both_names_of_a_file_get_the_new_text() {
    let folder = Folder::with(&[("a.md", "a long old text")]);
    fs::hard_link(folder.path("a.md"), folder.path("b.md")).unwrap();
    folder.save("a.md", "a long old text", "new").unwrap();
    assert_eq!(folder.read("b.md"), "new");
    assert_eq!(folder.files().len(), 2);
    folder.write("a.md", "theirs");
    folder.save("b.md", "new", "mine").unwrap();
    assert_eq!((folder.read("a.md"), folder.copies()), ("mine".into(), vec!["theirs".into()]));
}

#[test]
fn the_mode_stays() {
    let folder = Folder::with(&[("a.md", "old")]);
    for kept in [0o600, 0o640, 0o664, 0o755] {
        fs::set_permissions(folder.path("a.md"), fs::Permissions::from_mode(kept)).unwrap();
        let old = folder.read("a.md");
        folder.save("a.md", &old, &format!("{old} again")).unwrap();
        assert_eq!(mode(&folder.path("a.md")), kept);
    }
}

#[test]
fn a_conflict_copy_is_as_private_as_its_draft() {
    let folder = Folder::with(&[("a.md", "mine")]);
    fs::set_permissions(folder.path("a.md"), fs::Permissions::from_mode(0o600)).unwrap();
    let copy = store::conflict_copy(&folder.path("a.md"), b"theirs").unwrap();
    assert_eq!(mode(&copy), 0o600);
}

#[test]
fn notes_and_access_lists_stay_and_none_are_added() {
    let folder = Folder::with(&[("a.md", "old"), ("b.md", "old")]);
    let (a, b) = (folder.path("a.md"), folder.path("b.md"));
    let list = access_list();
    if setxattr(&a, "user.note", b"mine", XattrFlags::empty()).is_err() {
        println!("SKIPPED: the disk knows no attributes");
        return;
    }
    if setxattr(&a, "system.posix_acl_access", &list, XattrFlags::empty()).is_err() {
        println!("SKIPPED: the disk knows no access lists");
        return;
    }
    // From here on new files in the folder are born with the list.
    setxattr(folder.root(), "system.posix_acl_default", &list, XattrFlags::empty()).unwrap();
    let before = mode(&b);
    folder.save("a.md", "old", "new").unwrap();
    folder.save("b.md", "old", "new").unwrap();
    assert_eq!(attribute(&a, "user.note").unwrap(), b"mine");
    assert_eq!(attribute(&a, "system.posix_acl_access").unwrap(), list);
    assert_eq!(attribute(&b, "system.posix_acl_access"), None);
    assert_eq!(mode(&b), before);
}

#[test]
fn the_owner_stays_also_in_a_folder_that_gives_its_group_away() {
    if !child::is_root() {
        return;
    }
    let folder = Folder::with(&[("a.md", "old")]);
    let owner =
        |uid, gid| (Some(rustix::fs::Uid::from_raw(uid)), Some(rustix::fs::Gid::from_raw(gid)));
    let (uid, gid) = owner(1234, 2345);
    chown(folder.path("a.md"), uid, gid).unwrap();
    let (_, folders_gid) = owner(0, 3456);
    chown(folder.root(), None, folders_gid).unwrap();
    fs::set_permissions(folder.root(), fs::Permissions::from_mode(0o2777)).unwrap();
    folder.save("a.md", "old", "new").unwrap();
    let about = fs::metadata(folder.path("a.md")).unwrap();
    assert_eq!((about.uid(), about.gid()), (1234, 2345));
}
