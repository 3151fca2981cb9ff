//! Drafts on disk: all that Lede reads from and writes to a file system.
//!
//! The functions block; whoever must not wait for a disk calls them on a thread of its own. One
//! thing in here touches no disk at all: [`Draft`], the mirror of an open draft, which says what the
//! window, the backend and the file have in common and what has to happen next.
#![allow(clippy::disallowed_methods, reason = "the disk is what this crate is about")]

mod arrangement;
mod assets;
mod dictionary;
mod directories;
mod draft;
mod find;
mod hash;
mod heeded;
mod journal;
mod kept_texts;
mod library;
mod open;
mod picture;
mod places;
mod rank;
mod recover;
mod save;
mod settings;
mod situation;
mod snapshots;
mod tree;
mod watch;
mod window_hash;
mod writing_days;

pub use arrangement::{Arrangement, Order, State};
pub use assets::keep_picture;
pub use dictionary::{
    DictionaryFiles, add_own_word, add_own_word_to, dictionary, dictionary_in, own_words,
    own_words_from, remove_own_word, remove_own_word_from,
};
pub use directories::{config_directory, state_directory, usual_library, whole_path};
pub use draft::{
    Applied, Base, Conflict, Draft, Merged, Offer, OnDisk, Resync, Resynced, Session, StillPending,
};
pub use find::{Found, Hit, How, Query, Replacement, Texts};
pub use hash::Hash;
pub use heeded::{Heeded, Passage};
pub use journal::{Journal, Journals, Left, Moment, journals_directory, left_behind};
pub use kept_texts::KeptTexts;
pub use library::{Entry, Library, Summary, Trashed, file_name, is_draft, slug};
pub use open::{LARGEST_DRAFT, Opened, open, view};
pub use picture::{Picture, picture};
pub use places::Places;
pub use rank::{Called, Ranked, rank};
pub use recover::{Recovery, recover};
pub use save::{
    Displaced, Pending, Saved, conflict_copy, create_new, remove_copy, save, write_over,
};
pub use settings::{Contrast, Settings, TextFont, Theme};
pub use situation::{Action, Situation};
pub use snapshots::{Snapshot, SnapshotId, Snapshots, Why};
pub use watch::{Happened, Watcher, watch};
pub use window_hash::WindowHash;
pub use writing_days::WritingDays;
