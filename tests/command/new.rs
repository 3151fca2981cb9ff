//! `lede new`, and `lede` with a file

use lede_tests::terminal;

#[test]
fn a_new_draft_is_named_after_the_day_and_its_title_and_has_the_points_that_the_title_promises() {
    terminal(
        "
$ lede new 'Three Things Nobody Asked The Harbour Master' --library . --date 2026-03-01
~/2026-03-01-three-things-nobody-asked-the-harbour-master.md
$ cat 2026-03-01-three-things-nobody-asked-the-harbour-master.md
# Three Things Nobody Asked The Harbour Master

---

## 1.

## 2.

## 3.
",
    );
}

#[test]
fn a_name_that_is_taken_gets_a_number_and_nothing_is_written_over() {
    terminal(
        "
$ lede new 'Élan, 東京!' --points 1 --library . --date 2026-03-01
~/2026-03-01-élan-東京.md
$ lede new 'Élan, 東京!' --points 2 --library . --date 2026-03-01
~/2026-03-01-élan-東京-2.md
$ lede new '…' --template plain --library . --date 2026-03-01; cat 2026-03-01-untitled.md
~/2026-03-01-untitled.md
# …
",
    );
}

#[test]
fn without_a_library_the_one_in_the_settings_is_taken() {
    terminal(
        r#"
$ mkdir -p .config/lede mine; echo "library = \"$PWD/mine\"" > .config/lede/settings.toml
$ lede new 'Two Doors' --date 2026-03-01
~/mine/2026-03-01-two-doors.md
"#,
    );
}

#[test]
fn templates_are_files_that_a_person_edits_and_adds_to() {
    terminal(
        r#"
$ lede new --template '?'
irritants
takeaways
reasons
questions
lessons
plain
$ printf '# {{title}}\n\nOn {{date}}:\n\n## 1) Hm\n' > .config/lede/templates/Hums.md
$ lede new 'Two Hums' --template hums --library . --date 2026-03-01; cat 2026-03-01-two-hums.md
~/2026-03-01-two-hums.md
# Two Hums

On 2026-03-01:

## 1) Hm

## 2) Hm
$ lede new 'Two Lessons From A Lock' --template lessons --library . --date 2026-03-01 | xargs cat
# Two Lessons From A Lock

---

## 1.

## 2.

---

## What I Would Do Again
"#,
    );
}

#[test]
fn what_cannot_begin_says_why() {
    terminal(
        "
$ lede new 'Two Doors' --library nowhere
lede: The folder nowhere is not there. Choose another, or bring it back.
[status 2]
$ lede new 'Two Doors' --library article.md
lede: “article.md” is a file, not a folder. Choose the folder that holds the drafts.
[status 2]
$ lede new 'Two Doors' --library . --template sonnet
lede: There is no template “sonnet”. Choose irritants, takeaways, reasons, questions, lessons or plain.
[status 2]
$ lede new --template plain
lede: Give the piece a title.
[status 2]
$ lede new 'Two Doors' --library . --points 1000
lede: 1000 points are too many. Choose up to 999.
[status 2]
$ lede new 'Two Doors' --library . --date yesterday
lede: invalid value 'yesterday' for '--date <YYYY-MM-DD>': write the day as in 2026-03-01. See lede --help.
[status 2]
",
    );
}

#[test]
fn lede_with_a_file_starts_the_window_beside_it() {
    terminal(
        r#"
$ mkdir bin; cp "$(command -v lede)" bin; printf '#!/bin/sh\necho "$@" > ~/started\n' > bin/lede-desktop
$ chmod +x bin/lede-desktop; bin/lede article.md --library .; while [ ! -s started ]; do :; done; cat started
~/article.md --library ~
$ rm started; bin/lede; while [ ! -e started ]; do :; done; cat started

"#,
    );
}

#[test]
fn lede_with_a_file_that_cannot_be_opened_starts_nothing() {
    terminal(
        "
$ lede missing.md
lede: There is no file “missing.md”. Check the name, or give - for standard input.
[status 2]
$ lede .
lede: . is a folder. To open the window on it: lede --library .
[status 2]
$ lede -
lede: The window opens files, not standard input. Name a file.
[status 2]
",
    );
}
