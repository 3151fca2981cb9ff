//! L22: a disk that does not come back from a sync.

use crate::case::{Case, Tried};
use crate::skipped;
use crate::trial::Trial;
use crate::typist::{OPENING, Typist};
use anyhow::{Result, ensure};
use rustix::process::Signal;
use std::thread::sleep;
use std::time::Duration;

pub(crate) const CASE: Case = Case {
    id: "L22",
    what: "while every sync hangs for five seconds, typing goes on, and what was typed outlasts a kill",
    tried: Tried::By {
        sample: 4,
        full: 40,
        run,
        broken: &["waits-for-the-disk", "keeps-no-journal"],
    },
};

/// Lets each sync of a program wait for five seconds before it begins.
pub(crate) const HANG: &str = "inject=fsync,fdatasync:delay_enter=5000000";

/// A key may be so late on a busy machine: far later than a frame, and far sooner than the disk.
const LATE: Duration = Duration::from_millis(1000);

fn run(trial: &mut Trial) -> Result<()> {
    while trial.goes_on() {
        let typist = Typist::any(&mut trial.chance);
        let result = hanging(trial, typist);
        trial.count(format!("{typist:?}"), result);
    }
    Ok(())
}

/// Types for a while in a process whose disk hangs, and kills it before any sync comes back.
fn hanging(trial: &mut Trial, typist: Typist) -> Result<()> {
    skipped::unless_done("strace", &["-f", "-qq", "-o", "/dev/null", "true"])?;
    let folder = typist.folder()?;
    let traced = [
        "strace",
        "-f",
        "-qq",
        "--seccomp-bpf",
        "-o",
        "/dev/null",
        "-e",
        "trace=fsync,fdatasync",
        "-e",
        HANG,
    ];
    let typing = typist.start(&trial.way, &folder, &traced)?;
    sleep(Duration::from_secs(2));
    let typed = typing.killed_by(Signal::KILL)?;
    let gaps = typed.keys.windows(2).map(|keys| keys[1].at - keys[0].at);
    let last = typed.keys.last().map_or(Duration::ZERO, |key| typed.end.saturating_sub(key.at));
    let longest = gaps.max().unwrap_or_default().max(last);
    ensure!(longest < LATE, "a key waited for {longest:?}");
    let saved = typist.named && folder.bytes("a.md")? != OPENING.as_bytes();
    ensure!(!saved, "the disk did not hang");
    typed.is_back(&folder)?;
    trial.leaves_nothing(&folder)
}
