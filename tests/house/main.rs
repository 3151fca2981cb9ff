//! The rules of the house, held against the house.
#![allow(clippy::disallowed_methods, reason = "it reads the sources and runs their tools")]

mod map;
mod purity;
mod readme;
mod size;
mod window;

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A path in the checkout.
fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// A file of the checkout, as text.
fn read(path: &str) -> String {
    fs::read_to_string(at(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files with one of these endings in a folder of the checkout and the folders in it; what is
/// made or brought in is left out.
fn sources(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect(&at(folder), endings, &mut found);
    found
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources").flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() {
            if !["dist", "gen", "node_modules", "target"].iter().any(|made| name == *made) {
                collect(&path, endings, found);
            }
        } else if path.extension().is_some_and(|it| endings.iter().any(|ending| it == *ending)) {
            found.push(path);
        }
    }
}
