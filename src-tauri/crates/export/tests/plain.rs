//! A draft in, plain text out.

use export::text;
use text::Text;

#[track_caller]
fn reads(source: &str, expected: &str) {
    assert_eq!(text(&Text::new(source.to_owned())), expected, "{source:?}");
}

#[test]
fn a_canonical_piece_becomes_a_letter() {
    reads(
        "---\nauthor: x\n---\n# The *Night* Train\n\n*The dek.*\n\nThe\nlede.\n\n---\n\n## 1. Berths\n\nSee [the log](https://e.org/log).\n\n## 2\\. Border\n\n---\n\nEnd.\n\n***\n\nFoot.\n",
        "The Night Train\n\nThe dek.\n\nThe lede.\n\n⁂\n\n1. Berths\n\nSee the log (https://e.org/log).\n\n2. Border\n\n⁂\n\nEnd.\n\n⁂\n\nFoot.\n",
    );
}

#[test]
fn every_form_of_a_marker_becomes_one() {
    reads("# T\n\n## #1 A\n\n## #2 B\n", "T\n\n1. A\n\n2. B\n");
    reads("# T\n\n## 2 — A\n\n## 1 — B\n", "T\n\n2. A\n\n1. B\n");
}

#[test]
fn a_title_that_only_front_matter_has_comes_first() {
    reads("---\ntitle: T\nsubtitle: S\n---\nText.\n", "T\n\nS\n\nText.\n");
    reads("", "");
}

#[test]
fn links_say_where_they_lead_once() {
    reads(
        "<https://e.org> <m@e.org> [https://e.org](https://e.org) [a][r]\n\n[r]: https://r.org",
        "https://e.org m@e.org https://e.org a (https://r.org)\n",
    );
}

#[test]
fn lists_quotations_and_tables_keep_their_form() {
    reads("- a\n- b\n  - c\n\n    d\n- [x] e\n", "• a\n• b\n\n  • c\n\n    d\n\n• [x] e\n");
    reads("- a\n  1. b\n- c\n", "• a\n  1. b\n• c\n");
    reads("3. a\n4. b\n\ntext", "3. a\n4. b\n\ntext\n");
    reads("text\n\n- a\n\n- b\n", "text\n\n• a\n\n• b\n");
    reads("> a\n>\n> b\n", "> a\n\n> b\n");
    reads("| a | b |\n|---|---|\n| c | d |\n", "a | b\nc | d\n");
    reads("```rust\nlet a;\n\nlet b;\n```\n", "let a;\n\nlet b;\n");
}

#[test]
fn footnotes_are_numbered_and_come_last() {
    reads(
        "a[^x] b[^y] c[^x]\n\n[^y]: why\n\n[^x]: ex\n\nend",
        "a[1] b[2] c[1]\n\nend\n\n[1] ex\n\n[2] why\n",
    );
}

#[test]
fn tags_go_and_their_text_stays() {
    reads(
        "a <b>b</b><br>c\n\n<div>d<p>e</p></div>\n\n<!-- f -->\n\n![g](h.png)",
        "a b\nc\n\nd e\n\ng\n",
    );
}
