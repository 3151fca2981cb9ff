//! `lede check --fix`

use lede_tests::terminal;

#[test]
fn what_is_safe_is_mended_and_told_and_the_rest_is_said() {
    terminal(
        r#"
$ printf '# Three Signs Of Rain\r\n\r\nIt’s wet, “TK”, isn’t it, and isn'"'"'t.\r\n\r\n## 1. Swallows\r\n\r\nThey fly low.\r\n\r\n## 3. Cows TK\r\n\r\nThey lie down.\r\n' > rain.md; cp rain.md before.md
$ lede check rain.md --fix --dry-run; cmp rain.md before.md
[{"start":2,"end":7,"insert":"Two"},{"start":66,"end":67,"insert":"’"},{"start":111,"end":112,"insert":"2"}]
$ lede check rain.md --fix
lede: rain.md:1:3: “Three” is now “Two”
lede: rain.md:3:34: “'” is now “’”
lede: rain.md:9:4: “3” is now “2”
warning[missing-part]: The piece has no conclusion.
 --> rain.md:1:3
  |
1 | # Two Signs Of Rain
  |   ^^^^^^^^^^^^^^^^^

error[placeholder]: “TK” is still to be filled in.
 --> rain.md:9:12
  |
9 | ## 2. Cows TK
  |            ^^
lede: 1 error, 1 warning
[status 1]
$ cp rain.md once.md; touch -d 2001-01-01 rain.md; lede check rain.md --fix 2>&1 | tail -n 1; cmp rain.md once.md; date -r rain.md +%Y
lede: 1 error, 1 warning
2001
"#,
    );
}

#[test]
fn what_comes_from_standard_input_is_mended_to_standard_output() {
    terminal(
        r#"
$ printf '# Two Signs\n\n## 1. A TODO\n\na\n\n## 3. B\n\nb\n' > signs.md; lede check - --fix < signs.md 2> said
# Two Signs

## 1. A TODO

a

## 2. B

b
[status 1]
$ cat said
lede: -:7:4: “3” is now “2”
warning[missing-part]: The piece has no lede.
 --> -:1:3
  |
1 | # Two Signs
  |   ^^^^^^^^^

warning[missing-part]: The piece has no conclusion.
 --> -:1:3
  |
1 | # Two Signs
  |   ^^^^^^^^^

error[placeholder]: “TODO” is still to be filled in.
 --> -:3:9
  |
3 | ## 1. A TODO
  |         ^^^^
lede: 1 error, 2 warnings
$ lede check - --fix --format json < signs.md 2>&1 > text
lede: -:7:4: “3” is now “2”
{"findings":[{"file":"-","rule":"missing-part","severity":"warning","start":2,"end":11,"line":1,"column":3,"message":"The piece has no lede.","fixes":[]},{"file":"-","rule":"missing-part","severity":"warning","start":2,"end":11,"line":1,"column":3,"message":"The piece has no conclusion.","fixes":[]},{"file":"-","rule":"placeholder","severity":"error","start":21,"end":25,"line":3,"column":9,"message":"“TODO” is still to be filled in.","fixes":[]}]}
[status 1]
$ lede check - --fix < countdown.md | cmp - countdown.md
"#,
    );
}

#[test]
fn a_file_that_cannot_be_saved_is_left_as_it_is_and_the_others_are_mended() {
    terminal(
        r#"
$ printf '# Two Signs\n\n## 1. A\n\na\n\n## 3. B\n\nb\n' > signs.md; chmod 444 signs.md; cp "$(command -v lede)" .
$ $NOBODY ./lede check signs.md countdown.md --fix
lede: “signs.md” is marked as read-only, so it was left as it is. Allow it with chmod u+w, or work on a copy.
[status 2]
$ grep '^##' signs.md; cp signs.md others.md; chmod 644 others.md
## 1. A
## 3. B
$ lede check missing.md others.md --fix --format json 2>&1 | cut -c -60; grep '^##' others.md
lede: There is no file “missing.md”. Check the name, or 
lede: others.md:7:4: “3” is now “2”
{"findings":[{"file":"others.md","rule":"missing-part","seve
## 1. A
## 2. B
"#,
    );
}

#[test]
fn a_dry_run_is_one_of_fixes_to_one_text() {
    terminal(
        "
$ lede check footer.md countdown.md --fix --dry-run
lede: A dry run prints the edits of one text. Name one FILE.
[status 2]
$ lede check footer.md --dry-run
lede: the following required arguments were not provided: --fix. See lede --help.
[status 2]
",
    );
}
