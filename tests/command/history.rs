//! `lede history` and `lede restore`

use lede_tests::terminal;

#[test]
fn what_was_before_a_removed_point_comes_back_and_that_can_be_undone() {
    terminal(
        r#"
$ cp crlf-bom.md before.md; lede remove crlf-bom.md 2; cp crlf-bom.md after.md; cmp --silent before.md after.md
[status 1]
$ lede restore crlf-bom.md 1 2>&1 | sed 's/[-0-9]\{10\} [:0-9]\{5\}/DAY TIME/'; cmp crlf-bom.md before.md
lede: crlf-bom.md is as it was on DAY TIME. What it was before is snapshot 2.
$ lede restore crlf-bom.md 2 2> said; cmp crlf-bom.md after.md
$ lede restore crlf-bom.md 2
lede: crlf-bom.md already has the text of snapshot 2.
"#,
    );
}

#[test]
fn a_history_tells_what_became_of_the_words_the_latest_first() {
    terminal(
        r#"
$ lede history five-points.md
lede: There are no snapshots of five-points.md yet.
$ lede remove five-points.md 2; lede remove five-points.md 2; lede restore five-points.md 2 2> said
$ lede history five-points.md | sed 's/[-0-9]\{10\} [:0-9]\{5\}/DAY TIME/'
    3  DAY TIME  before a restore                 123 words     −20
    2  DAY TIME  before a point was removed       143 words     −24
    1  DAY TIME  before a point was removed       167 words
$ lede history five-points.md --json | sed 's/"at":"[-0-9]*T[:.0-9]*Z"/"at":"…"/g; s/"hash":"[0-9a-f]\{64\}"/"hash":"…"/g'
{"snapshots":[{"id":3,"at":"…","why":"before-restore","name":null,"words":123,"bytes":681,"hash":"…"},{"id":2,"at":"…","why":"remove","name":null,"words":143,"bytes":792,"hash":"…"},{"id":1,"at":"…","why":"remove","name":null,"words":167,"bytes":960,"hash":"…"}]}
$ lede history article.md --json
{"snapshots":[]}
"#,
    );
}

#[test]
fn a_dry_run_prints_the_edits_and_keeps_nothing() {
    terminal(
        r#"
$ printf '# T\n\n## 1. a\n\n## 2. b\n' > t.md; lede remove t.md 2 --dry-run; lede history t.md
[{"start":12,"end":21,"insert":""}]
lede: There are no snapshots of t.md yet.
$ lede remove t.md 2; cp t.md before.md; lede restore t.md 1 --dry-run; cmp t.md before.md
[{"start":13,"end":13,"insert":"\n## 2. b\n"}]
$ lede history t.md --json | grep -o '"id":[0-9]*'
"id":1
"#,
    );
}

#[test]
fn an_import_over_a_draft_leaves_what_was_there_in_its_history() {
    terminal(
        r#"
$ cp footer.md before.md; lede import article.md -o footer.md --force; cmp --silent footer.md before.md
[status 1]
$ lede restore footer.md 1 2> said; cmp footer.md before.md; lede import article.md -o new.md --force
$ lede history new.md
lede: There are no snapshots of new.md yet.
$ printf 'Caf\351\n' > latin.md; lede import article.md -o latin.md --force; od -c latin.md | head -1
lede: “latin.md” is not UTF-8 text. Convert a copy first: iconv --from WINDOWS-1252 --to UTF-8 FILE > COPY
0000000   C   a   f 351  \n
"#,
    );
}

#[test]
fn an_export_over_a_draft_leaves_what_was_there_in_its_history() {
    terminal(
        r#"
$ cp footer.md before.md; lede export five-points.md --to markdown -o footer.md --force; cmp five-points.md footer.md
$ lede history footer.md | grep -c 'before a change from outside'
1
$ lede restore footer.md 1 2> said; cmp footer.md before.md
$ lede export five-points.md --to text -o out.txt; lede export footer.md --to text -o out.txt --force
$ lede history out.txt
lede: There are no snapshots of out.txt yet.
$ printf 'Caf\351\n' > latin.md; lede export footer.md --to markdown -o latin.md --force
lede: “latin.md” is not UTF-8 text. Convert a copy first: iconv --from WINDOWS-1252 --to UTF-8 FILE > COPY
[status 2]
"#,
    );
}

#[test]
fn a_draft_that_is_gone_comes_back_and_a_renamed_one_brings_its_history() {
    terminal(
        r#"
$ lede remove five-points.md 1 2> moved; lede restore five-points.md 1 2> said; cp five-points.md whole.md
$ rm five-points.md; lede history five-points.md --json | grep -c '"id":2'
1
$ lede restore five-points.md 2 2> said; lede outline five-points.md | grep -c '^[1-5] '; cat said | cut -d' ' -f 1-6
4
lede: five-points.md is as it was
$ mv five-points.md renamed.md; lede history renamed.md --json | grep -o '"id":[0-9]*'
"id":2
"id":1
$ lede history five-points.md
lede: There is no file “five-points.md”. Check the name, or give - for standard input.
[status 2]
"#,
    );
}

#[test]
fn a_snapshot_that_is_not_there_is_named_with_what_to_do() {
    terminal(
        r#"
$ lede remove footer.md 1; lede restore footer.md 9
lede: There is no snapshot 9 of footer.md. See lede history footer.md.
[status 2]
$ lede restore article.md 1
lede: There is no snapshot 1 of article.md. See lede history article.md.
[status 2]
$ lede restore footer.md first
lede: invalid value 'first' for '<SNAPSHOT>': invalid digit found in string. See lede --help.
[status 2]
$ lede history -
lede: Standard input has no history. Name a file.
[status 2]
$ lede history missing.md
lede: There is no file “missing.md”. Check the name, or give - for standard input.
[status 2]
"#,
    );
}

#[test]
fn a_text_of_which_no_snapshot_can_be_kept_is_left_as_it_is() {
    terminal(
        r#"
$ cp "$(command -v lede)" .; mkdir room; chmod 777 room; cp footer.md room; chmod 666 room/footer.md
$ mkdir .local; chmod 555 .local; cd room; $NOBODY ../lede remove footer.md 1
lede: footer.md stays as it is: no snapshot of it could be kept. You are not allowed to do this with “lede”. Ask its owner, or work on a copy.
[status 2]
$ cmp room/footer.md footer.md
"#,
    );
}

#[test]
fn a_damaged_history_is_set_aside_and_told_once() {
    terminal(
        r#"
$ mkdir -p .local/state/lede; echo damaged > .local/state/lede/snapshots.sqlite; lede remove footer.md 1
lede: The history of your drafts was damaged. It is kept as ~/.local/state/lede/snapshots.broken-1.sqlite, and a new one begins.
$ lede history footer.md --json | grep -c '"id":1'; cat .local/state/lede/snapshots.broken-1.sqlite
1
damaged
"#,
    );
}
