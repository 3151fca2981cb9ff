//! `lede outline`

use lede_tests::terminal;

#[test]
fn an_outline_names_each_part_and_its_length() {
    terminal(
        "
$ lede outline five-points.md
title       Five Reasons The Clock On The Market Hall Is Right
dek         It has been four minutes slow since the fire, and the town has arranged itself around it.
lede        40 words
1           The Ladder Is Too Short (9 words)
2           The Buses Leave By It (19 words)
3           The School Has Got Used To It (13 words)
4           The Church Is Four Minutes Fast (6 words)
5           Somebody Would Have To Decide (10 words)
conclusion  15 words
footer      –
",
    );
}

#[test]
fn an_outline_as_json_has_every_part_as_it_is_written() {
    terminal(
        r#"
$ lede outline footer.md --json
{"title":"Two Notes With A Footer","dek":"The footer is the same every time.","lede":"The opening.","points":[{"number":1,"heading":"The First Note","body":"A body."},{"number":2,"heading":"The Second Note","body":"Another body."}],"conclusion":"The conclusion.","footer":"**House rules.** Be brief.\n\n1. This list is no point.\n2. Nor is this."}
"#,
    );
}

#[test]
fn absent_parts_are_null_and_absent_points_are_none() {
    terminal(
        r#"
$ printf 'Just a line.\n' | lede outline - --json
{"title":null,"dek":null,"lede":"Just a line.","points":[],"conclusion":null,"footer":null}
$ lede outline article.md --json
{"title":"The Ladder In The Market Hall","dek":"A plain article with headings and no numbers.","lede":"The long ladder burned in the fire.\n\n## What it was for\n\nIt reached the clock.\n\n## What is left\n\nThe short one, which reaches the second floor.","points":[],"conclusion":null,"footer":null}
"#,
    );
}

#[test]
fn the_outline_of_a_text_does_not_depend_on_its_line_ends_or_its_mark() {
    terminal(
        r"
$ lede outline five-points.md > lf; lede outline crlf-bom.md > crlf; cmp lf crlf
",
    );
}

#[test]
fn a_reader_that_has_had_enough_is_no_failure() {
    terminal(
        r#"
$ lede outline five-points.md --json | head -c 9; echo
{"title":
"#,
    );
}
