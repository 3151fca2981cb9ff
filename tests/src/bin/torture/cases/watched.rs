//! L13: the watcher, when the system tells too little, or too much.

use crate::case::{Case, Tried};
use crate::folder::Folder;
use crate::lookout::Lookout;
use crate::skipped;
use crate::trial::Trial;
use anyhow::{Result, ensure};
use std::fs;
use std::path::Path;
use std::time::Duration;

pub(crate) const CASE: Case = Case {
    id: "L13",
    what: "after 1,000 renames over a draft, folders moved, the system's queue full or no watches left, the watcher is right within two seconds",
    tried: Tried { sample: 9, full: 180, run, broken: &["watches-names-only"] },
};

/// What happens below a folder that is watched.
type Scene = (&'static str, &'static [&'static str], fn(&mut Lookout, &Folder) -> Result<()>);

const SCENES: &[Scene] = &[
    ("a thousand renames over", &[], renamed_over),
    ("the library moved away and back", &[], moved_away),
    ("another library in its place", &[], another_in_its_place),
    ("a folder in it moved", &[], folder_moved),
    ("a deep folder moved in", &[], moved_in),
    ("the queue full", &[], queue_full),
    ("no watches left", &with_most("watches", "1"), everything),
    ("no watch left for a folder that comes", &with_most("watches", "2"), moved_in),
    ("no watcher left", &with_most("instances", "0"), everything),
];

/// The words that start a program in a space of its own, where the system lets nobody have more of these.
const fn with_most(what: &'static str, most: &'static str) -> [&'static str; 8] {
    let set = r#"echo "$1" > "/proc/sys/user/max_inotify_$0" || exit; shift; exec "$@""#;
    ["unshare", "--user", "--map-root-user", "sh", "-c", set, what, most]
}

fn run(trial: &mut Trial) -> Result<()> {
    let mut round = 0;
    while trial.goes_on() {
        let (name, before, happens) = SCENES[round % SCENES.len()];
        let result = watched(trial, before, happens);
        trial.count(name, result);
        round += 1;
    }
    Ok(())
}

fn watched(
    trial: &Trial,
    before: &[&str],
    happens: fn(&mut Lookout, &Folder) -> Result<()>,
) -> Result<()> {
    if let Some(program) = before.first() {
        skipped::unless_done(program, &["--user", "--map-root-user", "true"])?;
    }
    let folder = Folder::new()?;
    fs::create_dir_all(folder.path("library/old"))?;
    for draft in ["a.md", "b.md", "old/c.md"] {
        fs::write(folder.path("library").join(draft), draft)?;
    }
    let mut lookout = Lookout::start(&trial.way, &folder.path("library"), before)?;
    lookout.is_right(&folder.path("library"))?;
    happens(&mut lookout, &folder)?;
    // And it goes on to be.
    fs::write(folder.path("library/b.md"), "written afterwards")?;
    lookout.is_right(&folder.path("library"))
}

fn rename_over(folder: &Path, number: usize) -> Result<()> {
    fs::write(folder.join("a.tmp"), format!("renamed over, {number}"))?;
    Ok(fs::rename(folder.join("a.tmp"), folder.join("a.md"))?)
}

fn renamed_over(lookout: &mut Lookout, folder: &Folder) -> Result<()> {
    for number in 0..1000 {
        rename_over(&folder.path("library"), number)?;
    }
    lookout.is_right(&folder.path("library"))?;
    lookout.until_quiet();
    rename_over(&folder.path("library"), 1000)?;
    lookout.is_right(&folder.path("library"))
}

fn moved_away(lookout: &mut Lookout, folder: &Folder) -> Result<()> {
    let (library, away) = (folder.path("library"), folder.path("elsewhere"));
    fs::rename(&library, &away)?;
    ensure!(lookout.hears("all-gone", Duration::from_secs(2)), "nobody said that it is gone");
    fs::write(away.join("a.md"), "written while it was away")?;
    fs::remove_file(away.join("b.md"))?;
    fs::rename(&away, &library)?;
    lookout.is_right(&library)
}

fn another_in_its_place(lookout: &mut Lookout, folder: &Folder) -> Result<()> {
    let library = folder.path("library");
    fs::create_dir_all(folder.path("another/new"))?;
    fs::write(folder.path("another/a.md"), "another a")?;
    fs::write(folder.path("another/new/d.md"), "new")?;
    fs::rename(&library, folder.path("elsewhere"))?;
    fs::rename(folder.path("another"), &library)?;
    lookout.is_right(&library)
}

fn folder_moved(lookout: &mut Lookout, folder: &Folder) -> Result<()> {
    let library = folder.path("library");
    fs::rename(library.join("old"), library.join("new"))?;
    lookout.is_right(&library)?;
    fs::write(library.join("new/c.md"), "written under its new name")?;
    lookout.is_right(&library)?;
    fs::rename(library.join("new"), folder.path("moved-out"))?;
    lookout.is_right(&library)
}

fn moved_in(lookout: &mut Lookout, folder: &Folder) -> Result<()> {
    let library = folder.path("library");
    fs::create_dir_all(folder.path("deep/er/still"))?;
    fs::write(folder.path("deep/er/still/e.md"), "deep")?;
    fs::rename(folder.path("deep"), library.join("deep"))?;
    lookout.is_right(&library)?;
    lookout.until_quiet();
    fs::write(library.join("deep/er/still/e.md"), "written down there")?;
    lookout.is_right(&library)
}

/// The system keeps so many reports, and drops the rest.
fn longest_queue() -> usize {
    let most = fs::read_to_string("/proc/sys/fs/inotify/max_queued_events").unwrap_or_default();
    most.trim().parse().unwrap_or(16_384)
}

fn queue_full(lookout: &mut Lookout, folder: &Folder) -> Result<()> {
    let library = folder.path("library");
    lookout.asleep(|| {
        for _ in 0..longest_queue() / 2 {
            fs::write(library.join("noise.tmp"), "x")?;
            fs::remove_file(library.join("noise.tmp"))?;
        }
        fs::write(library.join("a.md"), "written when nobody could tell")?;
        fs::create_dir(library.join("new"))?;
        fs::write(library.join("new/f.md"), "new when nobody could tell")?;
        Ok(fs::remove_file(library.join("old/c.md"))?)
    })?;
    lookout.is_right(&library)?;
    lookout.until_quiet();
    fs::write(library.join("new/f.md"), "written in a folder of which nobody was told")?;
    lookout.is_right(&library)
}

fn everything(lookout: &mut Lookout, folder: &Folder) -> Result<()> {
    renamed_over(lookout, folder)?;
    folder_moved(lookout, folder)?;
    moved_away(lookout, folder)
}
