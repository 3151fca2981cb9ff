//! `lede search` and `lede replace`

use lede_tests::terminal;

/// A library of three drafts.
const LIBRARY: &str = r"
$ mkdir -p l/in; printf 'The Ferry.\n\nNo ferry today, Ferryman.\n' > l/a.md; printf 'No words.\n' > l/ferry.md; printf 'x\n' > l/in/x.md
";

#[test]
fn search_prints_the_lines_that_have_the_words() {
    let found = r#"
$ touch -d 2026-01-01 l/ferry.md; touch -d 2026-01-02 l/a.md
$ lede search ferry --library l
~/l/ferry.md
~/l/a.md:1: The Ferry.
~/l/a.md:3: No ferry today, Ferryman.
$ lede search ferry no --library l
~/l/a.md:1: The Ferry.
~/l/a.md:3: No ferry today, Ferryman.
~/l/ferry.md:1: No words.
$ lede search 'today no' --whole-words --library l --json
{"drafts":[{"file":"~/l/a.md","in_name":false,"hits":[{"start":12,"end":14,"line":3,"excerpt":"No ferry today, Ferryman.","mark":[0,2]},{"start":21,"end":26,"line":3,"excerpt":"No ferry today, Ferryman.","mark":[9,14]}]}]}
$ lede search 'F[a-z]+y' --regex --case --library l
~/l/a.md:1: The Ferry.
~/l/a.md:3: No ferry today, Ferryman.
$ lede search nothing-like-it --library l
lede: No draft has it.
$ lede search '(' --regex --library l
lede: This is no regular expression: unclosed group. Mend it, or look for the words as they stand.
[status 2]
"#;
    terminal(&format!("{}{}", LIBRARY.trim_start(), found.trim_start()));
}

#[test]
fn replace_shows_its_edits_first_and_keeps_what_was_there() {
    let replaced = r#"
$ lede replace ferry boat --whole-words --library l --dry-run
[{"file":"~/l/a.md","edits":[{"start":4,"end":9,"insert":"boat"},{"start":15,"end":20,"insert":"boat"}]}]
$ lede replace '(F)erry' '${1}astboat' --regex --case --library l; cat l/a.md
~/l/a.md: 2
The Fastboat.

No ferry today, Fastboatman.
$ lede history l/a.md | grep -o 'before something was replaced'
before something was replaced
$ lede replace nothing-like-it x --library l
lede: No draft has it.
"#;
    terminal(&format!("{}{}", LIBRARY.trim_start(), replaced.trim_start()));
}
