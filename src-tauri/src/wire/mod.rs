//! What crosses between window and backend: plain values, in window offsets (UTF-16 units, one per
//! line end) and lines from 0. The window's types are generated from these.

mod checks;
mod closing;
mod code;
mod convert;
mod derived;
mod details;
mod everywhere;
mod goals;
mod list;
mod past;
mod sentence;
mod spelling;

pub use checks::{
    Finding, Fix, Mirrored, Passage, Review, RuleOff, Severity, Tick, mirrored, place,
};
pub use closing::Closing;
pub use code::Code;
pub use convert::{change_set, sections, slot_kind, small};
pub use derived::{Derived, Part, PartKind, Renewal, Slot, SlotKind, Totals};
pub use details::{Detail, Details, Field, FieldValue};
pub use everywhere::{Found, Place, Query, Replaced};
pub use goals::{Band, Goals, OwnGoal, Unit};
pub use list::{Arrangement, Letters, Order, Ranked, State};
pub use past::{Compared, Conflict, Merged, Run, RunKind, Snapshot, SnapshotPart, Whole, Why};
pub use sentence::Sentence;
pub use spelling::{SpelledBy, Spelt};

use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// A section of a CodeMirror change set, as CodeMirror writes it: a number keeps that many units, a
/// list takes out as many as its first item says and puts in the lines that follow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(untagged)]
pub enum Section {
    /// So many units stay.
    Keep(u32),
    /// `[deleted, "line", "line"…]`.
    Replace(Vec<SectionItem>),
}

/// An item of a replacing section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(untagged)]
pub enum SectionItem {
    /// How many units are deleted.
    Deleted(u32),
    /// A line that is put in.
    Line(String),
}

/// One change of the window's text, as the window reports it.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// Which draft.
    pub draft: String,
    /// Which opening of it.
    pub session: u32,
    /// The version that the change starts from.
    pub base: u32,
    /// The change.
    pub changes: Vec<Section>,
    /// Length of the window's text afterwards, in UTF-16 units.
    pub length: u32,
}

/// What comes of a change.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Answer {
    /// It was taken: what follows from the text now.
    Applied {
        /// The version that it led to.
        version: u32,
        /// How the parts change.
        parts: Renewal,
        /// The parts that are not.
        slots: Vec<Slot>,
        /// The counts.
        totals: Totals,
        /// How the preview changes.
        patch: Vec<Step>,
    },
    /// The backend's text is another: the window sends its whole text.
    Resync,
    /// The draft is not open: the window opens it again.
    Closed,
}

/// A structural operation on a piece.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Operation {
    /// A new point at `place`, from 1; the point that stood there moves down.
    Add {
        /// Where it will stand.
        place: u32,
    },
    /// The point at `from` goes to `to`, both from 1.
    Move {
        /// Where it stands.
        from: u32,
        /// Where it will stand.
        to: u32,
    },
    /// The point at `place` goes.
    Remove {
        /// Where it stands.
        place: u32,
    },
    /// Whole points, pasted between others. Refused where they are something else, or have no place
    /// there: they are then pasted as they are.
    Paste {
        /// Where, in the window's offsets.
        at: u32,
        /// What was pasted.
        text: String,
    },
    /// Numbers run 1…N again, or N…1 in a countdown.
    Renumber,
    /// The last point comes first.
    Reverse,
    /// An article's headings become points.
    HeadingsToPoints,
    /// The points become plain headings.
    PointsToHeadings,
}

/// A structural command: an operation on a text of this version.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Structure {
    /// Which draft.
    pub draft: String,
    /// Which opening of it.
    pub session: u32,
    /// The version that the window has.
    pub base: u32,
    /// The caret's place.
    pub caret: u32,
    /// What is asked for.
    pub operation: Operation,
}

/// What comes of a structural command.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Planned {
    /// The edits, which the window carries out and reports like any change.
    Edits(Offer),
    /// The backend's text is another: the window sends its whole text.
    Resync,
    /// The operation cannot be had, and why.
    Refused {
        /// Why.
        said: Sentence,
    },
}

/// Edits that come from the backend.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// Which draft.
    pub draft: String,
    /// Which opening of it.
    pub session: u32,
    /// The version that they were made for.
    pub base: u32,
    /// The edits.
    pub changes: Vec<Section>,
    /// Where the caret goes, or nothing for where its words went.
    pub caret: Option<u32>,
}

/// A block of the preview: safe HTML and the lines of the text that it shows, from 0, the end not
/// included.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Block {
    /// First line.
    pub from: u32,
    /// The line after the last.
    pub to: u32,
    /// The HTML.
    pub html: String,
}

/// A step of a preview patch, over the old blocks from first to last.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Step {
    /// So many blocks stay, their lines moved by `shift`.
    Keep {
        /// How many.
        count: u32,
        /// By how many lines.
        shift: i32,
    },
    /// As many old blocks give way to these.
    Replace {
        /// What comes in their place.
        blocks: Vec<Block>,
    },
    /// These come in.
    Insert {
        /// What comes in.
        blocks: Vec<Block>,
    },
    /// So many old blocks go.
    Remove {
        /// How many.
        count: u32,
    },
}

/// A draft as the window opens it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Opened {
    /// Its id.
    pub draft: String,
    /// The file's name.
    pub name: String,
    /// This opening.
    pub session: u32,
    /// The version of `text`.
    pub version: u32,
    /// The window's text.
    pub text: String,
    /// What follows from it.
    pub derived: Derived,
    /// The preview.
    pub blocks: Vec<Block>,
    /// Where the caret was left.
    pub caret: u32,
    /// The first place that was in sight then, where that is known.
    pub top: Option<u32>,
    /// Whether the file has all of it.
    pub saved: Saved,
}

/// A row of the list of drafts. A row that is not filled in yet has no `summary`.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// The draft's id: its path in the library, `/` between folders.
    pub draft: String,
    /// The file's name without its ending.
    pub name: String,
    /// The folder in the library, empty at its top.
    pub folder: String,
    /// Milliseconds since 1970.
    pub modified: u64,
    /// Whether it is the other side of a conflict.
    pub conflict: bool,
    /// The id of the draft that it is the other side of, where that is there.
    pub copy_of: Option<String>,
    /// What the text says.
    pub summary: Option<Summary>,
}

/// What the list says of a draft's text.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Its title, else the file's name.
    pub title: String,
    /// The first words behind the title.
    pub first_words: String,
    /// Points.
    pub points: u32,
    /// Words.
    pub words: u32,
    /// Whether front matter says that it is published.
    pub published: bool,
    /// Its tags.
    pub tags: Vec<String>,
}

/// A draft that has the words that were searched for.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Hit {
    /// The draft's id.
    pub draft: String,
    /// The words in their line, or nothing when only the name has them.
    pub excerpt: Option<String>,
}

/// What the person is told when a disk, a name or a permission says no.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Trouble {
    /// What happened and what to do; the window may branch on its code.
    pub said: Sentence,
    /// What the window offers to do.
    pub action: Action,
}

/// What can be done about a trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Action {
    /// Try again.
    Retry,
    /// Save the text somewhere else.
    SaveElsewhere,
    /// Take the text to the clipboard.
    CopyText,
    /// Choose another library.
    ChooseFolder,
    /// Nothing but to know.
    None,
}

/// How the file stands to the text.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Saved {
    /// The file has the text.
    Saved,
    /// It will be written shortly.
    Saving,
    /// It could not be written, and why.
    NotSaved {
        /// Why.
        trouble: Trouble,
        /// Whether the journal has it, so that nothing is lost.
        in_journal: bool,
    },
}

/// What the person chose, kept in a file of their own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// `system`, `light` or `dark`.
    pub theme: String,
    /// `system` or `more`.
    pub contrast: String,
    /// `serif` or `duospace`.
    pub text_font: String,
    /// The keys of commands that have others than the usual ones, by the commands' names.
    pub keys: BTreeMap<String, String>,
    /// Size of the text in pixels.
    pub text_size: u32,
    /// Width of drafts and outline in pixels.
    pub left_width: u32,
    /// Width of the companion in pixels.
    pub right_width: u32,
    /// The names of the rules that are heeded in no draft.
    pub ignored_rules: Vec<String>,
    /// Whether all but the paragraph with the caret is greyed.
    pub focus: bool,
    /// Whether the line with the caret stays in the middle.
    pub typewriter: bool,
    /// Whether the window takes the whole screen.
    pub full_screen: bool,
    /// How many characters wide the text is.
    pub measure: u32,
    /// After so many milliseconds without a key the draft is saved.
    pub autosave_pause: u32,
    /// Whether words of this session and minutes of today are counted and shown.
    pub session: bool,
    /// How long a piece and its parts are to be.
    pub goals: Goals,
    /// Whether words that are in no dictionary are marked.
    pub spelling: bool,
    /// Whether grammar is looked at; nothing in an app that was built without it.
    pub grammar: Option<bool>,
}

/// All that the window needs to begin.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Start {
    /// The library's folder, for the person to read.
    pub library: String,
    /// The drafts, newest first.
    pub entries: Vec<Entry>,
    /// How the list of them is arranged.
    pub arrangement: Arrangement,
    /// The ids of the drafts that were open of late, the last one first.
    pub recent: Vec<String>,
    /// The settings.
    pub settings: Settings,
    /// The draft to show.
    pub opened: Option<Opened>,
    /// What went wrong on the way.
    pub troubles: Vec<Trouble>,
}
