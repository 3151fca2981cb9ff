//! Saves under `strace`, which kills them at a call of the system or lets the call fail.

use crate::child::{self, BEGINS, ENDS, Ended};
use crate::folder::Folder;
use crate::skipped;
use crate::way::Way;
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::fs;

/// What stood in the file. Longer than the new text, so that a file written in place can be a mixture.
pub(crate) fn old() -> Vec<u8> {
    "the old text\n".repeat(2000).into_bytes()
}

/// What is saved.
pub(crate) fn new() -> Vec<u8> {
    "new, and shorter\n".repeat(1000).into_bytes()
}

/// What is saved over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A file as most are.
    Plain,
    /// A file with a second name, the one case that is written in place.
    Linked,
    /// A file that is not there yet.
    Absent,
}

/// Every kind.
pub(crate) const KINDS: [Kind; 3] = [Kind::Plain, Kind::Linked, Kind::Absent];

/// One call of a save: which, and the how many-th of its kind in the process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Call {
    pub(crate) kind: Kind,
    pub(crate) name: String,
    pub(crate) number: usize,
}

/// A folder for one traced save: the draft in one place, the texts in another.
pub(crate) struct Scene {
    kind: Kind,
    pub(crate) folder: Folder,
    texts: Folder,
}

impl Scene {
    /// The folder before the save.
    pub(crate) fn before(kind: Kind) -> Result<Self> {
        let mut folder = Folder::new()?;
        let mut texts = Folder::in_memory()?.with("new", new())?;
        if kind != Kind::Absent {
            folder = folder.with("a.md", old())?;
            texts = texts.with("old", old())?;
        }
        if kind == Kind::Linked {
            fs::hard_link(folder.path("a.md"), folder.path("second.md"))?;
        }
        Ok(Self { kind, folder, texts })
    }

    /// Saves under `strace` with these options.
    pub(crate) fn traced(&self, way: &Way, options: &[&str]) -> Result<Ended> {
        let (file, old, new) =
            (self.folder.path("a.md"), self.texts.path("old"), self.texts.path("new"));
        let mut words = vec!["strace".to_owned(), "-f".to_owned(), "-qq".to_owned()];
        words.extend(options.iter().map(|&option| option.to_owned()));
        words.extend(child::saving(way, &file, &old, &new)?);
        child::ended(&words)
    }

    /// Holds that the file is old or new, that nobody said "saved" who had not, and that what else
    /// is there after a new start is old or new too.
    pub(crate) fn nothing_is_lost(&self, ended: &Ended) -> Result<()> {
        let (old, new) = (old(), new());
        let there = fs::read(self.folder.path("a.md")).ok();
        if *ended == Ended::Saved {
            ensure!(there.as_deref() == Some(&new[..]), "it said saved, and is not");
        }
        let whole = match &there {
            None => self.kind == Kind::Absent,
            Some(text) => *text == new || (self.kind != Kind::Absent && *text == old),
        };
        let copies = self.folder.holds(&old)? && self.folder.holds(&new)?;
        // Written in place, a file may be a mixture, while both whole texts lie beside it.
        let safe = whole || (self.kind == Kind::Linked && copies);
        let length = there.as_ref().map_or(0, Vec::len);
        ensure!(safe, "neither the old text nor the new one is there, but {length} bytes");
        self.only_old_or_new(whole)
    }

    fn only_old_or_new(&self, whole: bool) -> Result<()> {
        let (old, new) = (old(), new());
        for (name, bytes) in self.folder.files()? {
            // A copy may be of a text that was not yet written to its end.
            let known = old.starts_with(&bytes) || new.starts_with(&bytes);
            let mixture = !whole && ["a.md", "second.md"].contains(&&*name);
            ensure!(known || mixture, "{name} has a text that nobody wrote");
        }
        Ok(())
    }
}

/// The calls of a save, in order, from its first to its last.
pub(crate) fn calls(way: &Way, kind: Kind) -> Result<Vec<Call>> {
    skipped::unless_done("strace", &["-f", "-qq", "-o", "/dev/null", "true"])?;
    let scene = Scene::before(kind)?;
    let log = Folder::in_memory()?;
    let log = log.path("log");
    let ended = scene.traced(way, &["-o", &log.to_string_lossy()])?;
    ensure!(ended == Ended::Saved, "with nothing in its way, a save ended as {ended:?}");
    let log = fs::read_to_string(log)?;
    let (mut counts, mut calls, mut begun) = (BTreeMap::<&str, usize>::new(), Vec::new(), false);
    for line in log.lines() {
        // `1234 fsync(3) = 0`; the number of the process stands before it.
        let line = line.split_once(' ').context("a line of strace's")?.1.trim_start();
        let Some((name, arguments)) = line.split_once('(') else { continue };
        let count = counts.entry(name).or_default();
        *count += 1;
        if arguments.contains(ENDS) {
            return Ok(calls);
        }
        if begun {
            calls.push(Call { kind, name: name.to_owned(), number: *count });
        }
        begun |= arguments.contains(BEGINS);
    }
    bail!("the traced save did not come to its end")
}
