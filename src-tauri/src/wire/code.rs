//! The names of all sentences that the window gets from the backend.

use serde::{Deserialize, Serialize};
use specta::Type;

/// Which sentence it is. Behind each stands what the sentence is about, in its order; what the system or a
/// parser said is in their own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// There is no such file: its name.
    Missing,
    /// The draft was there when it was opened: its name.
    Vanished,
    /// The folder of drafts is not there: its path.
    LibraryGone,
    /// A file where the folder of drafts should be: its name.
    NotAFolder,
    /// The disk can only be read: the file's name.
    LibraryReadOnly,
    /// It lies outside of the library: its path.
    OutsideLibrary,
    /// A folder where a file should be: its name.
    Folder,
    /// No file, but a pipe or a device: its name.
    NotAFile,
    /// The system does not let this person do it: the file's name.
    NotAllowed,
    /// Nobody may write to the file: its name.
    FileReadOnly,
    /// Saving would take the file from somebody else: its name.
    OwnerNotKept,
    /// Saving would lose the file's permissions or attributes: its name.
    AttributesNotKept,
    /// No UTF-8: the file's name.
    NotUtf8,
    /// No text at all: the file's name.
    Binary,
    /// No picture: its name.
    NotAPicture,
    /// Too large: the file's name, its megabytes.
    TooBig,
    /// The disk is full: the name of the file that is not written.
    DiskFull,
    /// The disk failed: the file's name.
    DiskFailed,
    /// Something has this name already: the name.
    NameTaken,
    /// The name is too long: the name.
    NameTooLong,
    /// No name for a draft: the name.
    NameNotPossible,
    /// Too many files are open: the name of the one that has to wait.
    TooManyOpen,
    /// The trash did not take the file: its name, what the trash said.
    TrashRefused,
    /// The settings cannot be read: their path, the line, what the parser said.
    SettingsBroken,
    /// A setting has no value that it can have: its key, the line, the path, what it should be in English.
    SettingWrong,
    /// There is no such text: `template` or `footer`, the name asked for, each name that there is.
    NoSuchText,
    /// No regular expression: what the parser said.
    PatternBroken,
    /// The draft was changed meanwhile: its name.
    ChangedMeanwhile,
    /// Changes from outside are not noticed: the folder's path, what the system said.
    NotWatched,
    /// There is no journal: what the system said.
    NotJournaled,
    /// The history was damaged: the path where it is kept.
    HistoryBroken,
    /// Another program is busy with the history.
    HistoryBusy,
    /// There is no such snapshot: its number.
    NoSuchSnapshot,
    /// The snapshot cannot be read: its number.
    SnapshotDamaged,
    /// There is no home folder.
    NoHome,
    /// Anything else: the file's name, what the system said.
    Other,

    /// The draft is not open any more.
    Closed,
    /// Another change is just coming in.
    Busy,
    /// Something went wrong that nobody has a name for.
    Broken,
    /// The conflict copy could not be merged.
    NotMerged,
    /// Front matter comes back with the whole text alone.
    FrontMatterWithAll,
    /// What was pasted is a line, not a page.
    NoPage,
    /// A page comes into a draft without words alone.
    NotEmpty,
    /// The export would be the draft itself.
    ExportOverDraft,
    /// The copy would be a draft that is open.
    CopyOverDraft,
    /// The clipboard did not take the text.
    NoClipboard,
    /// The link may not leave.
    LinkStays,
    /// No program answered for the link.
    NoBrowser,
    /// No file manager answered.
    NoFileManager,
    /// The piece was not printed.
    NotPrinted,
    /// The draft has words that no file has, and stays.
    NotSaved,
    /// There is nothing to bring back from the trash.
    NothingTrashed,
    /// What was pasted is no whole points.
    NoWholePoints,
    /// Somebody else's text is kept beside the draft: its file's name.
    KeptBeside,
    /// More than half is gone, and the longer text is in History.
    ShrunkInHistory,
    /// More than half is gone, and the longer text is beside the draft: its file's name.
    ShrunkBeside,
    /// Somebody else's changes are merged.
    Merged,
    /// Somebody else changed the same words: in how many places.
    MergedInConflict,
    /// What was typed last is back: in how many drafts.
    Recovered,
    /// What was typed last is in History: of how many drafts.
    RecoveredInHistory,
    /// What was typed last is back in some drafts, and in History of others.
    RecoveredInBoth,

    /// There is no such point: its place, how many points there are.
    NoSuchPoint,
    /// The piece has no points.
    NoPoints,
    /// The text has points already.
    HasPoints,
    /// No headings could become points.
    NoHeadings,
    /// A point's number would be too high.
    TooManyPoints,
    /// There is no title for a dek.
    NoTitle,
    /// There is no conclusion before the footer.
    NoConclusion,
    /// The title begins with a point's number.
    TitleWithNumber,
    /// The point would end inside if it came last: its heading.
    EndsInside,
    /// The part has no place in the text as it is now.
    NoPlace,
    /// The text would not be read as meant.
    NotReadAsMeant,

    /// Front matter cannot be read: the line, what the parser said.
    DetailsBroken,
    /// The field is there twice: its key.
    DetailTwice,
    /// The field cannot be changed where it stands: its key.
    DetailStays,
    /// In a few words: the field is given twice.
    FieldTwice,
    /// In a few words: not a text.
    FieldNotAText,
    /// In a few words: not a list of texts.
    FieldNotTexts,
    /// In a few words: a list, where one text is expected.
    FieldList,
    /// In a few words: not a date.
    FieldNotADate,
    /// In a few words: not a language.
    FieldNotALanguage,
    /// In a few words: not a part of an address.
    FieldNotASlug,
    /// In a few words: not an address.
    FieldNotAnAddress,
    /// In a few words: neither draft nor published.
    FieldNotAState,
    /// In a few words: not a length.
    FieldNotALength,

    /// In a few words: what stands around an article.
    PageAround,
    /// In a few words: what stands beside a text.
    PageBeside,
    /// In a few words: buttons.
    PageButtons,
    /// In a few words: comments.
    PageComments,
    /// In a few words: a notice about cookies.
    PageCookies,
    /// In a few words: a dialog.
    PageDialog,
    /// In a few words: a form.
    PageForm,
    /// In a few words: navigation.
    PageNavigation,
    /// In a few words: share buttons.
    PageShareButtons,
    /// In a few words: a subscription box.
    PageSubscription,
}

impl Code {
    /// The code of this name, if it is one.
    pub(super) fn named(name: &str) -> Option<Self> {
        use serde::de::IntoDeserializer;
        use serde::de::value::{Error, StrDeserializer};
        let name: StrDeserializer<'_, Error> = name.into_deserializer();
        Self::deserialize(name).ok()
    }
}
