//! The world of a draft that is checked where it lies.

use check::World;
use jiff::civil::Date;
use percent_encoding::percent_decode_str;
use piece::Goals;
use std::path::{Path, PathBuf};

/// What day it is, what the person wants of a piece, and the folder of the draft. A text from standard
/// input has none.
pub(super) struct Desk {
    today: Date,
    goals: Goals,
    folder: Option<PathBuf>,
}

impl Desk {
    pub(super) fn of(file: &Path, today: Date, goals: Goals) -> Self {
        let folder = file.parent().filter(|_| file != Path::new("-"));
        Self { today, goals, folder: folder.map(Path::to_owned) }
    }
}

impl World for Desk {
    fn today(&self) -> Date {
        self.today
    }

    fn goals(&self) -> Goals {
        self.goals
    }

    fn local_file_exists(&self, destination: &str) -> Option<bool> {
        // A path from the root is one of the site, and where that lies on this disk nobody knows.
        let folder = self.folder.as_deref().filter(|_| !destination.starts_with('/'))?;
        let decoded = percent_decode_str(destination).decode_utf8_lossy();
        Some(folder.join(destination).exists() || folder.join(&*decoded).exists())
    }
}
