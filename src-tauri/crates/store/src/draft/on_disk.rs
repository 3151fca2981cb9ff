//! What the mirror knows of the file: which text is saved there, and what a look at it means.

use super::{Draft, Offer};
use crate::Hash;
use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// How long a file must have been empty, gone or unreadable before that is believed: other editors
/// save by emptying or removing it first.
const BELIEVED_AFTER: Duration = Duration::from_secs(2);

/// How long one of our own earlier texts may be an echo, seen late; after that somebody put it back.
const ECHO: Duration = Duration::from_millis(500);

/// As many of our own saves as an echo is known by.
const OWN_SAVES_KEPT: usize = 8;

/// What a look at the file means for the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnDisk {
    /// Nothing that the window would show is different.
    Same,
    /// The text is the one that is just being saved.
    OwnSave,
    /// Somebody changed the file while the draft was saved: the window should show their text.
    Reload(Offer),
    /// Somebody changed the file while the draft was not saved. Mine stays in the window; theirs is to
    /// be kept as a conflict copy, then [`Draft::theirs_kept`] lets mine be saved over it.
    Conflict {
        /// The bytes of the file.
        theirs: Vec<u8>,
    },
    /// The file has been gone for two seconds. The draft stays; nothing creates the file anew unasked.
    Vanished,
    /// The file has not been UTF-8 text for two seconds. The draft stays; the next save keeps what is
    /// in the file as a conflict copy.
    NotText,
    /// The file is empty, gone, not text or as we left it earlier, but maybe for a moment only.
    ForNow {
        /// When to look at it again.
        look_again: Instant,
    },
}

/// The file as the mirror knows it.
#[derive(Clone, Debug)]
pub(super) struct Disk {
    base: Hash,
    /// The version whose text is the base, while that is known.
    clean_at: Option<u64>,
    /// The save under way or the last one: its version and its text.
    saving: Option<(u64, Hash)>,
    earlier: VecDeque<Hash>,
    /// Since when the file looks like something that is not believed at once.
    doubted_since: Option<Instant>,
}

impl Disk {
    pub(super) fn new(base: Hash) -> Self {
        let earlier = VecDeque::with_capacity(OWN_SAVES_KEPT);
        Self { base, clean_at: Some(0), saving: None, earlier, doubted_since: None }
    }

    /// The mirror took over a text that was offered; with `disk`, the text of the file is in it, though
    /// what was typed meanwhile may be too.
    pub(super) fn adopted(&mut self, disk: Option<Hash>) {
        self.clean_at = None;
        self.base = disk.unwrap_or(self.base);
    }

    fn is_in_file(&mut self, version: u64, hash: Hash) {
        self.base = hash;
        self.clean_at = Some(version);
    }

    /// Nothing once the doubt has lasted for `patience`.
    fn doubt(&mut self, at: Instant, patience: Duration) -> Option<OnDisk> {
        let look_again = *self.doubted_since.get_or_insert(at) + patience;
        (at < look_again).then_some(OnDisk::ForNow { look_again })
    }
}

impl Draft {
    /// The hash of the text that the file is known to hold: the base of the next save.
    pub fn base(&self) -> Hash {
        self.disk.base
    }

    /// Whether the mirror's text differs from the file's.
    pub fn is_dirty(&self) -> bool {
        self.disk.clean_at != Some(self.version) && self.hash() != self.disk.base
    }

    fn hash(&self) -> Hash {
        Hash::of(self.text.as_str().as_bytes())
    }

    /// The version and the bytes to save now. From here on they are known as our own.
    pub fn to_save(&mut self) -> (u64, Vec<u8>) {
        let bytes = self.text.as_str().as_bytes().to_vec();
        self.disk.saving = Some((self.version, Hash::of(&bytes)));
        (self.version, bytes)
    }

    /// The save of `version` has come to its end, and the file holds the text with this hash.
    pub fn saved(&mut self, version: u64, hash: Hash) {
        self.disk.is_in_file(version, hash);
        if self.disk.earlier.len() == OWN_SAVES_KEPT {
            self.disk.earlier.pop_front();
        }
        self.disk.earlier.push_back(hash);
        if let Some(pending) = &mut self.pending {
            // A reload still on its way no longer leads to what is in the file.
            pending.disk = None;
        }
    }

    /// The text with hash `theirs`, found in the file as a conflict, is safe elsewhere.
    pub fn theirs_kept(&mut self, theirs: Hash) {
        self.disk.base = theirs;
        self.disk.clean_at = None;
    }

    /// What it means that the file holds `seen` (nothing: there is no file) at the time `at`. Bytes
    /// must have been read after whatever called for the look.
    pub fn changed_on_disk(&mut self, seen: Option<&[u8]>, at: Instant) -> OnDisk {
        let Some(bytes) = seen else {
            return self.disk.doubt(at, BELIEVED_AFTER).unwrap_or(OnDisk::Vanished);
        };
        let hash = Hash::of(bytes);
        if let Some(known) = self.known(hash, at) {
            return known;
        }
        let text = str::from_utf8(bytes).ok();
        let patience = match text {
            Some("") | None => BELIEVED_AFTER,
            Some(_) if self.disk.earlier.contains(&hash) => ECHO,
            Some(_) => Duration::ZERO,
        };
        if let Some(for_now) = self.disk.doubt(at, patience) {
            return for_now;
        }
        match text {
            None => OnDisk::NotText,
            Some(theirs) => self.believe(theirs, hash),
        }
    }

    /// What a file with this hash means when the hash alone tells.
    fn known(&mut self, hash: Hash, at: Instant) -> Option<OnDisk> {
        let known = match &self.pending {
            Some(pending) if pending.disk == Some(hash) => OnDisk::Same,
            // A second reload mapped over the first would put both texts in.
            Some(pending) if pending.disk.is_some() || hash != self.disk.base => {
                return Some(OnDisk::ForNow { look_again: at + ECHO });
            }
            _ if hash == self.disk.base => OnDisk::Same,
            _ => match self.disk.saving {
                Some((version, own)) if own == hash => {
                    self.disk.is_in_file(version, hash);
                    OnDisk::OwnSave
                }
                _ if hash == self.hash() => {
                    self.disk.is_in_file(self.version, hash);
                    OnDisk::Same
                }
                _ => return None,
            },
        };
        self.disk.doubted_since = None;
        Some(known)
    }

    fn believe(&mut self, theirs: &str, hash: Hash) -> OnDisk {
        self.disk.doubted_since = None;
        if self.is_dirty() {
            if theirs.is_empty() {
                // There is nothing to keep, and mine may be saved over it.
                self.theirs_kept(hash);
                return OnDisk::Same;
            }
            return OnDisk::Conflict { theirs: theirs.as_bytes().to_vec() };
        }
        let edits = text::diff(self.text.as_str(), theirs);
        let offer = self.offer_now(edits, Some(hash));
        if self.pending.is_some() { OnDisk::Reload(offer) } else { OnDisk::Same }
    }
}
