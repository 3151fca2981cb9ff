//! What holds for any page.

use export::import_page;
use piece::Piece;
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser};

/// Words of a page in any of the elements that may hold them.
fn html() -> impl Strategy<Value = String> {
    let words = prop_oneof!["[a-z]{1,6}( [a-z]{1,6}){0,3}", "[a-z*_`#\\[\\]~|.!0-9>+= -]{1,12}"];
    let inline = (words, 0..6_usize).prop_map(|(words, element)| {
        let words = words.replace('<', "&lt;");
        match ["b", "i", "code", "del", "a href='https://x.example'"].get(element) {
            Some(name) => {
                let end = name.split(' ').next().unwrap_or(name);
                format!("<{name}>{words}</{end}>")
            }
            None => words,
        }
    });
    let line = prop::collection::vec(inline, 1..5).prop_map(|runs| runs.concat());
    let block = (line, 0..7_usize).prop_map(|(line, element)| {
        let name = ["p", "h2", "h3", "div", "li", "blockquote", "section"][element];
        format!("<{name}>{line}</{name}>")
    });
    // Each block stands before the others: in a cell beside them, in the caption above them, or bare.
    let place = |inner: String, (block, place): (String, usize)| match place {
        0 => format!("<table><tr><td>{block}</td><td>{inner}</td></tr></table>"),
        1 => format!("<table><caption>{block}</caption><tr><td>{inner}</td></tr></table>"),
        2 => {
            format!("<table><caption>{block}</caption><tr><td>a</td><td>b</td></tr></table>{inner}")
        }
        _ => block + &inner,
    };
    prop::collection::vec((block, 0..8_usize), 1..8)
        .prop_map(move |blocks| blocks.into_iter().fold(String::new(), place))
}

/// The letters and digits that a reader of Markdown sees.
fn seen(markdown: &str) -> String {
    let options = piece::blocks::options();
    let events = Parser::new_ext(markdown, options);
    let words = events.filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text.into_string()),
        _ => None,
    });
    words.collect::<String>().chars().filter(|it| it.is_ascii_lowercase()).collect()
}

/// The letters of a page outside of its tags.
fn letters(html: &str) -> String {
    let mut inside = false;
    let html = html.replace("&lt;", "");
    let words = html.chars().filter(|&it| {
        inside = match it {
            '<' => true,
            '>' if inside => {
                return {
                    inside = false;
                    false
                };
            }
            _ => inside,
        };
        !inside
    });
    words.filter(|it| it.is_ascii_lowercase()).collect()
}

proptest! {
    #[test]
    fn no_word_of_the_text_is_lost_or_comes_twice(body in html()) {
        let page = import_page(&format!("<h1>title</h1>{body}"));
        prop_assert_eq!(seen(&page.markdown), format!("title{}", letters(&body)), "{}", page.markdown);
    }

    #[test]
    fn nothing_makes_it_fail_and_what_it_writes_is_a_piece(html in "\\PC{0,200}") {
        let page = import_page(&html);
        Piece::parse(&page.markdown);
        prop_assert!(page.markdown.is_empty() || page.markdown.ends_with('\n'));
    }
}

#[test]
fn a_page_that_is_deep_or_long_is_read_all_the_same() {
    let deep = format!("<h1>t</h1>{}x{}", "<div>".repeat(2_000), "</div>".repeat(2_000));
    assert!(import_page(&deep).markdown.contains('x'));
    let spans = format!("<h1>t</h1><p>{}x", "<b><i>".repeat(1_000));
    assert!(import_page(&spans).markdown.contains('x'));
    let lists = format!("<h1>t</h1>{}x", "<ul><li>".repeat(1_000));
    assert!(import_page(&lists).markdown.contains('x'));
    let long = format!("<h1>t</h1>{}", "<p>word</p>".repeat(5_000));
    assert_eq!(import_page(&long).blocks, 5_001);
    let tables = |deep| format!("<h1>t</h1>{}x<td>y", "<table><tr><td>".repeat(deep));
    assert_eq!(import_page(&tables(20)).markdown, "# t\n\n| x | y |\n| --- | --- |\n");
    assert_eq!(import_page(&tables(40)).markdown, "# t\n\nx y\n");
    // Counted box by box, these would be thousands of millions of letters.
    let boxes = "<span class=share>".repeat(20_000);
    let boxes = format!("<h1>t</h1><p>{boxes}{}", "word ".repeat(100_000));
    assert!(import_page(&boxes).markdown.contains("word"));
}
