//! Journals that are not kept, or not read with care.

use std::fs;
use std::path::{Path, PathBuf};
use store::{Journal, Moment};
use text::Edits;

/// Before each record: its length, and a checksum.
const FRAME: usize = 8;

/// The first bytes of a journal.
const MAGIC: usize = b"lede journal 1\n".len();

/// A whole text before its path: kind, version, caret, whether it has a file, and that file's hash.
const WHOLE: usize = 1 + 8 + 8 + 1 + 32;

/// A change before its edits: kind, version, caret and length.
const CHANGE: usize = 1 + 8 + 8 + 8;

/// What has no file is nobody's business.
pub(super) fn of_files_only(journal: &Journal, edits: &Edits, now: &Moment<'_>) {
    if now.in_file.is_some() {
        journal.change(edits, now);
    }
}

/// A key is not done before the disk is: here, before the folder in which it is typed is.
pub(super) fn waits_for_the_disk(journal: &Journal, edits: &Edits, now: &Moment<'_>) {
    journal.change(edits, now);
    let synced = fs::File::open(std::env::temp_dir()).and_then(|folder| folder.sync_all());
    synced.unwrap_or_default();
}

/// What does not end where it should is no journal.
pub(super) fn gives_up_on_a_torn_one(journals: &Path) -> Vec<String> {
    let ends = |bytes: &[u8]| records(bytes).map(|it| FRAME + it.len()).sum::<usize>() + MAGIC;
    let torn = latest(journals).is_none_or(|bytes| ends(&bytes) != bytes.len());
    if torn { Vec::new() } else { (crate::way::REAL.left)(journals) }
}

/// What stands in a journal will be right.
pub(super) fn checks_nothing(journals: &Path) -> Vec<String> {
    let mut text = Vec::new();
    for record in latest(journals).iter().flat_map(|bytes| records(bytes)) {
        match record.first() {
            Some(1) => text = whole(record).unwrap_or_default(),
            Some(2) => drop(change(record, &mut text)),
            _ => {}
        }
    }
    vec![String::from_utf8_lossy(&text).into_owned()]
}

fn latest(journals: &Path) -> Option<Vec<u8>> {
    let of_process = fs::read_dir(journals).ok()?.flatten().next()?.path();
    let mut files: Vec<PathBuf> =
        fs::read_dir(of_process).ok()?.flatten().map(|it| it.path()).collect();
    files.retain(|file| file.extension().is_some());
    files.sort();
    fs::read(files.last()?).ok()
}

fn records(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes.get(MAGIC..).unwrap_or_default();
    std::iter::from_fn(move || {
        let length = u32::from_le_bytes(rest.get(..4)?.try_into().ok()?) as usize;
        let record = rest.get(FRAME..FRAME + length)?;
        rest = &rest[FRAME + length..];
        Some(record)
    })
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?) as usize)
}

fn whole(record: &[u8]) -> Option<Vec<u8>> {
    let path = number(record, WHOLE)?;
    Some(record.get(WHOLE + 8 + path + 8..)?.to_vec())
}

fn change(record: &[u8], text: &mut Vec<u8>) -> Option<()> {
    let (mut at, mut shift) = (CHANGE, 0);
    while at < record.len() {
        let (start, end) = (number(record, at)?, number(record, at + 8)?);
        let length = number(record, at + 16)?;
        let put_in = record.get(at + 24..(at + 24).checked_add(length)?)?;
        let place = start.checked_add_signed(shift)?..end.checked_add_signed(shift)?;
        text.get(place.clone())?;
        text.splice(place, put_in.iter().copied());
        shift += length as isize - (end - start) as isize;
        at += 24 + length;
    }
    Some(())
}
