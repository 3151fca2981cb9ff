//! L22: a disk that does not come back from a sync.

use crate::case::{Case, Tried};
use crate::in_window;
use crate::skipped;
use crate::trial::Trial;
use crate::typist::{OPENING, Typist};
use anyhow::{Result, ensure};
use lede_tests::{Group, Window, until};
use rustix::process::Signal;
use std::thread::sleep;
use std::time::{Duration, Instant};

pub(crate) const CASE: Case = Case {
    id: "L22",
    what: "while every sync hangs for five seconds, typing goes on, and what was typed outlasts a kill",
    tried: Tried {
        sample: 2,
        full: 40,
        run,
        broken: &["waits-for-the-disk", "keeps-no-journal", "wipes-the-journal"],
    },
};

/// Lets each sync of a program wait for five seconds before it begins.
pub(crate) const HANG: &str = "inject=fsync,fdatasync:delay_enter=5000000";

/// A key may be so late on a busy machine: far later than a frame, and far sooner than the disk.
const LATE: Duration = Duration::from_millis(1000);

fn run(trial: &mut Trial) -> Result<()> {
    trial.in_windows("the app in its window", (1, 5), hanging_in_window);
    while trial.goes_on_without_window() {
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

/// Lets every sync of the app hang, types, and kills it before one comes back.
fn hanging_in_window(trial: &mut Trial) -> Result<()> {
    let mut window = in_window::opened("hanging");
    let tracer = hang(&window);
    let start = Instant::now();
    for number in 0..6 {
        let word = in_window::word(number);
        window.type_text(&format!(" {word}"));
        let typed = Instant::now();
        window.until_text("[data-preview]", |text| text.contains(&word));
        ensure!(typed.elapsed() < LATE, "{word} was shown after {:?}", typed.elapsed());
        sleep(Duration::from_millis(150));
    }
    sleep(Duration::from_millis(200));
    let (text, took) = (in_window::file(&window), start.elapsed());
    window.kill();
    drop(tracer);
    ensure!(!text.contains("w0000"), "the disk did not hang, after {took:?}");
    (trial.way.meanwhile)(&in_window::state(&window));
    window.reopen();
    in_window::until_file(&window, |text| {
        let there = (0..6).filter(|number| text.contains(&in_window::word(*number))).count();
        ensure!(there == 6, "{there} of 6 words are back");
        Ok(())
    })
}

/// Begins to delay what the app asks of the disk, for as long as the tracer lives.
fn hang(window: &Window) -> Group {
    let process = window.process();
    let calls = ["-e", "trace=fsync,fdatasync", "-e", HANG];
    let traced = ["strace", "-f", "-qq", "-o", "/dev/null", "-p", &process.to_string()];
    let tracer = Group::start(&[&traced[..], &calls].concat(), &[], None);
    until("the app is traced", || {
        let status = std::fs::read_to_string(format!("/proc/{process}/status"));
        let status = status.map_err(|error| error.to_string())?;
        let traced =
            status.lines().any(|line| line.starts_with("TracerPid:") && !line.ends_with("\t0"));
        if traced { Ok(()) } else { Err("it is not".to_owned()) }
    });
    tracer
}
