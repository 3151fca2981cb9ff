//! Snapshots become fewer with age, and stay within a size.

use super::{Snapshots, Why, time};
use crate::Situation;
use jiff::Timestamp;
use rusqlite::{Connection, Transaction};
use std::collections::HashSet;

const HOUR: i64 = 60 * 60 * 1000;
const DAY: i64 = 24 * HOUR;
const WEEK: i64 = 7 * DAY;
const MONTH: i64 = 30 * DAY;

impl Snapshots {
    /// Lets snapshots go that nobody will miss, and returns how many went.
    ///
    /// Of each draft stay all of the last hour, then the last of every hour for a day, the last of
    /// every day for 30 days, and the last of every week beyond. Hours, days and weeks are those of the
    /// clock in UTC, so that thinning twice is thinning once. While the stored texts then take more
    /// than `limit_bytes`, the oldest of what stayed goes too.
    ///
    /// Never thinned: one with a name; one of [`Why::weight`] 2 for 30 days; the latest of each draft.
    /// These alone may take more than the limit. A text that no snapshot has any more is removed, and
    /// the space is given back to the disk.
    ///
    /// # Errors
    /// `HistoryBusy`, or what the disk says; then all is as it was.
    pub fn thin(&self, now: Timestamp, limit_bytes: u64) -> Result<usize, Situation> {
        let gone = self.write(|within| {
            let aged = by_age(within, now)?;
            let large = by_size(within, now, limit_bytes)?;
            within
                .execute("DELETE FROM drafts WHERE id NOT IN (SELECT draft FROM snapshots)", [])?;
            Ok(aged + large)
        })?;
        // Those snapshots are gone; space that cannot be given back now is given back the next time.
        let _next_time = self.with(|connection| Ok(give_back(connection)?));
        Ok(gone)
    }
}

/// A snapshot as thinning sees it.
struct Candidate {
    id: i64,
    draft: i64,
    text: i64,
    at: Timestamp,
    /// How much smaller the database is without its text.
    packed: u64,
}

/// The snapshots that may be thinned, the latest first.
fn candidates(within: &Connection, now: Timestamp) -> rusqlite::Result<Vec<Candidate>> {
    let mut rows = within.prepare(
        "SELECT snapshots.id, draft, text, at, length(packed), why FROM snapshots
         JOIN texts ON texts.id = text
         WHERE name IS NULL
         AND snapshots.id < (SELECT max(id) FROM snapshots AS all_of WHERE all_of.draft = snapshots.draft)
         ORDER BY snapshots.id DESC",
    )?;
    let found = rows.query_map([], |row| {
        let why = Why::of_code(&row.get::<_, String>(5)?);
        let candidate = Candidate {
            id: row.get(0)?,
            draft: row.get(1)?,
            text: row.get(2)?,
            at: time(row.get(3)?),
            packed: row.get::<_, i64>(4)?.try_into().unwrap_or_default(),
        };
        Ok((why, candidate))
    })?;
    let found: Vec<(Why, Candidate)> = found.collect::<Result<_, _>>()?;
    let protected = |why: Why, at| why.weight() == 2 && age(now, at) < MONTH;
    let thinned = found.into_iter().filter(|(why, it)| !protected(*why, it.at));
    Ok(thinned.map(|(_, candidate)| candidate).collect())
}

/// In milliseconds; below 0 where the clock was set back.
fn age(now: Timestamp, at: Timestamp) -> i64 {
    now.as_millisecond() - at.as_millisecond()
}

/// The span of the clock of which one snapshot stays, as its length and its number; none for what stays
/// in any case.
fn span(now: Timestamp, at: Timestamp) -> Option<(i64, i64)> {
    let length = match age(now, at) {
        ..HOUR => return None,
        HOUR..DAY => HOUR,
        DAY..MONTH => DAY,
        _ => WEEK,
    };
    Some((length, at.as_millisecond().div_euclid(length)))
}

fn by_age(within: &Transaction<'_>, now: Timestamp) -> rusqlite::Result<usize> {
    let mut stay = HashSet::new();
    let mut gone = 0;
    for candidate in candidates(within, now)? {
        let span = span(now, candidate.at);
        if span.is_some_and(|span| !stay.insert((candidate.draft, span))) {
            remove(within, &candidate)?;
            gone += 1;
        }
    }
    Ok(gone)
}

fn by_size(within: &Transaction<'_>, now: Timestamp, limit: u64) -> rusqlite::Result<usize> {
    let sum = "SELECT coalesce(sum(length(packed)), 0) FROM texts";
    let sum: i64 = within.query_row(sum, [], |row| row.get(0))?;
    let mut size = u64::try_from(sum).unwrap_or_default();
    let mut gone = 0;
    for candidate in candidates(within, now)?.iter().rev() {
        if size <= limit {
            break;
        }
        if remove(within, candidate)? {
            size = size.saturating_sub(candidate.packed);
        }
        gone += 1;
    }
    Ok(gone)
}

/// Removes a snapshot; whether its text went with it.
fn remove(within: &Transaction<'_>, candidate: &Candidate) -> rusqlite::Result<bool> {
    within.execute("DELETE FROM snapshots WHERE id = ?1", [candidate.id])?;
    let unused = "DELETE FROM texts WHERE id = ?1
                  AND NOT EXISTS (SELECT 1 FROM snapshots WHERE text = ?1)";
    Ok(within.execute(unused, [candidate.text])? > 0)
}

/// Shortens the file by the pages that nothing uses: each step of the statement frees one.
fn give_back(connection: &Connection) -> rusqlite::Result<()> {
    let mut vacuum = connection.prepare("PRAGMA incremental_vacuum")?;
    let mut pages = vacuum.query([])?;
    while pages.next()?.is_some() {}
    Ok(())
}
