//! What the sentence of a situation is about, for who words it in another language.

use super::Situation;
use crate::whole_path;
use std::path::Path;

impl Situation {
    /// The names, paths and numbers that the sentence holds, in its order and as it shows them, without
    /// quotation marks. What the system said is among them, in the system's words.
    pub fn about(&self) -> Vec<String> {
        match self {
            Self::Missing(path)
            | Self::Vanished(path)
            | Self::NotAFolder(path)
            | Self::LibraryReadOnly(path)
            | Self::Folder(path)
            | Self::NotAFile(path)
            | Self::NotAllowed(path)
            | Self::FileReadOnly(path)
            | Self::OwnerNotKept(path)
            | Self::AttributesNotKept(path)
            | Self::NotUtf8(path)
            | Self::Binary(path)
            | Self::DiskFull(path)
            | Self::DiskFailed(path)
            | Self::NameTaken(path)
            | Self::NameTooLong(path)
            | Self::TooManyOpen(path)
            | Self::ChangedMeanwhile(path) => vec![name(path)],
            Self::LibraryGone(path) | Self::OutsideLibrary(path) | Self::HistoryBroken(path) => {
                vec![whole_path(path)]
            }
            Self::NotAPicture(name) | Self::NameNotPossible(name) => vec![name.clone()],
            Self::TooBig { path, megabytes } => vec![name(path), megabytes.to_string()],
            Self::TrashRefused { path, reason } => vec![name(path), reason.clone()],
            Self::SettingsBroken { path, line, reason } => {
                vec![whole_path(path), line.to_string(), reason.clone()]
            }
            Self::SettingWrong { path, line, key, expected } => {
                vec![key.clone(), line.to_string(), whole_path(path), (*expected).to_owned()]
            }
            Self::NoSuchText { kind, name, names } => {
                let told = [(*kind).to_owned(), name.clone()];
                told.into_iter().chain(names.iter().cloned()).collect()
            }
            Self::PatternBroken { reason } => vec![reason.clone()],
            Self::NotWatched { path, reason } => vec![whole_path(path), reason.clone()],
            Self::NotJournaled { source, .. } => vec![source.to_string()],
            Self::NoSuchSnapshot(id) | Self::SnapshotDamaged(id) => vec![id.to_string()],
            Self::Other { path, source } => vec![name(path), source.to_string()],
            Self::HistoryBusy | Self::NoHome => Vec::new(),
        }
    }
}

/// The name by which a person knows a file.
pub(super) fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
