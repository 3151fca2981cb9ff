//! L3: every call of the system says no.

use crate::case::{Case, Tried};
use crate::child::Ended;
use crate::traced::{self, Call, KINDS, Scene};
use crate::trial::Trial;
use anyhow::{Result, ensure};
use store::Hash;

pub(crate) const CASE: Case = Case {
    id: "L3",
    what: "whatever call of a save fails, once or from there on: the file is old or new, \"saved\" is said only of what is, the next save works",
    tried: Tried {
        sample: 150,
        full: usize::MAX,
        run,
        broken: &["writes-in-place-on-error", "says-saved-too-early"],
    },
};

/// What TRUST names. Interrupted for ever, a call is tried again for ever, so twenty times it is.
const ERRORS: [&str; 7] = ["ENOSPC", "EIO", "EACCES", "EDQUOT", "EROFS", "EMFILE", "EINTR"];

/// Calls that ask for memory, or for chance: no disk says no to them.
const NOT_OF_A_DISK: [&str; 9] = [
    "brk",
    "mmap",
    "munmap",
    "mremap",
    "mprotect",
    "madvise",
    "futex",
    "getrandom",
    "clock_gettime",
];

/// A call, the error that it ends with, and whether it does so from then on.
type Fault = (Call, &'static str, bool);

fn run(trial: &mut Trial) -> Result<()> {
    let mut plan = Vec::new();
    for kind in KINDS {
        let mut calls = traced::calls(&trial.way, kind)?;
        calls.retain(|call| !NOT_OF_A_DISK.contains(&&*call.name));
        for call in calls {
            let faults = ERRORS.iter().flat_map(|error| [(error, false), (error, true)]);
            plan.extend(faults.map(|(error, on)| (call.clone(), *error, on)));
        }
    }
    trial.each(&plan, named, failing);
    Ok(())
}

fn named((call, error, on): &Fault) -> String {
    let on = if *on { "+" } else { "" };
    format!("{} {}{on} {error} ({:?})", call.name, call.number, call.kind)
}

fn failing(trial: &mut Trial, (call, error, on): &Fault) -> Result<()> {
    let scene = Scene::before(call.kind)?;
    let when = match (on, *error) {
        (false, _) => call.number.to_string(),
        (true, "EINTR") => format!("{}..{}", call.number, call.number + 19),
        (true, _) => format!("{}+", call.number),
    };
    let inject = format!("inject={}:error={error}:when={when}", call.name);
    let ended = scene.traced(&trial.way, &["-o", "/dev/null", "-e", &inject])?;
    ensure!(matches!(ended, Ended::Saved | Ended::Refused(_)), "nobody was told: {ended:?}");
    scene.nothing_is_lost(&ended)?;
    trial.leaves_nothing(&scene.folder)?;
    scene.nothing_is_lost(&ended)?;
    let file = scene.folder.path("a.md");
    let base = std::fs::read(&file).ok().map(|bytes| Hash::of(&bytes));
    trial.way.save_now(&file, base, b"the next one")?;
    ensure!(scene.folder.bytes("a.md")? == b"the next one", "the next save does not work");
    Ok(())
}
