//! Words that are in no dictionary, in the window: marked as they are typed, walked and mended by keys.

use lede_tests::{Home, Window, until};
use serde_json::Value;
use std::fs;
use std::path::Path;

const DRAFT: &str = "piece.md";
const TEXT: &str =
    "# Two Ways To Cross\n\nThe ferry comes back late and nobody waits for it at the pier.\n";

/// The window on this text, the caret at its end.
fn opened(name: &str, text: &str, settings: &str) -> Window {
    let home = Home::new();
    fs::write(home.library().join(DRAFT), text).expect("the library can be written to");
    let folder = home.path().join(".config/lede");
    fs::create_dir_all(&folder).expect("a folder in an empty home");
    fs::write(folder.join("settings.toml"), settings).expect("a file");
    let window = Window::open(name, home);
    window.until_text("[data-status]", |text| text.contains("words"));
    window.click(".cm-content");
    window.press("ctrl+End");
    window
}

/// Waits until these words are marked, in order.
fn marked(window: &Window, words: &[&str]) {
    until(&format!("{words:?} are marked"), || {
        let marked = window.texts_of(".lede-misspelt");
        if marked == words { Ok(()) } else { Err(format!("{marked:?}")) }
    });
}

/// Waits until the menu has this, and gives its items.
fn menu(window: &Window, has: &str) -> Vec<String> {
    window.until_text("[data-menu]", |text| text.contains(has));
    let items = window.texts_of("[data-menu] [role=menuitem] > span");
    items.into_iter().map(|item| item.trim().to_owned()).collect()
}

fn contains(window: &Window, words: &str) {
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains(words));
}

/// Waits until the details say this of the text's spelling.
fn is_told(window: &Window, words: &str) {
    window.press("ctrl+6");
    window.until_text(".details .note", |text| text.contains(words));
    window.press("Escape");
}

#[test]
fn a_word_is_marked_once_it_is_written_and_mended_by_keys_in_one_undo() {
    let window = opened("spelling", TEXT, "");
    window.type_text(" They recieved");
    // Saved and looked at, but the caret is still in the word.
    contains(&window, "recieved");
    is_told(&window, "American English");
    assert_eq!(window.texts_of(".lede-misspelt"), [""; 0]);
    window.type_text(" it.");
    marked(&window, &["recieved"]);
    window.picture("misspelt");
    window.press("F7");
    window.until_text("p.unseen", |text| text.contains("“recieved” is in no dictionary"));
    window.press("ctrl+period");
    let items = menu(&window, "received");
    assert_eq!(items[0], "received");
    assert_eq!(items[items.len() - 2..], ["Add to my dictionary", "Ignore in this draft"]);
    window.picture("meant");
    window.press("Return");
    contains(&window, "They received it.");
    marked(&window, &[]);
    window.press("ctrl+z");
    contains(&window, "They recieved it.");
    marked(&window, &["recieved"]);
}

#[test]
fn no_part_of_a_word_and_no_word_of_a_text_that_is_no_more_is_ever_marked() {
    let window = opened("spelling-stale", &TEXT.replace("late", "laate"), "");
    marked(&window, &["laate"]);
    window.eval(
        "window.wrong = [];
        new MutationObserver(() => {
            for (const mark of document.querySelectorAll('.lede-misspelt'))
                if (!['laate', 'recieved'].includes(mark.textContent)) window.wrong.push(mark.textContent);
        }).observe(document.querySelector('.cm-scroller'), { subtree: true, childList: true, characterData: true });",
    );
    // The pauses fall before, into and behind a look.
    for (letters, pause) in
        [(" The", 0), ("y rec", 700), ("iev", 320), ("ed", 340), (" it", 310), (" all", 350)]
    {
        window.type_text(letters);
        std::thread::sleep(std::time::Duration::from_millis(pause));
    }
    marked(&window, &["laate", "recieved"]);
    assert_eq!(window.eval("return window.wrong"), serde_json::json!([]));
}

/// How far each wave beside the text is from its word, in pixels; null where the word stands nowhere.
const FROM_ITS_WORD: &str = "
    const text = document.createTreeWalker(document.querySelector('.cm-content'), NodeFilter.SHOW_TEXT);
    const boxes = {};
    for (let node = text.nextNode(); node; node = text.nextNode())
        for (const { 0: word, index } of node.data.matchAll(/laate|piier/g)) {
            const range = new Range();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            boxes[word] = range.getBoundingClientRect();
        }
    return [...document.querySelectorAll('.lede-wave')].map(wave => {
        const range = new Range();
        range.selectNodeContents(wave);
        const [box, word] = [range.getBoundingClientRect(), boxes[wave.textContent]];
        if (!word) return null;
        return Math.max(...['left', 'right', 'top', 'bottom'].map(side => Math.abs(box[side] - word[side])));
    });";

#[test]
fn in_the_paragraph_that_is_written_the_waves_lie_under_their_words() {
    let text = TEXT.replace("late", "laate").replace("pier", "piier");
    let window = opened("spelling-waves", &text, "");
    marked(&window, &["laate", "piier"]);
    assert_eq!(window.texts_of("[aria-invalid=spelling]"), ["laate", "piier"]);
    window.caret_to_line("laate");
    window.press("Home");
    // Letter by letter the words move on, and on to the next line.
    for letters in ["So ", "it is said that ", "whoever comes here is "] {
        window.type_text(letters);
        until("the waves lie under their words", || {
            let off = window.eval(FROM_ITS_WORD);
            let off = off.as_array().map(|off| off.iter().filter_map(Value::as_f64).collect());
            let off: Vec<f64> = off.unwrap_or_default();
            if off.len() == 2 && off.iter().all(|off| *off <= 1.0) {
                Ok(())
            } else {
                Err(format!("{off:?}"))
            }
        });
    }
    assert_eq!(window.texts_of("[aria-invalid=spelling]"), [""; 0]);
    window.picture("waves");
    // What a screen reader is told of is there again as soon as the caret goes through the words.
    window.press("Left");
    until("the words have elements again", || {
        let elements = window.texts_of("[aria-invalid=spelling]");
        if elements == ["laate", "piier"] { Ok(()) } else { Err(format!("{elements:?}")) }
    });
    assert_eq!(window.eval("return document.querySelectorAll('.lede-wave').length"), 0);
}

#[test]
fn f7_walks_through_the_words_and_back_and_around() {
    let text = TEXT.replace("late", "laate").replace("pier", "piier");
    let window = opened("spelling-walk", &text, "");
    marked(&window, &["laate", "piier"]);
    let is_at = |word: &str| {
        until(&format!("{word} is selected"), || {
            let selected = window.eval("return String(getSelection())");
            if selected == word { Ok(()) } else { Err(selected.to_string()) }
        });
    };
    for (key, word) in [("F7", "laate"), ("F7", "piier"), ("F7", "laate"), ("shift+F7", "piier")] {
        window.press(key);
        is_at(word);
    }
}

#[test]
fn a_word_of_my_dictionary_is_right_everywhere_and_stays_so() {
    let mut window = opened("spelling-own", &TEXT.replace("late", "laate"), "");
    marked(&window, &["laate"]);
    window.press("F7");
    window.press("ctrl+period");
    let items = menu(&window, "Add to my dictionary");
    let at = items.iter().position(|item| item == "Add to my dictionary").expect("it is offered");
    (0..at).for_each(|_| window.press("Down"));
    window.press("Return");
    marked(&window, &[]);
    let words = window.home().path().join(".config/lede/dictionary.txt");
    until("the word is kept", || match fs::read_to_string(&words) {
        Ok(words) if words == "laate\n" => Ok(()),
        other => Err(format!("{other:?}")),
    });
    window.quit_and_reopen();
    is_told(&window, "American English");
    window.press("ctrl+End");
    window.type_text(" The laate ferri came.");
    marked(&window, &["ferri"]);
}

#[test]
fn a_word_that_passes_in_this_draft_is_listed_and_taken_up_again() {
    let mut window = opened("spelling-passed", &TEXT.replace("late", "laate"), "");
    marked(&window, &["laate"]);
    window.press("F7");
    window.press("ctrl+shift+F7");
    marked(&window, &[]);
    window.quit_and_reopen();
    window.press("ctrl+4");
    window.until_text("[data-aside=passed]", |text| text.contains("laate"));
    assert_eq!(window.texts_of(".lede-misspelt"), [""; 0]);
    window.press("End");
    window.press("Return");
    window.press("Escape");
    marked(&window, &["laate"]);
}

#[test]
fn a_draft_is_spelled_in_its_own_language() {
    if !Path::new("/usr/share/hunspell/de_DE.dic").exists() {
        eprintln!("SKIPPED: a German draft, because this system has no German dictionary");
        return;
    }
    let german =
        "---\nlang: de-DE\n---\n# Zwei Wege\n\nDie Fähre kommt spät zurük, und niemand wartet.\n";
    let window = opened("spelling-german", german, "");
    marked(&window, &["zurük"]);
    window.press("F7");
    window.press("ctrl+period");
    assert!(menu(&window, "zurück").contains(&"zurück".to_owned()));
    window.press("Escape");
    is_told(&window, "Spelled in German (Germany)");
}

#[test]
fn a_language_without_a_dictionary_has_no_marks_and_it_is_said_why() {
    let text = format!("---\nlang: tlh-KX\n---\n{}", TEXT.replace("late", "laate"));
    let window = opened("spelling-none", &text, "");
    is_told(&window, "no hunspell dictionary for “tlh-KX”");
    assert_eq!(window.texts_of(".lede-misspelt"), [""; 0]);
    window.press("F7");
    window.until_text("p.unseen", |text| text.contains("no hunspell dictionary"));
}

#[test]
fn spelling_is_switched_off_and_on_in_the_settings() {
    let window = opened("spelling-off", &TEXT.replace("late", "laate"), "spelling = false\n");
    is_told(&window, "Spelling is off");
    assert_eq!(window.texts_of(".lede-misspelt"), [""; 0]);
    window.press("ctrl+comma");
    window.until_text(".sheet", |text| text.contains("Spelling is off"));
    window.eval("[...document.querySelectorAll('.sheet [type=checkbox]')][0].focus()");
    window.press("space");
    window.until_text(".sheet", |text| text.contains("American English"));
    window.picture("spelling-settings");
    window.press("Escape");
    marked(&window, &["laate"]);
}
