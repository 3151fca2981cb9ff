//! Which draft a path stands for.

use crate::Hash;
use rusqlite::{Connection, OptionalExtension, Row, Transaction};
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, absolute};

/// The bytes of the path without links in it, by which a draft is known. The file itself may be gone.
pub(super) fn key(path: &Path) -> Vec<u8> {
    let real = path.canonicalize().or_else(|_| {
        let path = absolute(path)?;
        let folder = path.parent().unwrap_or(&path).canonicalize()?;
        Ok::<_, std::io::Error>(folder.join(path.file_name().unwrap_or_default()))
    });
    // A folder that is gone, too, leaves the path as it was written.
    let real = real.or_else(|_| absolute(path)).unwrap_or_else(|_| path.to_owned());
    real.into_os_string().as_bytes().to_vec()
}

/// The number of the draft at this path.
pub(super) fn known(within: &Connection, key: &[u8]) -> rusqlite::Result<Option<i64>> {
    let number = |row: &Row<'_>| row.get(0);
    within.query_row("SELECT id FROM drafts WHERE path = ?1", [key], number).optional()
}

/// The number of the draft at this path, whose text has this hash.
pub(super) fn known_or_new(
    within: &Transaction<'_>,
    key: &[u8],
    hash: Hash,
) -> rusqlite::Result<i64> {
    if let Some(number) = follow(within, key, hash)? {
        return Ok(number);
    }
    within.execute("INSERT INTO drafts (path) VALUES (?1)", [key])?;
    Ok(within.last_insert_rowid())
}

/// The number of the draft at this path, or of one that vanished with this text as its latest: then
/// that draft is at this path from now on.
pub(super) fn follow(
    within: &Transaction<'_>,
    key: &[u8],
    hash: Hash,
) -> rusqlite::Result<Option<i64>> {
    let known = known(within, key)?;
    if known.is_some() || hash == Hash::of(b"") {
        return Ok(known);
    }
    let vanished = with_latest(within, hash)?.into_iter().find(|(_, path)| is_gone(path));
    let Some((number, _)) = vanished else { return Ok(None) };
    within.execute("UPDATE drafts SET path = ?2 WHERE id = ?1", (number, key))?;
    Ok(Some(number))
}

/// The drafts whose latest snapshot has this text, with their paths; the last one kept first.
fn with_latest(within: &Connection, hash: Hash) -> rusqlite::Result<Vec<(i64, Vec<u8>)>> {
    let mut rows = within.prepare(
        "SELECT drafts.id, path FROM snapshots
         JOIN texts ON texts.id = text JOIN drafts ON drafts.id = draft
         WHERE hash = ?1
         AND snapshots.id = (SELECT max(id) FROM snapshots AS all_of WHERE all_of.draft = drafts.id)
         ORDER BY snapshots.id DESC",
    )?;
    rows.query_map([hash.bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// Only what is surely gone: a folder that cannot be looked into may still have it.
fn is_gone(path: &[u8]) -> bool {
    let about = Path::new(OsStr::from_bytes(path)).symlink_metadata();
    about.is_err_and(|error| matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory))
}

/// Moves the history of one path to another.
pub(super) fn renamed(within: &Transaction<'_>, from: &[u8], to: &[u8]) -> rusqlite::Result<()> {
    let Some(moved) = known(within, from)?.filter(|_| from != to) else { return Ok(()) };
    if let Some(earlier) = known(within, to)? {
        within.execute("UPDATE snapshots SET draft = ?2 WHERE draft = ?1", [earlier, moved])?;
        within.execute("DELETE FROM drafts WHERE id = ?1", [earlier])?;
    }
    within.execute("UPDATE drafts SET path = ?2 WHERE id = ?1", (moved, to))?;
    Ok(())
}
