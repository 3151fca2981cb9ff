//! The files of one draft's journal.

use super::folder::Folder;
use super::record::{MAGIC, Record, first_link};
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::PathBuf;
use std::sync::Arc;

/// A journal's changes may take as much room as the text they build on, and always so many bytes:
/// then the journal is begun anew.
const SHORT: u64 = 64 * 1024;

/// As many changes are carried out at a start before a person would wait for them: beyond it the
/// journal is begun anew. At 1 MB of text they take about a second.
const MOST_RECORDS: usize = 4096;

/// The file that a draft's journal is in now.
#[derive(Debug)]
pub(super) struct Journaled {
    draft: u64,
    /// How many files came before it.
    place: u64,
    path: PathBuf,
    file: Arc<File>,
    /// Up to here it is written whole; what stands behind is from a write that failed.
    end: u64,
    link: u32,
    /// Where the last whole text ends.
    base: u64,
    records: usize,
}

/// A file whose records are not on the disk yet.
#[derive(Debug)]
pub(super) struct Unsynced {
    pub(super) draft: u64,
    pub(super) file: Arc<File>,
    /// The file that it takes the place of as soon as it is on the disk.
    pub(super) replaces: Option<PathBuf>,
    /// Whether its name is new to the folder.
    pub(super) is_new: bool,
}

impl Journaled {
    /// Writes records of the draft with this number to its file `now`, or to a new one where there is none,
    /// where it is `suspect`, or where it has grown long and the first record is a whole text.
    pub(super) fn write(
        now: &mut Option<Self>,
        draft: u64,
        folder: &Folder,
        suspect: bool,
        records: &[Record],
    ) -> io::Result<Unsynced> {
        let is_whole = matches!(records.first(), Some(Record::Whole(_)));
        match now {
            Some(journal) if !(is_whole && (suspect || journal.is_long())) => {
                journal.append(records)?;
                Ok(journal.unsynced(None, false))
            }
            _ => {
                let place = now.as_ref().map_or(0, |journal| journal.place + 1);
                let mut fresh = Self::create(draft, place, folder)?;
                if let Err(error) = fresh.append(records) {
                    let _ = fs::remove_file(&fresh.path);
                    return Err(error);
                }
                let replaces = now.replace(fresh).map(|old| old.path);
                now.as_ref()
                    .map(|it| it.unsynced(replaces, true))
                    .ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
            }
        }
    }

    fn create(draft: u64, place: u64, folder: &Folder) -> io::Result<Self> {
        let path = folder.file(draft, place);
        let file =
            OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&path)?;
        let (file, link) = (Arc::new(file), first_link());
        file.write_all_at(MAGIC, 0)?;
        let end = MAGIC.len() as u64;
        Ok(Self { draft, place, path, file, end, link, base: end, records: 0 })
    }

    fn append(&mut self, records: &[Record]) -> io::Result<()> {
        let (mut bytes, mut link) = (Vec::new(), self.link);
        let (mut base, mut count) = (self.base, self.records);
        for record in records {
            link = record.write(&mut bytes, link);
            count += 1;
            if matches!(record, Record::Whole(_)) {
                (base, count) = (self.end + bytes.len() as u64, 0);
            }
        }
        self.file.write_all_at(&bytes, self.end)?;
        self.end += bytes.len() as u64;
        (self.link, self.base, self.records) = (link, base, count);
        Ok(())
    }

    fn unsynced(&self, replaces: Option<PathBuf>, is_new: bool) -> Unsynced {
        Unsynced { draft: self.draft, file: Arc::clone(&self.file), replaces, is_new }
    }

    /// Whether it is time to begin anew.
    pub(super) fn is_long(&self) -> bool {
        self.end > 2 * self.base.max(SHORT) || self.records >= MOST_RECORDS
    }
}
