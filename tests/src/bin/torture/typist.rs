//! Somebody who types on and on into a draft, in a process of their own that can be ended, and what
//! comes back of it.

mod desk;

pub(crate) use desk::run;

use crate::chance::Chance;
use crate::folder::Folder;
use crate::model::Window;
use crate::way::Way;
use anyhow::{Context, Result, ensure};
use rustix::process::{Pid, Signal, kill_process_group};
use std::fs;
use std::io::{BufRead, BufReader, Lines};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::time::{Duration, SystemTime};
use store::{Draft, Hash, Opened};
use text::Text;

/// The first word of a child that types.
pub(crate) const FLAG: &str = "--typist";

/// What is younger may be gone.
const PROMISED: Duration = Duration::from_millis(100);

/// The draft in the folder in which is typed.
const DRAFT: &str = "a.md";

/// What stands in a file before anybody types.
pub(crate) const OPENING: &str = "# Five Signals\n\nThe words that stood there.\n";

/// Who types: the same seed, the same texts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Typist {
    /// Whether the draft has a file, which is saved now and then; without one it lives in the journal.
    pub(crate) named: bool,
    pub(crate) seed: u64,
    /// Between two saves there are at most so many milliseconds.
    pub(crate) pauses: usize,
}

/// A key, and when it was pressed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    pub(crate) number: usize,
    pub(crate) at: Duration,
}

/// A process in which somebody types.
pub(crate) struct Typing {
    typist: Typist,
    child: Child,
    said: Lines<BufReader<ChildStdout>>,
    keys: Vec<Key>,
}

/// What was typed until the end, and when that was.
pub(crate) struct Typed {
    typist: Typist,
    pub(crate) keys: Vec<Key>,
    pub(crate) end: Duration,
    pub(crate) status: ExitStatus,
}

fn now() -> Duration {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default()
}

impl Typist {
    /// Somebody new.
    pub(crate) fn any(chance: &mut Chance) -> Self {
        let seed = chance.below(usize::MAX) as u64;
        Self { named: !chance.one_in(3), seed, pauses: 300 }
    }

    /// The folder in which they will type.
    pub(crate) fn folder(self) -> Result<Folder> {
        let folder = Folder::new()?;
        if self.named { folder.with(DRAFT, OPENING) } else { Ok(folder) }
    }

    /// Starts them, by the words `before` their own. Gives them back when the first key is pressed.
    pub(crate) fn start(self, way: &Way, folder: &Folder, before: &[&str]) -> Result<Typing> {
        let own = std::env::current_exe()?.to_string_lossy().into_owned();
        let words = [before, &[own.as_str(), FLAG, way.name]].concat();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).arg(folder.root());
        let Self { named, seed, pauses } = self;
        command.args([named.to_string(), seed.to_string(), pauses.to_string()]).process_group(0);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn()?;
        let said = BufReader::new(child.stdout.take().context("a pipe")?).lines();
        let mut typing = Typing { typist: self, child, said, keys: Vec::new() };
        let first = typing.next_key().context("nobody typed")?;
        typing.keys.push(first);
        Ok(typing)
    }

    /// The texts that come one after the other of so many keys, the opening text first.
    fn texts(self, keys: usize) -> Vec<String> {
        let opening = if self.named { OPENING } else { "" };
        let opened = Opened { text: Text::new(opening.to_owned()), hash: Hash::of(b"") };
        let mut window = Window::on(&Draft::new(DRAFT.into(), opened));
        let mut chance = Chance::new(self.seed);
        let mut texts = vec![opening.to_owned()];
        for _ in 0..keys {
            window.edit(&mut chance);
            texts.push(window.text());
        }
        texts
    }
}

impl Typing {
    fn next_key(&mut self) -> Option<Key> {
        let line = self.said.next()?.ok()?;
        let (number, at) = line.split_once(' ')?;
        Some(Key { number: number.parse().ok()?, at: Duration::from_nanos(at.parse().ok()?) })
    }

    /// Ends the process, and whoever traces it, by a signal.
    pub(crate) fn killed_by(mut self, signal: Signal) -> Result<Typed> {
        let end = now();
        kill_process_group(Pid::from_child(&self.child), signal)?;
        let status = self.child.wait()?;
        self.all_typed(end, status)
    }

    /// Closes the draft as one closes a window, and waits for the end.
    pub(crate) fn closed(mut self) -> Result<Typed> {
        drop(self.child.stdin.take());
        let status = self.child.wait()?;
        self.all_typed(now(), status)
    }

    fn all_typed(mut self, end: Duration, status: ExitStatus) -> Result<Typed> {
        while let Some(key) = self.next_key() {
            self.keys.push(key);
        }
        Ok(Typed { typist: self.typist, keys: self.keys, end, status })
    }
}

impl Typed {
    /// How many keys were pressed.
    pub(crate) fn number(&self) -> usize {
        self.keys.last().map_or(0, |key| key.number)
    }

    /// Holds that all that was typed a while before the end is back, and that the file is whole.
    pub(crate) fn is_back(&self, folder: &Folder) -> Result<()> {
        let texts = self.typist.texts(self.number());
        let number = number_back(&texts, self.typist, folder)?;
        let old = |key: &&Key| key.at + PROMISED <= self.end;
        let promised = self.keys.iter().filter(old).map(|key| key.number);
        let promised = promised.max().unwrap_or(0);
        let gone =
            self.keys.get(number).map_or(Duration::ZERO, |key| self.end.saturating_sub(key.at));
        ensure!(number >= promised, "{number} of {promised} keys are back, {gone:?} are gone");
        Ok(())
    }

    /// Holds that the last text is in the file, and nothing anywhere else.
    pub(crate) fn is_saved(&self, folder: &Folder) -> Result<()> {
        let texts = self.typist.texts(self.number());
        ensure!(self.status.success(), "it ended with {}", self.status);
        ensure!(folder.bytes(DRAFT)? == texts[self.number()].as_bytes(), "not all is in the file");
        let left = store::left_behind(&folder.path("journal"));
        ensure!(left.is_empty(), "a journal was left of a draft that is saved");
        Ok(())
    }
}

/// The text that a next start comes back with, by the number of its key.
fn number_back(texts: &[String], typist: Typist, folder: &Folder) -> Result<usize> {
    let number_of = |text: &str| texts.iter().rposition(|it| it == text);
    let file = fs::read_to_string(folder.path(DRAFT)).ok();
    let in_file = file.as_deref().and_then(number_of);
    ensure!(in_file.is_some() || !typist.named, "the file is a mixture, or gone: {file:?}");
    let mut left = store::left_behind(&folder.path("journal"));
    ensure!(left.len() < 2, "one draft left {} journals", left.len());
    let Some(left) = left.pop() else { return Ok(in_file.unwrap_or(0)) };
    ensure!(left.path == folder.path(DRAFT), "another draft was left behind: {:?}", left.path);
    ensure!(left.had_file == typist.named, "whether it had a file is forgotten");
    let number = number_of(&left.text).context("what came back is a mixture")?;
    if let Some(further) = in_file.filter(|in_file| *in_file > number) {
        // The save was faster than the journal's thread: what is in the journal stays a version.
        left.done();
        return Ok(further);
    }
    if let Some(file) = &file {
        ensure!(left.was_made_from(file.as_bytes()), "the journal does not know its own file");
    }
    left.done();
    Ok(number)
}
