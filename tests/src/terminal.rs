//! A terminal in a folder of fixtures.

use crate::place;
use std::{fs, os::unix::fs::PermissionsExt, path::Path, process::Command};
use tempfile::TempDir;

/// Holds a terminal to a transcript: runs each line behind a `$` as a line of shell, and compares
/// what a terminal shows with what the transcript says it does, the exit status included where it is
/// not 0. It runs in a fresh folder with copies of the fixtures, shown as `~`, and with the built
/// programs and the tools of `ui/` in its path.
///
/// # Panics
/// With what it showed instead.
pub fn terminal(transcript: &str) {
    let folder = fixtures();
    let transcript = transcript.trim_start_matches('\n');
    let lines = transcript.lines().filter_map(|line| line.strip_prefix("$ "));
    let shown: String = lines.map(|line| run(line, folder.path())).collect();
    let shown = shown.replace(&folder.path().display().to_string(), "~");
    assert!(shown == transcript, "the terminal shows:\n{shown}\ninstead of:\n{transcript}");
}

/// Before a command, runs it as a user with no rights of their own, where the tests run as root.
const NOBODY: &str = "setpriv --reuid=65534 --regid=65534 --clear-groups";

fn fixtures() -> TempDir {
    let folder = TempDir::new().expect("the temporary folder can be written to");
    // The tests of permissions run as another user, who must be able to look in and to write.
    let open = fs::Permissions::from_mode(0o777);
    fs::set_permissions(folder.path(), open).expect("our own folder");
    let fixtures = place::fixture("five-points.md").with_file_name("");
    for fixture in fs::read_dir(fixtures).expect("the fixtures are there").flatten() {
        fs::copy(fixture.path(), folder.path().join(fixture.file_name())).expect("a fixture");
    }
    folder
}

/// What a terminal shows for a line: the line, what is printed, and a status that is not 0.
fn run(line: &str, folder: &Path) -> String {
    let output = Command::new("sh")
        .args(["-c", &format!("exec 2>&1; {line}")])
        .current_dir(folder)
        .env("HOME", folder)
        .env("XDG_CONFIG_HOME", folder.join(".config"))
        .env("PATH", path())
        .env("NOBODY", if is_root(folder) { NOBODY } else { "" })
        .output()
        .expect("sh starts");
    let mut shown = format!("$ {line}\n{}", String::from_utf8_lossy(&output.stdout));
    if !shown.ends_with('\n') {
        shown.push('\n');
    }
    match output.status.code() {
        Some(0) => {}
        Some(code) => shown += &format!("[status {code}]\n"),
        None => shown += "[killed]\n",
    }
    shown
}

/// Whether what we make is root's.
fn is_root(made: &Path) -> bool {
    fs::metadata(made).is_ok_and(|about| std::os::unix::fs::MetadataExt::uid(&about) == 0)
}

fn path() -> String {
    let own = place::programs();
    let tools = place::tools();
    let rest = std::env::var("PATH").unwrap_or_default();
    format!("{}:{}:{rest}", own.display(), tools.display())
}
