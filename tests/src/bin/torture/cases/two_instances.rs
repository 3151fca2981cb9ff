//! L21: the app twice on one library.

use crate::case::{Case, Tried};
use crate::in_window::{self, DRAFT, word};
use crate::trial::Trial;
use anyhow::{Result, ensure};
use lede_tests::{Home, Window, place};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};
use store::Snapshots;

pub(crate) const CASE: Case = Case {
    id: "L21",
    what: "a second start hands over to the first; two that are forced upon one library lose nothing of what is typed into both",
    tried: Tried { sample: 6, full: 100, run, broken: &["keeps-one-side"] },
};

/// As many words are typed into each of two windows.
const OF_ONE_PAIR: usize = 6;

/// So long each has to come to rest.
const PATIENCE: Duration = Duration::from_secs(30);

fn run(trial: &mut Trial) -> Result<()> {
    trial.unless_without_windows()?;
    while trial.goes_on() {
        let rounds = OF_ONE_PAIR.min(trial.asked - trial.ran);
        let lost = in_window::caught(|| typed_into_both(trial, rounds)).flatten();
        let lost = match lost {
            Ok(lost) => lost,
            Err(error) => {
                trial.count("two windows", Err(error));
                continue;
            }
        };
        for round in 0..rounds {
            let words = both(round);
            let gone = words.iter().find(|word| lost.contains(word));
            let result = gone.map_or(Ok(()), |word| Err(anyhow::anyhow!("{word} is nowhere")));
            trial.count(format!("round {round}"), result);
        }
    }
    Ok(())
}

/// The words of a round: that of the first window, and that of the second.
fn both(round: usize) -> [String; 2] {
    [word(round), word(round + 1000)]
}

/// Types into two windows on one library by turns, some in the same place and some elsewhere, and
/// gives the words that are nowhere when both have come to rest.
fn typed_into_both(trial: &mut Trial, rounds: usize) -> Result<Vec<String>> {
    let first = in_window::opened("two-instances");
    hands_over(&first)?;
    let library = first.home().library().display().to_string();
    let arguments = ["--library".to_owned(), library];
    let second = Window::open_with("torture-second-instance", Home::new(), &arguments);
    second.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
    second.click(".cm-content");
    second.press("ctrl+End");
    for round in 0..rounds {
        let [one, other] = both(round);
        if trial.chance.one_in(2) {
            second.press("ctrl+Home");
            second.press("Down");
            second.press("End");
        }
        first.type_text(&format!(" {one}"));
        sleep(Duration::from_millis(trial.chance.below(900) as u64));
        second.type_text(&format!(" {other}"));
        sleep(Duration::from_millis(trial.chance.below(900) as u64));
    }
    at_rest(&first, &second)?;
    for window in [&first, &second] {
        (trial.way.meanwhile)(&in_window::state(window));
    }
    let kept = kept(&first, &second)?;
    let words = (0..rounds).flat_map(both);
    Ok(words.filter(|word| !kept.iter().any(|text| text.contains(word))).collect())
}

/// A second start for the same person ends at once, and well.
fn hands_over(first: &Window) -> Result<()> {
    let mut second = Command::new(place::program("lede-desktop"));
    second.arg(DRAFT).current_dir(first.home().library());
    second.envs(first.home().environment()).envs(first.display().environment());
    ensure!(second.status()?.success(), "the second start did not hand over");
    Ok(())
}

/// Waits until both have saved, and show what is in the file, for longer than an autosave takes.
fn at_rest(first: &Window, second: &Window) -> Result<()> {
    let (mut before, mut since, start) = (String::new(), Instant::now(), Instant::now());
    while since.elapsed() < Duration::from_secs(4) {
        ensure!(start.elapsed() < PATIENCE, "they do not come to rest");
        let now = in_window::file(first);
        let shown = [first, second].map(|window| window.text_of(".cm-content"));
        let now = format!("{now}{shown:?}");
        if now != before {
            (before, since) = (now, Instant::now());
        }
        sleep(Duration::from_millis(100));
    }
    Ok(())
}

/// Every text that is anywhere: in the library, and among the snapshots of both.
fn kept(first: &Window, second: &Window) -> Result<Vec<String>> {
    let library = first.home().library();
    let read = |path: &Path| fs::read_to_string(path).unwrap_or_default();
    let mut texts: Vec<String> =
        fs::read_dir(&library)?.flatten().map(|entry| read(&entry.path())).collect();
    for window in [first, second] {
        let snapshots = Snapshots::open(&in_window::state(window).join("snapshots.sqlite"))?;
        for snapshot in snapshots.list(&library.join(DRAFT))? {
            texts.push(snapshots.text(snapshot.id)?);
        }
    }
    Ok(texts)
}
