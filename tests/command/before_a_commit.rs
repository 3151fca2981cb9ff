//! `lede check` where other programs run it: before a commit, and over many files.

use lede_tests::terminal;

/// A line of shell that writes the hook of the README.
fn hook() -> String {
    let readme = concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md");
    format!(
        "sed -n '/^#!.bin.sh/,/^```/p' {readme} | grep -v '```' > .git/hooks/pre-commit; \
         chmod +x .git/hooks/pre-commit; wc -l < .git/hooks/pre-commit"
    )
}

#[test]
fn the_hook_of_the_readme_keeps_an_error_out_of_a_commit_and_lets_the_mended_draft_in() {
    terminal(&format!(
        r"
$ git init -q; git config user.name N; git config user.email n@host.example; mkdir drafts
$ {hook}
2
$ printf '# Three Signs\n\nRain.\n\n## 1. A\n\na\n\n## 2. B\n\nb\n\n---\n\nSun.\n' > 'drafts/a sign.md'; cp countdown.md drafts; git add drafts
$ git commit -q -m one 2>&1 | sed 's/ *$//'; git log --oneline 2>&1 | grep -c one
error[count-agreement]: This says “Three”, but the piece has 2 points.
 --> drafts/a sign.md:1:3
  |
1 | # Three Signs
  |   ^^^^^
  |
  = help: Change to “Two”
lede: 1 error
0
[status 1]
$ lede check --fix 'drafts/a sign.md'; git add drafts; git commit -q -m one; git log --format=%s
lede: drafts/a sign.md:1:3: “Three” is now “Two”
one
$ printf 'It rained yesterday.\n' > drafts/note.md; git add drafts; git commit -q -m two 2>&1 | grep -o '^info.[a-z-]*'; git log --format=%s
info[relative-date
two
one
$ printf 'TK\n' > README.md; git add README.md; git commit -q -m three; git log --format=%s | head -n 1
three
$ printf 'TK\n' > drafts/gone.md; git add drafts; git commit -q --no-verify -m four; git rm -q drafts/gone.md; git commit -q -m five; git log --format=%s | head -n 1
five
",
        hook = hook()
    ));
}

#[test]
fn the_gravest_of_several_files_decides_the_status() {
    terminal(
        r"
$ printf 'TK\n' > error.md; printf 'It rained yesterday.\n' > info.md
$ lede check info.md countdown.md > /dev/null 2>&1
$ lede check info.md error.md countdown.md > /dev/null 2>&1
[status 1]
$ lede check error.md missing.md > /dev/null 2>&1
[status 2]
$ lede check - countdown.md < error.md 2>&1 | grep -e '-->' -e '^lede'
 --> -:1:1
lede: 1 error
$ lede check - < countdown.md; lede check countdown.md - < error.md > /dev/null 2>&1
[status 1]
$ lede check -- ./error.md > /dev/null 2>&1
[status 1]
",
    );
}
