//! Where things lie.

use std::path::{Path, PathBuf};

/// A fixture by its name, for instance `five-points.md`.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

/// A folder under Cargo's target folder, made if it is not there.
///
/// # Panics
/// If it cannot be made.
pub fn target(folder: &str) -> PathBuf {
    let path = programs().parent().expect("a build folder lies in target/").join(folder);
    std::fs::create_dir_all(&path).expect("target/ can be written to");
    path
}

/// A program of ours, built before the tests by `cargo xtask test`; with `LEDE_PROGRAMS` set, the one in
/// that folder, for instance where a package has installed it.
///
/// # Panics
/// If it is not there.
pub fn program(name: &str) -> PathBuf {
    let path = std::env::var_os("LEDE_PROGRAMS").map_or_else(programs, PathBuf::from).join(name);
    assert!(path.is_file(), "{} is not built: cargo xtask test builds it first", path.display());
    path
}

/// The script of axe-core, which looks for what keeps people out.
pub fn axe() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js")
}

/// The folder of what `npm ci` brings along in `ui/`.
pub(crate) fn tools() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/.bin")
}

/// The folder of built programs: the one in which this one lies, or the one above for a test.
pub(crate) fn programs() -> PathBuf {
    let own = std::env::current_exe().expect("a running program has a path");
    let folder = own.parent().expect("a program lies in a folder");
    match folder.ends_with("deps") {
        true => folder.parent().expect("deps lies in a build folder").to_owned(),
        false => folder.to_owned(),
    }
}

/// The sample drafts in a folder, in the order of their names, which begin with their dates.
///
/// # Panics
/// If the folder cannot be read.
pub fn samples(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the sample drafts are there");
    let mut drafts: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    drafts.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    drafts.sort();
    drafts
}
