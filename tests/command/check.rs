//! `lede check`

use lede_tests::terminal;

#[test]
fn a_finding_is_shown_on_its_line_with_what_mends_it() {
    terminal(
        r"
$ printf '# Three Signs Of Rain\n\n## 1. Swallows\n\nThey fly low.\n\n## 3. Cows\n\nThey lie down.\n' > rain.md
$ lede check rain.md
error[count-agreement]: This says “Three”, but the piece has 2 points.
 --> rain.md:1:3
  |
1 | # Three Signs Of Rain
  |   ^^^^^
  |
  = help: Change to “Two”

warning[missing-part]: The piece has no lede.
 --> rain.md:1:3
  |
1 | # Three Signs Of Rain
  |   ^^^^^^^^^^^^^^^^^^^

warning[missing-part]: The piece has no conclusion.
 --> rain.md:1:3
  |
1 | # Three Signs Of Rain
  |   ^^^^^^^^^^^^^^^^^^^

error[numbering]: This point is numbered 3 where 2 would follow.
 --> rain.md:7:4
  |
7 | ## 3. Cows
  |    ^
  |
  = help: Renumber the points
lede: 2 errors, 2 warnings
[status 1]
",
    );
}

#[test]
fn findings_as_json_have_bytes_and_places() {
    terminal(
        r#"
$ printf '# Two Signs Of Rain\n\n## 1. Swallows\n\nThey fly TK low.\n\n## 3. Cows\n\nThey lie down.\n' | lede check - --format json
{"findings":[{"file":"-","rule":"missing-part","severity":"warning","start":2,"end":19,"line":1,"column":3,"message":"The piece has no lede.","fixes":[]},{"file":"-","rule":"missing-part","severity":"warning","start":2,"end":19,"line":1,"column":3,"message":"The piece has no conclusion.","fixes":[]},{"file":"-","rule":"placeholder","severity":"error","start":46,"end":48,"line":5,"column":10,"message":"“TK” is still to be filled in.","fixes":[]},{"file":"-","rule":"numbering","severity":"error","start":58,"end":59,"line":7,"column":4,"message":"This point is numbered 3 where 2 would follow.","fixes":[{"label":"Renumber the points","edits":[{"start":58,"end":59,"insert":"2"}]}]}]}
[status 1]
$ lede check five-points.md --format json --date 2026-03-01
{"findings":[]}
"#,
    );
}

#[test]
fn a_text_with_nothing_to_say_about_passes_in_silence() {
    terminal(
        r#"
$ lede check countdown.md
$ lede check countdown.md --format json
{"findings":[]}
"#,
    );
}

#[test]
fn bytes_count_the_mark_and_columns_count_characters() {
    terminal(
        r#"
$ printf '\357\273\277# Two Signs\r\n\r\nRain 🧑‍🏭 é TK.\r\n\r\n## 1. A\r\n\r\n## 2. B\r\n\r\nc\r\n' > marked.md
$ lede check marked.md
warning[missing-part]: The piece has no conclusion.
 --> marked.md:1:3
  |
1 | # Two Signs
  |   ^^^^^^^^^

error[placeholder]: “TK” is still to be filled in.
 --> marked.md:3:12
  |
3 | Rain 🧑🏭 é TK.
  |             ^^

error[empty-point]: Point 1 has no body.
 --> marked.md:5:7
  |
5 | ## 1. A
  |       ^
lede: 2 errors, 1 warning
[status 1]
$ lede check marked.md --format json
{"findings":[{"file":"marked.md","rule":"missing-part","severity":"warning","start":5,"end":14,"line":1,"column":3,"message":"The piece has no conclusion.","fixes":[]},{"file":"marked.md","rule":"placeholder","severity":"error","start":38,"end":40,"line":3,"column":12,"message":"“TK” is still to be filled in.","fixes":[]},{"file":"marked.md","rule":"empty-point","severity":"error","start":51,"end":52,"line":5,"column":7,"message":"Point 1 has no body.","fixes":[]}]}
[status 1]
$ tail -c +39 marked.md | head -c 2; echo
TK
$ lede check marked.md --format sarif | grep -o '"region":{[^}]*}'
"region":{"byteLength":9,"byteOffset":5,"endColumn":12,"endLine":1,"startColumn":3,"startLine":1}
"region":{"byteLength":2,"byteOffset":38,"endColumn":14,"endLine":3,"startColumn":12,"startLine":3}
"region":{"byteLength":1,"byteOffset":51,"endColumn":8,"endLine":5,"startColumn":7,"startLine":5}
"#,
    );
}

#[test]
fn each_of_several_files_is_checked_whatever_befalls_the_others() {
    terminal(
        r"
$ printf 'A TODO.\n' > todo.md; printf 'XXX\n' > xxx.md
$ lede check todo.md missing.md xxx.md folder/none.md
lede: There is no file “missing.md”. Check the name, or give - for standard input.
lede: The folder folder is not there. Choose another, or bring it back.
error[placeholder]: “TODO” is still to be filled in.
 --> todo.md:1:3
  |
1 | A TODO.
  |   ^^^^

error[placeholder]: “XXX” is still to be filled in.
 --> xxx.md:1:1
  |
1 | XXX
  | ^^^
lede: 2 errors
[status 2]
$ printf '\377\n' | lede check - countdown.md
lede: “standard input” is not UTF-8 text. Convert a copy first: iconv --from WINDOWS-1252 --to UTF-8 FILE > COPY
[status 2]
",
    );
}

#[test]
fn the_sample_drafts_have_nothing_that_a_reader_would_stumble_over() {
    let drafts = concat!(env!("CARGO_MANIFEST_DIR"), "/../drafts");
    terminal(&format!(
        r#"
$ lede check {drafts}/*.md --date 2026-11-25 --format json | grep -o -e '"severity":"error"' -e '"severity":"warning"'
[status 1]
$ lede check {drafts}/*.md --date 2026-11-25 > /dev/null 2>&1
"#
    ));
}

#[test]
fn only_an_error_fails() {
    terminal(
        r"
$ printf 'See [it](htp://harbour.example).\n' > warned.md; lede check warned.md countdown.md
warning[link-target]: “htp://harbour.example” is not an address that can be opened.
 --> warned.md:1:5
  |
1 | See [it](htp://harbour.example).
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
lede: 1 warning
$ printf 'It rained yesterday, they say.\n' | lede check - --date 2026-03-02
info[relative-date]: “yesterday” means 1 March 2026, which a later reader cannot know.
 --> -:1:11
  |
1 | It rained yesterday, they say.
  |           ^^^^^^^^^
lede: 1 info
$ lede check
lede: the following required arguments were not provided: <FILE>. See lede --help.
[status 2]
$ lede check countdown.md --format xml
lede: invalid value 'xml' for '--format <FORMAT>' [possible values: text, json, sarif]. See lede --help.
[status 2]
",
    );
}

#[test]
fn a_link_may_lead_to_a_file_beside_the_draft_from_wherever_it_is_checked() {
    terminal(
        r"
$ mkdir 'a room'; touch 'a room/the plan.png'; printf 'The [plan](the%%20plan.png), [old](gone.png), [site](/map.png).\n' > 'a room/t.md'
$ lede check 'a room/t.md'
warning[link-target]: There is no file “gone.png”.
 --> a room/t.md:1:29
  |
1 | The [plan](the%20plan.png), [old](gone.png), [site](/map.png).
  |                             ^^^^^^^^^^^^^^^
lede: 1 warning
$ lede check - < 'a room/t.md'
",
    );
}

#[test]
fn a_finding_that_runs_over_lines_is_marked_from_its_first_to_its_last() {
    terminal(
        r"
$ printf 'Dry.\r\n\r\n' > long.md; printf 'It rained and it poured and it rained and it poured and\r\n%.0s' 1 2 3 4 >> long.md; printf 'it was wet.\r\n' >> long.md
$ lede check long.md
info[long-sentence]: This sentence has 51 words.
 --> long.md:3:1
  |
3 | / It rained and it poured and it rained and it poured and
4 | | It rained and it poured and it rained and it poured and
5 | | It rained and it poured and it rained and it poured and
6 | | It rained and it poured and it rained and it poured and
7 | | it was wet.
  | |___________^
lede: 1 info
",
    );
}

#[test]
fn a_program_without_grammar_says_how_to_have_one_with_it() {
    terminal(
        r"
$ lede check --grammar countdown.md
lede: This lede knows no grammar. Build one that does: cargo build --release -p lede-cli --features grammar
[status 2]
",
    );
}

#[test]
fn points_are_held_to_the_band_that_the_settings_have() {
    terminal(
        r"
$ lede check five-points.md
$ mkdir -p .config/lede; printf '[goals]\npoint = { from = 13, to = 30 }\n' > .config/lede/settings.toml
$ lede check five-points.md
info[point-balance]: With 12 words this point is shorter than points are meant to be: 13 to 30.
  --> five-points.md:25:7
   |
25 | ## 4. The Church Is Four Minutes Fast
   |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
lede: 1 info
",
    );
}
