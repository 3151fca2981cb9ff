//! The child: a draft that is typed into, journaled and saved as the app does it.

use super::{DRAFT, now};
use crate::chance::Chance;
use crate::model::Window;
use crate::way::{self, Message, Way};
use anyhow::{Context, Result};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::{self, sleep};
use std::time::Duration;
use store::{Draft, Journal, Journals, Moment, Pending};
use text::{Side, Text};

/// So long the journals may take to come to rest.
const PATIENCE: Duration = Duration::from_secs(10);

struct Desk {
    way: Way,
    path: PathBuf,
    draft: Mutex<Draft>,
    /// Held by whoever writes the file.
    disk: Mutex<()>,
    journal: Journal,
    ends: AtomicBool,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a child that types does, until its input ends or it is ended itself.
pub(crate) fn run(words: &[String]) -> Result<ExitCode> {
    let [name, folder, named, seed, pauses] = words else { anyhow::bail!("not a typist's words") };
    let way = way::named(name).context("a way")?;
    let (folder, named) = (Path::new(folder), named == "true");
    let (mut chance, pauses) = (Chance::new(seed.parse()?), pauses.parse()?);
    let journals = Journals::start(&folder.join("journal"), |_| {})?;
    let desk = Desk::with(way, folder, named, &journals)?;
    thread::scope(|scope| {
        let saves = named.then(|| scope.spawn(|| desk.saves(pauses)));
        scope.spawn(|| desk.hears_of_the_end());
        desk.types(&mut chance);
        saves.map_or(Ok(()), |saves| saves.join().unwrap_or(Ok(())))
    })?;
    if named {
        desk.save()?;
        desk.journal.end();
    }
    journals.close(PATIENCE);
    Ok(ExitCode::SUCCESS)
}

impl Desk {
    fn with(way: Way, folder: &Path, named: bool, journals: &Journals) -> Result<Self> {
        let path = folder.join(DRAFT);
        let draft = match named {
            true => Draft::new(path.clone(), (way.open)(&path)?),
            false => Draft::unsaved(path.clone(), Text::new(String::new()), None),
        };
        let journal = journals.journal(&path);
        let (draft, disk, ends) = (Mutex::new(draft), Mutex::default(), AtomicBool::default());
        Ok(Self { way, path, draft, disk, journal, ends })
    }

    fn hears_of_the_end(&self) {
        let _ended = std::io::stdin().read_to_end(&mut Vec::new());
        self.ends.store(true, Ordering::Relaxed);
    }

    fn goes_on(&self) -> bool {
        !self.ends.load(Ordering::Relaxed)
    }

    /// Presses key after key, and says of each when it was pressed.
    fn types(&self, chance: &mut Chance) {
        let mut window = Window::on(&locked(&self.draft));
        for number in 1.. {
            if !self.goes_on() {
                return;
            }
            let message = window.edit(chance);
            println!("{number} {}", now().as_nanos());
            self.take(&message);
            sleep(Duration::from_micros(1000 + (number % 7) * 500));
        }
    }

    fn take(&self, message: &Message) {
        let mut draft = locked(&self.draft);
        let Ok(applied) = (self.way.change)(&mut draft, message) else { return };
        let last = applied.edits.iter().last().map_or_else(Default::default, |edit| edit.end);
        let text = draft.text();
        let caret = text.window_offset(applied.edits.map(last, Side::After));
        let in_file = draft.base().map(|base| base.hash);
        let now = Moment { text: text.as_str(), version: draft.version(), caret, in_file };
        (self.way.remember)(&self.journal, &applied.edits, &now);
    }

    /// Saves at intervals of which no other is like it.
    fn saves(&self, pauses: usize) -> Result<()> {
        let mut chance = Chance::new(now().as_nanos() as u64);
        while self.goes_on() {
            sleep(Duration::from_millis(chance.below(pauses) as u64));
            self.save()?;
        }
        Ok(())
    }

    fn save(&self) -> Result<()> {
        let _disk = locked(&self.disk);
        let mut draft = locked(&self.draft);
        let base = draft.base().map(|base| base.hash);
        let (version, bytes) = draft.to_save();
        drop(draft);
        let saved = (self.way.save)(&self.path, base, &bytes)?;
        locked(&self.draft).saved(version);
        self.journal.in_file(saved.hash);
        // At once: nobody else writes here.
        saved.pending.map(Pending::settle).transpose()?;
        Ok(())
    }
}
