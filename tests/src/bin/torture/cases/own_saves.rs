//! L14: what we write ourselves is no change from outside.

use crate::case::{Case, Tried};
use crate::folder::Folder;
use crate::in_window;
use crate::model::Window;
use crate::texts;
use crate::trial::Trial;
use anyhow::{Context, Result, ensure};
use std::fs::{self, Metadata};
use std::sync::mpsc::channel;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};
use store::{Draft, OnDisk, Pending};

pub(crate) const CASE: Case = Case {
    id: "L14",
    what: "saved again and again while somebody types, a draft is never taken for changed from outside, and its caret does not move",
    tried: Tried { sample: 60, full: 1000, run, broken: &["forgets-its-own-saves"] },
};

/// As many saves are made of one draft.
const OF_ONE_DRAFT: usize = 100;

/// A draft as its watcher, its window and its autosave share it.
struct Shared {
    draft: Mutex<Draft>,
    about: Metadata,
    /// What the watcher's looks came to that they must not.
    wrong: Mutex<Vec<String>>,
}

fn run(trial: &mut Trial) -> Result<()> {
    trial.in_windows("in its window", (1, 5), in_its_window);
    while trial.goes_on_without_window() {
        let saves = OF_ONE_DRAFT.min(trial.asked - trial.ran);
        let folder = Folder::new()?.with("a.md", texts::any(&mut trial.chance))?;
        typed_and_saved(trial, &folder, saves)?;
        trial.leaves_nothing(&folder)?;
    }
    Ok(())
}

impl Shared {
    fn draft(&self) -> MutexGuard<'_, Draft> {
        self.draft.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks at the file, again for as long as what is there may be there for a moment only.
    fn look(&self, trial: &Trial) {
        loop {
            let seen = (trial.way.look)(&mut self.draft(), &self.about, Instant::now());
            match seen {
                OnDisk::Same | OnDisk::OwnSave => return,
                OnDisk::ForNow { look_again } => {
                    sleep(look_again.saturating_duration_since(Instant::now()));
                }
                seen => {
                    let mut wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
                    return wrong.push(format!("{seen:?}"));
                }
            }
        }
    }

    fn types(&self, trial: &mut Trial, window: &mut Window) -> Result<()> {
        let message = window.edit(&mut trial.chance);
        (trial.way.change)(&mut self.draft(), &message)?;
        Ok(())
    }

    /// Saves, and types on and looks before, in and after the save: whenever the system tells of it.
    fn saves(&self, trial: &mut Trial, window: &mut Window) -> Result<()> {
        let mut draft = self.draft();
        let (file, base) = (draft.path().to_owned(), draft.base().map(|base| base.hash));
        let (version, bytes) = draft.to_save();
        drop(draft);
        let save = trial.way.save;
        let saved = thread::scope(|scope| {
            let saving = scope.spawn(|| save(&file, base, &bytes));
            for _ in 0..=trial.chance.below(6) {
                self.types(trial, window)?;
                self.look(trial);
                sleep(Duration::from_millis(1));
            }
            Ok::<_, anyhow::Error>(saving.join().ok().context("the save panicked")??)
        })?;
        self.draft().saved(version);
        ensure!(saved.displaced.is_none(), "our own text was taken for somebody else's");
        saved.pending.map(Pending::settle).transpose()?;
        Ok(())
    }

    fn wrong(&self) -> Result<()> {
        let wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner).pop();
        ensure!(wrong.is_none(), "an own save was taken for {wrong:?}");
        Ok(())
    }
}

/// Types, saves and looks so many times.
fn typed_and_saved(trial: &mut Trial, folder: &Folder, saves: usize) -> Result<()> {
    let file = folder.path("a.md");
    let draft = Draft::new(file.clone(), (trial.way.open)(&file)?);
    let mut window = Window::on(&draft);
    let (about, wrong) = (fs::metadata(&file)?, Mutex::default());
    let shared = Shared { draft: Mutex::new(draft), about, wrong };
    let (sender, told) = channel();
    let watching = (trial.way.watch)(&folder.root(), sender)?;
    for number in 0..saves {
        shared.types(trial, &mut window)?;
        shared.saves(trial, &mut window)?;
        while told.recv_timeout(Duration::from_millis(5)).is_ok() {
            shared.look(trial);
        }
        let result = shared.wrong();
        trial.count(format!("save {number}"), result);
    }
    // The watcher has a word to say of the last one.
    while told.recv_timeout(Duration::from_millis(300)).is_ok() {
        shared.look(trial);
    }
    drop(watching);
    shared.wrong()?;
    let shown = shared.draft().text().window_text();
    ensure!(shown == window.text(), "the window has another text");
    Ok(())
}

/// Types in the middle of a text, with pauses in which it is saved.
fn in_its_window(_: &mut Trial) -> Result<()> {
    let window = in_window::opened("own-saves");
    (0..5).for_each(|_| window.press("Left"));
    let mut typed = String::new();
    for number in 0..6 {
        let word = in_window::word(number);
        window.type_text(&word);
        typed += &word;
        in_window::until_file(&window, |text| {
            ensure!(text.contains(&typed), "{typed} is not there, or the caret moved: {text:?}");
            Ok(())
        })?;
        sleep(Duration::from_millis(300));
        let notices = window.texts_of(".notice");
        ensure!(notices.is_empty(), "the person was told {notices:?}");
    }
    Ok(())
}
