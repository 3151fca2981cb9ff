//! The database: how it is opened, what its errors mean, and where a broken one goes.
//!
//! It keeps a rollback journal rather than a write-ahead log. Both survive a kill and a power cut, but
//! this one is a single file at rest, can be read on a full disk, and asks nothing of shared memory.
//! `synchronous = EXTRA` syncs the folder too when the journal goes: with less, a power cut may bring
//! the journal back, and with it the state before a snapshot that was already said to be kept.

use super::Snapshots;
use crate::Situation;
use crate::save::{place, sync_folder};
use rusqlite::{Connection, ErrorCode, OpenFlags, Row, Transaction, TransactionBehavior};
use rustix::fs::{FlockOperation, flock};
use std::fs::{self, DirBuilder, File, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use std::time::Duration;

/// How long a call waits for another one, which may be a process of its own.
const PATIENCE: Duration = Duration::from_secs(5);

/// As many broken databases as are kept.
const MOST_BROKEN: usize = 1000;

const SCHEMA: &str = "
    CREATE TABLE drafts (
        id INTEGER PRIMARY KEY,
        path BLOB NOT NULL UNIQUE
    );
    CREATE TABLE texts (
        id INTEGER PRIMARY KEY,
        hash BLOB NOT NULL UNIQUE,
        bytes INTEGER NOT NULL,
        words INTEGER NOT NULL,
        packed BLOB NOT NULL
    );
    CREATE TABLE snapshots (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        draft INTEGER NOT NULL REFERENCES drafts,
        text INTEGER NOT NULL REFERENCES texts,
        at INTEGER NOT NULL,
        why TEXT NOT NULL,
        name TEXT
    );
    CREATE INDEX snapshots_of_draft ON snapshots (draft);
    CREATE INDEX snapshots_of_text ON snapshots (text);
    PRAGMA user_version = 1;
";

/// What stops a call: the database, or a situation that the call itself found.
pub(super) enum Failure {
    Database(rusqlite::Error),
    Situation(Situation),
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error)
    }
}

impl From<Situation> for Failure {
    fn from(situation: Situation) -> Self {
        Self::Situation(situation)
    }
}

impl Snapshots {
    /// Calls `act` with the database as it is at one moment.
    pub(super) fn read<T>(
        &self,
        act: impl Fn(&Connection) -> Result<T, Failure>,
    ) -> Result<T, Situation> {
        self.with(|connection| {
            let within = connection.transaction_with_behavior(TransactionBehavior::Deferred)?;
            act(&within)
        })
    }

    /// Calls `act` to change the database: wholly, and on the disk when this returns, or not at all.
    pub(super) fn write<T>(
        &self,
        act: impl Fn(&Transaction<'_>) -> Result<T, Failure>,
    ) -> Result<T, Situation> {
        self.with(|connection| {
            // At once, for a reader who becomes a writer cannot wait for another writer.
            let within = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let done = act(&within)?;
            within.commit()?;
            Ok(done)
        })
    }

    /// Calls `act` with the opened database, and once more with a new one when it was broken.
    pub(super) fn with<T>(
        &self,
        act: impl Fn(&mut Connection) -> Result<T, Failure>,
    ) -> Result<T, Situation> {
        // Before the file is opened: should another process set it aside between the two, this is then
        // the number of the old one.
        let seen = inode(&self.path);
        match connect(&self.path).and_then(|mut connection| act(&mut connection)) {
            Err(Failure::Database(error)) if is_broken(&error) => {
                self.put_aside(seen)?;
                let again = connect(&self.path).and_then(|mut connection| act(&mut connection));
                again.map_err(|failure| situation(&self.path, failure))
            }
            done => done.map_err(|failure| situation(&self.path, failure)),
        }
    }

    /// Renames the broken database with the number `seen`, unless another process already has.
    fn put_aside(&self, seen: Option<u64>) -> Result<(), Situation> {
        let folder = self.path.parent().unwrap_or(&self.path);
        let lock = File::open(folder).map_err(Situation::at(folder))?;
        // Without the lock, two processes that find it broken would set the new one aside as well.
        flock(&lock, FlockOperation::LockExclusive).map_err(Situation::at(folder))?;
        if seen.is_none() || inode(&self.path) != seen || is_whole(&self.path)? {
            return Ok(());
        }
        let kept_as = rename_with_its_journal(&self.path)?;
        let mut set_aside = self.set_aside.lock().unwrap_or_else(PoisonError::into_inner);
        *set_aside = Some(kept_as);
        Ok(())
    }
}

/// A second look at a database that was called broken: one read that failed is called so too.
fn is_whole(path: &Path) -> Result<bool, Situation> {
    let check = |connection: Connection| {
        let first = |row: &Row<'_>| row.get::<_, String>(0);
        Ok(connection.query_row("PRAGMA integrity_check(1)", [], first)? == "ok")
    };
    match connect(path).and_then(check) {
        Err(Failure::Database(error)) if is_broken(&error) => Ok(false),
        checked => checked.map_err(|failure| situation(path, failure)),
    }
}

fn rename_with_its_journal(path: &Path) -> Result<PathBuf, Situation> {
    for number in 1..MOST_BROKEN {
        let kept_as = path.with_extension(format!("broken-{number}.sqlite"));
        if kept_as.symlink_metadata().is_ok() {
            continue;
        }
        // The journal first: left alone, it would be played back into the new database.
        match place(&journal_of(path), &journal_of(&kept_as)) {
            Ok(()) | Err(Situation::Missing(_)) => {}
            Err(situation) => return Err(situation),
        }
        place(path, &kept_as)?;
        sync_folder(path)?;
        return Ok(kept_as);
    }
    Err(Situation::NameTaken(path.to_owned()))
}

fn journal_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-journal");
    name.into()
}

/// Makes the folder of the database, for this person only.
pub(super) fn make_folder(path: &Path) -> Result<(), Situation> {
    let folder = path.parent().unwrap_or(path);
    let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.map_err(Situation::at(folder))?;
    keep_private(folder, 0o700);
    Ok(())
}

/// On a disk without modes, or in a folder of somebody else's, snapshots are worth having all the same.
fn keep_private(path: &Path, mode: u32) {
    if fs::metadata(path).is_ok_and(|about| about.mode() & 0o777 != mode) {
        let _as_it_is = fs::set_permissions(path, Permissions::from_mode(mode));
    }
}

fn inode(path: &Path) -> Option<u64> {
    fs::metadata(path).ok().map(|about| about.ino())
}

fn connect(path: &Path) -> Result<Connection, Failure> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    // By its name. To open the file here and close it again would end the locks that this process has
    // on it.
    keep_private(path, 0o600);
    connection.busy_timeout(PATIENCE)?;
    connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA synchronous = EXTRA;")?;
    if version(&connection)? == 0 {
        // Only here: it is a write each time, even where it changes nothing.
        connection.execute_batch("PRAGMA auto_vacuum = INCREMENTAL")?;
        let within = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another process may have begun it since.
        if version(&within)? == 0 {
            within.execute_batch(SCHEMA)?;
        }
        within.commit()?;
    }
    Ok(connection)
}

fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Whether this is no longer, or never was, a database that can be read.
pub(super) fn is_broken(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error_code();
    matches!(code, Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}

fn situation(path: &Path, failure: Failure) -> Situation {
    let error = match failure {
        Failure::Situation(situation) => return situation,
        Failure::Database(error) => error,
    };
    let at = path.to_owned();
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => Situation::DiskFull(at),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Situation::HistoryBusy,
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            tried(path).unwrap_or(Situation::NotAllowed(at))
        }
        Some(ErrorCode::SystemIoFailure) => tried(path).unwrap_or(Situation::DiskFailed(at)),
        _ => tried(path)
            .unwrap_or_else(|| Situation::Other { path: at, source: io::Error::other(error) }),
    }
}

/// What the system says to a small file beside the database. The database itself keeps to itself what
/// the system said.
fn tried(path: &Path) -> Option<Situation> {
    let folder = path.parent().unwrap_or(path);
    let page = [0; 4096];
    let tried = tempfile::tempfile_in(folder).and_then(|mut file| file.write_all(&page));
    tried.err().map(|error| Situation::of(path, &error))
}
