//! The records of a journal as bytes.
//!
//! A file begins with [`MAGIC`]. Each record then is its body's length and a checksum, both 32 bits,
//! little-endian, and the body. The checksum covers length and body and begins with the checksum of
//! the record before it, so that the tail of an older, longer write can never pass for a record.

use crate::Hash;
use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::PathBuf;
use text::{ByteOffset, Edit, Edits, WindowOffset};

/// The first bytes of every journal; the number is that of the format.
pub(super) const MAGIC: &[u8] = b"lede journal 1\n";

/// Length and checksum before each body.
const FRAME: usize = 8;

const WHOLE: u8 = 1;
const CHANGE: u8 = 2;
const IN_FILE: u8 = 3;
const SAVING: u8 = 4;

/// What a journal remembers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Record {
    /// The text as it is at a version: what follows builds on it.
    Whole(Whole),
    /// A change of the text.
    Change {
        /// The version after it.
        version: u64,
        /// Where the caret stands after it.
        caret: WindowOffset,
        /// The text's length before it, in bytes.
        length: usize,
        /// What it does.
        edits: Edits,
    },
    /// The draft's file holds the text with this hash.
    InFile(Hash),
    /// The draft's file may hold the text with this hash: its save has begun.
    Saving(Hash),
}

/// A draft at a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Whole {
    /// The draft's file.
    pub(super) path: PathBuf,
    /// The hash of what that file is known to hold; nothing for a draft that has no file yet.
    pub(super) in_file: Option<Hash>,
    /// The version.
    pub(super) version: u64,
    /// Where the caret stands.
    pub(super) caret: WindowOffset,
    /// The text.
    pub(super) text: String,
}

/// The checksum from which the first record's begins.
pub(super) fn first_link() -> u32 {
    crc32fast::hash(MAGIC)
}

fn link(before: u32, length: [u8; 4], body: &[u8]) -> u32 {
    let mut sum = crc32fast::Hasher::new_with_initial(before);
    sum.update(&length);
    sum.update(body);
    sum.finalize()
}

impl Record {
    /// About as many bytes as it takes in memory and on the disk.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Whole(whole) => whole.text.len() + 128,
            Self::Change { edits, .. } => {
                64 + edits.iter().map(|edit| edit.insert.len() + 24).sum::<usize>()
            }
            Self::InFile(_) | Self::Saving(_) => 64,
        }
    }

    /// Appends the record to `out` behind the record whose checksum is `before`; gives its own.
    pub(super) fn write(&self, out: &mut Vec<u8>, before: u32) -> u32 {
        let frame = out.len();
        out.extend([0; FRAME]);
        self.write_body(out);
        let body = frame + FRAME;
        // A draft is at most twenty million bytes; a longer record fails its check when it is read.
        let length = u32::try_from(out.len() - body).unwrap_or(u32::MAX).to_le_bytes();
        let own = link(before, length, &out[body..]);
        out[frame..frame + 4].copy_from_slice(&length);
        out[frame + 4..body].copy_from_slice(&own.to_le_bytes());
        own
    }

    fn write_body(&self, out: &mut Vec<u8>) {
        match self {
            Self::Whole(whole) => {
                out.push(WHOLE);
                number(out, whole.version);
                number(out, whole.caret.0 as u64);
                out.push(u8::from(whole.in_file.is_some()));
                out.extend(whole.in_file.map_or([0; 32], |hash| *hash.bytes()));
                bytes(out, whole.path.as_os_str().as_bytes());
                bytes(out, whole.text.as_bytes());
            }
            Self::Change { version, caret, length, edits } => {
                out.push(CHANGE);
                number(out, *version);
                number(out, caret.0 as u64);
                number(out, *length as u64);
                for edit in edits {
                    number(out, edit.start.0 as u64);
                    number(out, edit.end.0 as u64);
                    bytes(out, edit.insert.as_bytes());
                }
            }
            Self::InFile(hash) => {
                out.push(IN_FILE);
                out.extend(hash.bytes());
            }
            Self::Saving(hash) => {
                out.push(SAVING);
                out.extend(hash.bytes());
            }
        }
    }
}

fn number(out: &mut Vec<u8>, number: u64) {
    out.extend(number.to_le_bytes());
}

fn bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    number(out, bytes.len() as u64);
    out.extend(bytes);
}

/// The records at the start of a journal's bytes, up to the first that is torn or damaged.
pub(super) struct Records<'a> {
    rest: Bytes<'a>,
    before: u32,
}

impl<'a> Records<'a> {
    /// None at all where the bytes do not begin as a journal does.
    pub(super) fn of(journal: &'a [u8]) -> Self {
        let rest = Bytes(journal.strip_prefix(MAGIC).unwrap_or_default());
        Self { rest, before: first_link() }
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        let length: [u8; 4] = self.rest.array()?;
        let own = u32::from_le_bytes(self.rest.array()?);
        let body = self.rest.take(u32::from_le_bytes(length) as usize)?;
        if link(self.before, length, body) != own {
            self.rest = Bytes(&[]);
            return None;
        }
        self.before = own;
        Bytes(body).record()
    }
}

/// Bytes that are read from the front. All that is read may be anything.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    fn number(&mut self) -> Option<usize> {
        usize::try_from(self.version()?).ok()
    }

    fn version(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(self.array()?))
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        self.take(length)
    }

    fn text(&mut self) -> Option<String> {
        Some(str::from_utf8(self.bytes()?).ok()?.to_owned())
    }

    fn record(mut self) -> Option<Record> {
        let [kind] = self.array()?;
        match kind {
            WHOLE => self.whole().map(Record::Whole),
            CHANGE => self.change(),
            IN_FILE => Some(Record::InFile(Hash::from_bytes(self.array()?))),
            SAVING => Some(Record::Saving(Hash::from_bytes(self.array()?))),
            _ => None,
        }
    }

    fn whole(&mut self) -> Option<Whole> {
        let version = self.version()?;
        let caret = WindowOffset(self.number()?);
        let [has_file] = self.array()?;
        let hash = Hash::from_bytes(self.array()?);
        let path = PathBuf::from(OsString::from_vec(self.bytes()?.to_vec()));
        let text = self.text()?;
        Some(Whole { path, in_file: (has_file == 1).then_some(hash), version, caret, text })
    }

    fn change(mut self) -> Option<Record> {
        let version = self.version()?;
        let caret = WindowOffset(self.number()?);
        let length = self.number()?;
        let mut edits = Vec::new();
        while !self.0.is_empty() {
            let (start, end) = (ByteOffset(self.number()?), ByteOffset(self.number()?));
            edits.push(Edit { start, end, insert: self.text()? });
        }
        Some(Record::Change { version, caret, length, edits: Edits::new(edits).ok()? })
    }
}
