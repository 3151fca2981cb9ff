//! L15: a file that is empty or gone, for a moment or for good.

use crate::case::{Case, Tried};
use crate::folder::Folder;
use crate::in_window::{self, DRAFT};
use crate::model::Window;
use crate::trial::Trial;
use anyhow::{Result, ensure};
use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};
use store::{Draft, OnDisk, Situation};

pub(crate) const CASE: Case = Case {
    id: "L15",
    what: "a file seen empty, gone or unreadable for less than two seconds changes nothing; deleted while open, its text is kept, and no save makes it again unasked",
    tried: Tried {
        sample: 500,
        full: 10_000,
        run,
        broken: &["believes-at-once", "makes-it-again"],
    },
};

/// What another program leaves of a file between two of its steps.
const MOMENTS: &[Option<&[u8]>] = &[Some(b""), None, Some(b"\xff\xfehalf a text")];

const BEFORE: &str = "# Five Signals\n\nThe words that stood there.\n";
const AFTER: &str = "# Five Signals\n\nThe words that somebody else wrote there.\n";

fn run(trial: &mut Trial) -> Result<()> {
    trial.in_windows("in its window", (1, 5), in_its_window);
    while trial.goes_on_without_window() {
        let moment = trial.chance.pick(MOMENTS);
        let (dirty, stays) = (trial.chance.one_in(2), trial.chance.one_in(3));
        let result = seen(trial, moment, dirty, stays);
        let said = String::from_utf8_lossy(moment.unwrap_or(b"nothing"));
        trial.count(format!("{said:?} is there; typed in: {dirty}; for good: {stays}"), result);
    }
    Ok(())
}

fn leave(folder: &Folder, bytes: Option<&[u8]>) -> Result<()> {
    match bytes {
        Some(bytes) => fs::write(folder.path("a.md"), bytes)?,
        None => fs::remove_file(folder.path("a.md"))?,
    }
    Ok(())
}

fn seen(trial: &mut Trial, moment: Option<&[u8]>, dirty: bool, stays: bool) -> Result<()> {
    let folder = Folder::in_memory()?.with("a.md", BEFORE)?;
    let (file, about) = (folder.path("a.md"), fs::metadata(folder.path("a.md"))?);
    let mut draft = Draft::new(file.clone(), (trial.way.open)(&file)?);
    if dirty {
        let message = Window::on(&draft).edit(&mut trial.chance);
        (trial.way.change)(&mut draft, &message)?;
    }
    let (text, start) = (draft.text().clone(), Instant::now());
    leave(&folder, moment)?;
    let mut passed = 0;
    while passed < 2000 {
        let at = start + Duration::from_millis(passed);
        let seen = (trial.way.look)(&mut draft, &about, at);
        ensure!(matches!(seen, OnDisk::ForNow { .. }), "after {passed} ms it was {seen:?}");
        passed += 1 + trial.chance.below(900) as u64;
    }
    ensure!(*draft.text() == text, "the text is another");
    if stays {
        let seen = (trial.way.look)(&mut draft, &about, start + Duration::from_secs(2));
        return for_good(trial, &folder, &mut draft, (moment, dirty), &seen);
    }
    leave(&folder, Some(AFTER.as_bytes()))?;
    let seen = (trial.way.look)(&mut draft, &about, start + Duration::from_millis(1999));
    match seen {
        OnDisk::Reload(_) if !dirty => Ok(()),
        OnDisk::Merged(_) if dirty => Ok(()),
        seen => anyhow::bail!("when it was back with another text, it was {seen:?}"),
    }
}

/// What the draft makes of a file that stays so, and what a save does then.
fn for_good(
    trial: &Trial,
    folder: &Folder,
    draft: &mut Draft,
    (moment, dirty): (Option<&[u8]>, bool),
    seen: &OnDisk,
) -> Result<()> {
    let expected = match (moment, seen) {
        (None, OnDisk::Vanished) => true,
        (Some(b""), OnDisk::Reload(_)) => !dirty,
        (Some(b""), OnDisk::Same) => dirty,
        (Some(_), OnDisk::NotText) => true,
        _ => false,
    };
    ensure!(expected, "after two seconds it was {seen:?}");
    let base = draft.base().map(|base| base.hash);
    let (_, bytes) = draft.to_save();
    let saved = trial.way.save_now(draft.path(), base, &bytes);
    match moment {
        None => {
            ensure!(matches!(saved, Err(Situation::Vanished(_))), "it was said to be {saved:?}");
            ensure!(!folder.path("a.md").exists(), "it was made again unasked");
        }
        Some(theirs) => {
            ensure!(saved.is_ok(), "a save over it was refused: {saved:?}");
            ensure!(theirs.is_empty() || folder.holds(theirs)?, "what was there is nowhere");
        }
    }
    Ok(())
}

/// Each of the moments in a window that is typed into, and at the end a file that is deleted.
fn in_its_window(_: &mut Trial) -> Result<()> {
    let window = in_window::opened("seen-gone");
    let file = window.home().library().join(DRAFT);
    for (number, moment) in MOMENTS.iter().enumerate() {
        let before = fs::read(&file)?;
        match moment {
            Some(bytes) => fs::write(&file, bytes)?,
            None => fs::remove_file(&file)?,
        }
        sleep(Duration::from_millis(1000));
        fs::write(&file, before)?;
        sleep(Duration::from_millis(1500));
        let notices = window.texts_of(".notice");
        ensure!(notices.is_empty(), "after a moment the person was told {notices:?}");
        goes_on(&window, number)?;
    }
    fs::remove_file(&file)?;
    window.until_text("[data-status]", |text| text.contains("no longer there"));
    window.type_text(" Still here.");
    window.until_text("[data-preview]", |text| text.contains("Still here."));
    sleep(Duration::from_secs(3));
    ensure!(!file.exists(), "it was made again unasked");
    window.press("ctrl+s");
    in_window::until_file(&window, |text| {
        ensure!(text.contains("Still here."), "asked for, it was not made again");
        Ok(())
    })
}

/// The draft goes on to be typed into and saved.
fn goes_on(window: &lede_tests::Window, number: usize) -> Result<()> {
    let word = in_window::word(number);
    window.type_text(&format!(" {word}"));
    in_window::until_file(window, |text| {
        ensure!(text.contains(&word) && text.contains("for ever."), "the file has {text:?}");
        Ok(())
    })
}
