//! Texts to hold the laws against.

use proptest::prelude::*;
use proptest::sample::select;

/// How often a law is tried. A failing text is printed and belongs into a test of its own, not into a
/// file of seeds.
pub(crate) fn cases() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1024) }
}

/// What a body may hold without trouble.
const BODIES: [&str; 13] = [
    "",
    "A paragraph of one line.",
    "Two lines,\nof which the second ends.  ",
    "- a list\n- of two\n\n  and more",
    "1. a list\n2. with numbers",
    "```\n---\n## 4. x\n```",
    "> quoted\n> ## 1. deep",
    "| a | b |\n|---|---|\n| c | d |",
    "See [there][ref] and[^note].\n\n[ref]: https://example.org",
    "[^note]: said\n    twice",
    "### Deeper\n\nwords",
    "<div>\n\ninside\n\n</div>",
    "    indented code",
];

/// The ways to write a heading: before the number, behind it, behind the text.
const STYLES: [(&str, &str, &str); 8] = [
    ("## ", ". ", ""),
    ("## ", ") ", ""),
    ("## ", " – ", ""),
    ("## #", " ", ""),
    ("## No. ", ": ", ""),
    ("##  ", "\\.  ", " ##"),
    ("", "\\. ", "\n-----"),
    ("## 0", ". ", ""),
];

const HEADINGS: [&str; 5] = ["Crews", "Ships *at* sea", "C#", "2. Twice", "Été 中"];
const GAPS: [&str; 5] = ["\n\n", "\n\n\n", "\n\n---\n\n", "\n\n***\n\n\n* * *\n\n", "\n \t\n"];
const HEADS: [&str; 6] = [
    "",
    "# Title\n\n",
    "# Title\n\n*A dek.*\n\nA lede.\n\n---\n\n",
    "---\ntitle: T\n---\n\nA lede.\n\n",
    "Before.\n\nTitle\n=====\n\n",
    "\n\nA lede\n\n",
];
const TAILS: [&str; 6] = [
    "",
    "\n",
    "\n\n---\n",
    "\n\n---\n\nThe end.\n\n---\n\nFooter.\n",
    "\n\n## Conclusion\n\nThe end.",
    "\n\n***\n\nThe end.\n\n---\n\n## 1. House rules\n\nBe kind.",
];

/// A piece in which nothing is out of order: `n` points in a run up or down.
pub(crate) fn kept_piece() -> impl Strategy<Value = String> {
    let point = (select(&HEADINGS[..]), select(&BODIES[..]), select(&GAPS[..]));
    let points = prop::collection::vec(point, 1..6);
    let frame = (select(&HEADS[..]), select(&TAILS[..]), select(&STYLES[..]));
    let ends = (select(&["\n", "\r\n", "\r"][..]), any::<bool>(), any::<bool>());
    (points, frame, ends).prop_map(|(points, (head, tail, style), (end, marked, down))| {
        let mut source = String::new();
        for (place, (heading, body, gap)) in points.iter().enumerate() {
            let number = if down { points.len() - place } else { place + 1 };
            let gap = if place == 0 { "" } else { gap };
            let (before, behind, last) = style;
            source += &format!("{gap}{before}{number}{behind}{heading}{last}");
            source += if body.is_empty() { "" } else { "\n\n" };
            source += body;
        }
        let mark = if marked { "\u{feff}" } else { "" };
        format!("{mark}{}", format!("{head}{source}{tail}").replace('\n', end))
    })
}

/// Any text: what is hard in Markdown, in any order.
pub(crate) fn any_source() -> impl Strategy<Value = String> {
    let hard = vec![
        "# ",
        "## ",
        "### ",
        "## 1. ",
        "## 2. ",
        "## 3) ",
        "## #4",
        "2\\. x",
        "1: y",
        "No. 3",
        "T",
        "word ",
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        "\r\n",
        "\r",
        "---",
        "***",
        "===",
        "\n---\n",
        "\n===\n",
        "*D*",
        "**",
        "_e_",
        "```",
        "~~~",
        "<!-- ",
        "-->",
        "<div>",
        "</div>",
        "<pre>",
        "- ",
        "> ",
        "    ",
        "\t",
        " ",
        "[r]: z",
        "[r]",
        "[^n]: z",
        "[^n]",
        "| a |\n|---|",
        " ##",
        "\\",
        "#",
        "1.",
        "é",
        "🚢",
        "\u{2028}",
        "\0",
        "\u{a0}",
        "\u{c}",
    ];
    let starts =
        vec!["", "", "", "\u{feff}", "---\ntitle: T\n---\n", "---\ntitle: [\n...\n", "---"];
    (select(starts), prop::collection::vec(select(hard), 0..28))
        .prop_map(|(start, hard)| format!("{start}{}", hard.concat()))
}

/// Both kinds.
pub(crate) fn any_piece() -> impl Strategy<Value = String> {
    prop_oneof![
        kept_piece(),
        any_source(),
        (kept_piece(), any_source(), any_source())
            .prop_map(|(piece, before, after)| format!("{before}{piece}{after}"))
    ]
}
