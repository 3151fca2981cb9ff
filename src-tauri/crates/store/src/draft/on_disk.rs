//! What the mirror knows of the file: which text is saved there, and what a look at it means.

use super::{Draft, Merged, Offer};
use crate::{Hash, Opened};
use std::collections::VecDeque;
use std::sync::Arc;
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
    /// Somebody changed the file while the draft was not saved: the two are merged by words. The text of
    /// the file is to be kept elsewhere; where that fails, [`Draft::theirs_not_kept`].
    Merged(Merged),
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

/// A text that a file holds, or held when it was looked at last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// The hash of its bytes.
    pub hash: Hash,
    /// The text itself, from which both sides of a merge were made.
    pub text: Arc<str>,
}

impl Base {
    /// The base that this text is.
    pub fn of(text: &str) -> Self {
        Self { hash: Hash::of(text.as_bytes()), text: text.into() }
    }
}

impl From<&Opened> for Base {
    fn from(opened: &Opened) -> Self {
        Self { hash: opened.hash, text: opened.text.as_str().into() }
    }
}

/// The file as the mirror knows it.
#[derive(Clone, Debug)]
pub(super) struct Disk {
    /// Nothing for a draft that has no file yet.
    pub(super) base: Option<Base>,
    /// The version whose text is the base, while that is known.
    clean_at: Option<u64>,
    /// The save under way, or the last one if it failed: its version and its text.
    saving: Option<(u64, Base)>,
    earlier: VecDeque<Hash>,
    /// Since when the file looks like something that is not believed at once.
    doubted_since: Option<Instant>,
}

impl Disk {
    pub(super) fn new(base: Option<Base>, clean_at: Option<u64>) -> Self {
        let earlier = VecDeque::with_capacity(OWN_SAVES_KEPT);
        Self { base, clean_at, saving: None, earlier, doubted_since: None }
    }

    /// The mirror took over a text that was offered; with `disk`, the text of the file is in it, though
    /// what was typed meanwhile may be too.
    pub(super) fn adopted(&mut self, disk: Option<Base>) {
        self.clean_at = None;
        self.base = disk.or(self.base.take());
    }

    fn is_in_file(&mut self, version: u64, base: Base) {
        self.base = Some(base);
        self.clean_at = Some(version);
    }

    /// Whether the file is known to hold the text with this hash.
    fn holds(&self, hash: Hash) -> bool {
        self.base.as_ref().is_some_and(|base| base.hash == hash)
    }

    /// Nothing once the doubt has lasted for `patience`.
    fn doubt(&mut self, at: Instant, patience: Duration) -> Option<OnDisk> {
        let look_again = *self.doubted_since.get_or_insert(at) + patience;
        (at < look_again).then_some(OnDisk::ForNow { look_again })
    }
}

impl Draft {
    /// The text that the file is known to hold, the base of the next save; nothing for a draft that has
    /// no file yet.
    pub fn base(&self) -> Option<&Base> {
        self.disk.base.as_ref()
    }

    /// Whether the mirror's text differs from the file's.
    pub fn is_dirty(&self) -> bool {
        self.disk.clean_at != Some(self.version) && !self.disk.holds(self.hash())
    }

    /// Whether a text of the file is on its way through the window: a save would lay it aside first.
    pub fn is_reloading(&self) -> bool {
        self.pending.as_ref().is_some_and(|pending| pending.disk.is_some())
    }

    fn hash(&self) -> Hash {
        Hash::of(self.text.as_str().as_bytes())
    }

    /// The version and the bytes to save now. From here on they are known as our own.
    pub fn to_save(&mut self) -> (u64, Vec<u8>) {
        let own = Base::of(self.text.as_str());
        self.disk.saving = Some((self.version, own));
        (self.version, self.text.as_str().as_bytes().to_vec())
    }

    /// The save of `version`, which [`Draft::to_save`] began, has come to its end.
    pub fn saved(&mut self, version: u64) {
        // What is saved is no longer being saved: should the file hold it again after another text,
        // somebody put it back.
        let Some((_, own)) = self.disk.saving.take_if(|(of, _)| *of == version) else {
            return;
        };
        if self.disk.earlier.len() == OWN_SAVES_KEPT {
            self.disk.earlier.pop_front();
        }
        self.disk.earlier.push_back(own.hash);
        self.disk.is_in_file(version, own);
        if let Some(pending) = &mut self.pending {
            // A reload still on its way no longer leads to what is in the file.
            pending.disk = None;
        }
    }

    /// What somebody else wrote into the file is safe nowhere: the next save must find it there and lay
    /// it beside the draft.
    pub fn theirs_not_kept(&mut self) {
        self.disk.base = None;
        self.disk.clean_at = None;
        if let Some(pending) = &mut self.pending {
            pending.disk = None;
        }
    }

    /// What it means that the file holds `seen` (nothing: there is no file) at the time `at`. Bytes
    /// must have been read after whatever called for the look.
    pub fn changed_on_disk(&mut self, seen: Option<&[u8]>, at: Instant) -> OnDisk {
        let Some(bytes) = seen else {
            if self.disk.base.is_none() {
                return OnDisk::Same;
            }
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
        let holds = self.disk.holds(hash);
        let known = match self.pending.as_ref().map(|pending| &pending.disk) {
            Some(Some(disk)) if disk.hash == hash => OnDisk::Same,
            // A second reload mapped over the first would put both texts in.
            Some(disk) if disk.is_some() || !holds => {
                return Some(OnDisk::ForNow { look_again: at + ECHO });
            }
            _ if holds => OnDisk::Same,
            _ => match &self.disk.saving {
                Some((version, own)) if own.hash == hash => {
                    let (version, own) = (*version, own.clone());
                    self.disk.is_in_file(version, own);
                    OnDisk::OwnSave
                }
                _ if hash == self.hash() => {
                    self.disk.is_in_file(self.version, Base::of(self.text.as_str()));
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
        let disk = Base { hash, text: theirs.into() };
        if self.is_dirty() {
            if theirs.is_empty() {
                // There is nothing to merge, and mine may be saved over it.
                self.disk.base = Some(disk);
                self.disk.clean_at = None;
                return OnDisk::Same;
            }
            return OnDisk::Merged(self.merge_disk(disk));
        }
        let edits = text::diff(self.text.as_str(), theirs);
        let offer = self.offer_now(edits, Some(disk));
        if self.pending.is_some() { OnDisk::Reload(offer) } else { OnDisk::Same }
    }
}
