//! Finding in all drafts, and replacing there.

use crate::folder::Folder;
use jiff::Timestamp;
use std::fs;
use store::{Found, How, Library, Query, Replacement, Snapshots, Texts, Why};

fn find(folder: &Folder, query: &Query) -> Vec<Found> {
    Library::open(&folder.root()).unwrap().find(query, 3, &Texts::default()).unwrap()
}

fn name(found: &Found) -> String {
    found.path.file_name().unwrap().to_string_lossy().into_owned()
}

/// Each hit as `name:line: excerpt` with what was found in brackets; a name alone where only it fits.
fn shown(folder: &Folder, query: &Query) -> Vec<String> {
    let lines = find(folder, query).into_iter().flat_map(|found| {
        let name = name(&found);
        let hits = found.hits.iter().map(|hit| {
            let (before, rest) = hit.excerpt.split_at(hit.mark.start);
            let (word, after) = rest.split_at(hit.mark.len());
            format!("{name}:{}: {before}[{word}]{after}", hit.line)
        });
        let hits: Vec<String> = hits.collect();
        if hits.is_empty() { vec![name.clone()] } else { hits }
    });
    lines.collect()
}

fn query(words: &str, how: How) -> Query {
    Query { words: words.into(), how, ..Query::default() }
}

#[test]
fn all_the_words_are_found_in_any_case_and_order() {
    let folder = Folder::with(&[
        ("ferry.md", "Nothing else."),
        ("a.md", "One.\r\n\r\n  The FERRY and the Été.\r\nferry"),
        ("b.md", "Only a strike."),
    ]);
    assert_eq!(
        shown(&folder, &Query::words("été ferry")),
        ["a.md:3: The [FERRY] and the Été.", "a.md:3: The FERRY and the [Été].", "a.md:4: [ferry]"]
    );
    let ferry: Vec<String> = find(&folder, &Query::words("ferry")).iter().map(name).collect();
    assert_eq!(ferry, ["ferry.md", "a.md"], "those named so come first");
    assert_eq!(shown(&folder, &Query::words("ferry nothing")), ["ferry.md:1: [Nothing] else."]);
    for nothing in ["  ", "ferry strike", ".*"] {
        assert!(find(&folder, &Query::words(nothing)).is_empty(), "{nothing}");
    }
}

#[test]
fn capitals_and_whole_words_count_where_they_should() {
    let folder = Folder::with(&[("a.md", "Ferry ferryman #1 naïveté 1,0")]);
    let hits = |words: &str, match_case: bool, whole_words: bool| {
        let query = Query { words: words.into(), how: How::Phrase, match_case, whole_words };
        find(&folder, &query).iter().map(|found| found.hits.len()).sum::<usize>()
    };
    assert_eq!((hits("ferry", false, false), hits("ferry", true, false)), (2, 1));
    assert_eq!((hits("ferry", false, true), hits("ferry", true, true)), (1, 0));
    assert_eq!((hits("#1", false, true), hits("naïvet", false, true)), (1, 0));
}

#[test]
fn a_phrase_and_an_expression_are_looked_for_as_they_stand() {
    let folder = Folder::with(&[("the end.md", "x"), ("a.md", "The  end.\nThe end, 2026.\n")]);
    assert_eq!(shown(&folder, &query("the end", How::Phrase)), ["a.md:2: [The end], 2026."]);
    assert_eq!(shown(&folder, &query(r"^the\s+end.$", How::Regex)), ["a.md:1: [The  end.]"]);
    assert_eq!(shown(&folder, &query(r"end\.\nThe", How::Regex)), ["a.md:1: The  [end.]"]);
    assert!(shown(&folder, &query("x*", How::Regex)).contains(&"the end.md:1: [x]".to_owned()));
    let library = Library::open(&folder.root()).unwrap();
    let broken = library.find(&query("(", How::Regex), 3, &Texts::default()).unwrap_err();
    assert_eq!(broken.code(), "pattern-broken");
    assert!(broken.to_string().contains("unclosed group"), "{broken}");
}

#[test]
fn a_hit_knows_its_bytes_and_shows_what_lies_around_it() {
    let text = format!("\u{feff}{}needle{}", "é ".repeat(500), " é".repeat(500));
    let folder = Folder::with(&[("a.md", &text)]);
    let hit = &find(&folder, &Query::words("needle"))[0].hits[0];
    assert_eq!(hit.span.of(&text), "needle");
    assert_eq!(&hit.excerpt[hit.mark.clone()], "needle");
    assert!(hit.excerpt.len() < 200 && hit.excerpt.contains("é needle é"), "{}", hit.excerpt);
}

#[test]
fn what_lies_around_a_hit_is_in_whole_words_with_dots_for_the_rest() {
    let around = |before: &str, after: &str| {
        let folder = Folder::with(&[("a.md", &format!("{before}needle{after}\n"))]);
        let found = find(&folder, &query("needle", How::Phrase));
        let hit = &found[0].hits[0];
        assert_eq!(&hit.excerpt[hit.mark.clone()], "needle");
        hit.excerpt.clone()
    };
    let words = "several words ";
    let many = words.repeat(20);
    let excerpt = around(&many, &format!(" {many}"));
    assert!(
        excerpt.starts_with("…words several") || excerpt.starts_with("…several words"),
        "{excerpt}"
    );
    assert!(excerpt.ends_with("words…") || excerpt.ends_with("several…"), "{excerpt}");
    assert_eq!(around("  A ", ", small.  "), "A needle, small.");
    // Without a blank to cut at, letters are.
    let long = "é".repeat(100);
    assert_eq!(around(&long, &long), format!("…{0}needle{0}…", "é".repeat(40)));
}

#[test]
fn a_hit_has_the_columns_that_the_window_counts() {
    let folder = Folder::with(&[("a.md", "\u{feff}🚢 ferry\r\né ferry\rferry\nend")]);
    let query = query("ferry(\nend)?", How::Regex);
    let found = find(&folder, &query);
    let places = found[0].hits.iter().map(|hit| (hit.line, hit.columns.clone()));
    assert_eq!(places.collect::<Vec<_>>(), [(1, 3..8), (2, 2..7), (3, 0..5)]);
}

#[test]
fn there_may_be_more_than_is_shown() {
    let folder = Folder::with(&[("a.md", "x x x x"), ("b.md", "x x x")]);
    let mut more: Vec<(String, usize, bool)> = find(&folder, &Query::words("x"))
        .iter()
        .map(|found| (name(found), found.hits.len(), found.more))
        .collect();
    more.sort();
    assert_eq!(more, [("a.md".into(), 3, true), ("b.md".into(), 3, false)]);
}

#[test]
fn what_is_remembered_is_never_older_than_the_disk() {
    let folder = Folder::with(&[("a.md", "one"), ("b.md", "one")]);
    let (library, texts) = (Library::open(&folder.root()).unwrap(), Texts::default());
    let found = |words: &str| library.find(&Query::words(words), 3, &texts).unwrap().len();
    assert_eq!(found("one"), 2);
    folder.write("a.md", "two");
    assert_eq!((found("one"), found("two")), (1, 1));
    fs::remove_file(folder.path("b.md")).unwrap();
    folder.write("c.md", "one two");
    assert_eq!((found("one"), found("two")), (1, 2));
    fs::rename(folder.path("a.md"), folder.path("b.md")).unwrap();
    assert_eq!((found("one"), found("two")), (1, 2));
}

#[test]
fn a_file_that_is_not_utf8_is_found_and_never_replaced_in() {
    let folder = Folder::with(&[]);
    fs::write(folder.path("a.md"), b"caf\xe9 ferry").unwrap();
    assert_eq!(shown(&folder, &Query::words("ferry")), ["a.md:1: caf\u{fffd} [ferry]"]);
    assert!(replacements(&folder, &query("ferry", How::Phrase), "boat").is_empty());
}

fn replacements(folder: &Folder, query: &Query, with: &str) -> Vec<Replacement> {
    let library = Library::open(&folder.root()).unwrap();
    library.replacements(query, with, &Texts::default()).unwrap()
}

#[test]
fn a_replacement_is_seen_first_and_carried_out_with_a_snapshot_before_it() {
    let folder = Folder::with(&[("in/a.md", "A ferry,\r\nthe Ferry.\r\n"), ("b.md", "None.")]);
    let planned = replacements(&folder, &query("ferry", How::Phrase), "$1 boat");
    assert_eq!(planned.len(), 1);
    assert_eq!(planned[0].hits.iter().map(|hit| hit.line).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(planned[0].new_words, ["$1 boat", "$1 boat"]);
    assert_eq!(folder.read("in/a.md"), "A ferry,\r\nthe Ferry.\r\n", "nothing is written yet");
    let state = Folder::with(&[]);
    let snapshots = Snapshots::open(&state.path("snapshots.sqlite")).unwrap();
    let saved = planned[0].carry_out(&snapshots, Timestamp::now()).unwrap();
    saved.pending.unwrap().settle().unwrap();
    assert_eq!(folder.read("in/a.md"), "A $1 boat,\r\nthe $1 boat.\r\n");
    let kept = snapshots.list(&folder.path("in/a.md")).unwrap();
    assert_eq!((kept.len(), kept[0].why), (1, Why::Replace));
    assert_eq!(snapshots.text(kept[0].id).unwrap(), "A ferry,\r\nthe Ferry.\r\n");
    let again = planned[0].carry_out(&snapshots, Timestamp::now()).unwrap_err();
    assert_eq!(again.code(), "changed-meanwhile");
    assert_eq!(folder.files().len(), 2);
}

#[test]
fn an_expression_brings_its_groups_along() {
    let folder = Folder::with(&[("a.md", "12 March and 3 May, unchanged May 4")]);
    let planned = replacements(&folder, &query(r"(\d+) (March|May)", How::Regex), "$2 $1");
    let edited = planned[0].edits.apply(&folder.read("a.md"));
    assert_eq!(edited, "March 12 and May 3, unchanged May 4");
    let same = query(r"(\d+) (March|May)", How::Regex);
    assert_eq!(same.replacing(&folder.read("a.md"), "$2 $1").unwrap(), planned[0].edits);
    assert!(replacements(&folder, &query("May", How::Phrase), "May").is_empty());
}
