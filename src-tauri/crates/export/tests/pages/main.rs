//! Web pages in, pieces out.

mod laws;

use export::{LeftOut, html, import_page, is_page};
use piece::Piece;
use text::Text;

/// What stands below the title that each of these pages has.
#[track_caller]
fn reads(body: &str, expected: &str) {
    let page = import_page(&format!("<h1>T</h1>{body}"));
    let below = page.markdown.strip_prefix("# T\n").unwrap_or(&page.markdown);
    assert_eq!(below.trim(), expected, "{body}");
}

#[test]
fn a_letter_on_the_web_becomes_the_piece_that_it_is() {
    let page = import_page(include_str!("newsletter.html"));
    assert_eq!(page.markdown, include_str!("newsletter.md"));
    let left_out: Vec<String> = page.left_out.iter().map(ToString::to_string).collect();
    let of_the_page = ["what stands around the article", "share buttons", "a form", "comments"];
    assert_eq!(left_out, of_the_page);
    let outline = Piece::parse(&page.markdown).outline(&page.markdown);
    assert_eq!(outline.points.len(), 3);
    assert!(outline.conclusion.is_some_and(|it| it.contains("until autumn")));
    assert!(outline.footer.is_some_and(|it| it.contains("on Sundays")));
}

#[test]
fn a_page_that_was_exported_comes_back_as_the_piece_that_it_was() {
    // A line that was wrapped by hand comes back in one.
    for piece in [include_str!("newsletter.md"), &FIVE.replace("minutes\nslow", "minutes slow")] {
        let page = html(&Text::new(piece.to_owned()), &());
        assert_eq!(import_page(&page).markdown, piece);
    }
}

const FIVE: &str = include_str!("../../../../../tests/fixtures/five-points.md");

#[test]
fn the_title_is_the_first_heading_of_the_first_level_else_the_first_line() {
    let title = |html: &str| import_page(html).markdown;
    assert_eq!(title("<p>Opinion</p><h1>T <i>it</i></h1><p>A.</p>"), "# T it\n\nOpinion\n\nA.\n");
    assert_eq!(title("<h2>T</h2><p>A.</p>"), "# T\n\nA.\n");
    assert_eq!(title("<p>T</p><p>A.</p>"), "# T\n\nA.\n");
    assert_eq!(title(" \n "), "");
    assert_eq!(title("<h1>3. T</h1><p>A.</p>"), "---\ntitle: \"3. T\"\n---\n\nA.\n");
}

#[test]
fn a_page_without_a_line_is_its_blocks() {
    let piece = |html: &str| import_page(html).markdown;
    assert_eq!(piece("<ul><li>a</li></ul><hr><hr><pre>b</pre>"), "- a\n\n---\n\n```\nb\n```\n");
    // A rule in the first line would begin front matter.
    assert_eq!(piece("<hr><ul><li>a</li></ul><hr>"), "- a\n");
    let table = "<table><tr><td>1</td><td>2</td></tr></table>";
    assert_eq!(
        piece(&format!("{table}<blockquote>b</blockquote>")),
        "| 1 | 2 |\n| --- | --- |\n\n> b\n"
    );
    assert_eq!(piece("<hr>"), "");
}

#[test]
fn the_dek_is_what_is_marked_or_emphasised_or_the_first_of_two_lines_before_the_points() {
    reads("<p class='post-subtitle'>D.</p><p>A.</p>", "*D.*\n\nA.");
    reads("<p>A.</p><p>B.</p>", "A.\n\nB.");
    reads("<p>A.</p><p>B.</p><h2>1. P</h2><p>C.</p>", "*A.*\n\nB.\n\n---\n\n## 1. P\n\nC.");
    reads("<p>A.</p><h2>1. P</h2><p>C.</p>", "A.\n\n---\n\n## 1. P\n\nC.");
    reads("<p><em>D.</em></p><p>A.</p>", "*D.*\n\nA.");
}

#[test]
fn points_are_numbered_headings_or_lines_of_any_level() {
    reads("<h4>1. A</h4><p>a</p><h4>2) B</h4>", "---\n\n## 1. A\n\na\n\n## 2. B");
    reads(
        "<p><strong>1. A</strong></p><p>a</p><p><b>2. B</b></p>",
        "---\n\n## 1. A\n\na\n\n## 2. B",
    );
    reads(
        "<h2><b>1.</b> A <a href='https://x.example'>link</a></h2>",
        "---\n\n## 1. A [link](https://x.example)",
    );
    // A heading between them is one of a lower level, so that the points go on.
    reads(
        "<h2>1. A</h2><h3>Why</h3><p>a</p><h2>2. B</h2>",
        "---\n\n## 1. A\n\n### Why\n\na\n\n## 2. B",
    );
}

#[test]
fn an_article_without_numbers_keeps_its_headings() {
    reads("<p>A.</p><h2>One</h2><p>B.</p><h1>Two</h1>", "A.\n\n## One\n\nB.\n\n## Two");
}

#[test]
fn words_that_markdown_would_read_as_something_else_are_escaped_and_no_others() {
    reads("<p>a_b_c and [sic] at 5 * 3.</p>", "a_b_c and [sic] at 5 * 3.");
    reads("<p>*not emphasis*</p>", "\\*not emphasis\\*");
    reads("<p># no heading</p>", "\\# no heading");
    reads("<p>12. no item</p>", "12\\. no item");
    reads("<p>&lt;b&gt; &amp;amp;</p>", "\\<b\\> \\&amp;");
}

#[test]
fn what_is_set_apart_stays_so_and_blanks_stand_outside_of_the_marks() {
    reads("<p>a<b> bold </b>word</p>", "a **bold** word");
    reads("<p><b>all <i>of</i></b><i> it</i></p>", "**all *of*** *it*");
    reads("<p>x <code>a`b</code> <del>gone</del></p>", "x ``a`b`` ~~gone~~");
    reads("<p><span style='font-weight: 700'>bold</span></p>", "**bold**");
    reads("<b style='font-weight:normal'><p>copied <b>here</b></p></b>", "copied **here**");
    // Marks that would be letters here go, the words stay.
    reads("<p><b>“A”</b>b</p>", "“A”b");
}

#[test]
fn links_of_the_web_and_of_mail_stay_and_others_are_their_words() {
    reads("<p><a href=' https://a.example/b c '>x</a></p>", "[x](https://a.example/b%20c)");
    reads("<p><a href='mailto:a@b.example'><b>x</b></a></p>", "[**x**](mailto:a@b.example)");
    for no in ["javascript:alert(1)", "#top", "/here", "data:text/html,x", "file:///etc/passwd"] {
        reads(&format!("<p>a <a href='{no}'>x</a></p>"), "a x");
    }
}

#[test]
fn pictures_of_the_web_stay_and_others_go() {
    reads(
        "<img src='https://a.example/b.png' alt='A  bell'>",
        "![A bell](https://a.example/b.png)",
    );
    reads("<p>a</p><img src='data:image/png;base64,AAAA'>", "a");
    reads(
        "<img src='https://a.example/b\nc(1).png' alt='a]b'>",
        "![a\\]b](<https://a.example/b%20c(1).png>)",
    );
}

#[test]
fn lists_quotes_code_and_tables_stay_whole() {
    reads("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n\n  - b\n\n- c");
    reads("<ol start=3><li>a</li><li>b</li></ol>", "3. a\n4. b");
    reads("<pre>a\n  *b*\n</pre>", "```\na\n  *b*\n```");
    reads("<pre><code>a<br>  <b>b</b><br></code></pre>", "```\na\n  b\n```");
    reads(
        "<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td>3</td></tr></table>",
        "| a | b |\n| --- | --- |\n| 1\\|2 | 3 |",
    );
    reads("<table><tr><td><p>a</p><p>b</p></td></tr></table>", "a\n\nb");
}

#[test]
fn a_table_in_which_another_stands_lays_out_the_page() {
    let button = "<table><tr><td><a href='https://x.example'>Read</a></td></tr></table>";
    reads(
        &format!(
            "<table><tr><td>a</td><td>{button}</td></tr><tr><td>b</td><td>c</td></tr></table>"
        ),
        "a\n\n[Read](https://x.example)\n\nb\n\nc",
    );
    let inner = "<table><tr><td>1</td><td>2</td></tr></table>";
    reads(
        &format!("<table><tr><td><p>a</p>{inner}</td></tr></table>"),
        "a\n\n| 1 | 2 |\n| --- | --- |",
    );
}

#[test]
fn the_caption_of_a_table_stands_before_it() {
    reads(
        "<table><caption>The <b>crews</b></caption><tr><td>1</td><td>2</td></tr></table>",
        "The **crews**\n\n| 1 | 2 |\n| --- | --- |",
    );
    reads("<table><caption>Crews</caption><tr><td>1</td></tr></table>", "Crews\n\n1");
}

#[test]
fn a_byte_order_mark_inside_a_page_is_no_word() {
    reads("<p>&#xFEFF;</p><p>a</p><p>b</p>", "a\n\nb");
    reads("<h2>1. &#xFEFF;A</h2><p>&#xFEFF;1. a</p>", "---\n\n## 1. A\n\n1. a");
    let page = import_page("<h1>&#xFEFF;</h1><p>&#xFEFF;T</p><p>a</p><p>b</p>");
    assert_eq!(page.markdown, "# T\n\na\n\nb\n");
}

#[test]
fn two_breaks_are_a_new_paragraph_and_one_is_a_line() {
    reads("<div>a<br><br>b<br>c<br></div>", "a\n\nb\\\nc");
}

#[test]
fn a_box_is_beside_the_text_by_its_class_where_it_is_short_and_without_a_heading() {
    let rest = "<p>The text itself, which is longer than all that stands beside it here.</p>";
    let text = "The text itself, which is longer than all that stands beside it here.";
    reads(&format!("{rest}<div class='social-share'>Share this</div>"), text);
    let drawn = format!("<svg><title>{}</title></svg>", "drawn ".repeat(80));
    reads(&format!("{rest}<div class='share'>{drawn}Share</div>"), text);
    let stays = |html: &str, markdown: &str| {
        reads(&format!("{rest}{html}"), &format!("{text}\n\n{markdown}"));
    };
    stays("<section id='4-share-your-work'><p>Share it.</p></section>", "Share it.");
    stays("<section class='social-proof'><h3>Proof</h3><p>a</p></section>", "### Proof\n\na");
    let long = "word ".repeat(80);
    let more = format!("<p>{}</p>", "more ".repeat(200));
    stays(
        &format!("<section class='newsletter section'><p>{long}</p></section>{more}"),
        &format!("{}\n\n{}", long.trim(), "more ".repeat(200).trim()),
    );
    reads(&format!("{rest}<div class='comments'><h3>Comments</h3><p>First!</p></div>"), text);
}

#[test]
fn a_title_beside_the_article_comes_along_where_the_article_has_none() {
    let article = "<article><p>The text itself, which is long enough.</p></article>";
    let text = "The text itself, which is long enough.\n";
    let page = |before: &str| import_page(&format!("<body>{before}{article}<p>Imprint</p>"));
    let titled = page("<nav>a</nav><header><h1>T</h1><p>D.</p><p>Share</p></header>");
    assert_eq!(titled.markdown, format!("# T\n\nD.\n\n{text}"));
    assert_eq!(titled.left_out, [LeftOut::AroundTheArticle]);
    let marked = page("<h1>T</h1><h2 class='subtitle'>D.</h2>");
    assert_eq!(marked.markdown, format!("# T\n\n*D.*\n\n{text}"));
    // Neither the name of the site nor who wrote it.
    let named = page(
        "<h1 class='site-title'>Site</h1><header><h1>T</h1><p class='byline'>By A</p></header>",
    );
    assert_eq!(named.markdown, format!("# T\n\n{text}"));
    assert_eq!(page("<h1>T</h1><p>Advertisement</p>").markdown, format!("# T\n\n{text}"));
    let home = page("<h1><a href='/'>Site</a></h1>").markdown;
    assert_eq!(home, format!("# {text}"));
    let own = import_page("<body><h1>Site</h1><article><h1>T</h1><p>Long enough.</p></article>");
    assert_eq!(own.markdown, "# T\n\nLong enough.\n");
}

#[test]
fn nothing_that_runs_or_is_unseen_comes_along() {
    reads("<p>a<script>x()</script></p><style>b</style><template>c</template>", "a");
    reads("<p onclick='x()'>a</p><noscript>b</noscript><iframe src=x></iframe>", "a");
}

#[test]
fn a_stretch_of_a_page_is_told_from_a_line_by_its_blocks() {
    assert_eq!(import_page("<meta charset='utf-8'><span>a few words</span>").blocks, 1);
    assert_eq!(import_page("<h1>a</h1><p>b</p>").blocks, 2);
}

#[test]
fn a_page_is_known_by_the_tag_that_it_begins_with() {
    for page in ["\u{feff}\n<!DOCTYPE html><p>a", "<HTML lang=en>", "<p class=a>", "<h1>T</h1>"] {
        assert!(is_page(page), "{page}");
    }
    for text in ["T\n<p>a", "< p>", "<pre>", "<https://a.example>", "<3", "", "<"] {
        assert!(!is_page(text), "{text}");
    }
}
