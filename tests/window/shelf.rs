//! The drafts as a shelf: found in, replaced in, put into folders, arranged and gone between, by keys.

use lede_tests::{Home, Window, place, until};
use std::fs;

const FERRY: &str = "# The Ferry\n\nThe ferry waits for nobody.\n\nNo Ferry, no island.\n";
const TRAIN: &str = "---\nstate: published\ntags: [rail]\n---\n# A Train\n\nIt meets the ferry at noon, and waits.\n";
const OLD: &str =
    "# Zebra Crossings\n\nNothing floats here, and the text is longer than the others are.\n";

fn opened(name: &str) -> Window {
    let home = Home::new();
    let library = home.library();
    fs::create_dir_all(library.join("old")).expect("a folder in an empty home");
    // The last one is the newest, and is opened.
    for (draft, text) in [("old/zebra.md", OLD), ("train.md", TRAIN), ("ferry.md", FERRY)] {
        fs::write(library.join(draft), text).expect("the library can be written to");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let window = Window::open(name, home);
    window.until_text("[data-preview]", |text| text.contains("no island"));
    window.until_text(".drafts", |text| text.contains("Zebra"));
    window
}

fn bytes(window: &Window, draft: &str) -> String {
    String::from_utf8_lossy(&window.home().bytes(draft)).into_owned()
}

/// The titles and folders of the list as they stand there.
fn listed(window: &Window) -> Vec<String> {
    window.texts_of(".drafts .row b, .drafts .folder .clip")
}

fn until_listed(window: &Window, expected: &[&str]) {
    until("the list is as it should be", || {
        let listed = listed(window);
        if listed == expected { Ok(()) } else { Err(format!("{listed:?}")) }
    });
}

fn until_file(window: &Window, draft: &str) {
    let path = window.home().library().join(draft);
    until(&format!("{draft} is there"), || {
        if path.exists() { Ok(()) } else { Err("it is not".to_owned()) }
    });
}

/// What is selected in the text.
fn selected(window: &Window) -> String {
    window.eval("return getSelection().toString()").as_str().unwrap_or_default().to_owned()
}

fn until_selected(window: &Window, draft: &str, words: &str) {
    window.until_text(".middle .name", |name| name == draft);
    until(&format!("“{words}” is selected"), || match selected(window) {
        found if found == words => Ok(()),
        other => Err(other),
    });
}

#[test]
fn all_places_of_all_drafts_are_seen_in_their_lines_and_opened_by_keys() {
    let window = opened("everywhere");
    window.press("ctrl+shift+f");
    window.until_text(".middle .name", |text| text == "In all drafts");
    window.type_text("ferry");
    window.until_text(".everywhere [role=status]", |text| text == "4 places in 2 drafts");
    assert_eq!(
        window.texts_of("[data-found='train.md'] .place"),
        ["It meets the ferry at noon, and waits."]
    );
    assert_eq!(window.texts_of(".everywhere mark"), ["Ferry", "ferry", "Ferry", "ferry"]);
    window.press("alt+c");
    window.until_text(".everywhere [role=status]", |text| text == "2 places in 2 drafts");
    window.picture("everywhere");
    window.press("Return");
    window.press("Down");
    window.press("Down");
    until("the place in the other draft has the keyboard", || {
        let place = window.eval("return document.activeElement.dataset.walk");
        if place == "0 train.md" { Ok(()) } else { Err(place.to_string()) }
    });
    window.press("Return");
    until_selected(&window, "train.md", "ferry");
    window.picture("everywhere-opened");
    // On to the next, around the end, without the page.
    window.press("F4");
    until_selected(&window, "ferry.md", "ferry");
    // What was found is still there to come back to, and Escape leads back to the text.
    window.press("ctrl+shift+f");
    window.until_text(".everywhere [role=status]", |text| text == "2 places in 2 drafts");
    window.press("Escape");
    window.until_text(".middle .name", |text| text == "ferry.md");
    window.type_text("boat");
    window.until_saved("ferry.md", |bytes| bytes.starts_with(b"# The Ferry\n\nThe boat waits"));
}

#[test]
fn a_replacement_in_all_drafts_is_seen_first_and_spares_what_is_left_out() {
    let window = opened("replace-everywhere");
    window.press("ctrl+shift+h");
    window.until_text(".middle .name", |text| text == "In all drafts");
    window.type_text("waits");
    window.press("Tab");
    window.type_text("lingers");
    window.until_text(".everywhere .button.do", |text| text.contains("2 places in 2 drafts"));
    until("each place is seen before and after", || {
        let pairs = (window.texts_of(".place del"), window.texts_of(".place ins"));
        let expected = (vec!["waits".to_owned(); 2], vec!["lingers".to_owned(); 2]);
        if pairs == expected { Ok(()) } else { Err(format!("{pairs:?}")) }
    });
    window.picture("replace-everywhere");
    let before = bytes(&window, "train.md");
    window.press("Down");
    window.press("space");
    window.until_text(".everywhere .button.do", |text| text.contains("1 place in 1 draft"));
    window.press("space");
    window.until_text(".everywhere .button.do", |text| text.contains("2 places in 2 drafts"));
    window.press("alt+a");
    window.until_text("[data-status]", |text| text.contains("2 places in 2 drafts changed"));
    window.until_saved("train.md", |bytes| bytes.ends_with(b"and lingers.\n"));
    window.until_saved("ferry.md", |bytes| {
        String::from_utf8_lossy(bytes).contains("ferry lingers for")
    });
    window.until_text(".everywhere [role=status]", |text| text.starts_with("No draft"));
    window.picture("replaced-everywhere");
    // The open draft was edited in its text: one undo takes it back there, and only there.
    window.press("Escape");
    window.press("ctrl+z");
    window.until_saved("ferry.md", |bytes| bytes == FERRY.as_bytes());
    assert_ne!(bytes(&window, "train.md"), before);
    // The text that the other had before is in its history.
    window.click("[data-draft='train.md'] .row");
    window.until_text("[data-preview]", |text| text.contains("lingers"));
    window.press("ctrl+5");
    window.until_text(".history", |text| text.contains("Before something was replaced"));
}

#[test]
fn a_draft_that_was_left_out_stays_as_it_is() {
    let window = opened("left-out");
    window.press("ctrl+shift+h");
    window.type_text("ferry");
    window.press("Tab");
    window.type_text("boat");
    window.until_text(".everywhere .button.do", |text| text.contains("4 places in 2 drafts"));
    window.click("[data-found='train.md'] input");
    window.until_text(".everywhere .button.do", |text| text.contains("3 places in 1 draft"));
    window.click(".everywhere .button.do");
    window.until_saved("ferry.md", |bytes| !String::from_utf8_lossy(bytes).contains("erry"));
    assert_eq!(bytes(&window, "train.md"), TRAIN);
}

#[test]
fn a_draft_that_was_renamed_in_the_list_is_replaced_in_its_file() {
    let window = opened("renamed-in-the-list");
    window.press("ctrl+1");
    window.press("Down");
    window.press("F2");
    window.until_text(".drafts", |text| !text.contains("A Train"));
    window.type_text("engine");
    window.press("Return");
    until_file(&window, "engine.md");
    // The draft that was open still is.
    window.until_text(".middle .name", |name| name == "ferry.md");
    window.press("ctrl+shift+h");
    window.type_text("waits");
    window.press("Tab");
    window.type_text("lingers");
    window.until_text(".everywhere .button.do", |text| text.contains("2 places in 2 drafts"));
    window.press("alt+a");
    window.until_saved("engine.md", |bytes| bytes.ends_with(b"and lingers.\n"));
}

#[test]
fn a_draft_goes_into_a_new_folder_and_stays_open_with_its_place() {
    let window = opened("folders");
    window.click(".cm-content");
    window.press("ctrl+End");
    until_listed(&window, &["The Ferry", "A Train", "old", "Zebra Crossings"]);
    window.press("ctrl+shift+m");
    window.until_text("[role=listbox]", |text| text.contains("old"));
    window.type_text("boats/old ones");
    window.until_text("[role=option][aria-selected=true]", |text| text.starts_with("Make"));
    window.picture("move-draft");
    window.press("Return");
    until_file(&window, "boats/old ones/ferry.md");
    until_listed(&window, &["A Train", "boats / old ones", "The Ferry", "old", "Zebra Crossings"]);
    window.picture("folders");
    window.type_text("There.");
    window.until_saved("boats/old ones/ferry.md", |bytes| bytes.ends_with(b"no island.There.\n"));
    assert!(!window.home().library().join("ferry.md").exists());
    // A folder that is made is there before it has a draft.
    window.press("ctrl+shift+n");
    window.type_text("New");
    window.press("Return");
    until("the folder is there", || match window.home().library().join("New").is_dir() {
        true => Ok(()),
        false => Err("it is not".to_owned()),
    });
    window.until_text("[data-folder=New]", |text| text.trim() == "New");
}

#[test]
fn folders_fold_by_keys_and_stay_so() {
    let mut window = opened("folded");
    window.press("ctrl+1");
    for _ in 0..2 {
        window.press("Down");
    }
    window.press("Left");
    until_listed(&window, &["The Ferry", "A Train", "old"]);
    window.picture("folded");
    window.quit_and_reopen();
    until_listed(&window, &["The Ferry", "A Train", "old"]);
    window.press("ctrl+1");
    window.press("End");
    window.press("Right");
    window.press("Down");
    window.press("Return");
    window.until_text("[data-preview]", |text| text.contains("Nothing floats"));
}

#[test]
fn the_list_is_sorted_and_filtered_by_keys_and_says_so() {
    let mut window = opened("arranged");
    let choose = |window: &Window, letters: &str, name: &str| {
        window.press("ctrl+shift+a");
        window.until_text("[role=listbox]", |text| text.contains("Newest first"));
        window.type_text(letters);
        window.until_text("[role=option][aria-selected=true]", |text| text.starts_with(name));
        window.press("Return");
    };
    choose(&window, "title", "By title");
    until_listed(&window, &["A Train", "The Ferry", "old", "Zebra Crossings"]);
    choose(&window, "publ", "Published");
    until_listed(&window, &["A Train"]);
    window.until_text(".filters", |text| text.contains("Published"));
    window.picture("filtered");
    window.quit_and_reopen();
    until_listed(&window, &["A Train"]);
    choose(&window, "all dr", "All drafts");
    until_listed(&window, &["A Train", "The Ferry", "old", "Zebra Crossings"]);
    choose(&window, "rail", "Tagged “rail”");
    until_listed(&window, &["A Train"]);
    window.click(".filters button");
    until_listed(&window, &["A Train", "The Ferry", "old", "Zebra Crossings"]);
}

#[test]
fn a_draft_is_dragged_into_a_folder_and_out_of_it() {
    let window = opened("dragged");
    let middle = |selector: &str| -> (u32, u32) {
        let place = window.eval(&format!(
            "const box = document.querySelector(\"{selector}\").getBoundingClientRect();
            return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];"
        ));
        serde_json::from_value(place).expect("it is there")
    };
    window.display().drag(middle("[data-draft='train.md'] .row"), middle("[data-folder=old]"));
    until_file(&window, "old/train.md");
    // The draft that was open still is.
    window.until_text(".middle .name", |name| name == "ferry.md");
    until_listed(&window, &["The Ferry", "old", "A Train", "Zebra Crossings"]);
    window
        .display()
        .drag(middle("[data-draft='old/zebra.md'] .row"), middle("[data-draft='ferry.md'] .row"));
    until_file(&window, "zebra.md");
}

#[test]
fn a_draft_is_renamed_duplicated_trashed_and_brought_back_by_keys() {
    let window = opened("by-keys");
    window.press("F2");
    window.until_text(".middle .pane-head", |text| !text.contains("ferry.md"));
    window.type_text("boat");
    window.picture("rename");
    window.press("Return");
    until_file(&window, "boat.md");
    window.until_text(".middle .name", |name| name == "boat.md");
    window.press("ctrl+shift+d");
    window.until_text(".middle .name", |name| name != "boat.md");
    let copy = window.text_of(".middle .name").expect("a name");
    until_file(&window, &copy);
    window.press("ctrl+shift+Delete");
    window.until_text("[data-status]", |text| text.contains("is in the trash"));
    assert!(!window.home().library().join(&copy).exists());
    window.press("ctrl+shift+t");
    until_file(&window, &copy);
    window.until_text(".middle .name", |name| name == copy);
    assert_eq!(bytes(&window, &copy), FERRY);
}

#[test]
fn the_drafts_open_of_late_are_gone_through_with_one_key_held() {
    let window = opened("recent");
    window.press("ctrl+p");
    window.until_text("[role=listbox]", |text| text.contains("Zebra"));
    window.type_text("zebra");
    window.until_text("[role=option][aria-selected=true]", |text| text.contains("Zebra"));
    window.press("Return");
    window.until_text(".middle .name", |name| name == "zebra.md");
    // The one before, at once.
    window.press("ctrl+Tab");
    window.until_text(".middle .name", |name| name == "ferry.md");
    // Those of late come first where nothing is typed.
    window.press("ctrl+p");
    until("those of late come first", || {
        let names = window.texts_of("[role=option] .name");
        let first: Vec<_> = names.iter().take(2).collect();
        if first == ["The Ferry", "Zebra Crossings"] { Ok(()) } else { Err(format!("{names:?}")) }
    });
    window.press("Escape");
    window.display().hold("ctrl");
    window.display().press_too("Tab");
    window.until_text(".switcher [aria-selected=true]", |text| text.contains("Zebra"));
    window.picture("recent");
    window.display().press_too("Tab");
    window.until_text(".switcher [aria-selected=true]", |text| text.contains("The Ferry"));
    window.display().press_too("Tab");
    window.display().let_go("ctrl");
    window.until_text(".middle .name", |name| name == "zebra.md");
    assert_eq!(window.texts_of(".switcher"), [""; 0]);
}

#[test]
fn a_draft_is_found_again_where_it_was_left() {
    let home = Home::new().with_drafts([place::fixture("article.md")]);
    std::thread::sleep(std::time::Duration::from_millis(20));
    let paragraph = |number| format!("Paragraph {number} stands for many.\n\n");
    let long = format!("# Long\n\n{}", (0..200).map(paragraph).collect::<String>());
    fs::write(home.library().join("long.md"), long).expect("the library can be written to");
    let mut window = Window::open("place", home);
    window.until_text("[data-preview]", |text| text.contains("stands for many"));
    window.click(".cm-content");
    window.press("ctrl+End");
    // The caret in the middle of what is seen, not at the edge where it would come into sight.
    window.eval("document.querySelector('.cm-scroller').scrollTop -= 250");
    // How high it all is depends on what was drawn yet: what is seen at the upper edge does not.
    let place = |window: &Window| -> (i32, String) {
        let seen = "const { top } = document.querySelector('.cm-scroller').getBoundingClientRect();
            const lines = [...document.querySelectorAll('.cm-line')];
            const first = lines.find(it => it.textContent && it.getBoundingClientRect().bottom > top + 14);
            return [Number(first?.textContent.match(/\\d+/)), String(getSelection().anchorNode?.textContent)]";
        serde_json::from_value(window.eval(seen)).expect("a number and a line")
    };
    std::thread::sleep(std::time::Duration::from_millis(400));
    let left = place(&window);
    let is_there = |window: &Window| {
        until("the text is where it was left", || match place(window) {
            // To the line; which of two shows at the edge may hang on a pixel.
            (line, caret) if line.abs_diff(left.0) <= 1 && caret == left.1 => Ok(()),
            other => Err(format!("{other:?}, not {left:?}")),
        });
    };
    window.click("[data-draft='article.md'] .row");
    window.until_text(".middle .name", |name| name == "article.md");
    window.press("ctrl+Tab");
    window.until_text(".middle .name", |name| name == "long.md");
    is_there(&window);
    // What lies in its place meanwhile does not move it.
    window.press("ctrl+shift+f");
    window.until_text(".middle .name", |text| text == "In all drafts");
    window.press("Escape");
    window.until_text(".middle .name", |name| name == "long.md");
    is_there(&window);
    window.quit_and_reopen();
    window.until_text("[data-preview]", |text| text.contains("stands for many"));
    is_there(&window);
}

#[test]
fn a_long_list_draws_the_drafts_that_are_seen_and_the_keyboard_reaches_them_all() {
    let home = Home::new();
    for number in 0..400 {
        let text = format!("# Draft {number}\n\nWords.\n");
        fs::write(home.library().join(format!("draft-{number:03}.md")), text)
            .expect("our own file");
    }
    let window = Window::open(
        "a_long_list_draws_the_drafts_that_are_seen_and_the_keyboard_reaches_them_all",
        home,
    );
    until("all drafts have a line", || match window.texts_of("[data-draft]").len() {
        400 => Ok(()),
        count => Err(count.to_string()),
    });
    let drawn = || window.texts_of("[data-walk]").len();
    assert!(drawn() < 150, "{} rows are drawn", drawn());
    window.press("ctrl+1");
    let walked = || {
        let name = window.eval("return document.activeElement?.dataset.walk ?? ''");
        name.as_str().unwrap_or_default().to_owned()
    };
    until("the keyboard is in the list", || match walked() {
        name if name.is_empty() => Err(name),
        _ => Ok(()),
    });
    window.press("End");
    let last =
        window.eval("return [...document.querySelectorAll('[data-draft]')].at(-1).dataset.draft");
    until("the keyboard is at the last draft", || match walked() {
        name if last == name.as_str() => Ok(()),
        name => Err(name),
    });
    window.press("Return");
    window.until_text(".cm-content", |text| text.contains("Draft"));
    assert!(drawn() < 150, "{} rows are drawn", drawn());
}
