//! Plain text in, Markdown out: each sentence of the rules of import.

use export::{import_plain, text};
use piece::{Outline, OutlinePoint, Piece};
use proptest::prelude::*;
use text::Text;

fn outline(markdown: &str) -> Outline {
    Piece::parse(markdown).outline(markdown)
}

#[track_caller]
fn imports(plain: &str, expected: &str) {
    assert_eq!(import_plain(plain), expected, "{plain:?}");
}

#[test]
fn the_first_line_that_is_not_empty_is_the_title() {
    imports("\n\n  Five Signals  \n\nText.", "# Five Signals\n\nText.\n");
    imports("\u{feff}Title\r\n\r\nText.\r\n", "# Title\n\nText.\n");
    imports("", "");
    imports(" \n\t\n", "");
    imports("C#\nText", "# C#\n\nText\n");
    imports("A #\nText", "# A \\#\n\nText\n");
    imports("3. A title\nText", "---\ntitle: \"3. A title\"\n---\n\nText\n");
}

#[test]
fn of_two_paragraphs_before_the_first_rule_or_point_the_first_is_the_dek() {
    imports("T\n\nOne.", "# T\n\nOne.\n");
    imports("T\n\nOne.\n\nTwo.", "# T\n\n*One.*\n\nTwo.\n");
    imports("T\nOne.\nTwo.\nThree.", "# T\n\n*One.*\n\nTwo.\n\nThree.\n");
    imports("T\nOne.\n---\nTwo.\nThree.", "# T\n\nOne.\n\n---\n\nTwo.\n\nThree.\n");
    imports("T\nOne.\n1. A\nTwo.", "# T\n\nOne.\n\n---\n\n## 1. A\n\nTwo.\n");
    imports("T\nOne.\nTwo.\n1. A", "# T\n\n*One.*\n\nTwo.\n\n---\n\n## 1. A\n");
    imports(
        "T\n\"One,\" he said.\nTwo *three*.",
        "# T\n\n*\"One,\" he said.*\n\nTwo \\*three\\*.\n",
    );
}

#[test]
fn a_line_of_three_signs_of_a_kind_or_one_asterism_is_a_rule() {
    for rule in [
        "---",
        "- - -",
        "*****",
        "* * *",
        "___",
        "===",
        "= = = =",
        "———",
        "— — —",
        "⁂",
        "⁂ ⁂",
        "  ---  ",
    ] {
        imports(&format!("T\nOne.\n{rule}\nTwo."), "# T\n\nOne.\n\n---\n\nTwo.\n");
    }
    for (line, paragraph) in
        [("--", "--"), ("-*-", "-*-"), ("—", "—"), ("- -", "\\- -"), ("+++", "+++"), ("...", "...")]
    {
        imports(&format!("T\n{line}"), &format!("# T\n\n{paragraph}\n"));
    }
}

#[test]
fn lines_whose_numbers_run_are_headings_of_points() {
    imports(
        "T\n\n1. One\nFirst.\n2) Two\nSecond.\n\n3. Three",
        "# T\n\n---\n\n## 1. One\n\nFirst.\n\n## 2. Two\n\nSecond.\n\n## 3. Three\n",
    );
    imports("T\n1.5 million\n2. x", "# T\n\n*1.5 million*\n\n2\\. x\n");
    imports("T\n1. One\n3. Three", "# T\n\n---\n\n## 1. One\n\n3\\. Three\n");
    imports(
        "T\n1. One\n\n---\n\n2. Two\n***\n3. Three",
        "# T\n\n---\n\n## 1. One\n\n## 2. Two\n\n## 3. Three\n",
    );
    imports("T\n1.\n2.", "# T\n\n---\n\n## 1.\n\n## 2.\n");
}

#[test]
fn a_restart_at_one_inside_a_body_opens_a_list_that_lasts_as_long_as_its_numbers_run() {
    imports(
        "T\n1. One\n1. a\n2. b\n2. Two\nText.",
        "# T\n\n---\n\n## 1. One\n\n1. a\n2. b\n\n## 2. Two\n\nText.\n",
    );
    imports(
        "T\n1. One\n2. Two\n1. a\n\n2. b\n\n3. c\nText.\n3. Three",
        "# T\n\n---\n\n## 1. One\n\n## 2. Two\n\n1. a\n2. b\n3. c\n\nText.\n\n## 3. Three\n",
    );
    imports("T\n1. One\n1. a\n1. b\n2. c", "# T\n\n---\n\n## 1. One\n\n1. a\n\n1) b\n2) c\n");
    imports("T\n1. One\n1. - a\n2. [ ] b", "# T\n\n---\n\n## 1. One\n\n1. \\- a\n2. \\[ \\] b\n");
}

#[test]
fn every_other_line_is_a_paragraph_and_none_becomes_structure() {
    for (line, paragraph) in [
        ("# x", "\\# x"),
        ("- x", "\\- x"),
        ("+ x", "\\+ x"),
        ("> x", "\\> x"),
        ("4) x", "4\\) x"),
        ("a_b_c", "a_b_c"),
        ("_a_", "\\_a\\_"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("<b>x</b>", "\\<b\\>x\\</b\\>"),
        ("[a]: /b", "\\[a\\]: /b"),
        ("[^1]: x", "\\[^1\\]: x"),
        ("&amp;", "\\&amp;"),
        ("```", "\\`\\`\\`"),
        ("~~~", "\\~\\~\\~"),
        ("AT&T", "AT&T"),
        ("a\\", "a\\"),
        ("\\*", "\\\\\\*"),
        ("https://e.org/a_b", "https://e.org/a_b"),
        ("<https://e.org>", "\\<https://e.org\\>"),
        ("    x", "x"),
        ("| a |", "| a |"),
    ] {
        imports(&format!("T\n{line}"), &format!("# T\n\n{paragraph}\n"));
    }
}

#[test]
fn after_the_rule_that_follows_the_last_point_comes_the_conclusion() {
    imports("T\n1. A\nx\n---\nEnd.\nMore.", "# T\n\n---\n\n## 1. A\n\nx\n\n---\n\nEnd.\n\nMore.\n");
    imports("T\n1. A\nx\n---\n\n", "# T\n\n---\n\n## 1. A\n\nx\n");
}

#[test]
fn two_blank_lines_or_a_line_in_capitals_or_a_rule_begin_the_footer() {
    let before = "# T\n\n---\n\n## 1. A\n\n---\n\nEnd.\n\n---\n\n";
    imports("T\n1. A\n---\nEnd.\n\n\nFoot.\n\n\nMore.", &format!("{before}Foot.\n\nMore.\n"));
    imports("T\n1. A\n---\nEnd.\n\nABOUT US\nMore.", &format!("{before}ABOUT US\n\nMore.\n"));
    imports("T\n1. A\n---\nEnd.\n***\nFoot.", &format!("{before}Foot.\n"));
    imports("T\n1. A\n---\nEnd.\nNATO\n", "# T\n\n---\n\n## 1. A\n\n---\n\nEnd.\n\nNATO\n");
    imports("T\n1. A\n\n\nx\n\n\n---\n\n\nEnd.", "# T\n\n---\n\n## 1. A\n\nx\n\n---\n\nEnd.\n");
    imports(
        "T\n1. A\n---\n\n\nEnd.\n---\n1. Be kind\n2. Be brief",
        &format!("{before}1. Be kind\n2. Be brief\n"),
    );
}

#[test]
fn what_fits_nowhere_stays_in_place() {
    imports(
        "T\nd\nl\n1. A\nx\n2. B\ny\n---\nz\n3. C",
        "# T\n\n*d*\n\nl\n\n---\n\n## 1. A\n\nx\n\n## 2. B\n\ny\n\n---\n\nz\n\n## 3. C\n",
    );
}

/// Lines of which some mean something, in any order.
fn any_lines() -> impl Strategy<Value = String> {
    let line = prop::sample::select(vec![
        "",
        "",
        "",
        "---",
        "⁂",
        "1. One",
        "2) Two",
        "3. Three",
        "1. again",
        "4.",
        "Text here.",
        "*stars*",
        "# hash",
        "ABOUT US",
        "<b>bold</b>",
        "[a]: /b",
        "[a]",
        "    code",
        "> quote",
        "- item",
        "a_b_ c",
        "&lt;",
        "`",
        "**",
        "\\",
        "1.5 million",
        "é 中 🚢",
        "| a |",
        "|-|",
        "===",
        "==",
        "+",
        "0. zero",
        "007) bond",
        "***a",
        "_",
        "~~x~~",
    ]);
    let ending = prop::sample::select(vec!["\n", "\n", "\r\n", "\r"]);
    prop::collection::vec((line, ending), 0..25)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| format!("{line}{end}")).collect())
}

fn words(text: &str) -> Vec<String> {
    let split = text.split(|next: char| !next.is_alphanumeric());
    split.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Words that need no escape, so that Markdown and plain text are the same.
fn any_sentence() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "ferry",
        "Crew,",
        "tariff",
        "5",
        "it's",
        "“quoted”",
        "a-b",
        "été",
        "(so)",
        "50%",
        "U.S.",
        "—",
        "&",
        "x_y",
    ]);
    prop::collection::vec(word, 0..8).prop_map(|words| format!("Word {} end.", words.join(" ")))
}

fn any_sentences(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(any_sentence(), count)
}

/// A piece in canonical form that plain text can hold: it has a dek, or one paragraph of lede at most.
fn any_canonical() -> impl Strategy<Value = String> {
    let opening = prop_oneof![
        (any_sentence(), any_sentences(1..4))
            .prop_map(|(dek, lede)| format!("*{dek}*\n\n{}\n\n", lede.join("\n\n"))),
        any_sentences(0..2).prop_map(|lede| lede.iter().map(|one| format!("{one}\n\n")).collect()),
    ];
    let points = prop::collection::vec((any_sentence(), any_sentences(0..3)), 1..6);
    let ending = prop_oneof![
        Just(String::new()),
        any_sentences(1..3).prop_map(|end| format!("---\n\n{}\n\n", end.join("\n\n"))),
        (any_sentences(1..3), any_sentences(1..3)).prop_map(|(end, footer)| {
            format!("---\n\n{}\n\n---\n\n{}\n\n", end.join("\n\n"), footer.join("\n\n"))
        }),
    ];
    (any_sentence(), opening, points, ending).prop_map(|(title, opening, points, ending)| {
        let mut out = format!("# {title}\n\n{opening}---\n\n");
        for (place, (heading, body)) in points.iter().enumerate() {
            let body: String = body.iter().map(|one| format!("{one}\n\n")).collect();
            out.push_str(&format!("## {}. {heading}\n\n{body}", place + 1));
        }
        format!("{}\n", (out + &ending).trim_end())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn every_word_is_kept_in_its_order(plain in any_lines()) {
        let imported = import_plain(&plain);
        let mut kept = words(&imported).into_iter();
        for word in words(&plain) {
            prop_assert!(kept.any(|own| own == word), "{:?} in {:?}", word, imported);
        }
    }

    #[test]
    fn the_points_of_the_plain_text_are_the_points_of_the_piece(plain in any_lines()) {
        let imported = import_plain(&plain);
        let points: Vec<OutlinePoint> = outline(&imported).points;
        let headings = imported.lines().filter(|line| line.starts_with("## ")).count();
        prop_assert_eq!(points.len(), headings, "{}", imported);
        prop_assert!(points.iter().zip(1..).all(|(point, number)| point.number == number), "{}", imported);
    }

    #[test]
    fn importing_the_text_of_a_canonical_piece_gives_it_back(source in any_canonical()) {
        let plain = text(&Text::new(source.clone()));
        let imported = import_plain(&plain);
        prop_assert_eq!(outline(&imported), outline(&source), "{}", plain);
        prop_assert_eq!(imported, source);
    }
}
