//! L10: what a file is besides its text.

use crate::case::{Case, Tried};
use crate::child::{self, Ended};
use crate::folder::Folder;
use crate::skipped;
use crate::trial::Trial;
use anyhow::{Result, ensure};
use rustix::fs::{XattrFlags, getxattr, setxattr};
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::Path;
use std::process::Command;
use store::Hash;

pub(crate) const CASE: Case = Case {
    id: "L10",
    what: "links, second names, mode, group, access list, attributes and owner are kept, or the save is refused aloud",
    tried: Tried {
        sample: usize::MAX,
        full: usize::MAX,
        run,
        broken: &["drops-attributes", "replaces-links", "writes-in-place-on-error"],
    },
};

type Kept = (&'static str, fn(&Trial) -> Result<()>);

const ALL: &[Kept] = &[
    ("a link", |trial| chain(trial, 1)),
    ("a chain of links", |trial| chain(trial, 5)),
    ("a link to nothing", link_to_nothing),
    ("a second name", second_name),
    ("mode 0600", |trial| mode(trial, 0o600)),
    ("mode 0640", |trial| mode(trial, 0o640)),
    ("mode 0664", |trial| mode(trial, 0o664)),
    ("mode 0444", read_only),
    ("a folder that gives its group away", setgid),
    ("an access list", access_list),
    ("a folder with an access list for new files", default_access_list),
    ("an attribute", attribute),
    ("a foreign owner, saved by root", foreign_owner),
    ("a foreign owner, saved by somebody", |trial| {
        by_somebody(trial, 0o666, 0o777, "owner-not-kept")
    }),
    ("a file that others may only read", |trial| by_somebody(trial, 0o644, 0o777, "not-allowed")),
    ("a folder that takes no file", |trial| by_somebody(trial, 0o666, 0o555, "not-allowed")),
    ("an immutable file", immutable),
];

fn run(trial: &mut Trial) -> Result<()> {
    trial.each(ALL, |(name, _)| (*name).to_owned(), |trial, (_, kept)| kept(trial));
    Ok(())
}

fn with_old() -> Result<Folder> {
    Folder::new()?.with("a.md", "old")
}

/// Saves over `name` what holds `old`, and holds that it holds the new text then.
fn saved(trial: &Trial, folder: &Folder, name: &str) -> Result<()> {
    trial.way.save_now(&folder.path(name), Some(Hash::of(b"old")), b"new")?;
    ensure!(folder.bytes(name)? == b"new", "it was not saved");
    Ok(())
}

/// Saves over `a.md`, and holds that it was refused for this reason and is as it was.
fn refused(trial: &Trial, folder: &Folder, reason: &str) -> Result<()> {
    let saved = trial.way.save_now(&folder.path("a.md"), Some(Hash::of(b"old")), b"new");
    let code = saved.map_err(|refused| refused.code()).err();
    untouched(folder)?;
    ensure!(code == Some(reason), "the reason was {code:?}");
    Ok(())
}

fn untouched(folder: &Folder) -> Result<()> {
    ensure!(folder.bytes("a.md")? == b"old", "it was written");
    let left: Vec<_> = folder.files()?.into_keys().collect();
    ensure!(left.iter().all(|name| !name.contains(".lede-")), "left behind: {left:?}");
    Ok(())
}

fn chain(trial: &Trial, links: usize) -> Result<()> {
    let folder = with_old()?;
    let mut last = "a.md".to_owned();
    for link in 0..links {
        let next = format!("link {link}.md");
        symlink(&last, folder.path(&next))?;
        last = next;
    }
    saved(trial, &folder, &last)?;
    ensure!(folder.path(&last).is_symlink(), "the link became a file");
    ensure!(folder.bytes("a.md")? == b"new", "the file behind the link was not written");
    Ok(())
}

fn link_to_nothing(trial: &Trial) -> Result<()> {
    let folder = Folder::new()?;
    symlink("a.md", folder.path("link.md"))?;
    trial.way.save_now(&folder.path("link.md"), None, b"new")?;
    ensure!(folder.path("link.md").is_symlink(), "the link became a file");
    ensure!(folder.bytes("a.md")? == b"new", "the file behind the link was not written");
    Ok(())
}

fn second_name(trial: &Trial) -> Result<()> {
    let folder = with_old()?;
    fs::hard_link(folder.path("a.md"), folder.path("b.md"))?;
    saved(trial, &folder, "a.md")?;
    ensure!(folder.bytes("b.md")? == b"new", "the second name kept the old text");
    Ok(())
}

fn set_mode(path: &Path, mode: u32) -> Result<()> {
    Ok(fs::set_permissions(path, Permissions::from_mode(mode))?)
}

fn mode(trial: &Trial, kept: u32) -> Result<()> {
    let folder = with_old()?;
    let file = folder.path("a.md");
    set_mode(&file, kept)?;
    saved(trial, &folder, "a.md")?;
    let mode = fs::metadata(&file)?.mode() & 0o7777;
    ensure!(mode == kept, "the mode became {mode:o}");
    Ok(())
}

fn read_only(trial: &Trial) -> Result<()> {
    let folder = with_old()?;
    set_mode(&folder.path("a.md"), 0o444)?;
    refused(trial, &folder, "file-read-only")
}

fn owner(path: &Path) -> Result<(u32, u32)> {
    let about = fs::metadata(path)?;
    Ok((about.uid(), about.gid()))
}

fn setgid(trial: &Trial) -> Result<()> {
    skipped::unless_root()?;
    let folder = with_old()?;
    chown(folder.root(), None, Some(3456))?;
    set_mode(&folder.root(), 0o2777)?;
    let before = owner(&folder.path("a.md"))?;
    saved(trial, &folder, "a.md")?;
    ensure!(owner(&folder.path("a.md"))? == before, "the group changed");
    Ok(())
}

fn foreign_owner(trial: &Trial) -> Result<()> {
    skipped::unless_root()?;
    let folder = with_old()?;
    chown(folder.path("a.md"), Some(1234), Some(2345))?;
    saved(trial, &folder, "a.md")?;
    ensure!(owner(&folder.path("a.md"))? == (1234, 2345), "the owner changed");
    Ok(())
}

fn listed(path: &Path) -> Result<String> {
    let output =
        Command::new("getfacl").args(["--absolute-names", "--numeric"]).arg(path).output()?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn access_list(trial: &Trial) -> Result<()> {
    skipped::unless_found(&["getfacl"])?;
    let folder = with_old()?;
    let file = folder.path("a.md");
    skipped::unless_done("setfacl", &["-m", "u:1000:rw", &file.to_string_lossy()])?;
    let before = listed(&file)?;
    ensure!(before.contains("user:1000:rw-"), "the list was not set: {before}");
    saved(trial, &folder, "a.md")?;
    ensure!(listed(&file)? == before, "the list became {}", listed(&file)?);
    Ok(())
}

fn default_access_list(trial: &Trial) -> Result<()> {
    skipped::unless_found(&["getfacl"])?;
    let folder = with_old()?;
    let root = folder.root();
    skipped::unless_done("setfacl", &["-d", "-m", "u:1000:rwx", &root.to_string_lossy()])?;
    let before = listed(&folder.path("a.md"))?;
    saved(trial, &folder, "a.md")?;
    let after = listed(&folder.path("a.md"))?;
    ensure!(after == before, "the file was given a list: {after}");
    Ok(())
}

fn attribute(trial: &Trial) -> Result<()> {
    let folder = with_old()?;
    let file = folder.path("a.md");
    if setxattr(&file, "user.note", b"mine", XattrFlags::empty()).is_err() {
        return skipped::because("the disk knows no attributes");
    }
    saved(trial, &folder, "a.md")?;
    let mut value = [0; 4];
    let read = getxattr(&file, "user.note", &mut value[..]);
    ensure!(read.is_ok() && &value == b"mine", "the attribute is gone");
    Ok(())
}

/// Saves as a person without rights over a file of root's, who must be told `reason`.
fn by_somebody(trial: &Trial, file: u32, folder_mode: u32, reason: &str) -> Result<()> {
    skipped::unless_root()?;
    skipped::unless_found(&["setpriv"])?;
    let (folder, texts) = (with_old()?, Folder::new()?.with("old", "old")?.with("new", "new")?);
    set_mode(&folder.path("a.md"), file)?;
    set_mode(&folder.root(), folder_mode)?;
    let mut child =
        child::saving(&trial.way, &folder.path("a.md"), &texts.path("old"), &texts.path("new"))?;
    child[0] = child::for_anybody(&texts.root())?;
    let mut words: Vec<String> =
        ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"].map(str::to_owned).to_vec();
    words.append(&mut child);
    let ended = child::ended(&words)?;
    untouched(&folder)?;
    ensure!(ended == Ended::Refused(reason.to_owned()), "it ended as {ended:?}");
    Ok(())
}

fn immutable(trial: &Trial) -> Result<()> {
    skipped::unless_root()?;
    let folder = with_old()?;
    let file = folder.path("a.md");
    let file = file.to_string_lossy();
    skipped::unless_done("chattr", &["+i", &file])?;
    let result = refused(trial, &folder, "not-allowed");
    skipped::unless_done("chattr", &["-i", &file])?;
    result
}
