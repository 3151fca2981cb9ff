//! Why a snapshot was kept.

/// Why a snapshot was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// Some time had passed in writing.
    Editing,
    /// The person asked for it.
    Asked,
    /// An earlier text was about to be restored.
    BeforeRestore,
    /// Another text was about to be merged into it.
    BeforeMerge,
    /// It is a text from elsewhere that lost or was merged.
    Theirs,
    /// A change from outside was about to be taken over.
    External,
    /// A save was about to drop more than half of it.
    Shrink,
    /// A point was about to be removed without a window that could undo it.
    Remove,
    /// Something in it was about to be replaced without a window that could undo it.
    Replace,
    /// The draft was about to go to the trash.
    Trash,
    /// Another text was about to be imported over it.
    Import,
    /// It was found in the journal.
    Recovered,
}

impl Why {
    /// Every reason.
    pub const ALL: [Self; 12] = [
        Self::Editing,
        Self::Asked,
        Self::BeforeRestore,
        Self::BeforeMerge,
        Self::Theirs,
        Self::External,
        Self::Shrink,
        Self::Remove,
        Self::Replace,
        Self::Trash,
        Self::Import,
        Self::Recovered,
    ];

    /// A stable name, which stays in databases.
    pub fn code(self) -> &'static str {
        match self {
            Self::Editing => "editing",
            Self::Asked => "asked",
            Self::BeforeRestore => "before-restore",
            Self::BeforeMerge => "before-merge",
            Self::Theirs => "theirs",
            Self::External => "external",
            Self::Shrink => "shrink",
            Self::Remove => "remove",
            Self::Replace => "replace",
            Self::Trash => "trash",
            Self::Import => "import",
            Self::Recovered => "recovered",
        }
    }

    /// The reason with this name. One that a later Lede wrote is read as the last: it is then kept for
    /// as long as any.
    pub(super) fn of_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|why| why.code() == code).unwrap_or(Self::Recovered)
    }

    /// How much the person would miss the snapshot: 0 for a timed one, 1 for one that they asked for,
    /// 2 for a text that was about to go, or that was in no file. Those of weight 2 are not thinned for
    /// 30 days.
    pub fn weight(self) -> u8 {
        match self {
            Self::Editing => 0,
            Self::Asked => 1,
            _ => 2,
        }
    }
}
