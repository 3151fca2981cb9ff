//! A terminal in a folder of fixtures.

use crate::place;
use std::{fs, process::Command};
use tempfile::TempDir;

/// Runs lines of shell in a fresh folder that holds copies of the fixtures, with the built programs
/// in its path, and gives back what a terminal would show: each line behind a `$`, what it printed,
/// and its exit status where that is not 0. The folder is shown as `~`.
///
/// # Panics
/// If `sh` does not start.
pub fn terminal(lines: &str) -> String {
    let folder = TempDir::new().expect("the temporary folder can be written to");
    // The tests of permissions run as another user, who must be able to look in.
    let open = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(folder.path(), open).expect("our own folder");
    let fixtures = place::fixture("five-points.md").with_file_name("");
    for fixture in fs::read_dir(fixtures).expect("the fixtures are there").flatten() {
        fs::copy(fixture.path(), folder.path().join(fixture.file_name())).expect("a fixture");
    }
    let mut shown = String::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let output = Command::new("sh")
            .args(["-c", &format!("exec 2>&1; {line}")])
            .current_dir(folder.path())
            .env("HOME", folder.path())
            .env("PATH", path())
            .output()
            .expect("sh starts");
        shown += &format!("$ {line}\n{}", String::from_utf8_lossy(&output.stdout));
        if !shown.ends_with('\n') {
            shown.push('\n');
        }
        match output.status.code() {
            Some(0) => {}
            Some(code) => shown += &format!("[status {code}]\n"),
            None => shown += "[killed]\n",
        }
    }
    let folder = folder.path().display().to_string();
    shown.replace(&folder, "~")
}

fn path() -> String {
    let own = place::programs().display().to_string();
    format!("{own}:{}", std::env::var("PATH").unwrap_or_default())
}
