//! A save under `strace`, which kills it at every call of the system, or lets every call fail.

use crate::child;
use crate::folder::Folder;
use std::collections::BTreeMap;
use std::fs;

/// One call of a save: which, and the how many-th of its kind in its thread.
pub(crate) type Call = (String, usize);

/// What the child said when `a.md`, which holds `old`, was saved as `new` under `strace`.
fn traced(folder: &Folder, options: &[&str]) -> Option<String> {
    let before = [&["strace", "-f", "-qq"], options].concat();
    child::said(child::wrapped(&before, &folder.path("a.md"), "new"))
}

/// The calls from the first that names the draft to the one that tells the outcome. Nothing where
/// nothing can be traced.
fn calls_of_a_save() -> Option<Vec<Call>> {
    if !child::has("strace") {
        return None;
    }
    let folder = Folder::with(&[("a.md", "old"), ("log", "")]);
    let log = folder.path("log");
    if traced(&folder, &["-o", log.to_str()?]).as_deref() != Some("saved") {
        println!("SKIPPED: nothing can be traced here");
        return None;
    }
    Some(calls(&fs::read_to_string(log).ok()?, "a.md", "OUTCOME"))
}

/// The calls in a log from the first that opens a file of the name `first` to the one that writes
/// `last`.
pub(crate) fn calls(log: &str, first: &str, last: &str) -> Vec<Call> {
    let mut counts = BTreeMap::<(&str, &str), usize>::new();
    let (mut calls, mut begun) = (Vec::new(), false);
    for line in log.lines() {
        // `1234 fsync(3) = 0`; the number of the thread stands before it.
        let Some((thread, line)) = line.split_once(' ') else { continue };
        let Some((call, arguments)) = line.trim_start().split_once('(') else { continue };
        let count = counts.entry((thread, call)).or_default();
        *count += 1;
        begun |= arguments.contains(first) && call == "openat";
        if arguments.contains(last) {
            break;
        }
        let of_a_disk =
            !["brk", "mmap", "munmap", "mprotect", "futex", "getrandom"].contains(&call);
        if begun && of_a_disk {
            calls.push((call.to_owned(), *count));
        }
    }
    calls
}

/// Checks that the file is old or new, and that after a new start nothing else is there but copies of
/// the one or the other.
fn nothing_is_lost(folder: &Folder, said: Option<&str>, what: &str) {
    let text = folder.read("a.md");
    assert!(text == "old" || text == "new", "{what}: {text:?}");
    assert!(said != Some("saved") || text == "new", "{what}: a save that was none");
    store::recover(&folder.root()).unwrap();
    for (name, text) in folder.files() {
        assert!(!name.contains(".lede-"), "{what}: {name} is left");
        assert!(["old", "new"].contains(&text.as_str()), "{what}: {name} has {text:?}");
    }
}

#[test]
fn killed_at_any_call_of_the_system_nothing_is_lost() {
    let Some(calls) = calls_of_a_save() else { return };
    assert!(calls.len() > 15, "{calls:?}");
    for (call, count) in calls {
        let folder = Folder::with(&[("a.md", "old")]);
        let inject = format!("inject={call}:signal=SIGKILL:when={count}");
        let said = traced(&folder, &["-o", "/dev/null", "-e", &inject]);
        assert_eq!(said, None, "{call} {count} did not kill it");
        nothing_is_lost(&folder, None, &format!("killed at {call} {count}"));
    }
}

#[test]
fn whatever_call_of_the_system_fails_nothing_is_lost() {
    let errors = ["ENOSPC", "EIO", "EACCES", "EDQUOT", "EROFS", "EMFILE"];
    let Some(calls) = calls_of_a_save() else { return };
    // Each call with one of the errors, once and from there on.
    for (place, (call, count)) in calls.into_iter().enumerate() {
        // Interrupted for ever, a call is tried again for ever.
        for (when, error) in
            [("", "EINTR"), ("", errors[place % 6]), ("+", errors[(place + 3) % 6])]
        {
            let folder = Folder::with(&[("a.md", "old")]);
            let inject = format!("inject={call}:error={error}:when={count}{when}");
            // A process that can never read or close again may not come to its end.
            if ["close", "write", "read"].contains(&call.as_str()) && when == "+" {
                continue;
            }
            let said = traced(&folder, &["-o", "/dev/null", "-e", &inject]);
            let what = format!("{call} {count}{when} {error}");
            assert!(said.is_some(), "{what}: nothing was said");
            nothing_is_lost(&folder, said.as_deref(), &what);
        }
    }
}

/// What is said and what is in the folder when a call fails every time.
fn failing(call: &str, error: &str) -> Option<(String, BTreeMap<String, String>)> {
    if !child::has("strace") {
        return None;
    }
    let folder = Folder::with(&[("a.md", "old")]);
    let inject = format!("inject={call}:error={error}");
    let said = traced(&folder, &["-o", "/dev/null", "-e", &inject])?;
    Some((said, folder.files()))
}

#[test]
fn a_person_is_told_which_kind_of_trouble_it_was() {
    let cases = [
        ("fsync", "EIO", "disk-failed", "old"),
        ("fsync", "EDQUOT", "disk-full", "old"),
        ("renameat2", "ENOSPC", "disk-full", "old"),
        ("fchmod", "EROFS", "library-read-only", "old"),
        ("flock", "ENOLCK", "saved", "new"),
        ("flistxattr", "EOPNOTSUPP", "saved", "new"),
        // A disk that cannot exchange names is saved to by a rename.
        ("renameat2", "EINVAL", "saved", "new"),
        ("renameat2", "ENOSYS", "saved", "new"),
    ];
    for (call, error, expected, text) in cases {
        let Some((said, files)) = failing(call, error) else { return };
        assert_eq!(said, expected, "{call} {error}");
        assert_eq!(files, [("a.md".into(), text.into())].into(), "{call} {error}");
    }
}
