//! Findings in the window: as they are typed, by keys, put aside, and before an export.

use lede_tests::{Home, Window, place};
use std::fs;

const DRAFT: &str = "five-points.md";

/// The window on the fixture of five points, whose title, lede and conclusion each count them. Its text was
/// changed before; the caret is at its end.
fn opened(name: &str, change: impl Fn(String) -> String) -> Window {
    let text = fs::read_to_string(place::fixture(DRAFT)).expect("the fixture is text");
    let home = Home::new();
    fs::write(home.library().join(DRAFT), change(text)).expect("the library can be written to");
    let window = Window::open(name, home);
    window.until_text("[data-status]", |text| text.contains("points"));
    window.click(".cm-content");
    window.press("ctrl+End");
    window
}

fn says(window: &Window, findings: &str) {
    window.until_text("[data-status]", |text| text.contains(findings));
}

/// Waits until the checks have looked at the text and say nothing of it.
fn is_silent(window: &Window) {
    window.press("ctrl+4");
    window.until_text("[data-checks]", |text| text.contains("Nothing to say"));
    window.press("Escape");
    let status = window.text_of("[data-status]").unwrap_or_default();
    assert!(!status.contains("finding"), "{status}");
}

/// The marked words, in order.
fn marked(window: &Window) -> Vec<String> {
    window.texts_of(".lede-mark")
}

fn contains(window: &Window, words: &str) {
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains(words));
}

#[test]
fn a_finding_shows_as_it_is_typed_and_goes_when_it_is_mended_by_hand() {
    let window = opened("found", |text| text);
    is_silent(&window);
    window.type_text("TK");
    says(&window, "1 finding");
    assert_eq!(marked(&window), ["TK"]);
    window.press("BackSpace");
    window.press("BackSpace");
    is_silent(&window);
    assert_eq!(marked(&window), [""; 0]);
}

#[test]
fn a_finding_is_mended_by_keys_at_the_caret_in_one_undo() {
    let window = opened("mended", |text| text.replace("Five Reasons", "Six Reasons"));
    says(&window, "1 finding");
    window.press("F8");
    window.until_text(".lede-mark.lede-now", |text| text == "Six");
    window.press("ctrl+period");
    window.until_text("[data-menu]", |text| text.contains("has 5 points"));
    window.picture("finding-menu");
    window.press("Return");
    contains(&window, "# Five Reasons");
    is_silent(&window);
    // The keyboard is back in the text.
    window.press("ctrl+z");
    contains(&window, "# Six Reasons");
}

#[test]
fn f8_walks_through_the_findings_and_back_and_around() {
    let window = opened("walked", |text| {
        text.replace("since the fire.\n\n##", "since XXX.\n\n##").replace("for ever.", "for TODO.")
    });
    says(&window, "2 findings");
    let is_at = |word: &str| drop(window.until_text(".lede-mark.lede-now", |text| text == word));
    window.press("F8");
    is_at("XXX");
    window.until_text("p.unseen", |text| text.contains("“XXX” is still to be filled in"));
    window.press("F8");
    is_at("TODO");
    window.press("F8");
    is_at("XXX");
    window.press("shift+F8");
    is_at("TODO");
}

#[test]
fn an_ignored_finding_stays_so_over_a_restart_and_edits_elsewhere_and_comes_back() {
    let mut window = opened("ignored", |text| text.replace("for ever.", "for TODO. Ever."));
    says(&window, "1 finding");
    window.press("ctrl+4");
    window.until_text("[data-finding]", |text| text.contains("TODO"));
    window.press("i");
    window.until_text("[data-aside=ignored]", |text| text.contains("TODO"));
    window.quit_and_reopen();
    is_silent(&window);
    window.press("ctrl+End");
    window.type_text(" A word elsewhere.");
    contains(&window, "elsewhere");
    is_silent(&window);
    window.press("ctrl+4");
    window.until_text("[data-aside=ignored]", |text| text.contains("TODO"));
    window.press("End");
    window.press("Return");
    says(&window, "1 finding");
}

#[test]
fn a_rule_that_is_ignored_is_listed_and_heeded_again() {
    let window = opened("rule", |text| text.replace("for ever.", "for TODO. Ever."));
    says(&window, "1 finding");
    window.press("ctrl+4");
    window.until_text("[data-finding]", |text| text.contains("TODO"));
    window.press("shift+i");
    window.until_text("[data-aside=off]", |text| text.contains("placeholder"));
    let settings = window.home().path().join(".config/lede/settings.toml");
    let kept = fs::read_to_string(settings).expect("the settings are kept");
    assert!(kept.contains("ignored_rules = [\"placeholder\"]"), "{kept}");
    window.press("End");
    window.press("Return");
    says(&window, "1 finding");
}

#[test]
fn a_last_point_deleted_by_hand_gives_three_findings_and_one_action_mends_them() {
    let window = opened("deleted", |text| text);
    let before = window.home().bytes(DRAFT);
    is_silent(&window);
    window.press("ctrl+slash");
    window.until_text(".cm-content", |text| text.contains("## 5."));
    window.caret_to_line("## 5.");
    window.press("Home");
    (0..4).for_each(|_| window.press("shift+Down"));
    window.press("Delete");
    says(&window, "3 findings");
    window.press("ctrl+4");
    window.until_text("[data-checks]", |text| text.contains("Mend all 3 that are safe"));
    let rules = window.eval(
        "return [...document.querySelectorAll('[data-finding]')].map(it => it.dataset.finding)",
    );
    assert_eq!(rules, serde_json::json!(["count-agreement", "count-agreement", "count-agreement"]));
    window.picture("three-findings");
    window.press("a");
    contains(&window, "# Four Reasons");
    window.press("Escape");
    is_silent(&window);
    window.press("ctrl+z");
    says(&window, "3 findings");
    window.press("ctrl+z");
    window.until_saved(DRAFT, |bytes| bytes == before);
    is_silent(&window);
}

#[test]
fn a_last_point_removed_by_the_command_leaves_no_finding() {
    let window = opened("removed-counted", |text| text);
    window.press("ctrl+slash");
    window.until_text(".cm-content", |text| text.contains("## 5."));
    window.caret_to_line("The council has had it");
    window.press("shift+Home");
    window.press("BackSpace");
    // The driver's own way to the page is shorter than that of the keys.
    window.until_text(".cm-content", |text| !text.contains("The council has had it"));
    window.caret_to_line("## 5.");
    (0..5).for_each(|_| window.press("ctrl+shift+Left"));
    window.press("BackSpace");
    // The point is empty; in the cards one more goes to the point itself.
    window.press("ctrl+slash");
    window.press("BackSpace");
    contains(&window, "# Four Reasons");
    is_silent(&window);
}

#[test]
fn a_result_of_a_text_that_is_no_more_never_shows() {
    let window = opened("stale", |text| text);
    window.eval(
        "window.wrong = [];
        new MutationObserver(() => {
            for (const mark of document.querySelectorAll('.lede-mark'))
                if (mark.textContent !== 'TK') window.wrong.push(mark.textContent);
        }).observe(document.querySelector('.cm-content'), { subtree: true, childList: true, characterData: true });",
    );
    window.type_text("\n\nSo a TK stands here");
    says(&window, "1 finding");
    window.press("Up");
    // Some keys come while a check waits, some while it looks, some behind its answer.
    for pause in [0, 120, 290, 301, 310, 340, 0, 305, 320] {
        window.type_text("word ");
        std::thread::sleep(std::time::Duration::from_millis(pause));
    }
    says(&window, "1 finding");
    assert_eq!(window.eval("return window.wrong"), serde_json::json!([]));
    assert_eq!(marked(&window), ["TK"]);
}

#[test]
fn dates_are_ticked_off_by_key_and_stay_so() {
    let mut window = opened("ticked", |text| text.replace("for ever.", "since last week."));
    window.press("ctrl+4");
    window.until_text("[data-ticks=dates]", |text| text.contains("last week"));
    window.press("End");
    window.press("space");
    let done = "[data-ticks=dates] [aria-checked=true]";
    window.until_text(done, |text| text.contains("last week"));
    window.quit_and_reopen();
    window.press("ctrl+4");
    window.until_text(done, |text| text.contains("last week"));
}

#[test]
fn before_an_export_what_is_left_is_walked_by_keys_and_holds_nothing_up() {
    let window = opened("left", |text| text.replace("for ever.", "for TODO, by all reports."));
    says(&window, "1 finding");
    window.press("ctrl+shift+s");
    window.until_text("[data-left]", |text| text.contains("TODO") && text.contains("not hold you"));
    window.picture("before-export");
    window.press("Down");
    window.press("Down");
    window.press("Return");
    window.until_text(".lede-mark.lede-now", |text| text == "TODO");
    assert_eq!(window.text_of("[data-left]"), None);
}

#[test]
fn what_a_move_leaves_speaking_of_other_points_is_told_until_it_is_moved_back() {
    let window = opened("shifted", |text| {
        text.replace("only the first of them", "only the first two of them")
    });
    is_silent(&window);
    window.press("ctrl+Home");
    (0..3).for_each(|_| window.press("alt+Next"));
    window.press("alt+shift+Down");
    window.press("alt+shift+Down");
    says(&window, "1 finding");
    assert_eq!(marked(&window), ["two"]);
    window.press("ctrl+4");
    let said = window.until_text("[data-finding]", |text| text.contains("now means"));
    assert!(said.contains("“The Ladder Is Too Short”"), "{said}");
    window.picture("shifted");
    window.press("Escape");
    window.press("ctrl+z");
    window.press("ctrl+z");
    is_silent(&window);
}
