//! A snapshot kept under `strace`, which kills the process at every call of the system, or lets every
//! call fail.

use super::child::{keeping, text};
use super::{DATABASE, after, snapshots};
use crate::child::has;
use crate::folder::Folder;
use crate::tracing::{Call, calls};
use std::fs;
use store::Why;

/// A folder with a database that has one snapshot.
fn begun() -> Folder {
    let folder = Folder::with(&[("log", "")]);
    snapshots(&folder).keep(&folder.path("b.md"), "before", Why::Asked, after(0)).unwrap();
    folder
}

/// Whether the child, keeping one snapshot under `strace`, said that it is kept.
fn is_kept(folder: &Folder, options: &[&str]) -> bool {
    let before = [&["strace", "-f", "-qq"], options].concat();
    let mut command = keeping(&before, &folder.path(DATABASE), "a.md", 1);
    command.output().is_ok_and(|it| String::from_utf8_lossy(&it.stdout).contains("KEPT 2 0"))
}

/// The calls from the first that names the database to the one that tells of the snapshot. Nothing
/// where nothing can be traced.
fn calls_of_a_keep() -> Option<Vec<Call>> {
    if !has("strace") {
        return None;
    }
    let folder = begun();
    if !is_kept(&folder, &["-o", folder.path("log").to_str()?]) {
        println!("SKIPPED: nothing can be traced here");
        return None;
    }
    Some(calls(&fs::read_to_string(folder.path("log")).ok()?, "snapshots.sqlite", "KEPT"))
}

/// Checks that what was kept before is there, and so is what was said to be kept.
fn nothing_is_lost(folder: &Folder, is_kept: bool, what: &str) {
    let snapshots = snapshots(folder);
    assert_eq!(snapshots.text(1).unwrap(), "before", "{what}");
    let kept = snapshots.list(&folder.path("state/a.md")).unwrap();
    assert!(kept.len() == 1 || !is_kept, "{what}: kept, and not there");
    kept.iter().for_each(|it| assert_eq!(snapshots.text(it.id).unwrap(), text(0), "{what}"));
    assert!(snapshots.set_aside().is_none(), "{what}: a whole database was set aside");
    assert!(!folder.path("state/snapshots.broken-1.sqlite").exists(), "{what}");
}

#[test]
fn killed_at_any_call_of_the_system_the_database_is_whole() {
    let Some(calls) = calls_of_a_keep() else { return };
    // Between two calls that change nothing, death is the same.
    let same =
        ["fcntl", "newfstatat", "statx", "pread64", "readlink", "getpid", "geteuid", "close"];
    let other = |(call, _): &Call| !same.contains(&call.as_str());
    let calls: Vec<Call> = calls.into_iter().filter(other).collect();
    assert!(calls.len() > 30, "{calls:?}");
    for (call, count) in calls {
        let folder = begun();
        let inject = format!("inject={call}:signal=SIGKILL:when={count}");
        let is_kept = is_kept(&folder, &["-o", "/dev/null", "-e", &inject]);
        assert!(!is_kept, "{call} {count} did not kill it");
        nothing_is_lost(&folder, false, &format!("killed at {call} {count}"));
    }
}

#[test]
fn whatever_call_of_the_system_fails_the_database_is_whole() {
    let errors = ["ENOSPC", "EIO", "EMFILE", "EDQUOT", "EROFS"];
    let Some(calls) = calls_of_a_keep() else { return };
    // Each call with each error in the long run, a sample here.
    for (place, (call, count)) in calls.into_iter().step_by(3).enumerate() {
        // A process that can never write or close again may not come to its end, and a database that
        // can never be read again is a broken one.
        let on_and_on = !["close", "write", "read", "pread64"].contains(&call.as_str());
        let when = if place % 2 == 1 && on_and_on { "+" } else { "" };
        let error = errors[place % errors.len()];
        let folder = begun();
        let inject = format!("inject={call}:error={error}:when={count}{when}");
        let is_kept = is_kept(&folder, &["-o", "/dev/null", "-e", &inject]);
        nothing_is_lost(&folder, is_kept, &format!("{call} {count}{when} {error}"));
    }
}

#[test]
fn a_snapshot_is_on_the_disk_before_anybody_is_told() {
    let Some(calls) = calls_of_a_keep() else { return };
    let last = |names: &[&str]| calls.iter().rposition(|(call, _)| names.contains(&call.as_str()));
    let synced = last(&["fsync", "fdatasync"]);
    // The folder is synced after the journal went, for with the journal the old state would come back.
    assert!(synced > last(&["pwrite64", "unlink"]), "{calls:?}");
}
