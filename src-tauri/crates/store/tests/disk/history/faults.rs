//! Death, company and want of room.

use super::child::{keeping, text};
use super::{DATABASE, snapshots, texts};
use crate::child::{has, is_root, running};
use crate::folder::Folder;
use rusqlite::Connection;
use std::io::{BufRead, BufReader, Read};
use std::thread;
use std::time::Duration;

/// The numbers of snapshots that a child said were kept, with the rounds.
fn kept(output: &str) -> Vec<(i64, usize)> {
    let words = output.lines().filter_map(|line| line.split_once("KEPT ")?.1.split_once(' '));
    words.filter_map(|(id, round)| Some((id.parse().ok()?, round.parse().ok()?))).collect()
}

#[test]
fn killed_at_any_moment_each_snapshot_that_was_kept_is_there() {
    let folder = Folder::with(&[("state/.keep", "")]);
    let mut sure = 0;
    for round in 0..25u64 {
        let name = format!("{round}.md");
        let mut running = keeping(&[], &folder.path(DATABASE), &name, 100_000).spawn().unwrap();
        let mut output = BufReader::new(running.stdout.take().unwrap());
        let mut first = String::new();
        while !first.contains("KEPT ") && output.read_line(&mut first).unwrap() > 0 {}
        thread::sleep(Duration::from_micros(round * 1709 % 40_000));
        running.kill().unwrap();
        running.wait().unwrap();
        output.read_to_string(&mut first).unwrap();

        let snapshots = snapshots(&folder);
        let kept = kept(&first);
        for &(id, number) in &kept {
            assert_eq!(snapshots.text(id).unwrap(), text(number), "round {round}");
        }
        let there = texts(&snapshots, &folder.path(&format!("state/{name}"))).len();
        assert!((kept.len()..=kept.len() + 1).contains(&there), "round {round}");
        assert!(snapshots.set_aside().is_none(), "round {round}");
        sure += kept.len();
    }
    assert!(sure > 25, "the children kept only {sure}");
}

#[test]
fn two_processes_and_this_one_keep_at_once_and_none_loses_a_snapshot() {
    let folder = Folder::with(&[("state/.keep", "")]);
    let start = |name| keeping(&[], &folder.path(DATABASE), name, 30).spawn().unwrap();
    let running = ["a.md", "b.md"].map(start);
    let snapshots = snapshots(&folder);
    for round in 0..30 {
        let draft = folder.path("state/c.md");
        snapshots.keep(&draft, &text(round), store::Why::Asked, super::after(0)).unwrap();
    }
    for process in running {
        let output = process.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let output = String::from_utf8_lossy(&output.stdout).into_owned();
        let kept = kept(&output);
        assert_eq!(kept.len(), 30);
        kept.iter().for_each(|&(id, it)| assert_eq!(snapshots.text(id).unwrap(), text(it)));
    }
    assert_eq!(texts(&snapshots, &folder.path("state/c.md")).len(), 30);
}

#[test]
fn a_call_waits_for_another_one_to_let_go() {
    let folder = Folder::with(&[]);
    let snapshots = snapshots(&folder);
    let other = Connection::open(folder.path(DATABASE)).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    thread::scope(|scope| {
        let keep = || {
            let draft = folder.path("a.md");
            snapshots.keep(&draft, "text", store::Why::Asked, super::after(0)).unwrap()
        };
        let kept = scope.spawn(keep);
        thread::sleep(Duration::from_millis(300));
        assert!(!kept.is_finished());
        other.execute_batch("COMMIT").unwrap();
        assert!(kept.join().unwrap().is_some());
    });
}

#[test]
fn a_full_disk_is_told_and_nothing_is_lost() {
    if !is_root() || !has("unshare") {
        return;
    }
    for kib in [300, 333, 512] {
        let folder = Folder::with(&[]);
        let root = folder.root();
        let script = format!("mount -t tmpfs -o size={kib}k tmpfs \"$0\" && exec \"$@\"");
        let before = ["unshare", "-m", "sh", "-c", &script, root.to_str().unwrap()];
        let mut command = running(&before, "history::child::a_child_fills_the_disk");
        command.env("LEDE_CHILD_FILE", folder.path("snapshots.sqlite"));
        let output = command.output().unwrap();
        if [Some(1), Some(32)].contains(&output.status.code()) {
            println!("SKIPPED: nothing can be mounted here");
            return;
        }
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(said.contains("OUTCOME disk-full"), "{kib} KiB: {said}");
    }
}
