//! Markdown in, HTML out.

use piece::FrontMatter;
use piece::blocks::Blocks;
use render::{Preview, Rendered, Step, World, render};
use text::{Edit, Edits, Span, Text};

/// A world in which `harbour.png` is the one picture, and `bad.png` one with a forbidden answer.
struct Harbour;

impl World for Harbour {
    fn image(&self, destination: &str) -> Option<String> {
        match destination {
            "harbour.png" => Some("lede://image/harbour.png".to_owned()),
            "bad.png" => Some("https://evil.example/pixel".to_owned()),
            _ => None,
        }
    }
}

fn parsed(source: &str) -> (Text, Blocks) {
    (Text::new(source.to_owned()), Blocks::parse(source, FrontMatter::body_start(source)))
}

fn blocks(source: &str) -> Vec<Rendered> {
    let (text, blocks) = parsed(source);
    render(&text, &blocks, &Harbour)
}

fn html(source: &str) -> String {
    blocks(source).iter().map(|block| &*block.html).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn renders(source: &str, expected: &str) {
    assert_eq!(html(source), expected, "{source:?}");
}

#[test]
fn every_block_knows_the_lines_it_comes_from() {
    let lines =
        |source: &str| -> Vec<_> { blocks(source).into_iter().map(|block| block.lines).collect() };
    assert_eq!(
        lines("---\ntitle: x\n---\n# T\n\ntwo\nlines\n\n- a\n- b\n\n\nend"),
        [3..4, 5..7, 8..10, 12..13]
    );
    assert_eq!(lines("a[^1]\r\n\r\n[^1]: one\r\n    more\r\n\r\nb"), [0..1, 5..6, 2..4]);
}

#[test]
fn tables_strikethrough_and_check_boxes_are_read() {
    renders(
        "| a | b |\n|:--|--:|\n| ~~c~~ | d |",
        "<table><thead><tr><th class=\"left\">a</th><th class=\"right\">b</th></tr></thead><tbody>\
         <tr><td class=\"left\"><del>c</del></td><td class=\"right\">d</td></tr></tbody></table>",
    );
    renders(
        "- [x] done\n- [ ] open",
        "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled=\"\" checked=\"\"> done</li>\n\
         <li class=\"task\"><input type=\"checkbox\" disabled=\"\"> open</li>\n</ul>",
    );
}

#[test]
fn a_heading_without_text_shows_nothing() {
    renders("##\n\n> #\n\n# #", "<blockquote></blockquote>");
    assert!(html("# [^1]\n\n[^1]: x").starts_with("<h1><sup"));
}

#[test]
fn an_ordered_list_keeps_its_start() {
    renders("4. four\n5. five", "<ol start=\"4\">\n<li>four</li>\n<li>five</li>\n</ol>");
    renders("1) one", "<ol>\n<li>one</li>\n</ol>");
}

#[test]
fn a_fence_names_its_language_and_nothing_else() {
    renders(
        "```rust,ignore\na < b\n```",
        "<pre><code class=\"language-rust\">a &lt; b\n</code></pre>",
    );
    renders("```\" onclick=x\na\n```", "<pre><code>a\n</code></pre>");
}

#[test]
fn links_lead_to_the_web_or_to_mail_and_nowhere_else() {
    renders(
        "[a](https://e.org/x?a=1&b=é \"T\")",
        "<p><a href=\"https://e.org/x?a=1&amp;b=%C3%A9\" title=\"T\" rel=\"noopener\">a</a></p>",
    );
    renders("<m@e.org>", "<p><a href=\"mailto:m@e.org\" rel=\"noopener\">m@e.org</a></p>");
    for destination in [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "data:text/html,x",
        "file:///x",
        "other.md",
        "#place",
        "//e.org",
        "lede:x",
        "vbscript:x",
        "https:",
        "java&#10;script:x",
    ] {
        renders(&format!("[a *b*]({destination})"), "<p>a <em>b</em></p>");
    }
}

#[test]
fn a_link_without_text_shows_where_it_leads() {
    renders(
        "[](https://e.org)",
        "<p><a href=\"https://e.org\" rel=\"noopener\">https://e.org</a></p>",
    );
    renders(
        "<a title=t href=https://e.org></a>",
        "<p><a title=\"t\" href=\"https://e.org\" rel=\"noopener\">https://e.org</a></p>",
    );
    renders("![](gone.png)", "<p><span class=\"missing-image\">gone.png</span></p>");
}

#[test]
fn bare_addresses_become_links_but_not_in_code_or_links() {
    renders(
        "See https://e.org/a_b_c, or me@e.org.",
        "<p>See <a href=\"https://e.org/a_b_c\" rel=\"noopener\">https://e.org/a_b_c</a>, or \
         <a href=\"mailto:me@e.org\" rel=\"noopener\">me@e.org</a>.</p>",
    );
    renders("`https://e.org`", "<p><code>https://e.org</code></p>");
    renders("<kbd>https://e.org</kbd>", "<p><kbd>https://e.org</kbd></p>");
    renders(
        "[https://e.org](https://f.org)",
        "<p><a href=\"https://f.org\" rel=\"noopener\">https://e.org</a></p>",
    );
    renders("ftp://e.org and javascript://x", "<p>ftp://e.org and javascript://x</p>");
}

#[test]
fn local_images_are_asked_for_and_remote_ones_are_a_frame() {
    renders(
        "![The *old* harbour](harbour.png \"T\")",
        "<p><img src=\"lede://image/harbour.png\" alt=\"The old harbour\" title=\"T\"></p>",
    );
    renders("![alt](gone.png)", "<p><span class=\"missing-image\">alt</span></p>");
    renders("![alt](bad.png)", "<p><span class=\"missing-image\">alt</span></p>");
    renders("![alt](file:///etc/passwd)", "<p><span class=\"missing-image\">alt</span></p>");
    for address in ["https://e.org/i.png", "//e.org/i.png"] {
        renders(
            &format!("![alt]({address})"),
            "<p><span class=\"remote-image\" data-src=\"https://e.org/i.png\">alt</span></p>",
        );
    }
    renders(
        "<img src=harbour.png width=20 onerror=x>",
        "<img src=\"lede://image/harbour.png\" alt=\"\" width=\"20\">",
    );
    renders(
        "a <img src=https://e.org/i.png alt=b>",
        "<p>a <span class=\"remote-image\" data-src=\"https://e.org/i.png\">b</span></p>",
    );
}

#[test]
fn footnotes_stand_last_in_the_order_of_their_first_reference() {
    renders(
        "[^b]: second\n\nx[^a] y[^b] z[^a]\n\n[^a]: first\n\n[^c]: left out",
        "<p>x<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\" rel=\"noopener\">1</a></sup> \
         y<sup class=\"footnote-ref\"><a href=\"#fn-2\" id=\"fnref-2\" role=\"doc-noteref\" rel=\"noopener\">2</a></sup> \
         z<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1-2\" role=\"doc-noteref\" rel=\"noopener\">1</a></sup></p>\n\
         <ol class=\"footnotes\" start=\"1\"><li id=\"fn-1\"><p>first \
         <a href=\"#fnref-1\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"1\" rel=\"noopener\">↩1</a> \
         <a href=\"#fnref-1-2\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"1-2\" rel=\"noopener\">↩2</a></p></li></ol>\n\
         <ol class=\"footnotes\" start=\"2\"><li id=\"fn-2\"><p>second \
         <a href=\"#fnref-2\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"2\" rel=\"noopener\">↩</a></p></li></ol>",
    );
}

#[test]
fn a_footnote_inside_a_link_is_no_link() {
    let html = html("<a href='https://e.org'>a[^1]</a>\n\n[^1]: x");
    assert!(html.contains("a<sup class=\"footnote-ref\" id=\"fnref-1\">1</sup></a>"), "{html}");
}

#[test]
fn a_footnote_that_only_a_footnote_names_is_numbered_after_it() {
    let html = html("a[^x]\n\n[^x]: one[^y]\n\n[^y]: two[^x]");
    assert!(html.contains("<li id=\"fn-2\"><p>two"), "{html}");
    assert!(html.contains("id=\"fnref-1-2\""), "{html}");
}

#[test]
fn tags_in_running_text_keep_step_with_markdown() {
    renders("a <b>c *d* e", "<p>a <b>c <em>d</em> e</b></p>");
    renders("*a <b>c* d</b>", "<p><em>a <b>c</b></em> d</p>");
    renders("a <sub onclick=x class=y id=z>2</sub><br>", "<p>a <sub>2</sub><br></p>");
    renders(
        "a <a href=\"https://e.org\">b [c](https://f.org)</a>",
        "<p>a <a href=\"https://e.org\" rel=\"noopener\">b c</a></p>",
    );
    renders("a <a href=javascript:x>b</a> <div>c</div>", "<p>a b c</p>");
    renders("a <script>b</script>", "<p>a b</p>");
}

#[test]
fn blocks_of_html_are_sanitised_and_made_to_fit() {
    renders("<div onclick=x style=y id=a class=b>c</div>", "<div>c</div>");
    renders("<script>alert(1)</script>", "");
    renders("<style>p{}</style>\n\na", "<p>a</p>");
    renders("<iframe src=https://e.org></iframe><b>c</b>", "<b>c</b>");
    renders("<ul>text<li>a</ul>", "texta");
    renders("<div><b><p>a</p></b></div>", "<div><p>a</p></div>");
    renders("<details>a</details>", "a");
    renders(
        "<details open><summary>s</summary>a</details>",
        "<details open=\"\"><summary>s</summary>a</details>",
    );
    renders(
        "<figure><img src=harbour.png alt=h><figcaption>c</figcaption></figure>",
        "<figure><img src=\"lede://image/harbour.png\" alt=\"h\"><figcaption>c</figcaption></figure>",
    );
    renders(
        "<table align=center><tr><td colspan=2 bgcolor=red>a</table>",
        "<table><tbody><tr><td colspan=\"2\">a</td></tr></tbody></table>",
    );
}

#[test]
fn a_change_in_one_block_replaces_that_block_alone() {
    let mut preview = Preview::new();
    let mut update = |source: &str| {
        let (text, blocks) = parsed(source);
        preview.update(&text, &blocks, &Harbour).0
    };
    update("# T\n\none\n\ntwo\n");
    let steps = update("# T\n\none more\nline\n\ntwo\n");
    let [Step::Keep { count: 1, shift: 0 }, Step::Replace(new), Step::Keep { count: 1, shift: 1 }] =
        &steps[..]
    else {
        panic!("{steps:?}")
    };
    assert_eq!(&*new[0].html, "<p>one more\nline</p>");
}

#[test]
fn a_changed_definition_draws_the_blocks_that_refer_to_it_again() {
    let mut preview = Preview::new();
    let mut update = |source: &str| {
        let (text, blocks) = parsed(source);
        preview.update(&text, &blocks, &Harbour).0
    };
    update("[x]\n\nplain\n\n[x][]\n\n[x]: https://a.org");
    let steps = update("[x]\n\nplain\n\n[x][]\n\n[x]: https://b.org");
    assert!(
        matches!(&steps[..], [Step::Replace(_), Step::Keep { count: 1, .. }, Step::Replace(_)]),
        "{steps:?}"
    );
}

#[test]
fn an_earlier_footnote_renumbers_the_later_ones() {
    let mut preview = Preview::new();
    let mut update = |source: &str| {
        let (text, blocks) = parsed(source);
        preview.update(&text, &blocks, &Harbour).0
    };
    update("a\n\nb[^1]\n\n[^1]: one\n\n[^2]: two");
    let steps = update("a[^2]\n\nb[^1]\n\n[^1]: one\n\n[^2]: two");
    let [Step::Replace(changed), Step::Insert(more)] = &steps[..] else { panic!("{steps:?}") };
    assert_eq!((changed.len(), more.len()), (3, 1));
    assert!(changed[1].html.contains("href=\"#fn-2\""));
}

#[test]
fn a_reference_that_was_one_too_many_is_a_link_once_the_others_are_gone() {
    let many = "[a] ".repeat(101);
    let definition = format!("[a]: https://e.org/{}", "x".repeat(1000));
    let source = format!("One.\n\nTwo.\n\n{many}\n\nThree.\n\nFour.\n\nSee [a].\n\n{definition}\n");
    let (text, blocks) = parsed(&source);
    let mut preview = Preview::new();
    preview.update(&text, &blocks, &Harbour);
    let shown = |preview: &Preview| preview.rendered().last().unwrap().html.clone();
    assert_eq!(&*shown(&preview), "<p>See [a].</p>");
    let start = source.find(&many).unwrap();
    let edits = Edits::one(Edit::delete(Span::new(start, start + many.len())));
    let edited = edits.apply(&source);
    let (blocks, kept) = blocks.update(&source, &edited, &edits);
    preview.follow(&Text::new(edited), &blocks, kept, &Harbour);
    assert!(shown(&preview).contains("<a href="), "{}", shown(&preview));
}
