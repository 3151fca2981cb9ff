//! Files that are read in one sitting.

use crate::sources;
use std::fs;

/// The lengths of all our sources in lines, the shortest first, each with its file.
fn lengths() -> Vec<(usize, String)> {
    let endings = ["rs", "ts", "svelte", "css"];
    let folders = ["src-tauri", "tests", "ui/src"];
    let files = folders.iter().flat_map(|folder| sources(folder, &endings));
    let length = |file: std::path::PathBuf| {
        let text = fs::read_to_string(&file).expect("a source is text");
        (text.lines().count(), file.display().to_string())
    };
    // What is generated is not read.
    let written = files.filter(|file| !file.ends_with("host/bindings.ts"));
    let mut lengths: Vec<_> = written.map(length).collect();
    lengths.sort();
    lengths
}

#[test]
fn no_file_has_more_than_600_lines_and_half_of_them_fewer_than_150() {
    let lengths = lengths();
    let (longest, file) = lengths.last().expect("there are sources");
    assert!(*longest <= 600, "{file} has {longest} lines");
    let (median, _) = lengths[lengths.len() / 2];
    assert!(median < 150, "the median is {median} lines");
}
