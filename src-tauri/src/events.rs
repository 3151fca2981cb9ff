//! What the backend says unasked.

use crate::wire::{Code, Entry, Merged, Offer, Review, Saved, Sentence, Spelt};
use serde::Serialize;
use std::path::Path;
use tauri::{AppHandle, Emitter};

/// An event for the window; its name on the wire is that of the variant in kebab case.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged, rename_all_fields = "camelCase")]
pub(crate) enum Event {
    /// The library's drafts, newest first.
    LibraryChanged {
        /// All of them.
        entries: Vec<Entry>,
        /// The folders, each behind the one that it is in.
        folders: Vec<String>,
    },
    /// A draft changed on disk, or a text was merged into it or restored.
    DraftOffered {
        /// The edits that the window is to carry out.
        offer: Offer,
        /// What a merge brought; nothing for a text that was taken whole.
        merged: Option<Merged>,
    },
    /// A draft was checked.
    DraftChecked {
        /// Which draft.
        draft: String,
        /// What there is to say.
        review: Review,
    },
    /// A draft's spelling was looked at.
    DraftSpelt {
        /// Which draft.
        draft: String,
        /// What was found.
        spelt: Spelt,
    },
    /// A draft has one snapshot more.
    SnapshotKept {
        /// Which draft.
        draft: String,
    },
    /// Texts came back that no file had when the app ended last.
    Recovered {
        /// Which drafts.
        drafts: Vec<String>,
        /// What became of them.
        said: Sentence,
    },
    /// How a draft's file stands to its text.
    DraftSaved {
        /// Which draft.
        draft: String,
        /// The version that the statement is about.
        version: u32,
        /// How it stands.
        saved: Saved,
    },
    /// Something that the person should know.
    Noticed {
        /// The draft that it is about.
        draft: Option<String>,
        /// What it is.
        said: Sentence,
    },
    /// The window is about to close: the page answers when it has taken the keys on their way.
    Closing {},
    /// Another start of the app asks for a draft.
    OpenRequested {
        /// Which one.
        draft: String,
    },
}

impl Event {
    fn name(&self) -> &'static str {
        match self {
            Self::LibraryChanged { .. } => "library-changed",
            Self::DraftOffered { .. } => "draft-offered",
            Self::DraftChecked { .. } => "draft-checked",
            Self::DraftSpelt { .. } => "draft-spelt",
            Self::SnapshotKept { .. } => "snapshot-kept",
            Self::Recovered { .. } => "recovered",
            Self::DraftSaved { .. } => "draft-saved",
            Self::Noticed { .. } => "noticed",
            Self::Closing {} => "closing",
            Self::OpenRequested { .. } => "open-requested",
        }
    }
}

/// Sends an event to the window. Without a window there is nobody to tell.
pub(crate) fn send(app: &AppHandle, event: Event) {
    let _ = app.emit(event.name(), event);
}

/// Tells the person something.
pub(crate) fn notice(app: &AppHandle, draft: Option<&str>, said: impl Into<Sentence>) {
    let draft = draft.map(str::to_owned);
    send(app, Event::Noticed { draft, said: said.into() });
}

/// That a text came from elsewhere and lies beside the draft now.
pub(crate) fn kept_beside(copy: &Path) -> Sentence {
    let name = copy.file_name().unwrap_or_default().to_string_lossy();
    let english = format!(
        "Somebody else changed this draft. Your text stands; theirs is kept beside it as “{name}”."
    );
    Sentence::new(Code::KeptBeside, english).about(&name)
}
