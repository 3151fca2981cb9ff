//! Points added, moved and removed by keys, the numbers that follow, and the way back by undo.

use lede_tests::{Home, Window, place, until};

const DRAFT: &str = "five-points.md";

/// The window on one fixture, the caret in its first point's heading.
fn opened(name: &str, fixture: &str) -> Window {
    let window = Window::open(name, Home::new().with_drafts([place::fixture(fixture)]));
    window.until_text("[data-status]", |text| text.contains("5 points"));
    window.until_text("[data-preview]", |text| text.contains("Nobody has replaced"));
    window.click(".cm-content");
    window.press("ctrl+Home");
    for _ in 0..3 {
        window.press("alt+Next");
    }
    window
}

/// The headings of a text, as they stand there.
fn headings(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    text.lines().filter(|line| line.starts_with("## ")).map(str::to_owned).collect()
}

#[test]
fn keys_typed_on_after_adding_a_point_land_in_the_new_point() {
    let window = opened("added", DRAFT);
    let before = window.home().bytes(DRAFT);
    // All keys in one breath, none waits for an answer.
    window.press("ctrl+Return");
    window.type_text("The Hands Are Bent");
    window.press("Return");
    window.type_text("By pigeons.");
    let saved = window
        .until_saved(DRAFT, |bytes| headings(bytes).len() == 6 && bytes.ends_with(b"ever.\n"));
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("By pigeons."));
    let numbers = [
        "1. The Ladder",
        "2. The Hands",
        "3. The Buses",
        "4. The School",
        "5. The Church",
        "6. Some",
    ];
    for (heading, number) in headings(&saved).iter().zip(numbers) {
        assert!(heading.contains(number), "{heading} is not {number}");
    }
    window.until_text("[data-preview]", |text| text.contains("3. The Buses Leave By It"));
    window.until_text("[data-status]", |text| text.contains("6 points"));

    for _ in 0..20 {
        window.press("ctrl+z");
    }
    window.until_saved(DRAFT, |bytes| bytes == before);
    window.until_text("[data-status]", |text| text.contains("5 points"));
}

#[test]
fn a_moved_point_takes_its_body_along_and_one_undo_brings_it_back() {
    let window = opened("moved", DRAFT);
    let before = window.home().bytes(DRAFT);
    window.press("alt+shift+Down");
    let saved = window.until_saved(DRAFT, |bytes| bytes != before);
    let text = String::from_utf8_lossy(&saved).into_owned();
    assert!(text.contains("## 1. The Buses Leave By It\n\nThe timetable says"), "{text}");
    assert!(text.contains("## 2. The Ladder Is Too Short\n\nNobody has replaced"), "{text}");
    window.until_text("[data-preview]", |text| text.contains("2. The Ladder Is Too Short"));
    // The caret went along with its point, so it goes on moving.
    window.press("alt+shift+Down");
    window.until_saved(DRAFT, |bytes| headings(bytes)[2].contains("3. The Ladder"));
    window.press("ctrl+z");
    window.until_saved(DRAFT, |bytes| headings(bytes)[1].contains("2. The Ladder"));
    window.press("ctrl+z");
    window.until_saved(DRAFT, |bytes| bytes == before);
}

#[test]
fn an_added_point_is_counted_wherever_the_text_counts_and_one_undo_takes_all_of_it_back() {
    let window = opened("counted", DRAFT);
    let before = window.home().bytes(DRAFT);
    window.press("ctrl+Return");
    let counts = ["# Six Reasons", "There are six reasons", "All six will hold"];
    window.until_saved(DRAFT, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        counts.iter().all(|count| text.contains(count))
    });
    window.press("ctrl+z");
    window.until_saved(DRAFT, |bytes| bytes == before);
}

#[test]
fn a_point_pasted_behind_another_takes_its_number_and_is_counted() {
    let window = opened("pasted", DRAFT);
    let before = window.home().bytes(DRAFT);
    window.press("Down");
    window.press("End");
    // The driver's own way to the page is shorter than that of the keys.
    until("the caret is behind the words", || {
        let before = window.before_caret();
        if before.ends_with("since the fire.") { Ok(()) } else { Err(before) }
    });
    window.eval(
        "const clipboardData = { getData: () => '## 1. The Hands Are Bent\\n\\nBy pigeons.\\n' };
        const event = new Event('paste', { bubbles: true, cancelable: true });
        document.querySelector('.cm-content').dispatchEvent(Object.assign(event, { clipboardData }));",
    );
    window.until_saved(DRAFT, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        let pasted =
            "since the fire.\n\n## 2. The Hands Are Bent\n\nBy pigeons.\n\n## 3. The Buses";
        text.starts_with("# Six Reasons") && text.contains(pasted)
    });
    window.press("ctrl+z");
    window.until_saved(DRAFT, |bytes| bytes == before);
}

#[test]
fn an_empty_point_goes_by_backspace_and_the_numbers_close_up() {
    let window = opened("removed", DRAFT);
    let before = window.home().bytes(DRAFT);
    window.press("ctrl+Return");
    window.until_saved(DRAFT, |bytes| headings(bytes).len() == 6);
    window.press("BackSpace");
    window.until_saved(DRAFT, |bytes| bytes == before);
}

#[test]
fn a_point_is_dragged_in_the_outline() {
    let window = opened("dragged", DRAFT);
    let drag = "\
        const at = place => document.querySelector(`.outline [data-place='${place}'] button`);
        const middle = element => { const box = element.getBoundingClientRect(); return box.y + box.height / 2; };
        const [from, to] = [at(5), at(1)];
        const fire = (type, y) => from.dispatchEvent(new PointerEvent(type,
            { bubbles: true, pointerId: 1, button: 0, clientX: 60, clientY: y }));
        from.setPointerCapture = () => {};
        fire('pointerdown', middle(from)); fire('pointermove', middle(to) + 20);
        fire('pointermove', middle(to) - 20); fire('pointerup', middle(to) - 20);";
    window.eval(drag);
    window.until_saved(DRAFT, |bytes| {
        headings(bytes)[0].contains("1. Somebody Would Have To Decide")
    });
    window.until_text("[data-status]", |text| text.starts_with("Saved"));
}

#[test]
fn line_ends_and_byte_order_mark_stay_as_they_were() {
    let window = opened("crlf", "crlf-bom.md");
    let before = window.home().bytes("crlf-bom.md");
    assert!(before.starts_with(b"\xef\xbb\xbf"), "the fixture has a mark");
    window.press("ctrl+Return");
    window.type_text("The Hands Are Bent");
    window.press("Return");
    window.type_text("By pigeons.");
    window
        .until_saved("crlf-bom.md", |bytes| String::from_utf8_lossy(bytes).contains("By pigeons."));
    let saved = String::from_utf8(window.home().bytes("crlf-bom.md")).expect("UTF-8");
    assert!(
        saved
            .contains("\r\n\r\n## 2. The Hands Are Bent\r\n\r\nBy pigeons.\r\n\r\n## 3. The Buses")
    );
    assert_eq!(
        saved.matches('\n').count(),
        saved.matches("\r\n").count(),
        "every line end is CRLF"
    );
    for _ in 0..20 {
        window.press("ctrl+z");
    }
    window.until_saved("crlf-bom.md", |bytes| bytes == before);
}

#[test]
fn emoji_and_other_scripts_keep_window_and_file_in_step() {
    let window = opened("emoji", "emoji.md");
    let before = window.home().bytes("emoji.md");
    window.press("ctrl+Return");
    window.paste("🕰️ Ünder die Uhr 时钟");
    window.press("alt+shift+Down");
    window.until_saved("emoji.md", |bytes| {
        String::from_utf8_lossy(bytes).contains("## 3. 🕰️ Ünder die Uhr 时钟")
    });
    window.until_text("[data-preview]", |text| text.contains("3. 🕰️ Ünder die Uhr 时钟"));
    for _ in 0..30 {
        window.press("ctrl+z");
    }
    window.until_saved("emoji.md", |bytes| bytes == before);
}

#[test]
fn an_outline_of_many_points_draws_those_that_are_seen() {
    let points: String = (1..=400).map(|at| format!("## {at}. Berth {at}\n\nWords.\n\n")).collect();
    let home = Home::new();
    std::fs::write(home.library().join("many.md"), format!("# Berths\n\n{points}---\n\nSo.\n"))
        .expect("our own file");
    let window = Window::open("an_outline_of_many_points_draws_those_that_are_seen", home);
    window.until_text(".outline", |text| text.contains("Berth 1"));
    let drawn = || window.texts_of(".outline [data-place]").len();
    until("few of the points are drawn", || match drawn() {
        count if count < 200 => Ok(()),
        count => Err(count.to_string()),
    });
    window.eval(
        "const list = document.querySelector('.outline ol'); list.scrollTop = list.scrollHeight;",
    );
    window.until_text(".outline", |text| text.contains("Berth 400") && text.contains("Conclusion"));
    assert!(drawn() < 200, "{} points are drawn", drawn());
    let position = window.eval(
        "return document.querySelector(\".outline [data-place='400']\").getAttribute('aria-posinset')",
    );
    assert_eq!(position, "403", "behind title, dek and lede");
    window.click(".outline [data-place='400'] button");
    until("the caret is in the last point", || match window.before_caret() {
        line if line.contains("400") => Ok(()),
        line => Err(line),
    });
}
