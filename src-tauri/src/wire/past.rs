//! What crosses about earlier texts and merges.

use super::{Code, PartKind, Sentence, small};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Why a snapshot was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Some time had passed while writing.
    Editing,
    /// The person saved by key.
    Asked,
    /// An earlier text was about to be restored.
    BeforeRestore,
    /// A text from elsewhere was about to be merged.
    BeforeMerge,
    /// It is the text from elsewhere.
    Theirs,
    /// The file was about to be taken over from outside.
    External,
    /// More than half of the text was about to go.
    Shrink,
    /// A point was about to be removed where there is no undo.
    Remove,
    /// Something in it was about to be replaced where there is no undo.
    Replace,
    /// The draft was about to go to the trash.
    Trash,
    /// A text was about to be imported over it.
    Import,
    /// What had been typed last was about to come back from the journal.
    Recovered,
}

/// An earlier text of a draft.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Snapshot {
    /// Its number.
    pub id: u32,
    /// When it was kept, in milliseconds since 1970.
    pub at: u64,
    /// Why.
    pub why: Why,
    /// What the person calls it.
    pub name: Option<String>,
    /// Words that a reader sees.
    pub words: u32,
}

/// Where a run of words stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum RunKind {
    /// In both texts.
    Same,
    /// In the snapshot alone.
    Gone,
    /// In the present text alone.
    New,
}

/// Words that stand together in one text or in both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// Where they stand.
    pub kind: RunKind,
    /// The words, with the blanks and line ends between them.
    pub text: String,
}

/// A part of a snapshot that can be restored alone.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SnapshotPart {
    /// What it is.
    pub kind: PartKind,
    /// A point's place from 1; 0 for any other part.
    pub place: u32,
    /// A point's heading; empty for any other part.
    pub label: String,
}

/// A snapshot beside the text as it is now.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Compared {
    /// The snapshot's title.
    pub title: String,
    /// Both texts by words.
    pub runs: Vec<Run>,
    /// The parts that differ.
    pub parts: Vec<SnapshotPart>,
}

/// How much of a snapshot is restored.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Whole {
    /// All of it.
    Whole,
    /// One part.
    Part {
        /// Which.
        part: PartKind,
        /// A point's place from 1; 0 for any other part.
        place: u32,
    },
}

/// Words that both sides of a merge changed. Mine stand in the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Conflict {
    /// Where mine begin in the merged text.
    pub from: u32,
    /// Where they end.
    pub to: u32,
    /// Theirs. Mine are what the window has there.
    pub theirs: String,
}

/// What a merge brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Merged {
    /// What happened.
    pub said: Sentence,
    /// What the person may still decide.
    pub conflicts: Vec<Conflict>,
}

impl From<&store::Merged> for Merged {
    fn from(merged: &store::Merged) -> Self {
        let conflicts = merged.conflicts.iter().map(|it| Conflict {
            from: small(it.from.0),
            to: small(it.to.0),
            theirs: it.theirs.clone(),
        });
        let said = match merged.conflicts.len() {
            0 => Sentence::new(
                Code::Merged,
                "Somebody else changed this draft too. Both texts are merged; one undo takes theirs out again.",
            ),
            count => in_conflict(count),
        };
        Self { said, conflicts: conflicts.collect() }
    }
}

fn in_conflict(count: usize) -> Sentence {
    let places = if count == 1 { String::new() } else { format!(" in {count} places") };
    let english = format!(
        "Somebody else changed the same words as you{places}. Yours stand, theirs are shown beside them."
    );
    Sentence::new(Code::MergedInConflict, english).about(&count)
}

impl From<store::Why> for Why {
    fn from(why: store::Why) -> Self {
        match why {
            store::Why::Editing => Self::Editing,
            store::Why::Asked => Self::Asked,
            store::Why::BeforeRestore => Self::BeforeRestore,
            store::Why::BeforeMerge => Self::BeforeMerge,
            store::Why::Theirs => Self::Theirs,
            store::Why::External => Self::External,
            store::Why::Shrink => Self::Shrink,
            store::Why::Remove => Self::Remove,
            store::Why::Replace => Self::Replace,
            store::Why::Trash => Self::Trash,
            store::Why::Import => Self::Import,
            store::Why::Recovered => Self::Recovered,
        }
    }
}
