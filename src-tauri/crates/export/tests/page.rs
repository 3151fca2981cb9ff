//! A draft in, a page out.

use export::{World, data_url, html, markdown};
use proptest::prelude::*;
use std::collections::HashSet;
use text::Text;

/// A world in which `harbour.png` is the one picture.
struct Harbour;

impl World for Harbour {
    fn image(&self, destination: &str) -> Option<String> {
        (destination == "harbour.png").then(|| data_url("image/png", b"\x89PNG"))
    }
}

fn page(source: &str) -> String {
    html(&Text::new(source.to_owned()), &Harbour)
}

/// What stands between the page's `<body>` and its end.
fn body(source: &str) -> String {
    let page = page(source);
    let (_, body) = page.split_once("<body>\n<article>\n").expect("a page has a body");
    body.strip_suffix("</article>\n</body>\n</html>\n").expect("which ends it").to_owned()
}

#[track_caller]
fn has(source: &str, expected: &str) {
    let page = page(source);
    assert!(page.contains(expected), "{expected}\nin {page}");
}

const PIECE: &str = "# The *Night* Train\n\n*A dek with a [link](https://e.org).*\n\nLede.[^1]\n\n---\n\n## 1. Berths\n\nBody.\n\n\
    ## 2. Border\n\n---\n\nEnd.\n\n---\n\n### About\n\nFoot.\n\n[^1]: Note.\n";

#[test]
fn each_part_of_a_piece_has_its_element() {
    assert_eq!(
        body(PIECE),
        "<header>\n<h1>The <em>Night</em> Train</h1>\n<p class=\"dek\">A dek with a <a href=\"https://e.org\" rel=\"noopener\">link</a>.</p>\n</header>\n\
         <p>Lede.<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\" rel=\"noopener\">1</a></sup></p>\n<hr>\n\
         <section id=\"point-1\">\n<h2>1. Berths</h2>\n<p>Body.</p>\n</section>\n<section id=\"point-2\">\n<h2>2. Border</h2>\n</section>\n\
         <hr>\n<p>End.</p>\n<hr>\n<footer>\n<h3>About</h3>\n<p>Foot.</p>\n</footer>\n\
         <section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n<li id=\"fn-1\"><p>Note. <a href=\"#fnref-1\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"1\" rel=\"noopener\">↩</a></p></li>\n</ol>\n</section>\n",
    );
}

#[test]
fn the_head_says_what_the_piece_is() {
    has(PIECE, "<title>The Night Train</title>");
    has(PIECE, "<meta name=\"description\" content=\"A dek with a link.\">");
    has("", "<title>Untitled</title>");
    has("# A < \"B\" &amp; C", "<title>A &lt; \"B\" &amp; C</title>");
    has("# A \"B\"", "<meta property=\"og:title\" content=\"A &quot;B&quot;\">");
}

#[test]
fn front_matter_fills_the_head_and_what_the_text_lacks() {
    let source = "---\ntitle: 1.10 and \"more\"\nsubtitle: Sub\nlang: de-CH\nauthor: [Ada, Bo]\ndate: 2026-05-14\ntags: [rail, night]\n\
        canonical: https://e.org/a b\nimage: https://e.org/i.png\nextra: {a: [1]}\n---\nText.\n";
    for expected in [
        "<html lang=\"de-CH\">",
        "<title>1.10 and \"more\"</title>",
        "<h1>1.10 and \"more\"</h1>",
        "<p class=\"dek\">Sub</p>",
        "<meta name=\"author\" content=\"Ada, Bo\">",
        "<meta name=\"date\" content=\"2026-05-14\">",
        "<meta name=\"keywords\" content=\"rail, night\">",
        "<link rel=\"canonical\" href=\"https://e.org/a%20b\">",
        "<meta property=\"og:url\" content=\"https://e.org/a%20b\">",
        "<meta property=\"og:image\" content=\"https://e.org/i.png\">",
        "<meta property=\"article:published_time\" content=\"2026-05-14\">",
        "<p class=\"dateline\"><time>2026-05-14</time> · Ada, Bo</p>",
    ] {
        has(source, expected);
    }
    has("---\ndate: 2026-05-14\n---\n", "<time datetime=\"2026-05-14\">14 May 2026</time>");
    has("---\ndate: next week\n---\n", "<p class=\"dateline\">next week</p>");
}

#[test]
fn front_matter_that_means_harm_or_nothing_does_none() {
    let source = "---\nlang: '\"><script>'\ncanonical: javascript:x\nauthor: '\"><script>canary()</script>'\ndate: 2026-02-30\n---\n";
    let page = page(source);
    assert!(
        page.contains("<html lang=\"en\">")
            && !page.contains("<script")
            && !page.contains("javascript:")
            && !page.contains("<time"),
        "{page}"
    );
    has("---\n: : [\n---\nText.", "<p>Text.</p>");
}

#[test]
fn local_pictures_are_inside_and_remote_ones_are_not_fetched() {
    has("![h](harbour.png)", "<img src=\"data:image/png;base64,iVBORw==\" alt=\"h\">");
    has(
        "![h](https://e.org/i.png)",
        "<span class=\"remote-image\" data-src=\"https://e.org/i.png\">h</span>",
    );
}

#[test]
fn a_policy_forbids_the_page_to_load_anything() {
    has(
        "",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">",
    );
}

#[test]
fn markdown_is_the_text_itself() {
    let source = "\u{feff}---\r\na: b\r\n---\rText  \r\n";
    assert_eq!(markdown(&Text::new(source.to_owned())), source);
}

fn any_markdown() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "# T",
        "## 1. A",
        "## 2. B",
        "\n\n",
        "\n",
        "---\n",
        "*dek*",
        "text ",
        "[^1]",
        "\n[^1]: note\n",
        "<div>",
        "</div>",
        "<p id=point-1>",
        "</article>",
        "</section>",
        "</style>",
        "<style>",
        "<script>canary()</script>",
        "<!--",
        "-->",
        "- ",
        "1. ",
        "> ",
        "| a |\n|-|\n",
        "```\n",
        "![x](harbour.png)",
        "<b>",
        "</b>",
        "\u{0}",
        "\u{1}",
        "\u{feff}",
        "&",
        "\"",
        "\ntitle: x\n",
        "\n...\n",
    ]);
    prop::collection::vec(piece, 0..25).prop_map(|pieces| pieces.concat())
}

/// Whether every tag of the page is closed in its turn, and no id stands twice.
fn is_well_formed(page: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let mut ids = HashSet::new();
    page.split('<').skip(2).all(|tag| {
        let (tag, _) = tag.split_once('>').unwrap_or((tag, ""));
        let name = tag.split(' ').next().unwrap_or_default();
        let id = tag.split_once(" id=\"").and_then(|(_, id)| id.split('"').next());
        let is_new = id.is_none_or(|id| ids.insert(id));
        let fits = match name.strip_prefix('/') {
            Some(name) => open.pop() == Some(name),
            None if ["meta", "link", "br", "hr", "img", "input", "wbr"].contains(&name) => true,
            None => {
                open.push(name);
                true
            }
        };
        is_new && fits
    }) && open.is_empty()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_text_makes_a_page_that_is_whole_and_always_the_same(source in any_markdown()) {
        let page = page(&source);
        prop_assert!(is_well_formed(&page), "{}", page);
        prop_assert!(!page.contains("<script"));
        prop_assert_eq!(html(&Text::new(source), &Harbour), page);
    }
}

#[test]
fn attributes_that_are_either_there_or_not_are_written_without_a_value() {
    has("- [x] done", "<input type=\"checkbox\" disabled checked> done");
    has("<ol reversed start=3><li>a</ol>", "<ol reversed start=\"3\"><li>");
    has("<details lang=en open><summary>a</summary></details>", "<details lang=\"en\" open>");
    has("` open=\"\"`", "<code> open=\"\"</code>");
}
