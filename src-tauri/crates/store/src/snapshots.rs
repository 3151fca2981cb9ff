//! Snapshots: stored earlier texts of a draft.
//!
//! They lie in one database in the state directory. A text is stored once, compressed, under the hash
//! of its bytes, however many snapshots of whatever drafts it belongs to. A snapshot is in the
//! database, on the disk, when [`Snapshots::keep`] returns.
//!
//! Every call opens the database for itself. A snapshot is kept every few minutes and an opening takes
//! less than a millisecond; for that, threads and processes need nothing from each other but the
//! database's own locks, and no one goes on writing into a file that another has set aside.

mod database;
mod drafts;
mod stored;
mod thin;
mod why;

pub use why::Why;

use crate::{Hash, Situation, Summary, state_directory};
use database::Failure;
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The name of the database in [`crate::state_directory`].
const SNAPSHOTS_FILE: &str = "snapshots.sqlite";

/// As long as a draft may be written in without a snapshot.
const AT_MOST_APART: SignedDuration = SignedDuration::from_mins(10);

/// The number of a snapshot. It is never given to another one, even when this one is gone.
pub type SnapshotId = i64;

/// What is known of a stored earlier text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Its number, by which it is asked for.
    pub id: SnapshotId,
    /// When the draft had this text.
    pub at: Timestamp,
    /// Why it was kept.
    pub why: Why,
    /// What the person called it.
    pub name: Option<String>,
    /// How many words it has, the footer not counted.
    pub words: usize,
    /// The length of its text in bytes.
    pub bytes: usize,
    /// The hash of its text.
    pub hash: Hash,
}

/// The snapshots of all drafts of one person.
#[derive(Debug)]
pub struct Snapshots {
    path: PathBuf,
    set_aside: Mutex<Option<PathBuf>>,
}

impl Snapshots {
    /// The snapshots in the database at `path`, which is begun if it is not there. It can be read by
    /// this person only; its folder is the app's own and is made as private.
    ///
    /// # Errors
    /// `NotAllowed`, `DiskFull`, or what else the disk says. A broken database is none: it is set
    /// aside, see [`Snapshots::set_aside`].
    pub fn open(path: &Path) -> Result<Self, Situation> {
        database::make_folder(path)?;
        let snapshots = Self { path: path.to_owned(), set_aside: Mutex::default() };
        snapshots.read(|_| Ok(()))?;
        Ok(snapshots)
    }

    /// The person's snapshots, `snapshots.sqlite` in [`crate::state_directory`].
    ///
    /// # Errors
    /// `NoHome`, or as [`Snapshots::open`].
    pub fn open_usual() -> Result<Self, Situation> {
        let folder = state_directory().ok_or(Situation::NoHome)?;
        Self::open(&folder.join(SNAPSHOTS_FILE))
    }

    /// What the person should be told, once: `HistoryBroken` if since the last time the database was
    /// broken, was set aside under another name, and a new one was begun.
    pub fn set_aside(&self) -> Option<Situation> {
        let mut set_aside = self.set_aside.lock().unwrap_or_else(PoisonError::into_inner);
        set_aside.take().map(Situation::HistoryBroken)
    }

    /// Keeps `text` as a snapshot of `draft`, as it was at the time `at`, and brings it to the disk.
    ///
    /// When the latest snapshot of the draft has the very same text, none is added. Then that one is
    /// marked with this reason and time, unless it has a weightier reason (see [`Why::weight`]).
    ///
    /// Returns the snapshot that now stands for the text; nothing when that one was there before and a
    /// timed snapshot had nothing new.
    ///
    /// # Errors
    /// `DiskFull`, `HistoryBusy` when another program holds the database for five seconds, or what else
    /// the disk says. Then all is as it was.
    pub fn keep(
        &self,
        draft: &Path,
        text: &str,
        why: Why,
        at: Timestamp,
    ) -> Result<Option<SnapshotId>, Situation> {
        let key = drafts::key(draft);
        let text = stored::Packed::new(text).map_err(|error| Situation::of(&self.path, &error))?;
        self.write(|within| {
            let draft = drafts::known_or_new(within, &key, text.hash)?;
            match latest(within, draft)? {
                Some(latest) if latest.hash == text.hash => {
                    stored::heal(within, &text)?;
                    mark(within, &latest, why, at)
                }
                _ => add(within, draft, &text, why, at).map(Some),
            }
        })
    }

    /// The snapshots of `draft` in the order in which they were kept, whatever the clock said then; the
    /// latest first. None for a draft that is not known (see [`Snapshots::follow`]).
    ///
    /// # Errors
    /// What the disk says.
    pub fn list(&self, draft: &Path) -> Result<Vec<Snapshot>, Situation> {
        let key = drafts::key(draft);
        self.read(|within| {
            let mut rows = within.prepare(&format!(
                "{SELECT} JOIN drafts ON drafts.id = draft WHERE path = ?1 ORDER BY snapshots.id DESC"
            ))?;
            let found = rows.query_map([&key], snapshot)?.collect::<Result<_, _>>();
            Ok(found?)
        })
    }

    /// The text of a snapshot, byte for byte as it was kept.
    ///
    /// # Errors
    /// `NoSuchSnapshot`; `SnapshotDamaged` when it is no longer the text that was kept; or what the
    /// disk says.
    pub fn text(&self, id: SnapshotId) -> Result<String, Situation> {
        self.read(|within| {
            let sql = "SELECT texts.hash, texts.bytes, texts.packed FROM snapshots
                       JOIN texts ON texts.id = snapshots.text WHERE snapshots.id = ?1";
            let text = stored::read(within, sql, [id]);
            Ok(match text {
                Ok(Some(stored)) => stored.ok_or(Situation::SnapshotDamaged(id))?,
                Ok(None) => Err(Situation::NoSuchSnapshot(id))?,
                // The one text cannot be read: no reason to set all others aside.
                Err(error) if database::is_broken(&error) => Err(Situation::SnapshotDamaged(id))?,
                Err(error) => Err(error)?,
            })
        })
    }

    /// The text with this hash, if a snapshot of any draft has it undamaged: a merge finds its base so.
    ///
    /// # Errors
    /// What the disk says.
    pub fn by_hash(&self, hash: Hash) -> Result<Option<String>, Situation> {
        self.read(|within| match stored::by_hash(within, hash) {
            Err(error) if database::is_broken(&error) => Ok(None),
            found => Ok(found?),
        })
    }

    /// Gives a snapshot a name, or takes it away. A snapshot with a name is never thinned.
    ///
    /// # Errors
    /// `NoSuchSnapshot`, or what the disk says.
    pub fn name(&self, id: SnapshotId, name: Option<&str>) -> Result<(), Situation> {
        self.write(|within| {
            let sql = "UPDATE snapshots SET name = ?2 WHERE id = ?1";
            match within.execute(sql, params![id, name])? {
                0 => Err(Situation::NoSuchSnapshot(id))?,
                _ => Ok(()),
            }
        })
    }

    /// Whether a draft that is being written in is due for a timed snapshot: ten minutes after the last
    /// one of its own text, or when it has none. A clock that was set back makes it due too.
    ///
    /// # Errors
    /// What the disk says.
    pub fn is_due(&self, draft: &Path, now: Timestamp) -> Result<bool, Situation> {
        let snapshots = self.list(draft)?;
        let last = snapshots.iter().find(|snapshot| snapshot.why != Why::Theirs);
        Ok(last.is_none_or(|last| now.duration_since(last.at).abs() >= AT_MOST_APART))
    }

    /// The app gave a draft another path: its snapshots go with it. What was known of an earlier draft
    /// at the new path stays in the same list.
    ///
    /// # Errors
    /// What the disk says.
    pub fn renamed(&self, from: &Path, to: &Path) -> Result<(), Situation> {
        let (from, to) = (drafts::key(from), drafts::key(to));
        self.write(|within| Ok(drafts::renamed(within, &from, &to)?))
    }

    /// Looks for the history of a draft that has none under its path: when a draft is known whose file
    /// is gone and whose latest snapshot is `text`, that draft was renamed outside of the app, and its
    /// snapshots belong to this path from now on. Whether they were found so. An empty text tells
    /// nothing.
    ///
    /// # Errors
    /// What the disk says.
    pub fn follow(&self, draft: &Path, text: &str) -> Result<bool, Situation> {
        let (key, hash) = (drafts::key(draft), Hash::of(text.as_bytes()));
        let known = |within: &Connection| Ok(drafts::known(within, &key)?.is_some());
        if self.read(known)? {
            return Ok(false);
        }
        self.write(|within| Ok(drafts::follow(within, &key, hash)?.is_some()))
    }
}

/// The beginning of a query whose rows [`snapshot`] reads.
const SELECT: &str = "SELECT snapshots.id, at, why, name, words, bytes, hash FROM snapshots
                      JOIN texts ON texts.id = text";

fn snapshot(row: &Row<'_>) -> rusqlite::Result<Snapshot> {
    Ok(Snapshot {
        id: row.get(0)?,
        at: time(row.get(1)?),
        why: Why::of_code(&row.get::<_, String>(2)?),
        name: row.get(3)?,
        words: row.get::<_, i64>(4)?.try_into().unwrap_or_default(),
        bytes: row.get::<_, i64>(5)?.try_into().unwrap_or_default(),
        hash: Hash::from_bytes(row.get(6)?),
    })
}

/// A time of the database, in milliseconds since 1970.
fn time(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap_or_default()
}

fn latest(within: &Connection, draft: i64) -> rusqlite::Result<Option<Snapshot>> {
    let sql = format!("{SELECT} WHERE draft = ?1 ORDER BY snapshots.id DESC LIMIT 1");
    within.query_row(&sql, [draft], snapshot).optional()
}

fn add(
    within: &Transaction<'_>,
    draft: i64,
    text: &stored::Packed<'_>,
    why: Why,
    at: Timestamp,
) -> Result<SnapshotId, Failure> {
    let words = |text: &str| Summary::of(text, "").words;
    let stored = stored::store(within, text, words)?;
    within.execute(
        "INSERT INTO snapshots (draft, text, at, why) VALUES (?1, ?2, ?3, ?4)",
        params![draft, stored, at.as_millisecond(), why.code()],
    )?;
    Ok(within.last_insert_rowid())
}

fn mark(
    within: &Transaction<'_>,
    latest: &Snapshot,
    why: Why,
    at: Timestamp,
) -> Result<Option<SnapshotId>, Failure> {
    if why == Why::Editing {
        return Ok(None);
    }
    if why.weight() >= latest.why.weight() {
        let sql = "UPDATE snapshots SET why = ?2, at = ?3 WHERE id = ?1";
        within.execute(sql, params![latest.id, why.code(), at.as_millisecond()])?;
    }
    Ok(Some(latest.id))
}
