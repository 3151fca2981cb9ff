//! What a command prints, and the files that it writes anew.

use crate::{arguments::Out, refusal::Refusal};
use std::{
    fs,
    io::{ErrorKind, Write},
    path::{Path, absolute},
};
use store::Saved;

/// Prints a result to standard output. A reader that has had enough (`| head`) is no failure.
pub(crate) fn print(result: &str) -> Result<(), Refusal> {
    let mut output = std::io::stdout().lock();
    match output.write_all(result.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        printed => Ok(printed?),
    }
}

/// Prints results, each on a line of its own.
pub(crate) fn print_lines(results: &[String]) -> Result<(), Refusal> {
    print(&results.iter().map(|result| format!("{result}\n")).collect::<String>())
}

/// Says something that is no result, on a line of standard error.
pub(crate) fn say(sentence: &str) {
    // Nobody is left to be told that nobody is listening.
    let _ = writeln!(std::io::stderr(), "lede: {sentence}");
}

/// Prints what stands beside a result that standard output is taken by.
pub(crate) fn print_aside(beside: &str) {
    let _ = std::io::stderr().write_all(beside.as_bytes());
}

/// Brings a save to its end, and tells of a text of somebody else's that it found.
pub(crate) fn finish(path: &Path, saved: Saved) -> Result<(), Refusal> {
    let tell = |kept: &Path| {
        let (path, kept) = (path.display(), kept.display());
        say(&format!("Somebody else wrote {path} meanwhile. That text is kept in {kept}."));
    };
    if let Some(displaced) = saved.displaced {
        tell(&displaced.kept_as);
    }
    let Some(pending) = saved.pending else { return Ok(()) };
    if others_hold_a_hidden_file_beside(path) {
        let left = pending.due().saturating_duration_since(std::time::Instant::now());
        std::thread::sleep(left);
    }
    if let Some(kept) = pending.settle()? {
        tell(&kept);
    }
    Ok(())
}

/// Whether a process of somebody else's may still be writing to the old text, which a save parks
/// under a hidden name in the same folder. Waiting for the full two seconds every time would make a
/// script of edits as slow as its author.
fn others_hold_a_hidden_file_beside(path: &Path) -> bool {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let Some(folder) = path.parent() else { return true };
    let Ok(processes) = fs::read_dir("/proc") else { return true };
    let own = std::process::id().to_string();
    let others = processes.flatten().filter(|entry| {
        let name = entry.file_name();
        // `self` and `thread-self` are this process, which has the old text open, by other names.
        name != own.as_str() && name.as_encoded_bytes().iter().all(u8::is_ascii_digit)
    });
    let held = |open: fs::DirEntry| {
        let held = fs::read_link(open.path()).unwrap_or_default();
        let hidden = held.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        hidden && held.parent() == Some(folder)
    };
    others
        .flat_map(|process| fs::read_dir(process.path().join("fd")).into_iter().flatten().flatten())
        .any(held)
}

/// Prints a result, or writes it to the file that was asked for: a new one, or with `--force` over
/// what is there.
pub(crate) fn deliver(result: &str, to: &Out) -> Result<(), Refusal> {
    let Some(path) = &to.out else { return print(result) };
    let path = absolute(path)?;
    if to.force {
        store::write_over(&path, result.as_bytes())?;
    } else {
        store::create_new(&path, result.as_bytes())?;
    }
    Ok(())
}
