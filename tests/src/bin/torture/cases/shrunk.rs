//! L17: a save that drops most of the text.

use crate::case::{Case, Tried};
use crate::in_window::{self, DRAFT};
use crate::trial::Trial;
use anyhow::{Context, Result, ensure};
use lede_tests::{Window, place};
use std::fs;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;
use store::Snapshots;

pub(crate) const CASE: Case = Case {
    id: "L17",
    what: "a save that drops more than half of the text, or all of it, leaves a snapshot of the whole first and tells the person; undo never passes the text as it was opened",
    tried: Tried { sample: 2, full: 20, run, broken: &["wipes-the-history"] },
};

/// What is typed over the whole text.
const INSTEAD: &[&str] = &["", "Begun anew."];

fn run(trial: &mut Trial) -> Result<()> {
    trial.unless_without_windows()?;
    while trial.goes_on() {
        let instead = INSTEAD[trial.ran % INSTEAD.len()];
        let result = in_window::caught(|| shrunk(trial, instead)).flatten();
        trial.count(format!("all of it, for {instead:?}"), result);
    }
    Ok(())
}

fn shrunk(trial: &Trial, instead: &str) -> Result<()> {
    let opening = fs::read(place::fixture(DRAFT))?;
    let window = in_window::opened("shrunk");
    window.press("ctrl+a");
    window.press("Delete");
    window.type_text(instead);
    // In an empty draft, what is typed is a title.
    window.until_saved(DRAFT, |bytes| {
        bytes.ends_with(instead.as_bytes()) && bytes.len() < instead.len() + 3
    });
    window.until_text("[data-status]", |text| text.contains("More than half"));
    (trial.way.meanwhile)(&in_window::state(&window));
    is_in_history(&window, &opening)?;
    (0..8).for_each(|_| window.press("ctrl+z"));
    window.until_saved(DRAFT, |bytes| bytes == opening);
    (0..8).for_each(|_| window.press("ctrl+z"));
    sleep(Duration::from_millis(1500));
    let after = window.home().bytes(DRAFT);
    ensure!(after == opening, "undo passed the text as it was opened");
    Ok(())
}

/// What `lede history` says of the draft, and what the snapshot itself holds.
fn is_in_history(window: &Window, opening: &[u8]) -> Result<()> {
    let draft = window.home().library().join(DRAFT);
    let mut history = Command::new(place::program("lede"));
    history.args(["history", "--json"]).arg(&draft).envs(window.home().environment());
    let said = String::from_utf8(history.output()?.stdout)?;
    ensure!(said.contains(r#""why":"shrink""#), "lede history says {said}");
    let snapshots = Snapshots::open(&in_window::state(window).join("snapshots.sqlite"))?;
    let list = snapshots.list(&draft)?;
    let kept = list.iter().find(|it| it.why == store::Why::Shrink).context("no snapshot")?;
    let text = snapshots.text(kept.id)?;
    ensure!(text.as_bytes() == opening, "the snapshot has another text");
    Ok(())
}
