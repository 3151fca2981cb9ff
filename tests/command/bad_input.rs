//! What a disk or a file may be like: each gets one sentence, and nothing is lost.

use lede_tests::terminal;

#[test]
fn a_missing_file_is_named() {
    terminal(
        "
$ lede outline missing.md
lede: There is no file “missing.md”. Check the name, or give - for standard input.
[status 2]
$ lede outline nowhere/missing.md
lede: The folder nowhere is not there. Choose another, or bring it back.
[status 2]
",
    );
}

#[test]
fn a_folder_or_a_device_is_no_draft() {
    terminal(
        "
$ mkdir folder; lede outline folder
lede: “folder” is a folder, not a draft. Name a file in it.
[status 2]
$ lede outline /dev/null
lede: “null” is not a file. Name a file, or give - for standard input.
[status 2]
",
    );
}

#[test]
fn text_in_another_encoding_is_left_as_it_is() {
    terminal(
        r"
$ printf '# Caf\351\n\n## 1. One\n\n## 2. Two\n' > latin.md; cp latin.md before.md
$ lede outline latin.md
lede: “latin.md” is not UTF-8 text. Convert a copy first: iconv --from WINDOWS-1252 --to UTF-8 FILE > COPY
[status 2]
$ lede move latin.md 1 2; cmp before.md latin.md
lede: “latin.md” is not UTF-8 text. Convert a copy first: iconv --from WINDOWS-1252 --to UTF-8 FILE > COPY
$ lede outline - < latin.md
lede: “standard input” is not UTF-8 text. Convert a copy first: iconv --from WINDOWS-1252 --to UTF-8 FILE > COPY
[status 2]
",
    );
}

#[test]
fn a_binary_file_is_left_as_it_is() {
    terminal(
        "
$ cp /bin/true binary.md; lede renumber binary.md
lede: “binary.md” is not a text file. Name a Markdown file.
[status 2]
$ cmp binary.md /bin/true
",
    );
}

#[test]
fn fifty_megabytes_are_too_much_and_told_at_once() {
    terminal(
        "
$ yes '# A Line Of A Large File' | head -c 50000000 > large.md; lede outline large.md
lede: “large.md” has 50 MB; Lede opens texts of up to 20 MB. Split it.
[status 2]
$ lede outline - < large.md
lede: What comes from standard input is longer than 20 MB. Split it.
[status 2]
",
    );
}

#[test]
fn a_file_that_may_not_be_read_or_written_is_left_as_it_is() {
    // Root may do anything, so the command runs as nobody.
    terminal(
        r#"
$ cp "$(command -v lede)" .; chmod 000 article.md; chmod 444 footer.md; cp footer.md before.md
$ $NOBODY ./lede outline article.md
lede: You are not allowed to do this with “article.md”. Ask its owner, or work on a copy.
[status 2]
$ $NOBODY ./lede move footer.md 1 2
lede: “footer.md” is marked as read-only, so it was left as it is. Allow it with chmod u+w, or work on a copy.
[status 2]
$ cmp footer.md before.md
$ mkdir room; cp five-points.md room; chmod 777 room/five-points.md; chmod 555 room
$ $NOBODY ./lede move room/five-points.md 1 2
lede: You are not allowed to do this with “five-points.md”. Ask its owner, or work on a copy.
[status 2]
$ cmp room/five-points.md five-points.md
"#,
    );
}

#[test]
fn a_wrong_command_line_is_one_line() {
    terminal(
        "
$ lede outline
lede: the following required arguments were not provided: <FILE>. See lede --help.
[status 2]
$ lede outline five-points.md --jsn
lede: unexpected argument '--jsn' found. See lede --help.
[status 2]
$ lede move five-points.md one two
lede: invalid value 'one' for '<FROM>': invalid digit found in string. See lede --help.
[status 2]
$ lede article.md outline five-points.md
lede: A command comes before its files and options. See lede --help.
[status 2]
",
    );
}
