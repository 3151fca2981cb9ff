//! Texts to hold the laws against: pieces with every kind of trouble, and any text at all.

use crate::labelled::read;
use proptest::prelude::*;
use proptest::sample::select;

/// How often a law is tried. A failing text is printed and belongs into a test of its own, not into a
/// file of seeds.
pub(crate) fn cases() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) }
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
    let files = [
        include_str!("sentences/tuned.txt"),
        include_str!("sentences/held-out.txt"),
        include_str!("sentences/second-hand.txt"),
    ];
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

/// Pieces as people publish them.
const PUBLISHED: [&str; 3] = [
    include_str!("fixtures/five-irritants.md"),
    include_str!("fixtures/six-takeaways.md"),
    include_str!("fixtures/plain-article.md"),
];

/// What goes wrong in a piece that is worked on: what stands there, and what stands there then.
const SLIPS: [(&str, &str); 16] = [
    ("Five", "Six"),
    ("Six", "FOUR"),
    ("five", "seven"),
    ("six", "both"),
    ("first two", "first nine"),
    ("## 2.", "## 3."),
    ("## 4.", "## 1."),
    ("The", "the"),
    ("Is", "is"),
    ("\u{2019}", "'"),
    ("'", "\u{2019}"),
    (", and", " (\"TK\"), according to the board, and"),
    (". ", " yesterday. "),
    ("; ", ". As point 9 says, it might possibly rain: [see]() "),
    ("\n\n", "\n\n[the board](htp://board.example) "),
    ("---", "***"),
];

/// A published piece with slips in it: lines that are gone, swapped or written twice, and words that have
/// become others.
fn spoiled() -> impl Strategy<Value = String> {
    let lines = prop::collection::vec((0_usize..60, 0_usize..60, 0_usize..4), 0..4);
    let slips = prop::collection::vec((select(&SLIPS[..]), 0_usize..12), 0..6);
    (select(&PUBLISHED[..]), lines, slips).prop_map(|(source, lines, slips)| {
        let mut all: Vec<&str> = source.lines().collect();
        for (one, other, how) in lines {
            let (one, other) = (one % all.len(), other % all.len());
            match how {
                0 => drop(all.remove(one)),
                1 => all.swap(one, other),
                2 => all.insert(one, all[other]),
                _ => all.truncate(all.len() / 2 + 1),
            }
        }
        let mut spoiled = all.join("\n") + "\n";
        for ((was, is), which) in slips {
            let found = spoiled.match_indices(was).nth(which).map(|(at, _)| at);
            if let Some(at) = found {
                spoiled.replace_range(at..at + was.len(), is);
            }
        }
        spoiled
    })
}

/// Any text, most often one that is nearly a piece.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    let hard = prop::collection::vec(select(&HARD[..]), 0..30).prop_map(|parts| parts.concat());
    prop_oneof![6 => piece(), 4 => spoiled(), 2 => hard, 1 => any::<String>()]
}
