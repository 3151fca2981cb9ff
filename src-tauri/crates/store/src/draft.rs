//! The mirror of an open draft: the backend's copy of what the window shows, with its version and
//! with what it knows of the file.
//!
//! A pure value: it reads no disk and no clock. What the window did comes in as [`Draft::change`],
//! what stands in the file as [`Draft::changed_on_disk`]; out come edits, bytes to save, and words
//! for what has happened.

#![warn(clippy::disallowed_methods)]

mod merging;
mod offer;
mod on_disk;
mod window_change;

pub use merging::{Conflict, Merged};
pub use offer::{Offer, StillPending};
pub use on_disk::{Base, OnDisk};

use crate::{Opened, WindowHash};
use offer::Pending;
use on_disk::Disk;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use text::{ByteOffset, ChangeError, ChangeSet, Edit, Edits, Text, WindowOffset};
use window_change::window_change;

/// One conversation between a window and a mirror. A resync begins a new one, so that a message of
/// the old one that arrives late fits nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Session(pub u64);

impl Session {
    fn next() -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        Self(LAST.fetch_add(1, Ordering::Relaxed) + 1)
    }
}

/// An open draft: its text, version, and state against the file.
#[derive(Clone, Debug)]
pub struct Draft {
    path: PathBuf,
    session: Session,
    version: u64,
    text: Text,
    disk: Disk,
    pending: Option<Pending>,
}

/// A change that the mirror has taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The version after it.
    pub version: u64,
    /// What it did to the file's text before it.
    pub edits: Edits,
}

/// What the mirror has become by the window's whole text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resynced {
    /// The new session.
    pub session: Session,
    /// The version with which it begins.
    pub version: u64,
    /// What was done to the file's text.
    pub edits: Edits,
}

/// Window and mirror have parted: the change was not taken, and the window has to send its whole text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Resync {
    /// The change belongs to an earlier conversation.
    #[error("the change is of session {}, the draft of {}", .got.0, .expected.0)]
    Session {
        /// The mirror's.
        expected: Session,
        /// The change's.
        got: Session,
    },
    /// A change before this one was lost, or this one came twice.
    #[error("the change is for version {got}, the draft has {expected}")]
    Version {
        /// The mirror's.
        expected: u64,
        /// The change's.
        got: u64,
    },
    /// The change was made for another text.
    #[error(transparent)]
    Text(#[from] ChangeError),
    /// The change leads to a text of another length, in UTF-16 units.
    #[error("the window has {} units after the change, the draft {}", .got.0, .expected.0)]
    Length {
        /// The mirror's.
        expected: WindowOffset,
        /// The window's.
        got: WindowOffset,
    },
}

impl Draft {
    /// The draft just opened from the file at `path`, in a session of its own.
    pub fn new(path: PathBuf, opened: Opened) -> Self {
        let disk = Disk::new(Some(Base::from(&opened)), Some(0));
        Self::with(path, opened.text, disk)
    }

    /// A draft whose `text` is not what stands in the file at `path`, which is `in_file`, or nothing
    /// where there is no file yet.
    pub fn unsaved(path: PathBuf, text: Text, in_file: Option<Base>) -> Self {
        Self::with(path, text, Disk::new(in_file, None))
    }

    fn with(path: PathBuf, text: Text, disk: Disk) -> Self {
        Self { path, session: Session::next(), version: 0, text, disk, pending: None }
    }

    /// Where its file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file was given another name, its content being the same.
    pub fn moved_to(&mut self, path: PathBuf) {
        self.path = path;
    }

    /// The conversation with the window that holds.
    pub fn session(&self) -> Session {
        self.session
    }

    /// Another window begins to show the draft: what was offered to the one before it is void.
    pub fn begin_session(&mut self) {
        self.pending = None;
        self.session = Session::next();
    }

    /// How many changes the mirror has taken.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The text as it would stand in the file.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The hash that the window's must equal when nothing is under way.
    pub fn window_hash(&self) -> WindowHash {
        WindowHash::of(&self.text)
    }

    /// Takes a change of the window, made for `base_version`, after which its text has
    /// `resulting_length`. Where the change carries out a pending [`Offer`] and nothing else, the
    /// mirror takes over the text that was offered, line ends included.
    ///
    /// # Errors
    /// [`Resync`]; the mirror is then as it was.
    pub fn change(
        &mut self,
        session: Session,
        base_version: u64,
        change: &ChangeSet,
        resulting_length: WindowOffset,
    ) -> Result<Applied, Resync> {
        if session != self.session {
            return Err(Resync::Session { expected: self.session, got: session });
        }
        if base_version != self.version {
            return Err(Resync::Version { expected: self.version, got: base_version });
        }
        let edits = self.text.edits_from_window(change)?;
        let offered = self.pending.as_ref().map(|pending| pending.target(&self.text));
        let back = edits.invert(self.text.as_str());
        self.text.apply(&edits);
        let expected = self.text.window_len();
        if expected != resulting_length {
            self.text.apply(&back);
            return Err(Resync::Length { expected, got: resulting_length });
        }
        self.version += 1;
        let edits = self.hear_of_offer(offered, edits);
        Ok(Applied { version: self.version, edits })
    }

    /// Takes the window's whole text and begins a new session. Lines that did not change keep their
    /// line ends.
    pub fn resync(&mut self, window_text: &str) -> Resynced {
        let change = window_change(&self.text.window_text(), window_text);
        let old = self.text.as_str().to_owned();
        let offered = self.pending.as_ref().map(|pending| pending.target(&self.text));
        let mut edits = self.text.edits_from_window(&change).unwrap_or_default();
        self.text.apply(&edits);
        if !shows(&self.text, window_text) {
            self.text = rebuilt(&self.text, window_text);
            edits = text::diff(&old, self.text.as_str());
        }
        self.version += 1;
        let edits = self.hear_of_offer(offered, edits);
        // An offer made to the old session may or may not have been carried out.
        self.begin_session();
        Resynced { session: self.session, version: self.version, edits }
    }
}

/// Whether the window holds `window_text` when it shows `text`.
fn shows(text: &Text, window_text: &str) -> bool {
    text.window_lines().eq(window_text.split('\n'))
}

/// A text that shows `window_text`, with the mark and the first line's ending of `old`. Put in as an
/// edit, so that a U+FEFF at the window's start is not taken for a mark.
fn rebuilt(old: &Text, window_text: &str) -> Text {
    let mark = if old.has_byte_order_mark() { "\u{feff}" } else { "" };
    let ending = old.new_line_ending(ByteOffset(mark.len()));
    let mut text = Text::new(mark.to_owned());
    let lines = window_text.replace('\n', ending);
    text.apply(&Edits::one(Edit::insert(ByteOffset(mark.len()), lines)));
    text
}
