//! L2: death at every call of the system.

use crate::case::{Case, Tried};
use crate::child::Ended;
use crate::traced::{self, Call, KINDS, Kind, Scene};
use crate::trial::Trial;
use anyhow::{Result, ensure};

pub(crate) const CASE: Case = Case {
    id: "L2",
    what: "killed at any call of a save, the file is its old or its new text",
    tried: Tried {
        sample: usize::MAX,
        full: usize::MAX,
        run,
        broken: &["truncates", "renames-without-sync", "forgets-the-folder"],
    },
};

fn run(trial: &mut Trial) -> Result<()> {
    let calls = KINDS.map(|kind| traced::calls(&trial.way, kind)).into_iter();
    let plan = calls.collect::<Result<Vec<_>>>()?.concat();
    let name = |call: &Call| format!("killed at {} {} ({:?})", call.name, call.number, call.kind);
    trial.each(&plan, name, killed_at);
    for kind in [Kind::Plain, Kind::Absent] {
        trial.also("the order of its calls", |_| in_order(&plan, kind));
    }
    Ok(())
}

/// Holds that the text is synced, then named, and then its folder is synced: what a power cut asks for,
/// as far as a trace shows it.
fn in_order(plan: &[Call], kind: Kind) -> Result<()> {
    let calls: Vec<&str> =
        plan.iter().filter(|call| call.kind == kind).map(|call| &*call.name).collect();
    let named = calls.iter().position(|call| call.starts_with("rename"));
    let (before, after) = calls.split_at(named.unwrap_or_default());
    let synced = before.contains(&"fsync") && after.contains(&"fsync");
    ensure!(synced, "{kind:?}: what is named is not on the disk: {calls:?}");
    Ok(())
}

fn killed_at(trial: &mut Trial, call: &Call) -> Result<()> {
    let scene = Scene::before(call.kind)?;
    let inject = format!("inject={}:signal=SIGKILL:when={}", call.name, call.number);
    let ended = scene.traced(&trial.way, &["-o", "/dev/null", "-e", &inject])?;
    ensure!(ended == Ended::Killed, "it was not killed: {ended:?}");
    scene.nothing_is_lost(&ended)?;
    trial.leaves_nothing(&scene.folder)?;
    scene.nothing_is_lost(&ended)
}
