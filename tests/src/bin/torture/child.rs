//! A second process, for what one process cannot do to itself: to die, to be another person, to see
//! its calls fail.

use crate::texts;
use crate::way::{self, Way};
use anyhow::{Context, Result};
use rustix::process::{Pid, Signal, kill_process_group};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use store::{Hash, Pending};

/// The first word of a child.
pub(crate) const FLAG: &str = "--child";

/// A path that is looked for where the save begins, and one where it has ended: so that one who
/// traces the calls knows.
pub(crate) const BEGINS: &str = "/lede/begins";
/// See [`BEGINS`].
pub(crate) const ENDS: &str = "/lede/ends";

/// What a child exits with that was refused.
const REFUSED: u8 = 10;

/// How long a child may take. One that waits for ever is a failure.
const PATIENCE: Duration = Duration::from_secs(20);

/// What became of a child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// It said that the text is saved.
    Saved,
    /// It said that the text is not saved, and, if it could, why: the situation's code.
    Refused(String),
    /// It was killed before it said anything.
    Killed,
    /// It ended otherwise: a panic.
    Wrongly(String),
}

/// The words that make a program save `new` over `file`, which last held `old`; the last two are
/// files with those texts.
pub(crate) fn saving(way: &Way, file: &Path, old: &Path, new: &Path) -> Result<Vec<String>> {
    let mut words = vec![own()?, FLAG.to_owned(), way.name.to_owned()];
    words.extend([file, old, new].map(|path| path.to_string_lossy().into_owned()));
    Ok(words)
}

/// Starts a child that saves one numbered text after the other over `file`, and says each number once it
/// may be shown as saved: with a further write to the same disk behind it.
pub(crate) fn saving_on_and_on(way: &Way, file: &Path, length: usize) -> Result<Child> {
    let mut command = Command::new(own()?);
    command.args([FLAG, way.name]).arg(file).arg(length.to_string());
    Ok(command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?)
}

fn own() -> Result<String> {
    Ok(std::env::current_exe()?.to_string_lossy().into_owned())
}

/// A copy of this program that anybody may run, in a folder that anybody may enter.
pub(crate) fn for_anybody(folder: &Path) -> Result<String> {
    let copy = folder.join("torture");
    fs::copy(own()?, &copy)?;
    Ok(copy.to_string_lossy().into_owned())
}

/// Runs the words to their end.
pub(crate) fn ended(words: &[String]) -> Result<Ended> {
    use std::os::unix::process::{CommandExt, ExitStatusExt};
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]).process_group(0);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let start = Instant::now();
    let status = loop {
        match child.try_wait()? {
            Some(status) => break status,
            None if start.elapsed() > PATIENCE => {
                // The tracer too, which would only let go of its own.
                kill_process_group(Pid::from_child(&child), Signal::KILL)?;
                child.wait()?;
                return Ok(Ended::Wrongly("it did not come to an end".to_owned()));
            }
            None => sleep(Duration::from_millis(1)),
        }
    };
    let said = std::io::read_to_string(child.stdout.take().context("a pipe")?)?;
    Ok(match (status.code(), status.signal()) {
        (Some(0), _) => Ended::Saved,
        // A shell or a tracer in between says the signal by 128 and its number.
        (Some(137), _) | (_, Some(9)) => Ended::Killed,
        (Some(code), _) if code == i32::from(REFUSED) => Ended::Refused(said.trim().to_owned()),
        _ => Ended::Wrongly(status.to_string()),
    })
}

/// What a child does.
pub(crate) fn run(words: &[String]) -> Result<ExitCode> {
    let way = words.first().and_then(|name| way::named(name)).context("a way")?;
    let paths: Vec<PathBuf> = words[1..].iter().map(PathBuf::from).collect();
    match &paths[..] {
        [file, old, new] => save_once(&way, file, old, new),
        [file, length] => save_on_and_on(&way, file, length.to_string_lossy().parse()?),
        _ => anyhow::bail!("a child takes a way, a file and two texts"),
    }
}

fn save_once(way: &Way, file: &Path, old: &Path, new: &Path) -> Result<ExitCode> {
    let base = fs::read(old).ok().map(|bytes| Hash::of(&bytes));
    let new = fs::read(new)?;
    let _marks_the_place = fs::metadata(BEGINS);
    let saved = (way.save)(file, base, &new);
    let refused = saved.map(|saved| saved.pending.map(Pending::settle)).err();
    let _marks_the_place = fs::metadata(ENDS);
    let Some(situation) = refused else { return Ok(ExitCode::SUCCESS) };
    // Where nothing can be written any more, the exit status alone has to say it.
    let _not_written = writeln!(std::io::stdout(), "{}", situation.code());
    Ok(ExitCode::from(REFUSED))
}

fn save_on_and_on(way: &Way, file: &Path, length: usize) -> Result<ExitCode> {
    let mut base = fs::read(file).ok().map(|bytes| Hash::of(&bytes));
    for number in 1.. {
        let text = texts::numbered(number, length);
        let mut saved = (way.save)(file, base, text.as_bytes())?;
        base = Some(saved.hash);
        let settled = saved.pending.take().map(Pending::settle);
        settled.transpose()?;
        // A save whose sync was under way when the power went may answer falsely; whoever can still
        // write after it was not.
        fs::write(file.with_extension("probe"), number.to_string())?;
        println!("{number}");
    }
    Ok(ExitCode::SUCCESS)
}
