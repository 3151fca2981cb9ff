//! The app is started again while it is open.

use lede_tests::{Home, Window, place};
use std::process::{Command, Output};

const DRAFT: &str = "five-points.md";

/// Starts the app once more for the same person, and waits for the end of that start.
fn started_again(window: &Window, arguments: &[&str]) -> Output {
    let mut command = Command::new(place::program("lede-desktop"));
    command.args(arguments).current_dir(window.home().library());
    command.envs(window.home().environment()).envs(window.display().environment());
    command.output().expect("the app starts")
}

fn opened(name: &str) -> Window {
    let drafts = [DRAFT, "article.md"].map(place::fixture);
    let window = Window::open(name, Home::new().with_drafts(drafts));
    window.until_text("[data-preview]", |text| !text.is_empty());
    window
}

#[test]
fn a_second_start_hands_its_file_over_to_the_first_window() {
    let window = opened("handed-over");
    let shown = window.text_of(".middle .name").unwrap_or_default();
    let (file, title) = match shown.starts_with("article") {
        true => (DRAFT, "The Ladder Is Too Short"),
        false => ("article.md", "The Ladder In The Market Hall"),
    };
    // Named as a person would, from the folder in which they are.
    let second = started_again(&window, &[file]);
    assert!(second.status.success(), "{second:?}");
    window.until_text("[data-preview]", |text| text.contains(title));
}

#[test]
fn a_file_that_cannot_be_opened_is_named_in_the_first_window() {
    let window = opened("handed-over-in-vain");
    assert!(started_again(&window, &["nowhere.md"]).status.success());
    window.until_text("[data-status]", |text| text.contains("nowhere.md"));
}

#[test]
fn one_that_was_killed_is_in_nobody_s_way() {
    let mut window = opened("killed-before");
    window.kill();
    window.reopen();
    window.until_text("[data-preview]", |text| !text.is_empty());
}
