//! What `cargo xtask pictures` takes: the window in twelve states, light and dark, of the sample drafts.
//!
//! usage: pictures DRAFTS OUT
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it starts the app, leaves files, and says where they lie"
)]

use anyhow::{Context, Result};
use lede_tests::{Home, Window, place};
use std::fs;
use std::path::{Path, PathBuf};

/// What the person has when the app starts.
#[derive(Clone, Copy, PartialEq)]
enum Begin {
    /// The sample drafts.
    Samples,
    /// A library without a draft.
    Empty,
    /// Nothing at all.
    First,
}
use Begin::{Empty, First, Samples};

/// A state by the name of its picture: what the person has, what is done, and what is to be seen then.
struct State {
    name: &'static str,
    begin: Begin,
    deeds: &'static [Deed],
    seen: &'static str,
}

/// One thing that is done.
enum Deed {
    /// Keys pressed together, as `xdotool` names them.
    Press(&'static str),
    Type(&'static str),
    /// Waits for an element.
    See(&'static str),
    /// The library goes from under the window.
    TakeLibrary,
}
use Deed::{Press, See, TakeLibrary, Type};

const fn state(
    name: &'static str,
    begin: Begin,
    deeds: &'static [Deed],
    seen: &'static str,
) -> State {
    State { name, begin, deeds, seen }
}

const STATES: [State; 12] = [
    state("writing", Samples, &[], "[data-preview]"),
    state("markdown", Samples, &[Press("ctrl+slash")], ".lede-markdown"),
    state("first-start", First, &[], ".cm-line"),
    state(
        "new-piece",
        Samples,
        &[Press("ctrl+n"), See(".new"), Type("Four Signs The Ferry Is Late")],
        ".new",
    ),
    state(
        "checks",
        Samples,
        &[
            Press("ctrl+End"),
            Type(" The first six of them might possibly end this year. TK"),
            Press("ctrl+4"),
            See("[data-finding]"),
            Press("F8"),
        ],
        "[data-finding]",
    ),
    state(
        "history",
        Samples,
        &[
            Press("ctrl+s"),
            Press("ctrl+End"),
            Type(" A sentence more."),
            Press("ctrl+5"),
            See(".history .row:not(.now)"),
            Press("Down"),
            Press("Return"),
        ],
        "[aria-label*='earlier text']",
    ),
    state("details", Samples, &[Press("ctrl+6")], ".details input"),
    state(
        "commands",
        Samples,
        &[Press("ctrl+shift+p"), See("[role=option]"), Type("po")],
        "[role=option]",
    ),
    state(
        "all-drafts",
        Samples,
        &[Press("ctrl+shift+f"), See(".everywhere"), Type("points")],
        ".place mark",
    ),
    state("focus", Samples, &[Press("F9"), Press("alt+Next"), Press("alt+Next")], ".cm-line"),
    state("no-drafts", Empty, &[], ".nothing"),
    state(
        "library-gone",
        Samples,
        &[Press("ctrl+End"), TakeLibrary, Type(" These words are safe.")],
        "[data-status] .offer",
    ),
];

fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (drafts, out) =
        arguments.next().zip(arguments.next()).context("usage: pictures DRAFTS OUT")?;
    fs::create_dir_all(&out)?;
    for state in &STATES {
        for theme in ["light", "dark"] {
            let picture = out.join(format!("{}-{theme}.png", state.name));
            take(state, theme, &drafts, &picture)?;
            println!("{}", picture.display());
        }
    }
    Ok(())
}

fn take(state: &State, theme: &str, drafts: &Path, picture: &Path) -> Result<()> {
    let home = Home::new();
    let settings = home.path().join(".config/lede");
    fs::create_dir_all(&settings)?;
    fs::write(settings.join("settings.toml"), format!("theme = \"{theme}\"\n"))?;
    let home = if state.begin == Samples { home.with_drafts(place::samples(drafts)) } else { home };
    let name = format!("picture-{}-{theme}", state.name);
    let window = match state.begin {
        First => Window::open_with(&name, home, &[]),
        Samples | Empty => Window::open(&name, home),
    };
    if state.begin == Samples {
        window.until_text("[data-preview]", |text| !text.trim().is_empty());
        window.click(".cm-content");
        window.press("ctrl+Home");
    }
    for deed in state.deeds {
        match deed {
            Press(keys) => window.press(keys),
            Type(text) => window.type_text(text),
            See(selector) => drop(window.until_text(selector, |_| true)),
            TakeLibrary => fs::rename(window.home().library(), window.home().path().join("gone"))?,
        }
    }
    window.until_text(state.seen, |_| true);
    window.display().until_still();
    window.display().picture(picture);
    Ok(())
}
