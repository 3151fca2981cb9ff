//! What waits for the journal's thread: all that the way of a key touches, in memory and bounded.

use super::record::{Record, Whole};
use crate::Hash;
use std::path::PathBuf;
use text::{Edits, WindowOffset};

/// So many bytes of changes wait for a disk that does not answer; then the whole text takes their
/// place, and memory does not grow with what is typed.
const MOST_WAITING: usize = 1_000_000;

/// A draft's text at a version, as the journal is told of it.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// The text as it would stand in the file.
    pub text: &'a str,
    /// Its version.
    pub version: u64,
    /// Where the caret stands, in the window's offsets.
    pub caret: WindowOffset,
    /// The hash of what the file is known to hold; nothing for a draft that has no file yet.
    pub in_file: Option<Hash>,
}

/// What waits to be written for one draft.
#[derive(Debug)]
pub(super) struct Waiting {
    path: PathBuf,
    records: Vec<Record>,
    /// The size of the changes among the records.
    changes: usize,
    /// The length of the text that the journal holds when all is written; nothing when the next change
    /// has to bring the whole text along.
    length: Option<usize>,
    /// The text of a save that has begun and not ended.
    saving: Option<Hash>,
    /// The file is not to be trusted any more.
    pub(super) suspect: bool,
    /// The draft is closed: its journal goes.
    pub(super) ended: bool,
}

impl Waiting {
    pub(super) fn new(path: PathBuf) -> Self {
        let (records, changes, length, saving) = (Vec::new(), 0, None, None);
        Self { path, records, changes, length, saving, suspect: false, ended: false }
    }

    /// Takes a change that led to `now`.
    pub(super) fn change(&mut self, edits: &Edits, now: &Moment<'_>) {
        let grown = |edit: &text::Edit| edit.insert.len() as isize - edit.span().len() as isize;
        let grown: isize = edits.iter().map(grown).sum();
        // A text that changed unseen has, nearly always, another length.
        let before = self.length.filter(|it| it.checked_add_signed(grown) == Some(now.text.len()));
        match before {
            Some(length) if self.changes < MOST_WAITING => {
                let (version, caret, edits) = (now.version, now.caret, edits.clone());
                let record = Record::Change { version, caret, length, edits };
                self.changes += record.size();
                self.records.push(record);
                self.length = Some(now.text.len());
            }
            _ => self.whole(now),
        }
    }

    /// Takes the whole text, beside which all that waits says nothing.
    pub(super) fn whole(&mut self, now: &Moment<'_>) {
        self.records.clear();
        self.changes = 0;
        self.length = Some(now.text.len());
        self.records.push(Record::Whole(Whole {
            path: self.path.clone(),
            in_file: now.in_file,
            version: now.version,
            caret: now.caret,
            text: now.text.to_owned(),
        }));
        // Begun anew in the middle of a save, the journal must still know the text that a kill leaves
        // in the file.
        self.records.extend(self.saving.map(Record::Saving));
    }

    /// A save of the text with this hash begins.
    pub(super) fn saving(&mut self, hash: Hash) {
        self.saving = Some(hash);
        if self.length.is_some() {
            self.records.push(Record::Saving(hash));
        }
    }

    /// The file holds the text with this hash. A draft that has no journal needs no word of it.
    pub(super) fn in_file(&mut self, hash: Hash) {
        self.saving = None;
        if self.length.is_some() {
            self.records.push(Record::InFile(hash));
        }
    }

    /// The next change has to bring the whole text along.
    pub(super) fn forget(&mut self) {
        self.length = None;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.records.is_empty() && !self.ended
    }

    /// What is to be written now.
    pub(super) fn take(&mut self) -> Vec<Record> {
        self.changes = 0;
        std::mem::take(&mut self.records)
    }

    /// Takes back what could not be written, unless the whole text has come since.
    pub(super) fn take_back(&mut self, mut records: Vec<Record>) {
        if matches!(self.records.first(), Some(Record::Whole(_))) {
            return;
        }
        let size = |record: &Record| match record {
            Record::Whole(_) => 0,
            record => record.size(),
        };
        records.append(&mut self.records);
        self.changes = records.iter().map(size).sum();
        self.records = records;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::{ByteOffset, Edit};

    fn moment(text: &str) -> Moment<'_> {
        Moment { text, version: 1, caret: WindowOffset(0), in_file: None }
    }

    fn insert(waiting: &mut Waiting, text: &str, inserted: &str) {
        let edits = Edits::one(Edit::insert(ByteOffset(0), inserted));
        waiting.change(&edits, &moment(text));
    }

    fn kinds(waiting: &Waiting) -> Vec<&'static str> {
        let kind = |record: &Record| match record {
            Record::Whole(_) => "whole",
            Record::Change { .. } => "change",
            Record::InFile(_) => "in file",
            Record::Saving(_) => "saving",
        };
        waiting.records.iter().map(kind).collect()
    }

    #[test]
    fn the_first_change_brings_the_whole_text_along() {
        let mut waiting = Waiting::new("a.md".into());
        waiting.in_file(Hash::of(b""));
        insert(&mut waiting, "ab", "a");
        insert(&mut waiting, "cab", "c");
        assert_eq!(kinds(&waiting), ["whole", "change"]);
    }

    #[test]
    fn begun_anew_in_a_save_the_journal_knows_the_text_that_is_saved() {
        let mut waiting = Waiting::new("a.md".into());
        insert(&mut waiting, "a", "a");
        waiting.saving(Hash::of(b"a"));
        waiting.take();
        waiting.forget();
        insert(&mut waiting, "ba", "b");
        assert_eq!(kinds(&waiting), ["whole", "saving"]);
        waiting.in_file(Hash::of(b"a"));
        waiting.forget();
        insert(&mut waiting, "cba", "c");
        assert_eq!(kinds(&waiting), ["whole"]);
    }

    #[test]
    fn a_text_that_changed_unseen_comes_whole() {
        let mut waiting = Waiting::new("a.md".into());
        insert(&mut waiting, "a\n", "a\n");
        insert(&mut waiting, "ba\r\n", "b");
        assert_eq!(kinds(&waiting), ["whole"]);
    }

    #[test]
    fn a_disk_that_does_not_answer_costs_no_more_memory_than_a_megabyte_and_the_text() {
        let mut waiting = Waiting::new("a.md".into());
        let mut text = String::new();
        for _ in 0..50 {
            text.insert_str(0, &"x".repeat(100_000));
            insert(&mut waiting, &text, &text[..100_000]);
            let waits: usize = waiting.records.iter().map(Record::size).sum();
            assert!(waits < 1_200_000 + text.len(), "{waits}");
        }
    }

    #[test]
    fn what_could_not_be_written_stays_first_in_line() {
        let mut waiting = Waiting::new("a.md".into());
        insert(&mut waiting, "a", "a");
        let taken = waiting.take();
        insert(&mut waiting, "ba", "b");
        waiting.take_back(taken);
        assert_eq!(kinds(&waiting), ["whole", "change"]);
    }

    #[test]
    fn what_could_not_be_written_goes_when_the_whole_text_came_since() {
        let mut waiting = Waiting::new("a.md".into());
        insert(&mut waiting, "a", "a");
        let taken = waiting.take();
        waiting.forget();
        insert(&mut waiting, "ba", "b");
        waiting.take_back(taken);
        assert_eq!(kinds(&waiting), ["whole"]);
    }
}
