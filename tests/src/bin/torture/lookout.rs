//! A child that watches a folder, and what it believes to lie there.

use crate::way::{self, Way};
use anyhow::{Context, Result, ensure};
use rustix::process::{Pid, Signal, kill_process_group};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};
use store::{Happened, Hash, Library};

/// The first word of a child that watches.
pub(crate) const FLAG: &str = "--lookout";

/// So late the watcher may be right.
const PROMISED: Duration = Duration::from_secs(2);

/// The drafts below a folder: each one's name with the hash of its bytes.
type Drafts = BTreeMap<String, String>;

/// A process that watches a folder.
pub(crate) struct Lookout {
    child: Child,
    told: Receiver<(String, String)>,
    believes: Drafts,
}

/// What a child that watches does: it reads what it is told of, as the app does.
pub(crate) fn run(words: &[String]) -> Result<ExitCode> {
    let [name, folder] = words else { anyhow::bail!("a way and a folder") };
    let (sender, told) = channel();
    let _watching = (way::named(name).context("a way")?.watch)(Path::new(folder), sender)?;
    for (path, hash) in drafts(Path::new(folder))? {
        println!("{hash} {path}");
    }
    println!("watching .");
    for happened in told {
        match &happened {
            Happened::Appeared(path) | Happened::Changed(path) => {
                if let Ok(bytes) = fs::read(path) {
                    println!("{} {}", Hash::of(&bytes).short(), path.display());
                }
            }
            Happened::Vanished(path) => println!("gone {}", path.display()),
            Happened::LibraryGone => println!("all-gone ."),
            Happened::LibraryBack => println!("back ."),
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn drafts(folder: &Path) -> Result<Drafts> {
    let mut drafts = Drafts::new();
    for entry in Library::open(folder)?.names()? {
        let hash = Hash::of(&fs::read(&entry.path)?).short();
        drafts.insert(entry.path.display().to_string(), hash);
    }
    Ok(drafts)
}

impl Lookout {
    /// Starts one, by the words `before` its own, and waits until it watches.
    pub(crate) fn start(way: &Way, folder: &Path, before: &[&str]) -> Result<Self> {
        let own = std::env::current_exe()?.to_string_lossy().into_owned();
        let words = [before, &[own.as_str(), FLAG, way.name]].concat();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).arg(folder).process_group(0);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let lines = BufReader::new(child.stdout.take().context("a pipe")?).lines();
        let (sender, told) = channel();
        thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let Some((what, path)) = line.split_once(' ') else { continue };
                let _nobody_asks = sender.send((what.to_owned(), path.to_owned()));
            }
        });
        let mut lookout = Self { child, told, believes: Drafts::new() };
        ensure!(lookout.hears("watching", Duration::from_secs(10)), "it does not watch");
        Ok(lookout)
    }

    fn hear(&mut self, (what, path): (String, String)) {
        match what.as_str() {
            "gone" => drop(self.believes.remove(&path)),
            "all-gone" | "back" | "watching" => {}
            hash => drop(self.believes.insert(path, hash.to_owned())),
        }
    }

    /// Whether this word comes within a time.
    pub(crate) fn hears(&mut self, word: &str, patience: Duration) -> bool {
        let end = Instant::now() + patience;
        while let Ok(told) = self.told.recv_timeout(end.saturating_duration_since(Instant::now())) {
            let is_it = told.0 == word;
            self.hear(told);
            if is_it {
                return true;
            }
        }
        false
    }

    /// Lets all that is told pass until nothing more is.
    pub(crate) fn until_quiet(&mut self) {
        while let Ok(told) = self.told.recv_timeout(Duration::from_millis(300)) {
            self.hear(told);
        }
    }

    /// Holds that within two seconds it believes what is there.
    pub(crate) fn is_right(&mut self, folder: &Path) -> Result<()> {
        let (end, there) = (Instant::now() + PROMISED, drafts(folder)?);
        while self.believes != there {
            let left = end.saturating_duration_since(Instant::now());
            let wrong = || format!("{} of {} are known", self.known(&there), there.len());
            let told = self.told.recv_timeout(left).ok().with_context(wrong)?;
            self.hear(told);
        }
        Ok(())
    }

    fn known(&self, there: &Drafts) -> usize {
        there.iter().filter(|(path, hash)| self.believes.get(*path) == Some(*hash)).count()
    }

    /// Holds the process still while `happens`, so that what the system has to tell piles up.
    pub(crate) fn asleep(&self, happens: impl FnOnce() -> Result<()>) -> Result<()> {
        let group = Pid::from_child(&self.child);
        kill_process_group(group, Signal::STOP)?;
        sleep(Duration::from_millis(10));
        let happened = happens();
        kill_process_group(group, Signal::CONT)?;
        happened
    }
}

impl Drop for Lookout {
    fn drop(&mut self) {
        let _ended_already = kill_process_group(Pid::from_child(&self.child), Signal::KILL);
        let _ = self.child.wait();
    }
}
