//! The real window from outside: its start, its memory, its keys, beside those of ghostwriter, which
//! shows a preview at every key too.

use crate::{
    Effort,
    keyboard::Keyboard,
    machine, piece,
    sample::Sample,
    screen::{Look, Screen, WIDTH},
    table::{Row, ms},
    typing::{Typed, type_keys},
};
use anyhow::Result;
use lede_tests::{Display, Group, Home, place};
use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    thread::sleep,
    time::{Duration, Instant},
};

/// An editor with a preview.
#[derive(Debug)]
struct Editor {
    program: PathBuf,
    /// Where its preview begins, as a part of the width.
    split: f64,
    /// Whether it takes the library as an argument.
    has_library: bool,
}

/// An editor that runs. Dropped, it ends, before its display does.
struct Running {
    group: Group,
    keyboard: Keyboard,
    screen: Screen,
    /// From its start to the first picture, and to the last change of one that then holds still.
    started: [Duration; 2],
    _bus: Group,
    _display: Display,
    _home: Home,
}

/// What is measured of an editor.
struct Measured {
    starts: [Sample; 2],
    /// In bytes, after the start.
    memory: f64,
    small: Typed,
    large: Typed,
}

/// A picture that differs by no more has not changed but for a caret, which may be that of a title.
const STILL: usize = 250;

/// How long a picture has to hold still before the editor counts as started.
const SETTLED: Duration = Duration::from_secs(2);

/// How long a start is waited for.
const PATIENCE: Duration = Duration::from_secs(60);

/// The rows of start, memory and keys.
pub(crate) fn rows(effort: Effort) -> Result<Vec<Row>> {
    let program = place::program("lede-desktop");
    let lede = measured(&Editor { program, split: 0.715, has_library: true }, effort)?;
    let peer = machine::installed("ghostwriter")
        .map(|program| measured(&Editor { program, split: 0.56, has_library: false }, effort))
        .transpose()?;
    let compared = |what: &str, of: &dyn Fn(&Measured) -> f64, show: &dyn Fn(f64) -> String| {
        Row::compared(what, of(&lede), peer.as_ref().map(of), "ghostwriter", show)
    };
    let time = |what: &str, of: &dyn Fn(&Measured) -> f64| compared(what, of, &ms);
    let mib = |bytes: f64| format!("{:.0} MiB", bytes / 1024.0 / 1024.0);
    Ok(vec![
        time("key to echo, 10 kB", &|it| it.small.echo.median()).promised("0.6"),
        time("key to preview, 10 kB", &|it| it.small.preview.median()).promised("0.3"),
        time("— 95 of 100 after the echo", &|it| it.small.lag.most()).promised("16.7 ms"),
        time("key to echo, 1 MB", &|it| it.large.echo.median()).promised("that of 10 kB + 8 ms"),
        time("key to preview, 1 MB", &|it| it.large.preview.median()).promised("0.12"),
        time("— 95 of 100 after the echo", &|it| it.large.lag.most()).promised("33.3 ms"),
        time("start to first picture, 10 kB", &|it| it.starts[0].median()).promised("0.6"),
        time("start to settled picture, 10 kB", &|it| it.starts[1].median()).promised("0.65"),
        compared("memory of all processes after it", &|it| it.memory, &mib).promised("0.85"),
    ])
}

fn measured(editor: &Editor, effort: Effort) -> Result<Measured> {
    eprintln!("{}", editor.program.display());
    let mut starts = [Vec::new(), Vec::new()];
    // One more, whose start is the first after a build and reads everything from the disk.
    for place in 0..=effort.starts {
        let running = Running::start(editor, 10_000)?;
        for (starts, started) in starts.iter_mut().zip(running.started) {
            starts.extend((place > 0).then_some(started));
        }
    }
    let running = Running::start(editor, 10_000)?;
    let memory = running.memory();
    let small = running.typed(editor, effort.keys)?;
    drop(running);
    let large = Running::start(editor, 1_000_000)?.typed(editor, effort.keys)?;
    let starts = starts.map(|starts| starts.into_iter().collect());
    Ok(Measured { starts, memory, small, large })
}

impl Running {
    /// Starts an editor on a piece of `size` bytes, and waits until its picture holds still.
    fn start(editor: &Editor, size: usize) -> Result<Self> {
        let home = Home::new();
        let file = home.library().join("piece.md");
        fs::write(&file, piece::of_size(size))?;
        let display = Display::start();
        let (bus, address) = Group::start_a_bus();
        let keyboard = Keyboard::of(&display)?;
        let screen = Screen::of(&display)?;
        // Qt's web view refuses to run as root with its sandbox on.
        let sandbox = ("QTWEBENGINE_DISABLE_SANDBOX".to_owned(), "1".to_owned());
        let more = [address, sandbox];
        let environment = [&home.environment()[..], &display.environment(), &more].concat();
        // The window manager has painted the background by then.
        sleep(Duration::from_secs(1));
        let start = Instant::now();
        let group = Group::start(&editor.line(&file, &home), &environment, None);
        let started = settled(&screen, start)?;
        Ok(Self { group, keyboard, screen, started, _bus: bus, _display: display, _home: home })
    }

    /// The proportional set size of all its processes, in bytes: what they share counts once.
    fn memory(&self) -> f64 {
        let rollup = |process| fs::read_to_string(format!("/proc/{process}/smaps_rollup"));
        let rollups = self.group.processes().into_iter().filter_map(|process| rollup(process).ok());
        let kib = |rollup: String| {
            let pss = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
            pss.split_whitespace().next()?.parse::<f64>().ok()
        };
        rollups.filter_map(kib).sum::<f64>() * 1024.0
    }

    /// Types into the lede of the piece.
    fn typed(&self, editor: &Editor, keys: usize) -> Result<Typed> {
        for key in piece::INTO_THE_LEDE {
            self.keyboard.press(key)?;
            sleep(Duration::from_millis(300));
        }
        settled(&self.screen, Instant::now())?;
        let typed = type_keys(&self.screen, &self.keyboard, editor.split, keys)?;
        eprintln!(
            "{} keys: {} echoes, {} previews",
            keys,
            typed.echo.count(),
            typed.preview.count()
        );
        Ok(typed)
    }
}

impl Editor {
    fn line(&self, file: &Path, home: &Home) -> Vec<OsString> {
        let mut line = vec![self.program.clone().into(), file.into()];
        if self.has_library {
            line.extend(["--library".into(), home.library().into()]);
        }
        line
    }
}

/// Waits until the screen holds still, and says when, since `start`, it changed first and last.
fn settled(screen: &Screen, start: Instant) -> Result<[Duration; 2]> {
    let (mut last, mut now) = (Look::default(), Look::default());
    screen.look(&mut last)?;
    let mut changes: Option<[Duration; 2]> = None;
    while start.elapsed() < PATIENCE {
        sleep(Duration::from_millis(2));
        screen.look(&mut now)?;
        let at = start.elapsed();
        if now.differs(&last, &(0..WIDTH)) > STILL {
            changes = Some([changes.map_or(at, |changes| changes[0]), at]);
            std::mem::swap(&mut last, &mut now);
        }
        let still = at.saturating_sub(changes.map_or(Duration::ZERO, |changes| changes[1]));
        if still > SETTLED && (changes.is_some() || at > PATIENCE / 10) {
            break;
        }
    }
    Ok(changes.unwrap_or_default())
}
