//! Texts to hold the laws against: pieces with every kind of trouble, and any text at all.

use crate::labelled::read;
use proptest::prelude::*;
use proptest::sample::select;

/// How often a law is tried. A failing text is printed and belongs into a test of its own, not into a
/// file of seeds.
pub(crate) fn cases() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) }
}

const TITLES: [&str; 9] = [
    "",
    "# Three Signs Of Rain\n\n",
    "# Five signs of rain\n\n*All five signs fail, and the first six of them fail twice.*\n\n",
    "# The 4 Signs That Both Swallows Know\n\n",
    "---\ntitle: Two Signs\ndate: 2026-01-31\n---\n\n",
    "---\ntemplate: irritants\nlang: de\n---\n\n",
    "\u{feff}# Dozen Signs\n\n",
    "# Seven Ways And Three Signs\n\nThe seven ways, these three signs, and the five signs.\n\n",
    "# A Couple of Signs\n\n_Both signs of the couple, the third sign and “point 9”._\n\n",
];

const HEADINGS: [&str; 12] = [
    "",
    "The Swallows Fly Low",
    "The swallows fly low",
    "The Swallows Fly in the Grass",
    "Été 中",
    "The Cows Lie with the Sheep",
    "the cows lie",
    "Smoke Over The Water",
    "C#",
    "It's *the* \"End\"",
    "The `Code` Is In The Water",
    "&quot;Rain&quot; Comes Under The Bridge",
];

const HARD: [&str; 34] = [
    "\n",
    "\n\n",
    "\r\n",
    "---\n",
    "- ",
    "> ",
    "`",
    "```\n",
    "*",
    "**",
    "[",
    "](",
    ")",
    "[link]",
    "[^1]",
    "\n[^1]: x\n",
    "<!--",
    "\"",
    "'",
    "“",
    "’",
    "\\\"",
    "5'",
    "é",
    "🚢",
    "\u{2028}",
    "\0",
    "\u{a0}",
    "TK ",
    "| a | b |\n|---|---|\n",
    "## 2. ",
    "# ",
    "&amp;",
    "İ",
];

/// A sentence that some rule has something to say about, or seems to.
fn sentence() -> impl Strategy<Value = String> {
    let files = [include_str!("sentences/tuned.txt"), include_str!("sentences/held-out.txt")];
    let all: Vec<String> =
        files.into_iter().flat_map(read).map(|labelled| labelled.sentence).collect();
    select(all)
}

fn body() -> impl Strategy<Value = String> {
    let hard = select(&HARD[..]).prop_map(str::to_owned);
    let counts =
        select(&["These five signs. ", "The sixth sign and point 4. ", "Both signs. "][..]);
    let part = prop_oneof![3 => sentence(), 2 => hard, 1 => counts.prop_map(str::to_owned)];
    prop::collection::vec(part, 0..5).prop_map(|parts| parts.join(" "))
}

fn piece() -> impl Strategy<Value = String> {
    let point = (0_u32..7, any::<bool>(), select(&HEADINGS[..]), body());
    let tail = select(&["", "\n---\n\nThe three signs end.\n\n---\n\nFooter.\n"][..]);
    let points = prop::collection::vec(point, 0..6);
    (select(&TITLES[..]), body(), points, tail).prop_map(|(title, lede, points, tail)| {
        let points = points.iter().enumerate().map(|(at, (number, follows, heading, body))| {
            let number = if *follows { u32::try_from(at).unwrap() + 1 } else { *number };
            format!("\n\n## {number}. {heading}\n\n{body}\n")
        });
        format!("{title}{lede}{}{tail}", points.collect::<String>())
    })
}

/// Any text, most often one that is nearly a piece.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    let hard = prop::collection::vec(select(&HARD[..]), 0..30).prop_map(|parts| parts.concat());
    prop_oneof![6 => piece(), 2 => hard, 1 => any::<String>()]
}
