//! Earlier texts of drafts: when one is kept, and how it comes back.

use crate::commands::Lede;
use crate::desk::OpenDraft;
use crate::disk;
use crate::events::{self, Event};
use crate::library::locked;
use crate::wire::{
    self, Code, Compared, PartKind, Run, RunKind, Sentence, Snapshot, SnapshotPart, Trouble, Whole,
    small,
};
use jiff::Timestamp;
use piece::operations::{EarlierPart, differing_parts, restore_part};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use store::{Situation, Snapshots, Why};
use tauri::{AppHandle, Manager};
use text::Edits;

type Said<T> = Result<T, Trouble>;

/// A text that shrinks from fewer bytes than these is no loss that a person would look for.
const WORTH_KEEPING: usize = 200;

/// The snapshots of all drafts.
pub(crate) struct History {
    app: AppHandle,
    /// The drafts that were written since the app began.
    written: Mutex<HashSet<PathBuf>>,
}

impl History {
    /// The person's snapshots; `app` tells them what becomes of a broken database.
    pub(crate) fn new(app: AppHandle) -> Self {
        Self { app, written: Mutex::default() }
    }

    pub(crate) fn snapshots(&self) -> Result<Snapshots, Situation> {
        let snapshots = Snapshots::open_usual()?;
        if let Some(situation) = snapshots.set_aside() {
            events::notice(&self.app, None, situation);
        }
        Ok(snapshots)
    }

    /// Keeps a text of the draft at `path`.
    pub(crate) fn keep(&self, path: &Path, text: &str, why: Why) -> Result<(), Situation> {
        self.snapshots()?.keep(path, text, why, Timestamp::now()).map(drop)
    }

    /// Keeps what a save would write over: where more than half of the text goes, in any case; otherwise
    /// at the first save since the app began.
    ///
    /// # Errors
    /// Where the text can be kept neither as a snapshot nor beside the draft, and a large part of it
    /// would go.
    pub(crate) fn before_save(
        &self,
        path: &Path,
        old: &str,
        new: &[u8],
    ) -> Result<Option<Shrunk>, Situation> {
        let shrinks = old.len() >= WORTH_KEEPING && new.len() * 2 < old.len();
        if shrinks {
            if self.keep(path, old, Why::Shrink).is_ok() {
                return Ok(Some(Shrunk::InHistory));
            }
            return store::conflict_copy(path, old.as_bytes())
                .map(|copy| Some(Shrunk::Beside(copy)));
        }
        if locked(&self.written).insert(path.to_owned()) {
            // A snapshot that nothing depends on.
            let _ = self.keep(path, old, Why::Editing);
        }
        Ok(None)
    }

    /// Keeps what a save wrote, where the last snapshot is old enough.
    pub(crate) fn after_save(&self, path: &Path, new: &[u8]) {
        let Ok(snapshots) = self.snapshots() else { return };
        if let Ok(text) = str::from_utf8(new)
            && snapshots.is_due(path, Timestamp::now()).unwrap_or_default()
        {
            let _ = snapshots.keep(path, text, Why::Editing, Timestamp::now());
        }
    }

    /// The draft goes on under another name.
    pub(crate) fn renamed(&self, from: &Path, to: &Path) {
        if let Ok(snapshots) = self.snapshots() {
            let _ = snapshots.renamed(from, to);
        }
    }

    /// A draft was opened that may have had another name before.
    pub(crate) fn follow(&self, path: &Path, text: &str) {
        if let Ok(snapshots) = self.snapshots() {
            let _ = snapshots.follow(path, text);
        }
    }

    /// Lets old snapshots go, so that all take no more than so many megabytes.
    pub(crate) fn thin(&self, megabytes: u32) {
        if let Ok(snapshots) = self.snapshots() {
            let _ = snapshots.thin(Timestamp::now(), u64::from(megabytes) * 1_000_000);
        }
    }
}

/// Where the longer text is that a save has shortened by more than half.
pub(crate) enum Shrunk {
    /// Among the snapshots.
    InHistory,
    /// In a file beside the draft.
    Beside(PathBuf),
}

impl Shrunk {
    /// What the person is told.
    pub(crate) fn said(&self) -> Sentence {
        let english = |kept: &str| {
            format!("More than half of this draft is gone. The longer text is kept in {kept}.")
        };
        match self {
            Self::InHistory => Sentence::new(Code::ShrunkInHistory, english("History")),
            Self::Beside(copy) => {
                let name = copy.file_name().unwrap_or_default().to_string_lossy();
                Sentence::new(Code::ShrunkBeside, english(&format!("“{name}”"))).about(&name)
            }
        }
    }
}

/// Keeps the text of an open draft as it is now.
pub(crate) async fn keep(app: &AppHandle, open: &OpenDraft, why: Why) -> bool {
    let text = open.sheet().draft.text().as_str().to_owned();
    keep_text(app, open, text, why).await
}

/// Keeps a text of an open draft; says whether it is safe.
pub(crate) async fn keep_text(app: &AppHandle, open: &OpenDraft, text: String, why: Why) -> bool {
    let (handle, path) = (app.clone(), open.path.clone());
    let kept = move || handle.state::<Lede>().history.keep(&path, &text, why);
    let kept = tauri::async_runtime::spawn_blocking(kept).await;
    let is_kept = matches!(kept, Ok(Ok(())));
    if is_kept {
        events::send(app, Event::SnapshotKept { draft: open.id.clone() });
    }
    is_kept
}

impl Lede {
    /// The snapshots of a draft, newest first.
    pub(crate) fn snapshots(&self, draft: &str) -> Said<Vec<Snapshot>> {
        let path = self.path(draft)?;
        let kept = self.history.snapshots()?.list(&path)?;
        Ok(kept.into_iter().map(Snapshot::from).collect())
    }

    fn snapshot_text(&self, snapshot: u32) -> Said<String> {
        Ok(self.history.snapshots()?.text(snapshot.into())?)
    }

    /// A snapshot beside the text as it is now.
    pub(crate) fn compare(&self, draft: &str, snapshot: u32) -> Said<Compared> {
        let open = self.desk.get(draft).ok_or_else(Trouble::closed)?;
        let earlier = window_text(&self.snapshot_text(snapshot)?);
        let now = open.sheet().draft.text().window_text();
        let outline = piece::Piece::parse(&earlier).outline(&earlier);
        let part = |part: EarlierPart| match part {
            EarlierPart::Point(place) => SnapshotPart {
                kind: PartKind::Point,
                place: small(place),
                label: outline.points[place - 1].heading.clone(),
            },
            other => SnapshotPart { kind: plain(other), place: 0, label: String::new() },
        };
        Ok(Compared {
            title: outline.title.clone().unwrap_or_default(),
            runs: runs(&earlier, &now),
            parts: differing_parts(&now, &earlier).into_iter().map(part).collect(),
        })
    }

    /// Gives a snapshot a name, or takes it away.
    pub(crate) fn name_snapshot(&self, snapshot: u32, name: Option<&str>) -> Said<()> {
        Ok(self
            .history
            .snapshots()?
            .name(snapshot.into(), name.map(str::trim).filter(|it| !it.is_empty()))?)
    }

    /// Brings an earlier text or a part of it back, as edits that one undo takes out again.
    pub(crate) fn restore_snapshot(
        &self,
        app: &AppHandle,
        draft: &str,
        snapshot: u32,
        what: &Whole,
    ) -> Said<()> {
        let open = self.desk.get(draft).ok_or_else(Trouble::closed)?;
        let earlier = self.snapshot_text(snapshot)?;
        let now = open.sheet().draft.text().clone();
        self.history.keep(&open.path, now.as_str(), Why::BeforeRestore)?;
        let mut sheet = open.sheet();
        // What was typed since is in the text that the edits are made for.
        let text = sheet.draft.text();
        let edits = match what {
            Whole::Whole => text::word_diff(text.as_str(), &earlier),
            Whole::Part { part, place } => part_edits(text, &earlier, *part, *place)?,
        };
        let offer = sheet.offered(edits).map_err(|_| Trouble::busy())?;
        drop(sheet);
        disk::bring(app, &open, &offer, None);
        open.changed.notify_one();
        events::send(app, Event::SnapshotKept { draft: draft.to_owned() });
        Ok(())
    }
}

fn part_edits(text: &text::Text, earlier: &str, part: PartKind, place: u32) -> Said<Edits> {
    let part = match part {
        PartKind::Title => EarlierPart::Title,
        PartKind::Dek => EarlierPart::Dek,
        PartKind::Lede => EarlierPart::Lede,
        PartKind::Point => EarlierPart::Point(place as usize),
        PartKind::Conclusion => EarlierPart::Conclusion,
        PartKind::Footer => EarlierPart::Footer,
        PartKind::FrontMatter => {
            return Err(Trouble::new(
                Code::FrontMatterWithAll,
                "Front matter comes back with the whole text.",
            ));
        }
    };
    restore_part(text, earlier, part).map_err(|error| Sentence::from(error).into())
}

fn plain(part: EarlierPart) -> PartKind {
    match part {
        EarlierPart::Title => PartKind::Title,
        EarlierPart::Dek => PartKind::Dek,
        EarlierPart::Lede => PartKind::Lede,
        EarlierPart::Point(_) => PartKind::Point,
        EarlierPart::Conclusion => PartKind::Conclusion,
        EarlierPart::Footer => PartKind::Footer,
    }
}

fn window_text(source: &str) -> String {
    text::Text::new(source.to_owned()).window_text()
}

/// Both texts by words, from first to last.
fn runs(earlier: &str, now: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut push = |kind, text: &str| {
        if !text.is_empty() {
            runs.push(Run { kind, text: text.to_owned() });
        }
    };
    let mut kept = 0;
    for edit in &text::word_diff(earlier, now) {
        push(RunKind::Same, &earlier[kept..edit.start.0]);
        push(RunKind::Gone, edit.span().of(earlier));
        push(RunKind::New, &edit.insert);
        kept = edit.end.0;
    }
    push(RunKind::Same, &earlier[kept..]);
    runs
}

impl From<store::Snapshot> for Snapshot {
    fn from(kept: store::Snapshot) -> Self {
        Self {
            id: u32::try_from(kept.id).unwrap_or_default(),
            at: u64::try_from(kept.at.as_millisecond()).unwrap_or_default(),
            why: wire::Why::from(kept.why),
            name: kept.name,
            words: small(kept.words),
        }
    }
}
