//! The laws of rendering, over any text.

use crate::source::sources;
use crate::write::{Writer, Written};
use crate::{Patch, Preview, Rendered, World, definitions, draw, render, sanitise};
use piece::FrontMatter;
use piece::blocks::{Blocks, options, parsed_form};
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser};
use std::collections::HashSet;
use text::{Edit, Edits, Span, Text};

/// Pieces of Markdown that act upon each other when they meet in any order.
const PIECES: &[&str] = &[
    "word",
    "two words",
    "é🚢中",
    "\n",
    "\n\n",
    "\n\n\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    " ",
    "    ",
    "\t",
    "\\",
    "&amp;",
    "&#0;",
    "\u{0}",
    "\u{a0}",
    "# ",
    "## 1. Point",
    "\n---\n",
    "\n===\n",
    "***",
    "* * *",
    "> ",
    ">",
    "- ",
    "* ",
    "1. ",
    "7) ",
    "- [ ] ",
    "- [x] ",
    "\n  ",
    "\n    ",
    "```",
    "```rust\n",
    "~~~\n",
    "`code`",
    "``",
    "`",
    "*em*",
    "**",
    "_",
    "*",
    "~~",
    "~",
    "[",
    "]",
    "(",
    ")",
    "![",
    "[a]",
    "[A]",
    "[b][a]",
    "[c][]",
    "[^1]",
    "[^two]",
    "[^n m]",
    "![^1]",
    "[t](https://e.org/x_y)",
    "[t](javascript:x)",
    "[t](</a b> \"q\")",
    "\n[a]: https://a.org 'Title'\n",
    "\n[a]: /other\n",
    "\n[b]: <mailto:m@e.org>\n",
    "\n[c]:\nhttps://c.org\n",
    "\n> [a]: https://quoted.org\n",
    "\n- [c]: https://listed.org\n",
    "\n[^1]: The note.\n",
    "\n[^1]: Another [^two].\n",
    "\n[^two]:\n    Two [a] lines\n\n    and more\n",
    "\n> [^n m]: nested\n",
    "\n- [^1]: in a list\n",
    "\n[^a|b]: bar\n",
    "[^a\\|b]",
    "\n| a | b |\n|:--|--:|\n| c | d |\n",
    "|",
    "\n|-|\n",
    "![alt *x*](pic.png)",
    "![r](https://e.org/i.png \"T\")",
    "![d](data:image/png;base64,AA==)",
    "![](file:///etc/passwd)",
    "<b>",
    "</b>",
    "<i class=x id=fn-1>",
    "</i>",
    "<a href=\"https://e.org\" onclick=x>",
    "</a>",
    "<br>",
    "<img src=pic.png onerror=x>",
    "<img src=\"https://e.org/x.png\">",
    "<span title='\"'>",
    "\n<div>\n",
    "\n</div>\n",
    "\n<div><p>x<ul>text<li>y</ul></div>\n",
    "<!-- note -->",
    "\n<!--\n",
    "-->",
    "\n<script>alert(1)</script>\n",
    "<?",
    "?>",
    "<![CDATA[",
    "]]>",
    "<!X",
    ">",
    "\n<table><tr><td>x<tr></table>\n",
    "\n<pre>\n\n x</pre>\n",
    "\n<details>x<summary>s</summary></details>\n",
    "\n<a>b<a href=/r>c</a>\n",
    "https://e.org/a?b=1&c=2",
    "www.e.org",
    "me@e.org",
    "<https://auto.org>",
    "<m@auto.org>",
    "http://[x",
    "ftp://e.org/",
    "  \n",
    "\\\n",
    "\u{feff}",
];

/// A world with one picture.
struct OnePicture;

impl World for OnePicture {
    fn image(&self, destination: &str) -> Option<String> {
        (destination == "pic.png").then(|| "lede://image/pic.png?v=1".to_owned())
    }
}

fn any_markdown() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..30).prop_map(|pieces| pieces.concat())
}

fn parsed(source: &str) -> (Text, Blocks) {
    let blocks = Blocks::parse(source, FrontMatter::body_start(source));
    (Text::new(source.to_owned()), blocks)
}

fn rendered(source: &str) -> Vec<Rendered> {
    let (text, blocks) = parsed(source);
    render(&text, &blocks, &OnePicture)
}

fn html(source: &str) -> String {
    rendered(source).iter().map(|block| format!("{}\n", block.html)).collect()
}

/// What the events of the whole text come to, block by block.
fn whole(source: &str, blocks: &Blocks) -> Vec<Written> {
    let start = FrontMatter::body_start(source);
    let source = &*parsed_form(source);
    let (mut depth, mut all, mut writer) = (0usize, Vec::new(), None);
    let begin = |place: crate::source::Source| place.lines.start + place.context - start;
    let places: Vec<usize> = sources(source, blocks).map(begin).collect();
    for (event, range) in Parser::new_ext(&source[start..], options()).into_offset_iter() {
        let starts_block = depth == 0;
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if starts_block {
            let done: Option<Writer<'_>> = writer.replace(Writer::new(&OnePicture));
            all.extend(done.map(|writer| writer.finish(places[all.len()])));
        }
        if let Some(writer) = &mut writer {
            writer.event(event, range);
        }
    }
    all.extend(writer.map(|writer| writer.finish(places[all.len()])));
    all
}

/// The same, each block drawn by itself.
fn alone(source: &str, blocks: &Blocks) -> Vec<Written> {
    let source = &*parsed_form(source);
    let mut targets = definitions::Targets::default();
    targets.update(&blocks.definitions);
    let sources = || sources(source, blocks).map(|place| (&source[place.lines], place.context));
    let footnotes: HashSet<_> =
        sources().flat_map(|(source, _)| definitions::footnotes_in(source)).collect();
    let around =
        draw::Surroundings { targets: &targets, footnotes: &footnotes, world: &OnePicture };
    sources().map(|(source, own)| draw::draw(source, own, &around, false).written).collect()
}

/// Texts of many blocks that mostly stand for themselves.
fn paragraphs() -> impl Strategy<Value = String> {
    let block = prop::sample::select(vec![
        "Words.",
        "Two\nlines.",
        "## 1. Point",
        "> Said.",
        "- one\n- two",
        "---",
        "[c](https://c.org)",
        "[a]",
    ]);
    let rare = prop::sample::select(vec![
        "![p](harbour.png)",
        "<!-- c -->",
        "[^1]",
        "[^1]: Note.",
        "[a]: <>",
    ]);
    prop::collection::vec(prop_oneof![20 => block, 1 => rare], 0..30)
        .prop_map(|blocks| blocks.join("\n\n"))
}

/// What is put in: a letter, most often.
fn change() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("x"), Just(""), Just("\n\n"), prop::sample::select(PIECES)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_block_drawn_by_itself_is_what_it_is_in_the_whole(source in any_markdown()) {
        let (_, blocks) = parsed(&source);
        prop_assert_eq!(alone(&source, &blocks), whole(&source, &blocks));
    }

    #[test]
    fn an_update_shows_what_a_full_render_shows(
        sources in prop::collection::vec(any_markdown(), 1..4),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..PIECES.len()), 1..5),
    ) {
        let mut preview = Preview::new();
        let mut shown = Vec::new();
        let mut source = sources.concat();
        for (a, b, piece) in cuts {
            let boundaries: Vec<usize> = (0..=source.len()).filter(|&at| source.is_char_boundary(at)).collect();
            let (text, blocks) = parsed(&source);
            let patch = preview.update(&text, &blocks, &OnePicture);
            shown = patch.apply(&shown);
            prop_assert_eq!(&shown, &render(&text, &blocks, &OnePicture));
            prop_assert_eq!(preview.rendered(), &shown);
            let (a, b) = (*a.get(&boundaries), *b.get(&boundaries));
            let (start, end) = (a.min(b), (a.min(b) + 9).min(a.max(b)));
            let end = (end..).find(|&at| source.is_char_boundary(at)).unwrap();
            source.replace_range(start..end, PIECES[piece]);
        }
    }

    #[test]
    fn following_edits_shows_what_a_full_render_shows(
        source in prop_oneof![any_markdown(), paragraphs()],
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0..20usize, change()), 1..6),
    ) {
        let mut preview = Preview::new();
        let mut source = source;
        let (text, mut blocks) = parsed(&source);
        let mut shown = preview.update(&text, &blocks, &OnePicture).apply(&[]);
        for (at, length, insert) in cuts {
            let places: Vec<usize> = (0..=source.len()).filter(|&at| source.is_char_boundary(at)).collect();
            let start = *at.get(&places);
            let end = source.ceil_char_boundary((start + length).min(source.len()));
            let edits = Edits::one(Edit::replace(Span::new(start, end), insert));
            let edited = edits.apply(&source);
            let (updated, kept) = blocks.update(&source, &edited, &edits);
            (source, blocks) = (edited, updated);
            let text = Text::new(source.clone());
            shown = preview.follow(&text, &blocks, kept, &OnePicture).apply(&shown);
            prop_assert_eq!(&shown, &render(&text, &blocks, &OnePicture));
            prop_assert_eq!(preview.rendered(), &shown);
        }
    }

    #[test]
    fn a_patch_between_any_two_lists_makes_one_of_the_other(one in any_markdown(), two in any_markdown()) {
        let (old, new) = (rendered(&one), rendered(&two));
        let mut patch = Patch::default();
        patch.extend(&old, &new);
        prop_assert_eq!(patch.apply(&old), new);
    }

    #[test]
    fn sanitising_what_is_rendered_changes_nothing(source in any_markdown()) {
        for block in rendered(&source) {
            prop_assert_eq!(sanitise(&block.html), &*block.html);
        }
    }

    #[test]
    fn sanitising_anything_twice_is_sanitising_it_once(html in any_markdown()) {
        let once = sanitise(&html);
        prop_assert_eq!(sanitise(&once), once);
    }

    #[test]
    fn blocks_come_in_order_and_lie_in_the_text(source in any_markdown()) {
        let text = Text::new(source.clone());
        for block in rendered(&source) {
            prop_assert!(block.lines.start < block.lines.end && block.lines.end <= text.line_count());
        }
    }

    #[test]
    fn no_id_stands_twice(source in any_markdown()) {
        let html = html(&source);
        let ids: Vec<&str> = html.match_indices(" id=\"").map(|(at, _)| html[at + 5..].split('"').next().unwrap()).collect();
        let different: HashSet<&&str> = ids.iter().collect();
        prop_assert_eq!(different.len(), ids.len(), "{:?}", ids);
    }
}
