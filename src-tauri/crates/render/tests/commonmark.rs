//! The examples of the CommonMark specification, through the parser as Lede sets it up: its own HTML,
//! without our tags and our sanitiser.

use piece::blocks::options;
use pulldown_cmark::{Parser, html};
use serde_json::Value;

fn parsed(markdown: &str) -> String {
    let mut out = String::new();
    html::push_html(&mut out, Parser::new_ext(markdown, options()));
    out
}

/// HTML without what means nothing: line ends beside tags of blocks, and the two spellings of `"`.
fn normal(html: &str) -> String {
    html.replace("&quot;", "\"").replace(">\n", ">").replace("\n<", "<")
}

#[test]
fn every_example_reads_as_the_specification_says_whatever_the_extensions() {
    let examples: Vec<Value> =
        serde_json::from_str(include_str!("fixtures/commonmark-0.31.2.json")).unwrap();
    assert_eq!(examples.len(), 652);
    let differs = |example: &&Value| {
        normal(&parsed(example["markdown"].as_str().unwrap()))
            != normal(example["html"].as_str().unwrap())
    };
    let different: Vec<u64> =
        examples.iter().filter(differs).map(|one| one["number"].as_u64().unwrap()).collect();
    assert_eq!(different, [0; 0]);
}
