//! L18: a journal that is cut off, or of which a byte is another.

use crate::case::{Case, Tried};
use crate::chance::Chance;
use crate::folder::Folder;
use crate::model::Window;
use crate::trial::Trial;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use store::{Draft, Journals, Moment};
use text::{Text, WindowOffset};

pub(crate) const CASE: Case = Case {
    id: "L18",
    what: "a journal cut off at any byte, or with any byte another, gives back the last text before the damage",
    tried: Tried {
        sample: 1500,
        full: usize::MAX,
        run,
        broken: &["gives-up-on-a-torn-journal", "checks-no-journal"],
    },
};

/// As many keys are in a journal.
const KEYS: usize = 60;

const PATIENCE: Duration = Duration::from_secs(10);

/// A journal as it was really written.
struct Written {
    bytes: Vec<u8>,
    /// The texts that it came through, each with the byte at which its record ends.
    texts: Vec<(usize, String)>,
}

/// What becomes of a journal at one of its bytes.
#[derive(Clone, Copy, Debug)]
enum Damage {
    /// It ends before this byte.
    Cut(usize),
    /// This bit of this byte is another.
    Flipped(usize, u8),
    /// The file that was begun anew ends before this byte; the one before it is still there.
    CutWithAnEarlier(usize),
}

fn run(trial: &mut Trial) -> Result<()> {
    let (earlier, written) = (written(&mut trial.chance)?, written(&mut trial.chance)?);
    let all = written.bytes.len();
    let bit = |at: usize| (0..8).map(move |bit| Damage::Flipped(at, bit));
    let mut plan: Vec<Damage> = (0..=all).map(Damage::Cut).collect();
    plan.extend((0..=all).map(Damage::CutWithAnEarlier));
    plan.extend((0..all).flat_map(bit));
    let name = |damage: &Damage| format!("{damage:?} of {all}");
    trial.each(&plan, name, |trial, damage| comes_back(trial, &earlier, &written, *damage));
    Ok(())
}

/// The one journal in a folder of journals.
fn journal_in(journals: &Path) -> Result<PathBuf> {
    let of_process = fs::read_dir(journals)?.next().context("a folder")??.path();
    let mut files = fs::read_dir(of_process)?.flatten().map(|entry| entry.path());
    files.find(|file| file.extension().is_some()).context("a journal")
}

/// Types, and looks after each key how long the journal has become.
fn written(chance: &mut Chance) -> Result<Written> {
    let folder = Folder::in_memory()?;
    let journals = Journals::start(&folder.path("journal"), |_| {})?;
    let mut draft = Draft::unsaved(folder.path("a.md"), Text::new(String::new()), None);
    let journal = journals.journal(draft.path());
    let (mut window, mut texts) = (Window::on(&draft), Vec::new());
    for _ in 0..KEYS {
        let it = window.edit(chance);
        let applied = draft.change(it.session, it.version, &it.change, it.length)?;
        let text = draft.text().as_str();
        let (version, caret) = (draft.version(), WindowOffset::default());
        journal.change(&applied.edits, &Moment { text, version, caret, in_file: None });
        ensure!(journals.settled(PATIENCE), "the journal does not come to rest");
        let end = fs::metadata(journal_in(&folder.path("journal"))?)?.len();
        texts.push((end as usize, text.to_owned()));
    }
    Ok(Written { bytes: fs::read(journal_in(&folder.path("journal"))?)?, texts })
}

fn comes_back(trial: &Trial, earlier: &Written, written: &Written, damage: Damage) -> Result<()> {
    let mut bytes = written.bytes.clone();
    let (valid, before) = match damage {
        Damage::Cut(at) => (at, None),
        Damage::CutWithAnEarlier(at) => (at, Some(earlier)),
        Damage::Flipped(at, bit) => {
            bytes[at] ^= 1 << bit;
            (at, None)
        }
    };
    if !matches!(damage, Damage::Flipped(..)) {
        bytes.truncate(valid);
    }
    let journals = Folder::in_memory()?;
    let of_process = journals.path("000001-1");
    fs::create_dir(&of_process)?;
    fs::write(of_process.join("lock"), "")?;
    fs::write(of_process.join("0-1.journal"), &bytes)?;
    if let Some(earlier) = before {
        fs::write(of_process.join("0-0.journal"), &earlier.bytes)?;
    }
    let back = (trial.way.left)(&journals.root());
    let last = |texts: &[(usize, String)]| texts.last().map(|(_, text)| text.clone());
    let whole = written.texts.iter().take_while(|(end, _)| *end <= valid).count();
    let expected = last(&written.texts[..whole]).or(before.and_then(|it| last(&it.texts)));
    ensure!(back == Vec::from_iter(expected), "it gives back {back:?}");
    Ok(())
}
