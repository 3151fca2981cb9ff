//! On what machine, when, and from which commit: without that a time says nothing.

use std::{fs, path::PathBuf, process::Command};

/// One line of what the figures hang on.
pub(crate) fn describe() -> String {
    let processor = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        processor.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("an unknown processor", |(_, model)| model);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let day = said("date", &["+%F %H:%M"]);
    let commit = said("git", &["describe", "--always", "--dirty", "--exclude=*"]);
    let load = load("At the start");
    format!("{model}, {cores} cores; {day}; commit {commit}; release build.\n{load}")
}

/// The machine's load, which should be near nothing before and is that of the measuring after.
pub(crate) fn load(when: &str) -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let [one, five] = [0, 1].map(|place| load.split(' ').nth(place).unwrap_or("?"));
    format!("{when} the load was {one} over a minute, {five} over five.")
}

/// The path of an installed program.
pub(crate) fn installed(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|path| path.is_file())
}

fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map(|it| String::from_utf8_lossy(&it.stdout).trim().to_owned()).unwrap_or_default()
}
