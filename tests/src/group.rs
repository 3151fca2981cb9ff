//! Programs that leave nothing running behind them.

use std::{
    ffi::OsStr,
    fs::File,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
};

/// Waits in the program's own process group until our end of its input closes, be it because we are
/// done or because we were killed, and then ends the whole group, whatever was started in it.
const GUARD: &str = r#""$@" & read -r _; trap '' TERM; kill -TERM 0; sleep 0.2; kill -KILL 0"#;

const BUS: &str = include_str!("bus.conf");

/// A program in a process group of its own; dropped, it ends with all that it started.
#[derive(Debug)]
pub struct Group {
    guard: Child,
}

impl Group {
    /// Starts a program. What it prints goes to the file `log`, or nowhere.
    ///
    /// # Panics
    /// If `sh` does not start, or the log cannot be written. A program that is not there shows only
    /// in the log.
    pub fn start<S: AsRef<OsStr>>(
        line: &[S],
        environment: &[(String, String)],
        log: Option<&Path>,
    ) -> Self {
        let sink = || match log {
            Some(path) => File::options().append(true).create(true).open(path).map(Stdio::from),
            None => Ok(Stdio::null()),
        };
        let mut guard = Self::guarded(line, environment);
        guard.stdout(sink().expect("the log can be written"));
        guard.stderr(sink().expect("the log can be written"));
        Self { guard: guard.spawn().expect("sh starts") }
    }

    /// Starts a program that says something on its first line, and gives that line back.
    ///
    /// # Panics
    /// If `sh` does not start, or the program ends without a line.
    pub fn start_and_hear<S: AsRef<OsStr>>(line: &[S]) -> (Self, String) {
        let mut guard = Self::guarded(line, &[]);
        guard.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut guard = guard.spawn().expect("sh starts");
        let output: ChildStdout = guard.stdout.take().expect("its output is a pipe");
        let mut said = String::new();
        BufReader::new(output).read_line(&mut said).expect("its output is text");
        let name = line[0].as_ref().to_string_lossy();
        assert!(!said.is_empty(), "{name} ended at once: is it installed?");
        (Self { guard }, said.trim().to_owned())
    }

    /// Starts a program on a message bus of its own, so that it meets no other copy of itself and
    /// nothing is started for its sake.
    ///
    /// # Panics
    /// As [`Self::start`].
    pub fn start_on_a_bus<S: AsRef<OsStr>>(
        line: &[S],
        environment: &[(String, String)],
        log: &Path,
    ) -> Self {
        let config = bus_config();
        let mut words: Vec<&OsStr> = ["dbus-run-session", "--config-file"].map(OsStr::new).into();
        words.extend([config.as_os_str(), OsStr::new("--")]);
        words.extend(line.iter().map(AsRef::as_ref));
        Self::start(&words, environment, Some(log))
    }

    /// Starts a message bus alone, and gives the variable by which programs find it: for a program
    /// whose own start is measured.
    ///
    /// # Panics
    /// If dbus-daemon is not installed.
    pub fn start_a_bus() -> (Self, (String, String)) {
        let config = format!("--config-file={}", bus_config().display());
        let line = ["dbus-daemon", "--nofork", "--nopidfile", "--print-address", &config];
        let (bus, address) = Self::start_and_hear(&line);
        (bus, ("DBUS_SESSION_BUS_ADDRESS".to_owned(), address))
    }

    fn guarded<S: AsRef<OsStr>>(line: &[S], environment: &[(String, String)]) -> Command {
        let mut guard = Command::new("sh");
        guard.args(["-c", GUARD, "guard"]).args(line).stdin(Stdio::piped());
        guard.envs(environment.iter().map(|(name, value)| (name, value)));
        std::os::unix::process::CommandExt::process_group(&mut guard, 0);
        guard
    }

    /// The processes of the group, the guard aside, by their numbers.
    pub fn processes(&self) -> Vec<u32> {
        let group = self.guard.id();
        let all = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        all.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
            .filter(|process| *process != group && group_of(*process) == Some(group))
            .collect()
    }

    /// Whether a program of this path runs in the group.
    pub fn runs(&self, program: &Path) -> bool {
        !self.running(program).is_empty()
    }

    /// Sends a signal, as `kill` names it, to the processes of the group that run a program of this
    /// path. After `KILL` they do nothing more, as in a power cut.
    ///
    /// # Panics
    /// If there is none.
    pub fn send(&self, program: &Path, signal: &str) {
        send(&self.running(program), signal, &program.display().to_string());
    }

    /// Kills by the program's bare name.
    ///
    /// # Panics
    /// As [`Self::send`].
    pub fn kill_named(&self, name: &str) {
        let is_it = |path: &Path| path.file_name().is_some_and(|it| it == name);
        send(&self.running_as(is_it), "KILL", name);
    }

    /// The processes of the group that run a program of this path, by their numbers.
    pub fn running(&self, program: &Path) -> Vec<u32> {
        self.running_as(|path| path == program)
    }

    fn running_as(&self, is_it: impl Fn(&Path) -> bool) -> Vec<u32> {
        let path_of = |process: u32| std::fs::read_link(format!("/proc/{process}/exe"));
        let is_it = |process: &u32| path_of(*process).is_ok_and(|path| is_it(&path));
        self.processes().into_iter().filter(is_it).collect()
    }
}

fn send(processes: &[u32], signal: &str, name: &str) {
    assert!(!processes.is_empty(), "{name} does not run");
    for process in processes {
        let status = Command::new("kill").args(["-s", signal, &process.to_string()]).status();
        assert!(status.is_ok_and(|status| status.success()), "{process} was not sent {signal}");
    }
}

/// The file that configures a bus of one's own.
fn bus_config() -> std::path::PathBuf {
    let folder = crate::place::target("xtask");
    let config = folder.join("bus.conf");
    // Put there whole: a file that is written in place is empty for a moment, and another test's bus
    // may be reading it then.
    let mut whole = tempfile::NamedTempFile::new_in(&folder).expect("target/ can be written to");
    whole.write_all(BUS.as_bytes()).expect("target/ can be written to");
    whole.persist(&config).expect("target/ can be written to");
    config
}

/// The process group of a process that runs; none for one that has ended and waits to be noticed.
fn group_of(process: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name stands in brackets and may itself hold blanks and brackets.
    let mut words = stat.rsplit_once(") ")?.1.split(' ');
    let state = words.next()?;
    let group = words.nth(1)?.parse().ok()?;
    (state != "Z").then_some(group)
}

impl Drop for Group {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        // It killed itself with its group, so its status says nothing.
        let _ = self.guard.wait();
    }
}
