//! `lede export` and `lede import`

use lede_tests::terminal;

#[test]
fn markdown_is_exported_as_it_is_written() {
    terminal(
        "
$ lede export crlf-bom.md --to markdown | cmp - crlf-bom.md
",
    );
}

#[test]
fn the_same_text_is_exported_to_the_same_page_every_time_and_from_anywhere() {
    terminal(
        "
$ lede export five-points.md --to html > one.html; lede export - --to html < five-points.md | cmp - one.html
$ lede export five-points.md --to html -o two.html; cmp one.html two.html; grep -c '<h2' one.html
5
",
    );
}

#[test]
fn an_out_that_exists_is_written_over_only_by_force() {
    terminal(
        "
$ lede export five-points.md --to html -o article.md
lede: There is already something named “article.md”. Choose another name, or give --force to write over it.
[status 2]
$ head -n 1 article.md
# The Ladder In The Market Hall
$ lede export five-points.md --to markdown -o article.md --force; cmp article.md five-points.md
$ lede export five-points.md --to markdown -o five-points.md --force
lede: OUT is the draft itself. Choose another name for the export.
[status 2]
",
    );
}

#[test]
fn an_out_that_cannot_be_written_says_why() {
    terminal(
        "
$ mkdir folder; lede export five-points.md --to text -o folder --force
lede: “folder” is a folder, not a draft. Name a file in it.
[status 2]
$ lede export five-points.md --to text -o nowhere/out.txt
lede: The folder ~/nowhere is not there. Choose another, or bring it back.
[status 2]
$ lede export five-points.md --to docx
lede: invalid value 'docx' for '--to <FORMAT>' [possible values: html, markdown, text]. See lede --help.
[status 2]
$ lede export five-points.md
lede: the following required arguments were not provided: --to <FORMAT>. See lede --help.
[status 2]
",
    );
}

#[test]
fn plain_text_becomes_a_piece() {
    terminal(
        r"
$ printf 'Two Notes\n\nA line below.\n\nThe opening.\n\n***\n\n1. First\n\nBody.\n\n2) Second\n\nBody.\n\n***\n\nThe end.\n' | lede import -
# Two Notes

*A line below.*

The opening.

---

## 1. First

Body.

## 2. Second

Body.

---

The end.
",
    );
}

#[test]
fn a_page_becomes_a_piece_and_what_is_left_out_is_said() {
    terminal(
        r"
$ printf '<nav><a href=/>Home</a></nav><h1>Two Signs Of Rain</h1><h2>1. Cows</h2><p>They <b>lie</b>.</p><h2>2. Smoke</h2>' > page.html
$ lede import page.html
# Two Signs Of Rain

---

## 1. Cows

They **lie**.

## 2. Smoke
lede: Left out of the page: navigation.
",
    );
}

#[test]
fn of_a_page_without_words_no_piece_is_made_and_nothing_is_written_over() {
    terminal(
        r"
$ cp five-points.md kept.md; printf '<script>a</script><p> </p><hr>' > page.html
$ lede import page.html -o kept.md --force; cmp kept.md five-points.md
lede: There is nothing to make a piece of, so nothing is written. Name a file with text in it.
$ lede import page.html -o new.md; ls new.md 2> said
lede: There is nothing to make a piece of, so nothing is written. Name a file with text in it.
[status 2]
$ printf '<ul><li>a</li></ul>' | lede import -
- a
",
    );
}
