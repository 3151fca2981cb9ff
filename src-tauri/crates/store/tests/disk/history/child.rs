//! A second process that keeps snapshots.

use super::{after, dense};
use crate::child::running;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use store::{Snapshots, Why};

/// The command that keeps [`text`] after text of the draft `name` beside the database, so many times,
/// and says of each when it is kept.
pub(super) fn keeping(before: &[&str], database: &Path, name: &str, times: usize) -> Command {
    let mut command = running(before, "history::child::a_child_keeps");
    command.env("LEDE_CHILD_FILE", database).env("LEDE_CHILD_NAME", name);
    command.env("LEDE_CHILD_TIMES", times.to_string());
    command
}

/// What the child keeps in a round: texts of very different lengths.
pub(super) fn text(round: usize) -> String {
    dense(round, 1 + round * 37 % 400)
}

#[test]
#[ignore = "the other tests run it, as a process of its own"]
fn a_child_keeps() {
    let (Some(file), Ok(name)) = (env::var_os("LEDE_CHILD_FILE"), env::var("LEDE_CHILD_NAME"))
    else {
        return;
    };
    let file = PathBuf::from(file);
    let draft = file.with_file_name(name);
    let times: usize = env::var("LEDE_CHILD_TIMES").unwrap().parse().unwrap();
    // A draft without a file would lend its history to the next one with the same text.
    std::fs::write(&draft, "").unwrap();
    let snapshots = Snapshots::open(&file).unwrap();
    for round in 0..times {
        let id = snapshots.keep(&draft, &text(round), Why::Editing, after(round as i64)).unwrap();
        println!("KEPT {} {round}", id.unwrap());
    }
}

#[test]
#[ignore = "the other tests run it, on a small disk"]
fn a_child_fills_the_disk() {
    let Some(file) = env::var_os("LEDE_CHILD_FILE").map(PathBuf::from) else { return };
    let (draft, filler) = (file.with_file_name("a.md"), file.with_file_name("filler"));
    std::fs::write(&filler, [0; 100_000]).unwrap();
    let snapshots = Snapshots::open(&file).unwrap();
    let mut kept = Vec::new();
    let refused = loop {
        let text = text(kept.len());
        match snapshots.keep(&draft, &text, Why::Editing, after(0)) {
            Ok(id) => kept.push((id.unwrap(), text)),
            Err(situation) => break situation,
        }
    };
    let is_there = |(id, text): &(i64, String)| snapshots.text(*id).unwrap() == *text;
    assert!(kept.iter().all(is_there), "on a full disk all is there and can be read");
    assert_eq!(snapshots.list(&draft).unwrap().len(), kept.len());
    std::fs::remove_file(filler).unwrap();
    let id = snapshots.keep(&draft, "room again", Why::Editing, after(1)).unwrap().unwrap();
    assert_eq!(snapshots.text(id).unwrap(), "room again");
    assert!(kept.iter().all(is_there) && snapshots.set_aside().is_none());
    println!("OUTCOME {} after {}", refused.code(), kept.len());
}
