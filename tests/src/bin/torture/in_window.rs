//! The app in its window, for what a store alone cannot show: typed into by a keyboard, and ended.

use crate::skipped;
use anyhow::{Context, Result, anyhow, ensure};
use lede_tests::{Home, Window, place};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

/// The draft that is typed into.
pub(crate) const DRAFT: &str = "five-points.md";

/// Its last words, behind which is typed.
const LAST: &str = "for ever.";

/// So long a file may take to become what it must: the autosave and a busy machine.
const PATIENCE: Duration = Duration::from_secs(15);

/// Between two words, so that about thirty keys come in a second: twice as many as anybody types. At
/// the speed of a machine, keys would wait for the app in the display's own queue.
const BETWEEN: Duration = Duration::from_millis(150);

/// What is younger may be gone.
const PROMISED: Duration = Duration::from_millis(100);

/// What a key may take from the keyboard through the display to a development build on a busy machine.
/// Before it is there nobody can keep it.
const ON_ITS_WAY: Duration = Duration::from_millis(150);

/// A word, and when its last key had been pressed.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) at: Instant,
}

/// Skips where no window can be opened.
pub(crate) fn unless_ready() -> Result<()> {
    skipped::unless_found(&["Xvfb", "openbox", "xdotool", "WebKitWebDriver", "dbus-run-session"])?;
    let own = std::env::current_exe()?;
    match ["lede-desktop", "lede"].iter().find(|name| !own.with_file_name(name).is_file()) {
        Some(name) => skipped::because(format!("{name} is not built: cargo xtask test builds it")),
        None => Ok(()),
    }
}

/// What panics is a failure like another.
pub(crate) fn caught<T>(run: impl FnOnce() -> T) -> Result<T> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|why| {
        let said = why.downcast_ref::<String>().cloned();
        anyhow!(said.unwrap_or_else(|| "it panicked, as printed above".to_owned()))
    })
}

/// The window on one draft, the caret behind its last word.
pub(crate) fn opened(name: &str) -> Window {
    let name = format!("torture-{name}");
    let window = Window::open(&name, Home::new().with_drafts([place::fixture(DRAFT)]));
    window.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
    window.click(".cm-content");
    window.press("ctrl+End");
    window
}

/// Where the app in this window keeps its journal and its history.
pub(crate) fn state(window: &Window) -> PathBuf {
    window.home().path().join(".local/state/lede")
}

/// The number of a word, by which it is known.
pub(crate) fn word(number: usize) -> String {
    format!("w{number:04}")
}

/// Types numbered words on and on while `meanwhile` runs, each behind the keys that are pressed `before` it.
pub(crate) fn typed_while<T>(
    window: &Window,
    before: &str,
    first: usize,
    meanwhile: impl FnOnce() -> T,
) -> (Vec<Word>, T) {
    let over = AtomicBool::default();
    thread::scope(|scope| {
        let typing = scope.spawn(|| {
            let (mut words, mut number) = (Vec::new(), first);
            while !over.load(Ordering::Relaxed) {
                if !before.is_empty() {
                    window.press(before);
                }
                window.type_text(&format!(" {}", word(number)));
                words.push(Word { text: word(number), at: Instant::now() });
                number += 1;
                sleep(BETWEEN);
            }
            words
        });
        let done = catch_unwind(AssertUnwindSafe(meanwhile));
        over.store(true, Ordering::Relaxed);
        let words = typing.join().unwrap_or_default();
        (words, done.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

/// The words that were typed so long before a moment that they must outlast it.
pub(crate) fn promised(words: &[Word], end: Instant) -> &[Word] {
    let must = |word: &&Word| word.at + ON_ITS_WAY + PROMISED <= end;
    &words[..words.iter().take_while(must).count()]
}

/// Looks for a while at how many of the words that are typed the preview shows, and when.
pub(crate) fn shown_for(window: &Window, time: Duration) -> Vec<(usize, Instant)> {
    let (start, mut shown) = (Instant::now(), Vec::new());
    while start.elapsed() < time {
        let text = window.text_of("[data-preview]").unwrap_or_default();
        let count = (0..).take_while(|number| text.contains(&word(*number))).count();
        shown.push((count, Instant::now()));
    }
    shown
}

/// How many words were shown so long before a moment that they must outlast it.
pub(crate) fn shown_before(shown: &[(usize, Instant)], end: Instant) -> usize {
    let must = shown.iter().filter(|(_, at)| *at + PROMISED <= end);
    must.map(|(count, _)| *count).max().unwrap_or(0)
}

/// What stands in the draft's file.
pub(crate) fn file(window: &Window) -> String {
    let path = window.home().library().join(DRAFT);
    String::from_utf8_lossy(&fs::read(path).unwrap_or_default()).into_owned()
}

/// Waits until the draft's file is right, and gives back what is wrong with it if it never is.
pub(crate) fn until_file(window: &Window, is: impl Fn(&str) -> Result<()>) -> Result<()> {
    let end = Instant::now() + PATIENCE;
    loop {
        match is(&file(window)) {
            Err(_) if Instant::now() < end => sleep(Duration::from_millis(20)),
            result => return result,
        }
    }
}

/// Holds that behind the draft's last words stand the typed ones, one after the other, and none of those
/// that must be there is missing. The last one may be torn.
pub(crate) fn holds(text: &str, words: &[Word], must: usize) -> Result<()> {
    let opening = fs::read_to_string(place::fixture(DRAFT))?;
    let opening = opening.trim_end();
    ensure!(opening.ends_with(LAST), "the draft has other last words");
    let typed = text.strip_prefix(opening).context("what stood there is another text")?.trim_end();
    let all: String = words.iter().map(|word| format!(" {}", word.text)).collect();
    ensure!(all.starts_with(typed), "what was typed is a mixture: {typed:?}");
    let whole = typed.split_whitespace().filter(|word| word.len() == 5).count();
    ensure!(whole >= must, "{whole} of {must} words are there: {typed:?}");
    Ok(())
}
