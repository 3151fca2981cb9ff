//! Texts, each stored once, compressed, under the hash of its bytes.

use crate::Hash;
use rusqlite::{Connection, OptionalExtension, Params, Row, Transaction, params};
use std::io;

/// A text made ready for the database, before anything waits for it there.
pub(super) struct Packed<'a> {
    pub(super) hash: Hash,
    text: &'a str,
    packed: Vec<u8>,
}

impl<'a> Packed<'a> {
    pub(super) fn new(text: &'a str) -> io::Result<Self> {
        let packed = zstd::bulk::compress(text.as_bytes(), zstd::DEFAULT_COMPRESSION_LEVEL)?;
        Ok(Self { hash: Hash::of(text.as_bytes()), text, packed })
    }
}

/// Stores a text unless it is there, and returns its number.
pub(super) fn store(
    within: &Transaction<'_>,
    text: &Packed<'_>,
    words: impl Fn(&str) -> usize,
) -> rusqlite::Result<i64> {
    if let Some(number) = heal(within, text)? {
        return Ok(number);
    }
    within.execute(
        "INSERT INTO texts (hash, bytes, words, packed) VALUES (?1, ?2, ?3, ?4)",
        params![text.hash.bytes(), text.text.len() as i64, words(text.text) as i64, text.packed],
    )?;
    Ok(within.last_insert_rowid())
}

/// The number of a text that is there. What is stored is looked at: a damaged copy is replaced, for
/// whoever keeps a text has to find it again.
pub(super) fn heal(within: &Transaction<'_>, text: &Packed<'_>) -> rusqlite::Result<Option<i64>> {
    let hash = text.hash.bytes();
    let number = |row: &Row<'_>| row.get(0);
    let number =
        within.query_row("SELECT id FROM texts WHERE hash = ?1", [hash], number).optional()?;
    if number.is_some() && by_hash(within, text.hash)?.is_none() {
        let sql = "UPDATE texts SET bytes = ?2, packed = ?3 WHERE hash = ?1";
        within.execute(sql, params![hash, text.text.len() as i64, text.packed])?;
    }
    Ok(number)
}

/// The text with this hash, undamaged.
pub(super) fn by_hash(within: &Connection, hash: Hash) -> rusqlite::Result<Option<String>> {
    let sql = "SELECT hash, bytes, packed FROM texts WHERE hash = ?1";
    Ok(read(within, sql, [hash.bytes()])?.flatten())
}

/// The text that a query for hash, length and compressed bytes finds; within, nothing for one that is
/// damaged.
pub(super) fn read(
    within: &Connection,
    sql: &str,
    which: impl Params,
) -> rusqlite::Result<Option<Option<String>>> {
    let row = |row: &Row<'_>| {
        let hash = Hash::from_bytes(row.get(0)?);
        Ok(unpacked(hash, row.get(1)?, &row.get::<_, Vec<u8>>(2)?))
    };
    within.query_row(sql, which, row).optional()
}

fn unpacked(hash: Hash, length: i64, packed: &[u8]) -> Option<String> {
    let length = usize::try_from(length).ok()?;
    // A damaged length must not ask for all the memory there is.
    let most = zstd::zstd_safe::get_frame_content_size(packed).ok()??;
    let bytes = (most == length as u64).then(|| zstd::bulk::decompress(packed, length).ok())??;
    String::from_utf8(bytes).ok().filter(|text| Hash::of(text.as_bytes()) == hash)
}
