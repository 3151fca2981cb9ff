//! From a journal's bytes to the text that it remembers.

use super::record::{Record, Records, Whole};
use crate::Hash;
use text::{Edits, WindowOffset};

/// The states that the valid prefix of a journal goes through, one for each of its records.
struct Replay<'a> {
    records: Records<'a>,
    now: Option<Whole>,
    /// The text of the last save that began.
    saving: Option<Hash>,
}

impl Replay<'_> {
    fn of(journal: &[u8]) -> Replay<'_> {
        Replay { records: Records::of(journal), now: None, saving: None }
    }

    /// The state after the next record; nothing at the end, and nothing after a record that does not
    /// fit the text before it, whatever wrote it.
    fn next(&mut self) -> Option<&Whole> {
        match self.records.next()? {
            Record::Whole(whole) => self.now = Some(whole),
            Record::InFile(hash) => self.now.as_mut()?.in_file = Some(hash),
            Record::Saving(hash) => self.saving = Some(hash),
            Record::Change { version, caret, length, edits } => {
                let now = self.now.as_mut().filter(|now| now.text.len() == length)?;
                apply(&edits, &mut now.text)?;
                (now.version, now.caret) = (version, caret);
            }
        }
        self.now.as_ref()
    }
}

/// Carries edits out, all or none of them: none where one does not fit the text.
fn apply(edits: &Edits, text: &mut String) -> Option<()> {
    if !edits.iter().all(|edit| text.get(edit.start.0..edit.end.0).is_some()) {
        return None;
    }
    for edit in edits.iter().as_slice().iter().rev() {
        text.replace_range(edit.start.0..edit.end.0, &edit.insert);
    }
    Some(())
}

/// The last state that a journal remembers.
pub(super) fn latest(journal: &[u8]) -> Option<Whole> {
    let mut replay = Replay::of(journal);
    while replay.next().is_some() {}
    let mut latest = replay.now?;
    // The window puts it there; what came from a disk may be anything.
    latest.caret = latest.caret.min(WindowOffset(latest.text.len()));
    Some(latest)
}

/// Whether the text with these bytes is one that the journal came through: then its last text was made
/// from this one.
pub(super) fn came_through(journal: &[u8], bytes: &[u8]) -> bool {
    let hash = Hash::of(bytes);
    let mut replay = Replay::of(journal);
    while let Some(now) = replay.next() {
        if now.in_file == Some(hash) || now.text.as_bytes() == bytes || replay.saving == Some(hash)
        {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::record::{MAGIC, first_link};
    use super::*;
    use proptest::prelude::*;
    use std::path::PathBuf;
    use text::{ByteOffset, Edit, Span};

    fn whole(text: &str) -> Record {
        let path = PathBuf::from("/drafts/ferry.md");
        let in_file = Some(Hash::of(b"on the disk"));
        let text = text.to_owned();
        Record::Whole(Whole { path, in_file, version: 1, caret: WindowOffset(0), text })
    }

    /// A journal that begins with `texts[0]` and comes through the others, and where each record ends.
    fn journal(texts: &[String]) -> (Vec<u8>, Vec<usize>) {
        let mut bytes = MAGIC.to_vec();
        let mut link = whole(&texts[0]).write(&mut bytes, first_link());
        let mut ends = vec![bytes.len()];
        for (at, pair) in texts.windows(2).enumerate() {
            let record = Record::Change {
                version: at as u64 + 2,
                caret: WindowOffset(at),
                length: pair[0].len(),
                edits: text::diff(&pair[0], &pair[1]),
            };
            link = record.write(&mut bytes, link);
            ends.push(bytes.len());
        }
        (bytes, ends)
    }

    /// The text that must come out when all records but those from `whole_records` on are lost.
    fn expected(texts: &[String], whole_records: usize) -> Option<&str> {
        whole_records.checked_sub(1).map(|last| texts[last].as_str())
    }

    fn texts() -> impl Strategy<Value = Vec<String>> {
        proptest::collection::vec("[ab é🚢\n]{0,12}", 1..6)
    }

    proptest! {
        #[test]
        fn a_journal_cut_anywhere_gives_the_last_version_that_is_whole(texts in texts()) {
            let (bytes, ends) = journal(&texts);
            for cut in 0..=bytes.len() {
                let records = ends.iter().filter(|end| **end <= cut).count();
                let found = latest(&bytes[..cut]).map(|whole| whole.text);
                prop_assert_eq!(found.as_deref(), expected(&texts, records));
            }
        }

        #[test]
        fn a_flipped_bit_gives_the_last_version_before_it(texts in texts(), bit in 0u8..8) {
            let (bytes, ends) = journal(&texts);
            for at in 0..bytes.len() {
                let mut damaged = bytes.clone();
                damaged[at] ^= 1 << bit;
                let records = if at < MAGIC.len() {
                    0
                } else {
                    ends.iter().filter(|end| **end <= at).count()
                };
                let found = latest(&damaged).map(|whole| whole.text);
                prop_assert_eq!(found.as_deref(), expected(&texts, records));
            }
        }

        #[test]
        fn what_is_no_journal_is_none(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(latest(&bytes), None);
            let behind_the_magic = [MAGIC, &bytes].concat();
            prop_assert_eq!(latest(&behind_the_magic), None);
        }

        #[test]
        fn a_journal_knows_every_text_that_it_came_through(texts in texts()) {
            let (bytes, _) = journal(&texts);
            for text in &texts {
                prop_assert!(came_through(&bytes, text.as_bytes()));
            }
            prop_assert!(came_through(&bytes, b"on the disk"));
            prop_assert!(!came_through(&bytes, b"of somebody else"));
        }
    }

    #[test]
    fn the_tail_of_an_older_write_is_not_read() {
        let old = ["one".to_owned(), "one two".to_owned(), "one two three".to_owned()];
        let (older, ends) = journal(&old);
        let (newer, _) = journal(&["six".to_owned()]);
        assert_eq!(newer.len(), ends[0]);
        let both = [&newer[..], &older[newer.len()..]].concat();
        assert_eq!(latest(&both).map(|whole| whole.text).as_deref(), Some("six"));
    }

    #[test]
    fn an_edit_that_does_not_fit_ends_the_journal() {
        let (mut bytes, _) = journal(&["é".to_owned()]);
        let mut link = first_link();
        // The link of the one record that is there.
        link = whole("é").write(&mut Vec::new(), link);
        let edits = Edits::one(Edit::insert(ByteOffset(1), "x"));
        let change = Record::Change { version: 2, caret: WindowOffset(1), length: 2, edits };
        link = change.write(&mut bytes, link);
        let edits = Edits::one(Edit::delete(Span::new(0, 2)));
        let after = Record::Change { version: 3, caret: WindowOffset(0), length: 2, edits };
        after.write(&mut bytes, link);
        assert_eq!(latest(&bytes).map(|whole| whole.text).as_deref(), Some("é"));
    }
}
