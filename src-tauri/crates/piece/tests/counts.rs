//! What is counted: Markdown in, counts out.

use piece::blocks::Blocks;
use piece::{Counts, Piece, part_counts};

/// The counts of a block as `words characters sentences`.
fn counts(source: &str) -> String {
    written(Counts::of_markdown(source))
}

fn written(counts: Counts) -> String {
    format!("{} {} {}", counts.words, counts.characters, counts.sentences)
}

/// The words of each part, as `whole: title dek lede [points] conclusion footer`.
fn words(source: &str) -> String {
    let blocks = Blocks::parse(source, piece::FrontMatter::body_start(source));
    let piece = Piece::parse(source);
    let mut count = |_, span: &dyn Fn() -> text::Span| Counts::of_markdown(span().of(source));
    let parts = part_counts(&piece, source, &blocks, &mut count);
    let points: Vec<_> = parts.points.iter().map(|point| point.words).collect();
    let [whole, title, dek] = [parts.whole, parts.title, parts.dek].map(|part| part.words);
    let [lede, end, footer] = [parts.lede, parts.conclusion, parts.footer].map(|part| part.words);
    format!("{whole}: {title} {dek} {lede} {points:?} {end} {footer}")
}

#[test]
fn an_empty_block_counts_nothing() {
    assert_eq!(counts(""), "0 0 0");
}

#[test]
fn markup_is_not_counted() {
    assert_eq!(counts("Two *words* and `co de`."), "5 20 1");
}

#[test]
fn a_word_with_markup_inside_is_one_word() {
    assert_eq!(counts("un*believ*able"), "1 12 1");
}

#[test]
fn the_address_of_a_link_is_not_counted() {
    assert_eq!(counts("a [link](https://example.org/very/long) here"), "3 11 1");
}

#[test]
fn a_reference_that_is_defined_elsewhere_is_a_link() {
    assert_eq!(counts("a [link][far] and [more][]"), "4 15 1");
}

#[test]
fn a_remark_in_brackets_is_text() {
    assert_eq!(counts("so he wrote [sic]"), "4 17 1");
}

#[test]
fn the_sign_of_a_footnote_is_not_counted() {
    assert_eq!(counts("a note[^1] here"), "3 11 1");
}

#[test]
fn the_text_of_a_footnote_is_counted_without_its_label() {
    assert_eq!(counts("[^long]: see [^2] below"), "2 10 1");
}

#[test]
fn a_picture_has_no_words() {
    assert_eq!(counts("x ![a ship at sea](ship.png)"), "1 1 1");
}

#[test]
fn comments_and_tags_are_not_counted() {
    assert_eq!(counts("a <!-- b --><em>c</em>"), "2 3 1");
    assert_eq!(counts("<div class=\"x\">\na <!-- b\nc --> d\n</div>"), "2 4 1");
    assert_eq!(counts("<script>\nlet a = 1;\n</script>"), "0 0 0");
}

#[test]
fn a_line_end_in_a_paragraph_is_a_space() {
    assert_eq!(counts("one\ntwo  \nthree\r\nfour"), "4 18 1");
}

#[test]
fn each_item_and_cell_stands_for_itself() {
    assert_eq!(counts("- one\n- two\n\n  three"), "3 11 3");
    assert_eq!(counts("| a | b |\n|---|---|\n| c | d |"), "4 4 4");
}

#[test]
fn a_character_is_what_a_reader_takes_for_one() {
    assert_eq!(counts("e\u{301}🇫🇷👩‍👩‍👧"), "1 3 1");
}

#[test]
fn an_entity_is_one_character() {
    assert_eq!(counts("a&amp;b"), "2 3 1");
}

#[test]
fn a_hyphen_divides_words_and_an_apostrophe_does_not() {
    assert_eq!(counts("well-known isn't 3,604"), "4 22 1");
}

/// The number of sentences.
fn sentences(source: &str) -> usize {
    Counts::of_markdown(source).sentences
}

#[test]
fn sentences_end_at_stops() {
    assert_eq!(sentences("He left. She stayed! Why?! Nobody knows"), 4);
    assert_eq!(sentences("“He left.” (She did not.) *So it goes.*"), 3);
    assert_eq!(sentences("彼は去った。彼女は残った。"), 2);
    assert_eq!(sentences("... — !"), 0);
}

#[test]
fn sentences_do_not_end_at_abbreviations_and_numbers() {
    assert_eq!(sentences("Dr. Low of the U.S. Navy paid 3.5 million, i.e. too much."), 1);
    assert_eq!(sentences("“Why?” he asked. Mr. J. Low said: wait… what?"), 2);
}

#[test]
fn code_is_counted_as_it_is_shown() {
    assert_eq!(counts("```rust\nlet a\n```"), "2 5 1");
}

#[test]
fn parts_are_counted_and_the_footer_is_not_in_the_whole() {
    let source = "---\ntitle: a b c d e f\n---\nbefore\n\n# A title\n\n*The dek here.*\n\nFour words of lede.\n\n\
        ---\n\n## 1. Two words\n\nA body.\n\n- with a list\n\n## 2.\n\n---\n\nThe end.\n\n---\n\nNot counted.\n";
    assert_eq!(words(source), "19: 2 3 4 [7, 0] 2 2");
}

#[test]
fn a_plain_article_is_all_lede() {
    assert_eq!(words("# A\n\n## B c\n\nd"), "4: 1 0 3 [] 0 0");
}

#[test]
fn reading_takes_a_minute_for_every_238_words_begun() {
    let minutes = |words| Counts { words, ..Counts::default() }.reading_minutes();
    assert_eq!([0, 1, 238, 239, 612].map(minutes), [0, 1, 1, 2, 3]);
}
