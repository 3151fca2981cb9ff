//! One app a person: a second start hands its file over to the first window.
//!
//! Who holds the lock on a file in the state directory is the first; a lock goes with its process,
//! however that ends. Beside it lies the socket on which the first hears of later starts.

use crate::started::second_start;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, Write};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};
use tauri::AppHandle;

const LOCK: &str = "lede.lock";
const SOCKET: &str = "lede.sock";

/// What stands before each word that is handed over, which ends with a NUL, and behind the last.
const WORD: u8 = b'+';
const END: u8 = b'.';

/// So long the first app may take to answer: it may just be starting itself.
const ANSWERS: Duration = Duration::from_secs(5);
/// Between two tries.
const AGAIN: Duration = Duration::from_millis(50);

/// This process's place among those that were started.
pub(crate) enum Claim {
    /// It is the only one.
    First(Held),
    /// There was one before it, which has taken the file over.
    HandedOver,
    /// There was one before it, which does not answer.
    Silent,
}

/// The lock, held until the process ends, and the socket.
pub(crate) struct Held {
    _lock: Option<File>,
    socket: Option<UnixListener>,
}

/// Claims the place of the first, or hands `arguments` over to whoever has it. Where nothing can be
/// locked the app is the first as far as anybody can tell.
pub(crate) fn claim(arguments: &[OsString]) -> Claim {
    let alone = || Claim::First(Held { _lock: None, socket: None });
    let Some(folder) = store::state_directory() else { return alone() };
    let Ok(lock) = lock_file(&folder) else { return alone() };
    let socket = folder.join(SOCKET);
    let latest = Instant::now() + ANSWERS;
    loop {
        match lock.try_lock() {
            Ok(()) => return Claim::First(hold(lock, &socket)),
            Err(TryLockError::Error(_)) => return alone(),
            Err(TryLockError::WouldBlock) => {}
        }
        // Whoever holds it may be just beginning, and answers soon, or just ending, and lets go.
        match UnixStream::connect(&socket).and_then(|first| hand_over(first, arguments)) {
            Ok(()) => return Claim::HandedOver,
            Err(_) if Instant::now() > latest => return Claim::Silent,
            Err(_) => thread::sleep(AGAIN),
        }
    }
}

fn hold(lock: File, socket: &Path) -> Held {
    // One that is there is of a process that was killed.
    let _ = fs::remove_file(socket);
    Held { _lock: Some(lock), socket: UnixListener::bind(socket).ok() }
}

fn lock_file(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false).mode(0o600).open(folder.join(LOCK))
}

/// Sends the folder that this process was started in and its arguments, and waits for a word.
fn hand_over(mut stream: UnixStream, arguments: &[OsString]) -> io::Result<()> {
    stream.set_read_timeout(Some(ANSWERS))?;
    let folder = std::env::current_dir()?.into_os_string();
    let words: Vec<OsString> = [&[folder], arguments].concat();
    for word in &words {
        stream.write_all(&[WORD])?;
        stream.write_all(word.as_bytes())?;
        stream.write_all(&[0])?;
    }
    stream.write_all(&[END])?;
    let mut answer = String::new();
    BufReader::new(stream).read_line(&mut answer)?;
    if answer.is_empty() { Err(io::ErrorKind::TimedOut.into()) } else { Ok(()) }
}

impl Held {
    /// Hears of later starts for as long as the app runs.
    pub(crate) fn listen(self, app: &AppHandle) {
        let app = app.clone();
        thread::spawn(move || {
            // All of it, so that the lock is held here too.
            let Self { _lock, socket } = self;
            let later = socket.iter().flat_map(UnixListener::incoming).flatten();
            later.for_each(|stream| hear(&app, &stream));
            // Nobody can reach it, but it holds the lock for as long as the app runs.
            thread::park();
        });
    }
}

fn hear(app: &AppHandle, mut stream: &UnixStream) {
    let _ = stream.set_read_timeout(Some(ANSWERS));
    let Ok(words) = read_words(stream) else { return };
    let Some((folder, arguments)) = words.split_first() else { return };
    second_start(app, arguments.to_vec(), &PathBuf::from(folder));
    let _ = stream.write_all(b"taken\n");
}

/// The words that a later start sends.
fn read_words(stream: &UnixStream) -> io::Result<Vec<OsString>> {
    let mut reader = BufReader::new(stream);
    let mut words = Vec::new();
    while reader.fill_buf()?.first() == Some(&WORD) {
        reader.consume(1);
        let mut word = Vec::new();
        reader.read_until(0, &mut word)?;
        word.pop();
        words.push(OsString::from_vec(word));
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_over_as_they_were_whatever_is_in_them() {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join(SOCKET);
        let listener = UnixListener::bind(&socket).unwrap();
        let sent = ["a b.md", "", "line\nend", "é"].map(OsString::from);
        let sending = sent.clone();
        let second = thread::spawn(move || hand_over(UnixStream::connect(socket)?, &sending));
        let (mut stream, _) = listener.accept().unwrap();
        let words = read_words(&stream).unwrap();
        assert_eq!(words[1..], sent);
        stream.write_all(b"taken\n").unwrap();
        second.join().unwrap().unwrap();
    }
}
