//! Footers: put at the end, replaced, taken away.

use super::after;
use piece::operations::set_footer;
use piece::{Counts, FrontMatter, Piece, blocks::Blocks, part_counts};

const PIECE: &str = "# T\n\nLede.\n\n---\n\n## 1. A\n\nBody.\n\n---\n\nThe end.\n";

fn footed(source: &str, footer: &str) -> String {
    after(source, |text| set_footer(text, footer))
}

#[test]
fn a_footer_stands_behind_a_break_after_the_conclusion() {
    let footed = footed(PIECE, "\nBe kind.\n\n- Always.\n\n");
    assert_eq!(footed, PIECE.trim_end().to_owned() + "\n\n---\n\nBe kind.\n\n- Always.\n");
}

#[test]
fn another_footer_takes_its_place_and_none_takes_it_away() {
    let kind = footed(PIECE, "Be kind.");
    assert_eq!(footed(&kind, "Write back."), kind.replace("Be kind", "Write back"));
    assert_eq!(footed(&kind, " \n"), PIECE);
    assert_eq!(footed(&kind, "Be kind."), kind);
    assert_eq!(footed(PIECE, ""), PIECE);
}

#[test]
fn line_ends_are_those_of_the_piece() {
    let source = PIECE.replace('\n', "\r\n");
    assert_eq!(footed(&source, "a\nb"), footed(PIECE, "a\nb").replace('\n', "\r\n"));
}

#[test]
fn what_would_be_read_as_something_else_is_refused() {
    let open = "# T\n\n## 1. A\n\nBody.\n";
    assert!(footed(open, "Be kind.").contains("no conclusion yet"));
    assert!(footed(PIECE, "## 2. House rules").contains("would not be read as meant"));
    let fenced = "# T\n\n## 1. A\n\n---\n\nThe end.\n\n```\n";
    assert!(footed(fenced, "Be kind.").contains("would not be read as meant"));
}

#[test]
fn a_plain_article_takes_it_at_its_end_once() {
    let article = "# T\n\nWords.\n";
    let once = "# T\n\nWords.\n\n---\n\nBe kind.\n";
    assert_eq!(footed(article, "Be kind."), once);
    assert_eq!(footed(once, "Be kind."), once);
}

#[test]
fn a_footer_is_left_out_of_the_counts() {
    let words = |source: &str| {
        let blocks = Blocks::parse(source, FrontMatter::body_start(source));
        let piece = Piece::from_blocks(source, None, &blocks);
        let count = &mut |_, span: &dyn Fn() -> text::Span| Counts::of_markdown(span().of(source));
        part_counts(&piece, source, &blocks, count).whole
    };
    assert_eq!(words(&footed(PIECE, "Be kind. Write back.")), words(PIECE));
}
