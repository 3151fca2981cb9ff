//! `lede` alone or with a file: the window.

use crate::refusal::Refusal;
use std::{
    fs,
    path::{Path, PathBuf, absolute},
    process::{Command, Stdio},
};
use store::Situation;

/// The app's own binary.
const APP: &str = if cfg!(windows) { "lede-desktop.exe" } else { "lede-desktop" };

/// Starts the app and leaves it to itself.
pub(crate) fn open(file: Option<&Path>, library: Option<&Path>) -> Result<(), Refusal> {
    let mut app = Command::new(app());
    if let Some(file) = file {
        app.arg(draft(file)?);
    }
    if let Some(library) = library {
        app.arg("--library").arg(absolute(library)?);
    }
    app.stdin(Stdio::null());
    // In a group of its own, so that Ctrl+C in the terminal does not end it.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut app, 0);
    match app.spawn() {
        Ok(_) => Ok(()),
        Err(error) => Err(Refusal::new(format!(
            "The window's program {APP} did not start ({error}). Install it beside lede."
        ))),
    }
}

/// The file by a path that is right in any folder.
fn draft(file: &Path) -> Result<PathBuf, Refusal> {
    if file == Path::new("-") {
        return Err(Refusal::new("The window opens files, not standard input. Name a file."));
    }
    let about = fs::metadata(file).map_err(|error| Situation::of(file, &error))?;
    if about.is_dir() {
        let name = file.display();
        return Err(Refusal::new(format!(
            "{name} is a folder. To open the window on it: lede --library {name}"
        )));
    }
    Ok(absolute(file)?)
}

/// Beside this program, where a build and a package put it, or anywhere in the path.
fn app() -> PathBuf {
    let own = std::env::current_exe().and_then(fs::canonicalize);
    let beside = own.ok().map(|own| own.with_file_name(APP));
    beside.filter(|path| path.is_file()).unwrap_or_else(|| PathBuf::from(APP))
}
