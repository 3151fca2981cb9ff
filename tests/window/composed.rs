//! Writing by an input method: Korean syllables, each composed of the letters of several keys.

use lede_tests::{Group, Home, Window, place, until};
use std::{fs, process::Command};

const DRAFT: &str = "five-points.md";

/// How the input method begins: with Korean, as after its own key.
const SETTINGS: &str = "[org/freedesktop/ibus/engine/hangul]\ninitial-input-mode='hangul'\n";

/// The app with an input method at its keyboard.
struct Composing {
    window: Window,
    _daemon: Group,
    _bus: Group,
}

impl Composing {
    fn on(name: &str, text: &str) -> Self {
        let home = Home::new()
            .with_drafts([place::fixture(DRAFT)])
            .with_variable("GTK_IM_MODULE", "ibus")
            .with_variable("GSETTINGS_BACKEND", "keyfile");
        fs::write(home.library().join(DRAFT), text).expect("our own file");
        let settings = home.path().join(".config/glib-2.0/settings");
        fs::create_dir_all(&settings).expect("our own folder");
        fs::write(settings.join("keyfile"), SETTINGS).expect("our own file");
        let window = Window::open(name, home);
        window.until_text("[data-status]", |text| text.starts_with("Saved"));
        let (bus, address) = Group::start_a_bus();
        let environment =
            [window.home().environment(), window.display().environment(), vec![address]].concat();
        let line = ["ibus-daemon", "--panel=disable", "--emoji-extension=disable"];
        let daemon = Group::start(&line, &environment, None);
        until("the input method is there", || {
            let mut ibus = Command::new("ibus");
            ibus.args(["engine", "hangul"]).envs(environment.iter().cloned());
            let output = ibus.output().map_err(|error| error.to_string())?;
            let said =
                String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
            if output.status.success() { Ok(()) } else { Err(said) }
        });
        window.click(".cm-content");
        // The text has the keyboard, and with it the input method, once the caret has gone to its end.
        window.press("ctrl+End");
        until("the caret is at the end", || match window.before_caret() {
            line if line.contains("Words") => Ok(()),
            line => Err(line),
        });
        let it = Self { window, _daemon: daemon, _bus: bus };
        until("the input method reaches the app", || match it.is_heard() {
            true => Ok(()),
            false => Err("the key came as it is".to_owned()),
        });
        it
    }

    /// Whether a key comes as a letter of Korean; whatever came is taken away again.
    fn is_heard(&self) -> bool {
        let before = self.window.before_caret();
        self.window.press("k");
        let typed = || self.window.before_caret().strip_prefix(&before).map(str::to_owned);
        until("a letter comes", || match typed() {
            Some(letter) if !letter.is_empty() => Ok(()),
            other => Err(format!("{other:?}")),
        });
        let heard = typed().is_some_and(|letter| letter == "ㅏ");
        self.window.press("BackSpace");
        until("it has gone again", || match self.window.before_caret() {
            line if line == before => Ok(()),
            line => Err(line),
        });
        heard
    }

    /// Presses keys one after the other, each as fast as the keyboard can.
    fn press(&self, keys: &str) {
        for key in keys.split_whitespace() {
            self.window.press(key);
        }
    }

    fn until_saved(&self, wanted: &str) {
        self.window.until_saved(DRAFT, |bytes| bytes == wanted.as_bytes());
    }

    /// What the line with the caret shows, the syllable that is being composed with it.
    fn until_line(&self, wanted: &str) {
        until("the syllable shows", || match self.window.before_caret() {
            line if line.ends_with(wanted) => Ok(()),
            line => Err(line),
        });
    }
}

const TITLED: &str = "# Two Doors\n\nA lede.\n\n## 1. One\n\nBody.\n\n## 2. Two\n\nWords.\n";

#[test]
fn syllables_are_composed_where_the_caret_is() {
    let it = Composing::on("syllables_are_composed_where_the_caret_is", TITLED);
    it.press("ctrl+End g k");
    it.until_line("하");
    it.press("s");
    it.until_line("한");
    it.press("r m f space");
    it.until_saved(&TITLED.replace("Words.", "Words.한글 "));
}

#[test]
fn enter_ends_the_syllable_and_goes_on_to_the_next_part() {
    let it = Composing::on("enter_ends_the_syllable_and_goes_on_to_the_next_part", TITLED);
    it.press("ctrl+Home End g k s");
    it.until_line("Doors한");
    it.press("Return r m f");
    it.until_line("글");
    it.press("Return r k space");
    it.until_saved(&TITLED.replace("Doors\n\nA", "Doors한\n\n*글*\n\n가 A"));
}

#[test]
fn an_empty_part_takes_a_syllable_and_gives_it_up_again() {
    let it = Composing::on("an_empty_part_takes_a_syllable_and_gives_it_up_again", TITLED);
    it.press("ctrl+Home Return g k");
    it.until_line("하");
    it.press("BackSpace BackSpace");
    it.until_saved(TITLED);
    it.press("g k s space");
    it.until_saved(&TITLED.replace("Doors\n", "Doors\n\n*한 *\n"));
    it.press("ctrl+z ctrl+z ctrl+z");
    it.until_saved(TITLED);
}

#[test]
fn a_command_given_in_the_middle_of_a_syllable_is_carried_out() {
    let it = Composing::on("a_command_given_in_the_middle_of_a_syllable_is_carried_out", TITLED);
    it.press("ctrl+End r k");
    it.until_line("가");
    it.press("alt+shift+Up");
    let moved = "# Two Doors\n\nA lede.\n\n## 1. Two\n\nWords.가\n\n## 2. One\n\nBody.\n";
    it.until_saved(moved);
}
