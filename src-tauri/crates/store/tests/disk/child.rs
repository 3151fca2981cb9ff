//! A second process, for what one process cannot do to itself: to die, to be another person, to see
//! another disk.

use crate::folder::outcome;
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use store::{Hash, Journals, Moment};
use text::{ByteOffset, Edit, Edits, WindowOffset};

/// The command that saves `text` over `file` once.
pub(crate) fn saving(file: &Path, text: &str) -> Command {
    wrapped(&[], file, text)
}

/// The command that saves over `file` again and again, each time `length` times another letter.
pub(crate) fn saving_on_and_on(file: &Path, length: usize) -> Command {
    let mut command = saving(file, "*");
    command.env("LEDE_CHILD_TIMES", "1000000").env("LEDE_CHILD_LENGTH", length.to_string());
    command
}

/// The command that saves `text` over `file`, run by the commands in `before`, such as `setpriv` with its arguments.
pub(crate) fn wrapped(before: &[&str], file: &Path, text: &str) -> Command {
    let mut command = running(before, "child::a_child_saves");
    command.env("LEDE_CHILD_FILE", file).env("LEDE_CHILD_TEXT", text);
    command
}

/// The command that runs one ignored test of this program as a process of its own.
pub(crate) fn running(before: &[&str], test: &str) -> Command {
    let own = env::current_exe().unwrap();
    // One thread, so that the calls of the system come in one order.
    let arguments = ["--exact", test, "--ignored", "--nocapture", "--test-threads=1"];
    let mut words = before.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    words.push(own.to_str().unwrap().to_owned());
    words.extend(arguments.map(str::to_owned));
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// The command that types `x` after `x` into a draft whose journal is in the folder `journals`, and says
/// the text each time it is on the disk.
pub(crate) fn journaling(journals: &Path) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "child::a_child_journals", "--ignored", "--nocapture"]);
    command.env("LEDE_CHILD_JOURNALS", journals);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What the child said of its save, or nothing when it did not come so far.
pub(crate) fn said(mut command: Command) -> Option<String> {
    let output = command.output().ok()?;
    let output = String::from_utf8_lossy(&output.stdout).into_owned();
    let (_, said) = output.split_once("OUTCOME ")?;
    Some(said.split_whitespace().next()?.to_owned())
}

/// Whether a tool is there; says so where it is not.
pub(crate) fn has(tool: &str) -> bool {
    let found = env::var_os("PATH")
        .is_some_and(|paths| env::split_paths(&paths).any(|folder| folder.join(tool).exists()));
    if !found {
        println!("SKIPPED: there is no {tool} here");
    }
    found
}

/// Whether this is root; says so where it is not.
pub(crate) fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    let root = std::fs::metadata("/proc/self").is_ok_and(|about| about.uid() == 0);
    if !root {
        println!("SKIPPED: this needs root");
    }
    root
}

/// A tracer counts the calls of each thread by itself. With these, the calls of the save have numbers
/// that no call of the test's main thread has.
fn warm_up() {
    for _ in 0..50 {
        std::fs::read("/dev/null").unwrap();
        std::fs::write("/dev/null", "x").unwrap();
        let _no_link = std::fs::read_link("/dev/null");
    }
}

#[test]
#[ignore = "the other tests run it, as a process of its own"]
fn a_child_saves() {
    let (Some(file), Ok(text)) = (env::var_os("LEDE_CHILD_FILE"), env::var("LEDE_CHILD_TEXT"))
    else {
        return;
    };
    let file = PathBuf::from(file);
    warm_up();
    let times = env::var("LEDE_CHILD_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    let length =
        env::var("LEDE_CHILD_LENGTH").ok().and_then(|length| length.parse().ok()).unwrap_or(1);
    let mut base = std::fs::read(&file).ok().map(|bytes| Hash::of(&bytes));
    for round in 0..times {
        // A letter in place of `*` tells the rounds apart; a long text comes by its letter.
        let letter = char::from(b'a' + u8::try_from(round % 26).unwrap());
        let text = text.replace('*', &letter.to_string().repeat(length));
        let saved = store::save(&file, base, text.as_bytes());
        let outcome = outcome(&saved);
        if let Ok(saved) = saved {
            base = Some(saved.hash);
            saved.pending.map(store::Pending::settle);
        }
        println!("OUTCOME {outcome}");
    }
}

#[test]
#[ignore = "the other tests run it, as a process of its own"]
fn a_child_journals() {
    let Some(folder) = env::var_os("LEDE_CHILD_JOURNALS") else { return };
    let journals = Journals::start(Path::new(&folder), |_| {}).unwrap();
    let journal = journals.journal(Path::new("/a.md"));
    let mut text = String::new();
    loop {
        let edits = Edits::one(Edit::insert(ByteOffset(text.len()), "x"));
        text.push('x');
        let (version, caret) = (text.len() as u64, WindowOffset(text.len()));
        journal.change(&edits, &Moment { text: &text, version, caret, in_file: None });
        if journals.settled(Duration::from_secs(10)) {
            println!("OUTCOME {text}");
        }
    }
}
