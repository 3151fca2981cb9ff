//! What helps to write: the palette, finding, focus, notes, carets and points, as the person meets them.

use lede_tests::{Home, Window, until};
use std::fs;

const DRAFT: &str = "five-points.md";

/// The caret at the end of the line with these words, and the window knowing it: in this part.
fn caret_to(window: &Window, words: &str, part: &str) {
    window.caret_to_line(words);
    window.until_text(".outline .here", |here| here.contains(part));
}

#[test]
fn a_command_is_found_by_a_few_letters_and_done_without_the_mouse() {
    let window = Window::on("palette", DRAFT);
    let before = window.home().bytes(DRAFT);
    caret_to(&window, "Nobody has replaced", "The Ladder");
    window.press("ctrl+shift+p");
    window.until_text("[role=listbox]", |text| text.contains("New piece"));
    window.type_text("addp");
    window.until_text("[role=option][aria-selected=true]", |text| text.starts_with("Add a point"));
    window.picture("palette");
    window.press("Return");
    window.type_text("The Hands Are Bent");
    window.until_saved(DRAFT, |bytes| {
        String::from_utf8_lossy(bytes).contains("## 2. The Hands Are Bent\n")
    });
    window.press("ctrl+shift+p");
    window.type_text("undo");
    window.press("Return");
    for _ in 0..20 {
        window.press("ctrl+z");
    }
    window.until_saved(DRAFT, |bytes| bytes == before);
}

#[test]
fn the_palette_goes_by_escape_and_the_keyboard_is_back_in_the_text() {
    let window = Window::on("palette-away", DRAFT);
    caret_to(&window, "Nobody has replaced", "The Ladder");
    window.press("ctrl+shift+p");
    window.until_text("[role=listbox]", |text| text.contains("New piece"));
    window.press("Escape");
    window.type_text("Mind you. ");
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("Mind you."));
}

#[test]
fn words_are_found_and_changed_everywhere_and_one_undo_takes_it_back() {
    let window = Window::on("found-in-text", DRAFT);
    let before = window.home().bytes(DRAFT);
    window.press("ctrl+f");
    window.type_text("the ");
    window.until_text(".find [role=status]", |text| text == "1 of 22");
    window.press("Return");
    window.until_text(".find [role=status]", |text| text.starts_with("2 of "));
    window.press("shift+Return");
    window.until_text(".find [role=status]", |text| text == "1 of 22");
    window.picture("found-in-text");
    window.press("alt+r");
    window.press("ctrl+a");
    window.type_text("(clock");
    window.until_text(".find [role=status]", |text| text.contains("no regular expression"));
    window.type_text("|hall)");
    window.until_text(".find [role=status]", |text| text.contains(" of "));
    window.press("ctrl+h");
    window.press("Tab");
    window.picture("found-and-replaced");
    window.type_text("old $1");
    window.press("alt+a");
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("old clock"));
    window.press("Escape");
    window.press("ctrl+z");
    window.until_saved(DRAFT, |bytes| bytes == before);
}

/// Where the caret's line is in the window: the middle of its box in parts of the text's height.
fn height_of_caret(window: &Window) -> f64 {
    let place = window.eval(
        "const caret = document.querySelector('.cm-cursor-primary').getBoundingClientRect();
        const room = document.querySelector('.cm-scroller').getBoundingClientRect();
        return (caret.top + caret.height / 2 - room.top) / room.height;",
    );
    place.as_f64().unwrap_or_default()
}

#[test]
fn the_paragraph_stands_out_and_the_line_stays_in_the_middle() {
    let mut window = Window::on("focus-and-typewriter", DRAFT);
    caret_to(&window, "The timetable says", "The Buses");
    window.press("F9");
    window.until_text(".lede-near", |text| text.starts_with("The timetable says"));
    assert_eq!(window.texts_of(".lede-near").len(), 1);
    window.press("shift+F9");
    let ways = [
        ("Down", "The Buses"),
        ("Down", "The School"),
        ("alt+Next", "The Church"),
        ("ctrl+End", "Conclusion"),
        ("ctrl+Home", "Title"),
    ];
    for (key, part) in ways {
        window.press(key);
        window.until_text(".outline .here", |here| here.contains(part));
        until("the caret's line is in the middle", || match height_of_caret(&window) {
            place if (place - 0.5).abs() < 0.02 => Ok(()),
            place => Err(format!("{place} after {key}")),
        });
    }
    // The mouse is let be: a click moves the caret, and nothing else.
    window.click(".cm-line.lede-lede");
    until("the caret is where the click was", || match height_of_caret(&window) {
        place if place > 0.55 => Ok(()),
        place => Err(place.to_string()),
    });
    window.type_text("x");
    until("the line is back in the middle", || match height_of_caret(&window) {
        place if (place - 0.5).abs() < 0.02 => Ok(()),
        place => Err(place.to_string()),
    });
    window.picture("focus-and-typewriter");
    window.quit_and_reopen();
    window.until_text(".lede-focus.lede-typewriter .lede-near", |_| true);
}

#[test]
fn the_window_takes_the_whole_screen_and_gives_it_back() {
    let window = Window::on("full-screen", DRAFT);
    let height = || window.eval("return innerHeight").as_u64();
    let before = height();
    window.press("F11");
    until("the settings say so", || {
        let settings = window.home().path().join(".config/lede/settings.toml");
        let text = std::fs::read_to_string(settings).unwrap_or_default();
        if text.contains("full_screen = true") { Ok(()) } else { Err(text) }
    });
    window.press("F11");
    until("the window is as it was", || {
        let settings = window.home().path().join(".config/lede/settings.toml");
        let text = std::fs::read_to_string(settings).unwrap_or_default();
        if height() == before && text.contains("full_screen = false") { Ok(()) } else { Err(text) }
    });
}

#[test]
fn a_footnote_is_written_where_its_point_is_and_one_key_goes_there_and_back() {
    let window = Window::on("footnote", DRAFT);
    caret_to(&window, "Nobody has replaced", "The Ladder");
    window.press("ctrl+shift+k");
    window.type_text("The mayor says otherwise.");
    let noted = "since the fire.[^1]\n\n[^1]: The mayor says otherwise.\n\n## 2.";
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains(noted));
    window.until_text("[data-preview]", |text| text.contains("The mayor says otherwise."));
    window.press("ctrl+shift+k");
    window.type_text(" Nor will they.");
    let after = "[^1] Nor will they.\n\n[^1]: The mayor";
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains(after));
    window.press("Up");
    window.picture("footnote");
}

#[test]
fn what_is_copied_across_cards_is_plain_markdown_and_pastes_plain() {
    let window = Window::on("copied", DRAFT);
    let before = String::from_utf8(window.home().bytes(DRAFT)).expect("UTF-8");
    caret_to(&window, "Nobody has replaced", "The Ladder");
    window.press("ctrl+a");
    window.press("ctrl+c");
    until("the clipboard has the whole text", || match window.display().clipboard() {
        copied if copied.trim() == before.trim() => Ok(()),
        copied => Err(copied),
    });
    // Plain, a point is words: nothing is numbered anew.
    window.display().copy("## 7. A Heading\n");
    caret_to(&window, "Nobody has replaced", "The Ladder");
    window.press("Return");
    window.press("ctrl+shift+v");
    window.until_saved(DRAFT, |bytes| {
        String::from_utf8_lossy(bytes).contains("since the fire.\n## 7. A Heading\n")
    });
}

#[test]
fn an_address_pasted_on_words_makes_them_a_link() {
    let window = Window::on("linked", DRAFT);
    caret_to(&window, "Nobody has replaced", "The Ladder");
    window.press("Home");
    window.press("ctrl+shift+Right");
    window.paste("https://tarn.example/nobody");
    window.until_saved(DRAFT, |bytes| {
        String::from_utf8_lossy(bytes).contains("[Nobody](https://tarn.example/nobody) has")
    });
}

#[test]
fn several_carets_write_at_once_and_show_their_markup() {
    let window = Window::on("carets", DRAFT);
    caret_to(&window, "A second paragraph", "The Buses");
    window.press("Home");
    window.press("ctrl+d");
    window.press("Escape");
    caret_to(&window, "- Lessons begin", "The School");
    window.press("Home");
    window.press("ctrl+alt+Down");
    window.press("End");
    window.type_text(" So!");
    window.picture("carets");
    window.until_saved(DRAFT, |bytes| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        text.contains("clock says so. So!\n- They end when the caretaker does. So!\n")
    });
    window.press("Escape");
    // By hand it would be the window manager that takes a click with Alt on this display.
    window.eval(
        "const line = [...document.querySelectorAll('.cm-line')]
            .find(it => it.textContent.startsWith('Between them'));
        const range = document.createRange();
        range.selectNodeContents(line);
        const box = range.getBoundingClientRect();
        const fire = (type, buttons) => line.dispatchEvent(new MouseEvent(type, {
            bubbles: true, cancelable: true, altKey: true, detail: 1, buttons,
            clientX: box.right, clientY: box.y + box.height / 2 }));
        fire('mousedown', 1);
        fire('mouseup', 0);",
    );
    window.type_text("?");
    window.until_saved(DRAFT, |bytes| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        text.contains("two are right.?\n") && text.matches('?').count() == 2
    });
}

#[test]
fn what_is_rehearsed_unseen_is_gone_and_in_no_draft() {
    let window = Window::at_end_of("rehearsed", DRAFT);
    let before = String::from_utf8(window.home().bytes(DRAFT)).expect("text");
    window.type_text(" And on it goes");
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("And on it goes"));
    until("the rehearsal has come to its end", || {
        let ends = window.eval("return performance.getEntriesByName('rehearsed').length");
        if ends == 1 { Ok(()) } else { Err(ends.to_string()) }
    });
    let left = window.eval("return document.querySelectorAll('.rehearsal').length");
    assert_eq!(left, 0);
    // The keyboard has stayed in the text all the while.
    window.type_text(" and on.");
    let whole = format!("{} And on it goes and on.", before.trim_end());
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).trim_end() == whole);
}

#[test]
fn a_word_longer_than_a_line_breaks_in_the_preview() {
    let window = Window::at_end_of("long-word", DRAFT);
    window.type_text(&" ladder".replace("dd", &"d".repeat(90)));
    until("the preview has the word", || {
        let page = "const page = document.querySelector('[data-preview]').shadowRoot.querySelector('.scroller');";
        let shown =
            window.eval(&format!("{page} return page.textContent.includes('d'.repeat(90))"));
        if shown != true {
            return Err("the word is not there yet".into());
        }
        let beyond = window.eval(&format!("{page} return page.scrollWidth - page.clientWidth"));
        assert_eq!(beyond, 0, "pixels by which the preview is wider than its page");
        Ok(())
    });
}

#[test]
fn letters_at_the_lower_edge_stay_in_sight() {
    let window = Window::at_end_of("lower-edge", DRAFT);
    for _ in 0..6 {
        window.type_text(&" and on it goes".repeat(12));
    }
    until("the caret's line is in sight", || {
        let below = window.eval(
            "const { bottom } = document.querySelector('.cm-cursor-primary').getBoundingClientRect();\
             return document.querySelector('.cm-scroller').getBoundingClientRect().bottom - bottom",
        );
        // The editor keeps so much free below the caret.
        if below.as_f64() >= Some(40.0) { Ok(()) } else { Err(below.to_string()) }
    });
}

/// With each letter, in its own task: where the caret is, where it is when all is done, the end of the preview, and
/// by how much the editor's document is behind its page.
const WITH_EACH_LETTER: &str = "
    window.seen = [];
    const content = document.querySelector('.cm-content');
    const caret = () => {
        const { left, top } = document.querySelector('.cm-cursor-primary').getBoundingClientRect();
        return [left, top];
    };
    new MutationObserver(() => {
        const one = { caret: caret() };
        const line = [...content.querySelectorAll('.cm-line')].at(-1);
        const { doc } = content.cmTile.root.view.state;
        one.behind = line.textContent.length - doc.line(doc.lines).length;
        one.preview = document.querySelector('[data-preview]').shadowRoot.querySelector('p:last-of-type').textContent;
        one.text = line.textContent;
        window.seen.push(one);
        setTimeout(() => { one.rest = caret(); }, 60);
    }).observe(content, { characterData: true, subtree: true });";

#[test]
fn caret_and_preview_come_with_the_letter_and_the_editor_after_it() {
    let text = "# Late\n\nThe ferry comes back late and nobody";
    let home = Home::new();
    fs::write(home.library().join("piece.md"), text).expect("the library can be written to");
    let window = Window::open("writing-ahead", home);
    window.until_text("[data-status]", |text| text.contains("words"));
    window.caret_to_line("The ferry");
    window.eval(WITH_EACH_LETTER);
    // More than the line holds.
    let letters = "swimsacrosstothe pier orstandsandwaits";
    for (place, letter) in letters.chars().enumerate() {
        window.type_text(&letter.to_string());
        until("the caret rests", || {
            let rest = window.eval(&format!("return window.seen[{place}]?.rest ?? null"));
            if rest.is_null() { Err("not yet".into()) } else { Ok(()) }
        });
    }
    let seen = window.eval("return window.seen");
    let seen = seen.as_array().expect("what was seen");
    assert_eq!(seen.len(), letters.len(), "{seen:?}");
    for one in seen {
        assert_eq!(one["behind"], 1, "{one}");
        assert_eq!(
            one["preview"].as_str().map(str::trim_end),
            one["text"].as_str().map(str::trim_end)
        );
        for axis in [0, 1] {
            let place = |when: &str| one[when][axis].as_f64().expect("a place");
            assert!((place("caret") - place("rest")).abs() <= 1.0, "{one}");
        }
    }
    let written = format!("{text}{letters}");
    window.until_saved("piece.md", |bytes| bytes == written.as_bytes());
}
