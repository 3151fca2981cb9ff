//! The text as its reader sees it, and where it stands.

use piece::Piece;
use piece::prose::{Paragraph, names, paragraphs};
use proptest::prelude::*;

fn read(source: &str) -> Vec<Paragraph> {
    paragraphs(&Piece::parse(source), source)
}

/// The words of each paragraph, joined by `|`, the paragraphs by ` / `.
fn words(source: &str) -> String {
    let of = |paragraph: &Paragraph| {
        paragraph.words().map(|word| word.text.to_owned()).collect::<Vec<_>>().join("|")
    };
    read(source).iter().map(of).collect::<Vec<_>>().join(" / ")
}

#[test]
fn markup_is_not_read_and_what_it_marks_is() {
    let source = "# A *title*\n\nOne **two** [three](http://x.y \"no\") ![no](no.png) _four_.\n";
    assert_eq!(words(source), "A|title / One|two|three|four");
}

#[test]
fn front_matter_code_and_html_are_no_prose() {
    let source = "---\ntitle: No\n---\n\nOne `no no` two<br>three <!-- no -->\n\n    no\n\n```\nno\n```\n\n\
                  <div>no</div>\n";
    assert_eq!(words(source), "One|two|three");
}

#[test]
fn addresses_are_no_prose_however_they_are_written() {
    let source = "See <https://no.no>, https://no.no/a_b?c=d&e and (www.no.no), no@no.no, @no, #no, \
                  src/no.rs, ~/no/no, C:\\no. One.\n";
    assert_eq!(words(source), "See|and|One");
}

#[test]
fn numbers_and_abbreviations_keep_their_places() {
    assert_eq!(words("It cost 1.5 or 3, e.g. four.\n"), "It|cost|1.5|or|3|four");
}

#[test]
fn items_cells_and_footnotes_are_paragraphs() {
    let source = "- one\n- two\n\n| a | b |\n| - | - |\n| c | d |\n\n> e[^1]\n\n[^1]: f\n";
    assert_eq!(words(source), "one / two / a / b / c / d / e / f");
    let quoted = read(source).iter().filter(|paragraph| paragraph.is_quoted).count();
    assert_eq!(quoted, 2);
}

#[test]
fn a_word_stands_where_its_bytes_are() {
    let source = "\u{feff}Rain 🧑‍🏭 and\r\nsnów.\r\n";
    let paragraph = read(source).remove(0);
    let spans = paragraph.words().map(|word| paragraph.span(word.range).of(source).to_owned());
    assert_eq!(spans.collect::<Vec<_>>(), ["Rain", "and", "snów"]);
}

#[test]
fn what_is_broken_by_markup_is_not_written_as_it_is_seen() {
    let source = "un*fair* fair\n";
    let paragraph = read(source).remove(0);
    assert_eq!(paragraph.written(0..6, source), None);
    assert_eq!(paragraph.span(0..6).of(source), "un*fair");
    assert_eq!(paragraph.written(7..11, source).map(|span| span.of(source)), Some("fair"));
}

#[test]
fn a_name_is_a_word_with_a_capital_twice_and_never_without() {
    let paragraphs =
        read("# Strand Rises\n\nStrand’s rises. Orla sees it. It rises, and it stays.\n");
    let mut names: Vec<_> = names(&paragraphs).into_iter().collect();
    names.sort_unstable();
    assert_eq!(names, ["Strand"]);
}

#[test]
fn a_page_of_addresses_takes_no_square_of_its_length() {
    let source = "www.example.com word ".repeat(20_000);
    assert_eq!(read(&source)[0].words().count(), 20_000);
}

proptest! {
    #[test]
    fn whatever_is_read_lies_in_the_text_and_in_its_order(
        source in "(\u{feff})?([a-zA-Zé🧑 *_`\\[\\]()<>#!&;:/.@\\\\-]|\r\n|\r|\n){0,80}",
    ) {
        let mut end = 0;
        for paragraph in read(&source) {
            for word in paragraph.words() {
                let span = paragraph.span(word.range.clone());
                prop_assert!(span.start.0 >= end && span.end >= span.start);
                end = span.end.0;
                prop_assert!(source.is_char_boundary(span.start.0) && source.is_char_boundary(end));
                if let Some(span) = paragraph.written(word.range, &source) {
                    prop_assert_eq!(span.of(&source), word.text);
                }
            }
        }
    }
}
