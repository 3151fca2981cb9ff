//! The backend's share of a key, from within the page: a key's own call is caught as it leaves, and
//! then made again and again. The page's clock ticks in whole milliseconds, so that only many calls
//! together can be timed.

use crate::{
    Effort, piece,
    sample::Sample,
    table::{Row, ms},
};
use anyhow::{Context, Result, ensure};
use lede_tests::{Home, Window, until};
use serde_json::json;

/// Keeps what the page sends.
const LISTEN: &str = "\
    const ask = window.prompt;
    window.sent = [];
    window.ask = (what, body) => ask.call(window, body, what);
    window.prompt = (body, what) => { window.sent.push(body); return window.ask(what, body); };";

/// Types a letter and takes it away again, by the calls that the page made for it, and times rounds
/// of ten; a call to nowhere is timed beside, since the way there and back is no share of the backend.
const REPEAT: &str = "\
    const [rounds] = arguments;
    const calls = window.sent.slice(-2).map((body) => JSON.parse(body));
    let base = calls[1].base + 1;
    const timed = (call) => {
        const start = performance.now();
        for (let turn = 0; turn < 10; turn++) call(turn % 2);
        return (performance.now() - start) / 10;
    };
    let answer = '';
    const change = (turn) => {
        answer = window.ask('change', JSON.stringify({ ...calls[turn], base: base++ }));
    };
    const nothing = () => window.ask('nothing', '{}');
    timed(change);
    timed(nothing);
    const times = Array.from({ length: rounds }, () => [timed(change), timed(nothing)]);
    return { times, kind: JSON.parse(answer).kind };";

/// A row for each size.
pub(crate) fn rows(effort: Effort) -> Result<Vec<Row>> {
    [(10_000, "10 kB", "1 ms"), (1_000_000, "1 MB", "12 ms")]
        .into_iter()
        .map(|(size, called, budget)| Ok(row(size, called, effort)?.promised(budget)))
        .collect()
}

fn row(size: usize, called: &str, effort: Effort) -> Result<Row> {
    eprintln!("the backend's share, {called}");
    let home = Home::new();
    let file = home.library().join("piece.md");
    std::fs::write(&file, piece::of_size(size))?;
    let library = home.library().display().to_string();
    let arguments = [file.display().to_string(), "--library".to_owned(), library];
    let window = Window::open_with("bench", home, &arguments);
    window.until_text("[data-preview]", |shown| shown.contains("Berth 1"));
    window.eval(LISTEN);
    for key in piece::INTO_THE_LEDE.into_iter().chain(["w", "BackSpace"]) {
        window.press(key);
    }
    until("the page has sent both keys", || match window.eval("return window.sent.length") {
        sent if sent == json!(2) => Ok(()),
        sent => Err(sent.to_string()),
    });
    let body = format!("return (function () {{ {REPEAT} }})({})", effort.runs);
    let seen = window.eval(&body);
    ensure!(seen["kind"] == "applied", "the repeated calls were not taken: {seen}");
    let times: Vec<[f64; 2]> =
        serde_json::from_value(seen["times"].clone()).context("times by pairs")?;
    let median = |which: usize| times.iter().map(|pair| pair[which]).collect::<Sample>().median();
    let (call, way) = (median(0), median(1));
    Ok(Row {
        what: format!("backend's share of a key, {called}"),
        lede: ms(call - way),
        peer: format!("the way there and back {}", ms(way)),
        ..Row::default()
    })
}
