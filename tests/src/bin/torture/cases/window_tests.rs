//! L11 and L16: cases that are tests of the window, run as often as is asked for.

use crate::case::{Case, Tried};
use crate::trial::Trial;
use crate::window_test::WindowTest;
use anyhow::{Result, ensure};
use lede_tests::Syncthing;

/// L11: each run has twelve ways, with the draft saved and typed in.
pub(crate) const WAYS: Case = Case {
    id: "L11",
    what: "a change from outside, made in any of twelve ways, is taken over or merged, and nothing is lost",
    tried: Tried {
        sample: SAVES,
        full: 1200,
        run: ways,
        broken: &["overlooks-others", "theirs-wins"],
    },
};

/// L16: two libraries joined by a real Syncthing pair, and conflict copies at their drafts.
pub(crate) const MACHINES: Case = Case {
    id: "L16",
    what: "on two machines that a sync tool joins, every edit is in the draft, a copy or the history",
    tried: Tried {
        sample: FEW_EDITS,
        full: 250,
        run: machines,
        broken: &["overlooks-others", "theirs-wins"],
    },
};

/// So many saves of other programs are in one run.
const SAVES: usize = 24;

/// So many edits are enough to see a pair of machines that is broken.
const FEW_EDITS: usize = 9;

fn ways(trial: &mut Trial) -> Result<()> {
    trial.unless_without_windows()?;
    while trial.goes_on() {
        let said = WindowTest::new("ways::", trial)?.run();
        let tried = said.and_then(|said| all_were_tried(SAVES, said.counted("ways to save")));
        counted(trial, "twelve ways to save", SAVES, &tried);
    }
    Ok(())
}

/// All edits that are asked for are made by one pair, so that what one leaves behind meets the next.
fn machines(trial: &mut Trial) -> Result<()> {
    trial.unless_without_windows()?;
    if !Syncthing::is_installed() {
        return crate::skipped::because("Syncthing is not installed");
    }
    while trial.goes_on() {
        let edits = if trial.is_to_fail() { FEW_EDITS } else { trial.asked };
        let tried = edited(trial, edits);
        counted(trial, "edits on two machines", edits, &tried);
    }
    Ok(())
}

/// Four edits in five come in turn, the others at once.
fn edited(trial: &Trial, edits: usize) -> Result<()> {
    let at_once = (edits / 5).max(1);
    let in_turn = edits - at_once;
    let said = WindowTest::new("two_machines::", trial)?
        .with("LEDE_SYNC_ALTERNATING", in_turn)
        .with("LEDE_SYNC_SIMULTANEOUS", at_once)
        .run()?;
    all_were_tried(in_turn, said.counted("edits in turn"))?;
    all_were_tried(at_once, said.counted("edits at once"))
}

/// A test that is skipped, or has another name by now, passes as well: what it says is what counts.
fn all_were_tried(asked: usize, tried: usize) -> Result<()> {
    ensure!(tried == asked, "{tried} of {asked} were tried");
    Ok(())
}

/// Each of so many came to what the test came to that tried them all.
fn counted(trial: &mut Trial, what: &str, many: usize, tried: &Result<()>) {
    let error = tried.as_ref().err().map(|error| format!("{error:#}"));
    for _ in 0..many {
        trial.count(what, error.clone().map_or(Ok(()), |said| Err(anyhow::Error::msg(said))));
    }
}
