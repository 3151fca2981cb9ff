//! What can go wrong on a disk, as situations that a person can be in.

mod about;

use crate::{SnapshotId, whole_path};
use rustix::io::Errno;
use std::io;
use std::path::{Path, PathBuf};

/// A situation that a person is in because a disk, a permission or a name said no. Its text is the
/// sentence that they read; the window branches on [`Situation::code`], never on the sentence.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Situation {
    /// There is nothing at this path.
    #[error("There is no file {}.", shown(.0))]
    Missing(PathBuf),
    /// The draft was there when it was opened and is not there any more.
    #[error("{} is no longer there: it was moved or deleted.", shown(.0))]
    Vanished(PathBuf),
    /// The folder of drafts, or a folder in it, is not there.
    #[error("The folder {} is not there. Choose another, or bring it back.", whole_path(.0))]
    LibraryGone(PathBuf),
    /// A file where the folder of drafts should be.
    #[error("{} is a file, not a folder. Choose the folder that holds the drafts.", shown(.0))]
    NotAFolder(PathBuf),
    /// The file system is mounted read-only.
    #[error("{} lies on a disk that can only be read.", shown(.0))]
    LibraryReadOnly(PathBuf),
    /// The path leads out of the library.
    #[error("{} lies outside of the library.", whole_path(.0))]
    OutsideLibrary(PathBuf),
    /// A folder where a file should be.
    #[error("{} is a folder, not a draft.", shown(.0))]
    Folder(PathBuf),
    /// A pipe, a device or a socket where a file should be.
    #[error("{} is not a file.", shown(.0))]
    NotAFile(PathBuf),
    /// The system does not let this person read or write here.
    #[error("You are not allowed to do this with {}.", shown(.0))]
    NotAllowed(PathBuf),
    /// Nobody may write to the file: it is marked read-only.
    #[error("{} is marked as read-only, so it was left as it is.", shown(.0))]
    FileReadOnly(PathBuf),
    /// The file belongs to somebody else, and saving would change that.
    #[error("{} belongs to somebody else, and saving here would take it from them.", shown(.0))]
    OwnerNotKept(PathBuf),
    /// The file has attributes or an access list that a saved file would lose.
    #[error("{} has permissions or attributes that saving here would lose.", shown(.0))]
    AttributesNotKept(PathBuf),
    /// The bytes are not UTF-8; [`crate::view`] shows them, a copy can be converted.
    #[error("{} is not UTF-8 text. It can be read here, but not changed.", shown(.0))]
    NotUtf8(PathBuf),
    /// The bytes are no text at all.
    #[error("{} is not a text file.", shown(.0))]
    Binary(PathBuf),
    /// What shall be a picture is in no format that the preview shows.
    #[error("{0} is no picture that can be shown here. Take a PNG, JPEG, GIF, WebP or AVIF.")]
    NotAPicture(String),
    /// The file is larger than [`crate::LARGEST_DRAFT`].
    #[error("{} has {megabytes} MB; Lede opens texts of up to 20 MB.", shown(.path))]
    TooBig {
        /// The file.
        path: PathBuf,
        /// Its size in millions of bytes, rounded up.
        megabytes: u64,
    },
    /// No space is left, on the disk or in this person's share of it.
    #[error("The disk is full, so {} could not be written. Make some room and try again.", shown(.0))]
    DiskFull(PathBuf),
    /// The disk itself reported a fault.
    #[error("The disk failed at {}. Save a copy on another disk.", shown(.0))]
    DiskFailed(PathBuf),
    /// Something of this name is there already.
    #[error("There is already something named {}.", shown(.0))]
    NameTaken(PathBuf),
    /// The name has more bytes than the file system takes.
    #[error("The name {} is too long for this disk.", shown(.0))]
    NameTooLong(PathBuf),
    /// The name is empty, hidden, or contains a slash or a NUL.
    #[error("“{0}” cannot be the name of a draft.")]
    NameNotPossible(String),
    /// Too many files are open in the whole system or in the app.
    #[error("Too many files are open at once, so {} has to wait. Try again.", shown(.0))]
    TooManyOpen(PathBuf),
    /// The trash did not take the file, or did not give it back.
    #[error("The trash did not take {}: {reason}. It was left where it is.", shown(.path))]
    TrashRefused {
        /// The file.
        path: PathBuf,
        /// What the trash said.
        reason: String,
    },
    /// The settings file cannot be read as one.
    #[error("The settings in {} have a mistake in line {line}: {reason}", whole_path(.path))]
    SettingsBroken {
        /// The settings file.
        path: PathBuf,
        /// The line of the mistake, from 1.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// A value in the settings file is none that it could have, so the usual one is taken.
    #[error("“{key}” in line {line} of {} should be {expected}. Until then, the usual is taken.", whole_path(.path))]
    SettingWrong {
        /// The settings file.
        path: PathBuf,
        /// The line of the value, from 1.
        line: usize,
        /// What is set.
        key: String,
        /// What the value has to be.
        expected: &'static str,
    },
    /// There is no template, or no footer, of this name.
    #[error("There is no {kind} “{name}”. Choose {}.", one_of(.names))]
    NoSuchText {
        /// `template` or `footer`.
        kind: &'static str,
        /// The name asked for.
        name: String,
        /// The names that there are.
        names: Vec<String>,
    },
    /// The regular expression that was asked for is none.
    #[error(
        "This is no regular expression: {reason}. Mend it, or look for the words as they stand."
    )]
    PatternBroken {
        /// What is wrong with it.
        reason: String,
    },
    /// A draft is not any more what was looked at.
    #[error("{} was changed meanwhile, and stays as it is. Look again.", shown(.0))]
    ChangedMeanwhile(PathBuf),
    /// The library cannot be watched for changes from outside.
    #[error("Changes from outside cannot be noticed in {}: {reason}", whole_path(.path))]
    NotWatched {
        /// The library.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// The journal cannot be written, so what is typed between two saves has no other copy.
    #[error("What you type is not kept between saves: {source}. Save often.")]
    NotJournaled {
        /// The journals' folder, or the file in it.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The database of snapshots could not be read; it stands aside under this path.
    #[error("The history of your drafts was damaged. It is kept as {}, and a new one begins.", whole_path(.0))]
    HistoryBroken(PathBuf),
    /// Another program holds the database of snapshots for too long.
    #[error("Another program is busy with the history of your drafts. Try again.")]
    HistoryBusy,
    /// There is no snapshot of this number, or not any more.
    #[error("There is no snapshot {0}.")]
    NoSuchSnapshot(SnapshotId),
    /// The stored text of this snapshot is not what was kept.
    #[error("Snapshot {0} is damaged and cannot be read. Choose another.")]
    SnapshotDamaged(SnapshotId),
    /// The system knows no home of this person, where snapshots could lie.
    #[error("There is no home folder to keep earlier texts in. Set HOME and try again.")]
    NoHome,
    /// Anything else that the system may say.
    #[error("{} could not be read or written: {source}.", shown(.path))]
    Other {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// What a person can do about a [`Situation`]; the window offers it as a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The same again, now or a little later.
    Retry,
    /// Save the text under another name or in another place.
    SaveElsewhere,
    /// Make a copy that can be changed.
    ConvertCopy,
    /// Choose the folder of drafts anew.
    ChooseFolder,
    /// Choose another name.
    ChooseName,
    /// Open the settings file at the line named.
    EditSettings,
    /// Nothing but to know it.
    None,
}

impl Situation {
    /// The situation behind an error of the system at `path`.
    pub fn of(path: &Path, error: &io::Error) -> Self {
        let at = path.to_owned();
        match error.raw_os_error().map(Errno::from_raw_os_error) {
            Some(Errno::NOSPC | Errno::DQUOT | Errno::FBIG) => Self::DiskFull(at),
            Some(Errno::ROFS) => Self::LibraryReadOnly(at),
            Some(Errno::ACCESS | Errno::PERM | Errno::TXTBSY) => Self::NotAllowed(at),
            Some(Errno::NOENT | Errno::NOTDIR) => Self::missing(path),
            Some(Errno::EXIST | Errno::NOTEMPTY) => Self::NameTaken(at),
            Some(Errno::NAMETOOLONG) => Self::NameTooLong(at),
            Some(Errno::ISDIR) => Self::Folder(at),
            Some(Errno::IO) => Self::DiskFailed(at),
            Some(Errno::MFILE | Errno::NFILE) => Self::TooManyOpen(at),
            _ => Self::Other { path: at, source: copy_of(error) },
        }
    }

    /// A closure for `map_err`: the situation behind an error of the system at `path`.
    pub(crate) fn at<E: Into<io::Error>>(path: &Path) -> impl Fn(E) -> Self + '_ {
        |error| Self::of(path, &error.into())
    }

    fn missing(path: &Path) -> Self {
        Self::without_folder(path).unwrap_or_else(|| Self::Missing(path.to_owned()))
    }

    /// A draft that was there is not there any more: alone, or its whole folder with it.
    pub fn vanished(path: &Path) -> Self {
        Self::without_folder(path).unwrap_or_else(|| Self::Vanished(path.to_owned()))
    }

    /// That the folder of `path` is gone, if it is.
    fn without_folder(path: &Path) -> Option<Self> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty())?;
        (!folder.is_dir()).then(|| Self::LibraryGone(folder.to_owned()))
    }

    /// What the person can do about it.
    pub fn action(&self) -> Action {
        match self {
            Self::DiskFull(_)
            | Self::TooManyOpen(_)
            | Self::ChangedMeanwhile(_)
            | Self::NotWatched { .. }
            | Self::NotJournaled { .. }
            | Self::HistoryBusy => Action::Retry,
            Self::Vanished(_)
            | Self::LibraryReadOnly(_)
            | Self::NotAllowed(_)
            | Self::FileReadOnly(_)
            | Self::OwnerNotKept(_)
            | Self::AttributesNotKept(_)
            | Self::DiskFailed(_)
            | Self::Other { .. } => Action::SaveElsewhere,
            Self::NotUtf8(_) => Action::ConvertCopy,
            Self::LibraryGone(_) | Self::NotAFolder(_) => Action::ChooseFolder,
            Self::NameTaken(_) | Self::NameTooLong(_) | Self::NameNotPossible(_) => {
                Action::ChooseName
            }
            Self::SettingsBroken { .. } | Self::SettingWrong { .. } => Action::EditSettings,
            Self::Missing(_)
            | Self::OutsideLibrary(_)
            | Self::Folder(_)
            | Self::NotAFile(_)
            | Self::Binary(_)
            | Self::NotAPicture(_)
            | Self::TooBig { .. }
            | Self::TrashRefused { .. }
            | Self::HistoryBroken(_)
            | Self::NoSuchText { .. }
            | Self::PatternBroken { .. }
            | Self::NoSuchSnapshot(_)
            | Self::SnapshotDamaged(_)
            | Self::NoHome => Action::None,
        }
    }
}

/// The name of each situation. The compiler finds one that has none, and so nothing has a name that is not
/// among all of them.
macro_rules! codes {
    ($($situation:ident => $code:literal),* $(,)?) => {
        impl Situation {
            /// Every name that a situation can have.
            pub const CODES: &[&str] = &[$($code),*];

            /// A stable name of the situation, which stays when its sentence changes.
            pub fn code(&self) -> &'static str {
                match self { $(Self::$situation { .. } => $code),* }
            }
        }
    };
}

codes! {
    Missing => "missing",
    Vanished => "vanished",
    LibraryGone => "library-gone",
    NotAFolder => "not-a-folder",
    LibraryReadOnly => "library-read-only",
    OutsideLibrary => "outside-library",
    Folder => "folder",
    NotAFile => "not-a-file",
    NotAllowed => "not-allowed",
    FileReadOnly => "file-read-only",
    OwnerNotKept => "owner-not-kept",
    AttributesNotKept => "attributes-not-kept",
    NotUtf8 => "not-utf8",
    Binary => "binary",
    NotAPicture => "not-a-picture",
    TooBig => "too-big",
    DiskFull => "disk-full",
    DiskFailed => "disk-failed",
    NameTaken => "name-taken",
    NameTooLong => "name-too-long",
    NameNotPossible => "name-not-possible",
    TooManyOpen => "too-many-open",
    TrashRefused => "trash-refused",
    SettingsBroken => "settings-broken",
    SettingWrong => "setting-wrong",
    NoSuchText => "no-such-text",
    PatternBroken => "pattern-broken",
    ChangedMeanwhile => "changed-meanwhile",
    NotWatched => "not-watched",
    NotJournaled => "not-journaled",
    HistoryBroken => "history-broken",
    HistoryBusy => "history-busy",
    NoSuchSnapshot => "no-such-snapshot",
    SnapshotDamaged => "snapshot-damaged",
    NoHome => "no-home",
    Other => "other",
}

/// The name of a file as a sentence says it.
fn shown(path: &Path) -> String {
    format!("“{}”", about::name(path))
}

/// The names as a sentence says them: “a, b or c”.
fn one_of(names: &[String]) -> String {
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

/// An error of the system cannot be cloned, but made again from its number or its kind.
fn copy_of(error: &io::Error) -> io::Error {
    match error.raw_os_error() {
        Some(number) => io::Error::from_raw_os_error(number),
        None => io::Error::new(error.kind(), error.to_string()),
    }
}
