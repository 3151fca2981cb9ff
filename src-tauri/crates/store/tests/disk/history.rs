//! Snapshots in a real database.

mod broken;
mod child;
mod faults;
mod keeping;
mod renamed;
mod restoring;
mod thinning;
mod traced;

use crate::folder::Folder;
use jiff::Timestamp;
use rusqlite::Connection;
use std::path::Path;
use store::{Hash, Snapshots};

const DATABASE: &str = "state/snapshots.sqlite";

/// The snapshots of a test, in a state directory in its folder.
fn snapshots(folder: &Folder) -> Snapshots {
    Snapshots::open(&folder.path(DATABASE)).unwrap()
}

/// A time so many seconds after some midnight in UTC.
fn after(seconds: i64) -> Timestamp {
    Timestamp::from_second(20_000 * 24 * 60 * 60 + seconds).unwrap()
}

/// The texts of a draft's snapshots, the latest first.
fn texts(snapshots: &Snapshots, draft: &Path) -> Vec<String> {
    let list = snapshots.list(draft).unwrap();
    list.iter().map(|snapshot| snapshots.text(snapshot.id).unwrap()).collect()
}

/// What the database itself says to a query for one number.
fn asked(folder: &Folder, sql: &str) -> i64 {
    let connection = Connection::open(folder.path(DATABASE)).unwrap();
    connection.query_row(sql, [], |row| row.get(0)).unwrap()
}

/// A text of so many lines that no compression makes small.
fn dense(number: usize, lines: usize) -> String {
    let line = |line| format!("{}\n", Hash::of(format!("{number}.{line}").as_bytes()));
    (0..lines).map(line).collect()
}
