//! The ways in which other programs save a file, with a draft in the window that is saved and one that
//! is not.

use lede_tests::{Home, Window, place, until};
use std::{
    fs,
    process::Command,
    time::{Duration, Instant},
};

const DRAFT: &str = "five-points.md";

/// Each way by its name, as shell in the library: `$F` is the draft, `$NEW` a file with the whole new
/// text that lies in another folder, and `$NEW` differs in having `$WORD` where the draft has `$OLD`.
const WAYS: [(&str, &str); 12] = [
    ("truncate and write", ": > $F; sleep 0.05; cat $NEW >> $F"),
    ("temporary and rename", "cat $NEW > .new; mv -f .new $F"),
    ("two renames", "cp $NEW .new; mv $F $F~; mv .new $F; rm $F~"),
    ("sed -i", "sed -i s/$OLD/$WORD/ $F"),
    (
        "git checkout",
        "git init -q .; git update-index --add --cacheinfo 100644,$(git hash-object -w $NEW),$F; git checkout -q -f -- $F",
    ),
    ("append", "printf '\\n%s\\n' $WORD >> $F"),
    ("mv", "mv -f $NEW $F"),
    ("cp", "cp -f $NEW $F"),
    (
        "a slow write in pieces",
        "dd if=$NEW of=$F bs=300 count=2 status=none; sleep 0.2; dd if=$NEW bs=300 skip=2 status=none | while IFS= read -r LINE; do printf '%s\\n' \"$LINE\"; sleep 0.02; done >> $F",
    ),
    ("delete and create", "rm $F; sleep 0.1; cat $NEW > $F"),
    (
        "write, fsync and rename from another folder",
        "dd if=$NEW of=../elsewhere conv=fsync status=none; mv -f ../elsewhere $F",
    ),
    (
        "a link that leads elsewhere",
        "mkdir -p .texts; mv $NEW .texts/$WORD; ln -s .texts/$WORD .link; mv -T .link $F",
    ),
];

fn opened(name: &str) -> Window {
    let window = Window::open(name, Home::new().with_drafts([place::fixture(DRAFT)]));
    window.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
    window.until_text("[data-status]", |text| text.starts_with("Saved"));
    window.caret_to_line("slow. There are five reasons");
    window
}

/// Saves the draft in this way with `word` where it has `old`.
fn save(window: &Window, way: &str, old: &str, word: &str) {
    let home = window.home();
    let text = String::from_utf8(home.bytes(DRAFT)).expect("the draft is text");
    assert!(text.contains(old), "no {old} in {text}");
    let new = home.path().join("new");
    fs::write(&new, text.replace(old, word)).expect("the home can be written to");
    let saved = Command::new("sh")
        .args(["-ec", way])
        .current_dir(home.library())
        .envs([("F", DRAFT), ("OLD", old), ("WORD", word)])
        .env("NEW", new)
        .status();
    assert!(saved.is_ok_and(|status| status.success()), "{way} fails");
}

/// Each way with the word that it is to bring and the one that it replaces, which the way before left.
fn chain(words: &str) -> Vec<(&'static str, &'static str, String, String)> {
    let mut old = "Ladder".to_owned();
    let mut chain = Vec::new();
    for (place, (name, way)) in WAYS.into_iter().enumerate() {
        let word = format!("{words}{place}");
        chain.push((name, way, old.clone(), word.clone()));
        // What is appended replaces nothing.
        if name != "append" {
            old = word;
        }
    }
    chain
}

fn assert_nothing_is_left_over(window: &Window) {
    let names = || -> Vec<String> {
        let entries = fs::read_dir(window.home().library()).expect("the library").flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    };
    until("only the draft is there", || {
        let names = names();
        let left = names.iter().filter(|it| ![DRAFT, ".git", ".texts"].contains(&it.as_str()));
        if left.count() == 0 { Ok(()) } else { Err(format!("{names:?}")) }
    });
    assert_eq!(window.texts_of("[data-draft]").len(), 1);
}

#[test]
fn a_saved_draft_follows_every_way_to_save_within_a_second_and_keeps_the_caret() {
    let window = opened("ways-clean");
    let line = window.before_caret();
    let mut took = Vec::new();
    for (name, way, old, word) in chain("Clean") {
        save(&window, way, &old, &word);
        let saved = Instant::now();
        window.until_text("[data-preview]", |text| text.contains(&word));
        took.push((saved.elapsed(), name));
        until(&format!("{name} is settled"), || settled(&window, [&word, &line]));
        assert_eq!(window.before_caret(), line, "{name} moves the caret");
    }
    took.sort();
    let (median, _) = took[took.len() / 2];
    eprintln!("{} ways to save, shown after {median:?}, at most {:?}", took.len(), took.last());
    // A busy machine may be slow once, but not half of the time.
    assert!(median < Duration::from_secs(1), "{took:?}");
    assert_same(&window);
    assert_nothing_is_left_over(&window);
}

#[test]
fn a_draft_that_is_typed_in_takes_in_what_every_way_to_save_brings() {
    let window = opened("ways-dirty");
    let mut mine = String::new();
    for (place, (name, way, old, word)) in chain("Theirs").into_iter().enumerate() {
        let typed = format!(" mine{place}.");
        mine.push_str(&typed);
        window.type_text(&typed);
        save(&window, way, &old, &word);
        until(&format!("{name} is merged with what was typed"), || {
            let text = String::from_utf8_lossy(&window.home().bytes(DRAFT)).into_owned();
            let both = text.matches(&mine).count() == 1 && text.matches(&word).count() == 1;
            if both { Ok(()) } else { Err(text) }
        });
        until(&format!("{name} is settled"), || settled(&window, [&word, &mine]));
        assert!(window.before_caret().ends_with(&typed), "{name} moves the caret");
    }
    eprintln!("{} ways to save while typing", WAYS.len());
    assert_same(&window);
    assert_nothing_is_left_over(&window);
}

/// Whether the window says that all is saved, and shows these words.
fn settled(window: &Window, words: [&str; 2]) -> Result<(), String> {
    let status = window.text_of("[data-status]").unwrap_or_default();
    let shown = window.text_of(".cm-content").unwrap_or_default();
    let all = status.starts_with("Saved") && words.iter().all(|it| shown.contains(it));
    if all { Ok(()) } else { Err(format!("{status}: {shown}")) }
}

/// The window's whole text is the file's.
fn assert_same(window: &Window) {
    window.press("ctrl+slash");
    until("window and file are the same", || {
        let file = String::from_utf8_lossy(&window.home().bytes(DRAFT)).into_owned();
        let shown = window.texts_of(".cm-line").join("\n");
        if file == shown { Ok(()) } else { Err(format!("{file}\nand\n{shown}")) }
    });
}
