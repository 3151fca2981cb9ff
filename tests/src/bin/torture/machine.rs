//! On what machine, when, and from which commit.

use std::fs;
use std::process::Command;

/// The processor, its cores, the system.
pub(crate) fn described() -> String {
    let processor = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        processor.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("an unknown processor", |(_, model)| model);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let who = if rustix::process::geteuid().is_root() { "as root" } else { "not as root" };
    format!("{model}, {cores} cores, {}, {who}", said("uname", &["-sr"]))
}

/// The day and the time.
pub(crate) fn date() -> String {
    said("date", &["+%F %H:%M"])
}

/// The commit of the checkout, with `-dirty` when it is not what lies there; `unknown` without git.
pub(crate) fn commit() -> String {
    let folder = env!("CARGO_MANIFEST_DIR");
    let commit = said("git", &["-C", folder, "describe", "--always", "--dirty", "--exclude=*"]);
    if commit.is_empty() { "unknown".to_owned() } else { commit }
}

fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map(|it| String::from_utf8_lossy(&it.stdout).trim().to_owned()).unwrap_or_default()
}
