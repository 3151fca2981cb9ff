//! L20: the web view's process dies while somebody types.

use crate::case::{Case, Tried};
use crate::in_window::{self, Word};
use crate::trial::Trial;
use anyhow::{Context, Result, ensure};
use lede_tests::Window;
use std::thread::sleep;
use std::time::{Duration, Instant};

pub(crate) const CASE: Case = Case {
    id: "L20",
    what: "when the page's own process is killed while somebody types, at most 100 ms are gone, and two seconds later typing goes on",
    tried: Tried { sample: 2, full: 200, run, broken: &["forgets-what-was-typed"] },
};

/// As often the page of one window is killed.
const OF_ONE_WINDOW: usize = 10;

/// The page has to take keys again after so long.
const BACK: Duration = Duration::from_secs(2);

fn run(trial: &mut Trial) -> Result<()> {
    trial.unless_without_windows()?;
    while trial.goes_on() {
        let window = in_window::caught(|| in_window::opened("page-killed"))?;
        for round in 0..OF_ONE_WINDOW.min(trial.asked - trial.ran) {
            let result = in_window::caught(|| killed(trial, &window, round)).flatten();
            let failed = result.is_err();
            trial.count(format!("kill {round} of a window"), result);
            if failed {
                break;
            }
        }
    }
    Ok(())
}

/// Types on while the page is killed, and looks which words came into the file.
fn killed(trial: &mut Trial, window: &Window, round: usize) -> Result<()> {
    let before = Duration::from_millis(500 + trial.chance.below(1500) as u64);
    let first = round * 1000;
    let (words, end) = in_window::typed_while(window, "ctrl+End", first, || {
        sleep(before);
        let end = Instant::now();
        window.kill_page();
        (trial.way.meanwhile)(&in_window::state(window));
        sleep(BACK + Duration::from_secs(1));
        end
    });
    let last = words.last().context("nothing was typed")?;
    in_window::until_file(window, |text| {
        ensure!(text.contains(&last.text), "typing does not go on: {:?}", tail(text));
        Ok(())
    })?;
    let text = in_window::file(window);
    let is_there = |word: &&Word| text.contains(&word.text);
    let promised = in_window::promised(&words, end);
    let gone: Vec<_> = promised.iter().filter(|word| !is_there(word)).collect();
    ensure!(gone.is_empty(), "{} of {} words are gone: {gone:?}", gone.len(), promised.len());
    let twice = words.iter().find(|word| text.matches(&word.text).count() > 1);
    ensure!(twice.is_none(), "{twice:?} is there twice");
    let again = words.iter().filter(|word| word.at > end).find(is_there);
    let took = again.context("typing does not go on")?.at - end;
    ensure!(took <= BACK, "the page was back after {took:?}");
    Ok(())
}

/// The last words of a text.
fn tail(text: &str) -> &str {
    text.trim_end().rsplit_once("for ever.").map_or(text, |(_, tail)| tail)
}
