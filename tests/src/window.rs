//! The app's window, typed into and looked at.

use crate::{Display, Driver, Home, place, until};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// The app in a window of its own display. Dropped after a failure, it leaves a picture.
#[derive(Debug)]
pub struct Window {
    // In this order: the app ends before its display and its home.
    driver: Driver,
    display: Display,
    home: Home,
    app: PathBuf,
    name: String,
}

/// Finds an element by a selector, in the page or in the preview's own tree.
const FIND: &str = "\
    const hosts = [...document.querySelectorAll('[data-preview]')];
    const roots = [document, ...hosts.map(host => host.shadowRoot).filter(Boolean)];
    const all = selector => roots.flatMap(root => [...root.querySelectorAll(selector)]);
    const text = element => (element.shadowRoot ?? element).textContent;";

impl Window {
    /// The app on a home's library. `name` is the test's, for its picture and its log.
    pub fn open(name: &str, home: Home) -> Self {
        let library = home.library().display().to_string();
        Self::open_with(name, home, &["--library".to_owned(), library])
    }

    /// The app on one fixture, which is open and saved, the keyboard in its text.
    pub fn on(name: &str, fixture: &str) -> Self {
        let window = Self::open(name, Home::new().with_drafts([place::fixture(fixture)]));
        window.until_text("[data-preview]", |text| !text.trim().is_empty());
        window.until_text("[data-status]", |text| text.starts_with("Saved"));
        window
    }

    /// As [`Self::on`], with the caret at the end of the text.
    pub fn at_end_of(name: &str, fixture: &str) -> Self {
        let window = Self::on(name, fixture);
        window.click(".cm-content");
        window.press("ctrl+End");
        window
    }

    /// The app with these arguments.
    ///
    /// # Panics
    /// If it does not open.
    pub fn open_with(name: &str, home: Home, arguments: &[String]) -> Self {
        let display = Display::start();
        let app = place::program("lede-desktop");
        let driver = start(&app, name, arguments, &home, &display);
        Self { driver, display, home, app, name: name.to_owned() }
    }

    /// The home that the app lives in.
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// The display that the window is on.
    pub fn display(&self) -> &Display {
        &self.display
    }

    /// Presses keys together, as `xdotool` names them: `ctrl+Return`.
    pub fn press(&self, keys: &str) {
        self.display.press(keys);
    }

    /// Types a text where the caret is: by the keyboard what a keyboard has, and the rest as an
    /// input method would.
    pub fn type_text(&self, text: &str) {
        if text.is_ascii() { self.display.type_text(text) } else { self.driver.type_text(text) }
    }

    /// Pastes a text that another program put on the clipboard.
    pub fn paste(&self, text: &str) {
        self.display.copy(text);
        self.press("ctrl+v");
    }

    /// Runs a function's body in the page and gives back what it returns.
    pub fn eval(&self, body: &str) -> Value {
        self.driver.eval(body)
    }

    /// The texts of all elements that a selector finds, in order.
    pub fn texts_of(&self, selector: &str) -> Vec<String> {
        let found = self.look(selector, "all(arguments[0]).map(text)");
        serde_json::from_value(found).unwrap_or_default()
    }

    /// The text of the first element that a selector finds, if there is one.
    pub fn text_of(&self, selector: &str) -> Option<String> {
        self.texts_of(selector).into_iter().next()
    }

    /// Puts the keyboard into the first element that a selector finds, by a click on it.
    ///
    /// # Panics
    /// If it finds none.
    pub fn click(&self, selector: &str) {
        let (x, y) = self.place_of(selector);
        self.display.click(x, y);
    }

    /// Asks for the menu of the first element that a selector finds, by a click of the right button.
    ///
    /// # Panics
    /// If it finds none.
    pub fn right_click(&self, selector: &str) {
        let (x, y) = self.place_of(selector);
        self.display.right_click(x, y);
    }

    /// Where the first element that a selector finds can be clicked on.
    fn place_of(&self, selector: &str) -> (u32, u32) {
        let look = "(box => box && [box.x + box.width / 2, box.y + Math.min(box.height / 2, 12)])\
                    (all(arguments[0])[0]?.getBoundingClientRect())";
        let place: Option<(f64, f64)> =
            serde_json::from_value(self.look(selector, look)).unwrap_or_default();
        let (x, y) = place.unwrap_or_else(|| panic!("there is no {selector} to click on"));
        (x.round() as u32, y.round() as u32)
    }

    /// Puts the caret at the end of the line that has these words.
    ///
    /// # Panics
    /// If no line that is drawn has them.
    pub fn caret_to_line(&self, words: &str) {
        until(&format!("the caret is in the line with {words}"), || {
            self.driver.eval_with(
                "const lines = [...document.querySelectorAll('.cm-line')];
                const line = lines.find(it => it.textContent.includes(arguments[0]));
                document.querySelector('.cm-content').focus();
                getSelection().collapse(line, line.childNodes.length);",
                &json!([words]),
            );
            let line = self.before_caret();
            if line.contains(words) { Ok(()) } else { Err(line) }
        });
    }

    /// What stands before the caret in its line.
    pub fn before_caret(&self) -> String {
        let text = self.eval(
            "const { anchorNode, anchorOffset } = getSelection();
            const near = anchorNode?.nodeType === 1 ? anchorNode : anchorNode?.parentElement;
            const line = near?.closest('.cm-line');
            if (!line) return '';
            const range = document.createRange();
            range.selectNodeContents(line);
            range.setEnd(anchorNode, anchorOffset);
            return range.toString();",
        );
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the first element that a selector finds has a text that `is` right, and gives
    /// that text back.
    pub fn until_text(&self, selector: &str, is: impl Fn(&str) -> bool) -> String {
        until(&format!("{selector} says what it should"), || match self.text_of(selector) {
            Some(text) if is(&text) => Ok(text),
            Some(text) => Err(text),
            None => Err(format!("no {selector}")),
        })
    }

    /// Waits until the system's dialog stands before the window.
    pub fn until_dialog(&self) {
        until("the system's dialog is there", || match self.display.windows() {
            windows if windows.len() > 1 => Ok(()),
            windows => Err(format!("{windows:?}")),
        });
    }

    /// Types a path over the name that the system's dialog offers, and takes it.
    pub fn answer_dialog(&self, path: &Path) {
        self.until_dialog();
        self.press("ctrl+a");
        self.type_text(&path.display().to_string());
        self.press("Return");
    }

    /// Waits until a draft on the disk has bytes that are right, and gives them back.
    pub fn until_saved(&self, draft: &str, is: impl Fn(&[u8]) -> bool) -> Vec<u8> {
        until(&format!("{draft} is saved as it should be"), || {
            let bytes = std::fs::read(self.home.library().join(draft)).unwrap_or_default();
            if is(&bytes) { Ok(bytes) } else { Err(String::from_utf8_lossy(&bytes).into_owned()) }
        })
    }

    /// Closes the window as a person does, waits until the app has ended, and opens it again.
    pub fn quit_and_reopen(&mut self) {
        self.quit();
        self.reopen();
    }

    /// Kills the app in the middle of whatever it does.
    pub fn kill(&self) {
        self.driver.kill(&self.app);
        self.until_ended();
    }

    /// Kills the process of the web view that the page lives in, and waits for the next one. From here
    /// on only the display and the disk tell what the window does.
    pub fn kill_page(&self) {
        self.driver.kill_named("WebKitWebProcess");
    }

    /// Ends the app by a signal that it hears, as `kill` names it, and waits until it has ended.
    pub fn end_by(&self, signal: &str) {
        self.driver.send(&self.app, signal);
        self.until_ended();
    }

    /// Closes the window as a person does, and waits until the app has ended.
    pub fn quit(&self) {
        self.press("alt+F4");
        self.until_ended();
    }

    /// The app's process, by its number.
    ///
    /// # Panics
    /// If it does not run.
    pub fn process(&self) -> u32 {
        self.driver.process(&self.app).expect("the app runs")
    }

    /// Opens the app again after its end.
    pub fn reopen(&mut self) {
        self.reopen_with(&["--library".to_owned(), self.home.library().display().to_string()]);
    }

    /// Opens the app again with these arguments.
    pub fn reopen_with(&mut self, arguments: &[String]) {
        self.driver = start(&self.app, &self.name, arguments, &self.home, &self.display);
    }

    fn until_ended(&self) {
        until("the app has ended", || match self.driver.runs(&self.app) {
            true => Err("it still runs".to_owned()),
            false => Ok(()),
        });
    }

    /// Leaves a picture of the display under `target/window-pictures/` and says where.
    pub fn picture(&self, name: &str) -> PathBuf {
        let path = place::target("window-pictures").join(format!("{name}.png"));
        self.display.picture(&path);
        path
    }

    fn look(&self, selector: &str, expression: &str) -> Value {
        self.driver.eval_with(&format!("{FIND}\nreturn {expression};"), &json!([selector]))
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // A second panic here would hide the first.
            let picture = std::panic::AssertUnwindSafe(|| self.picture(&self.name));
            if let Ok(path) = std::panic::catch_unwind(picture) {
                eprintln!("what the window looked like: {}", path.display());
            }
        }
    }
}

/// Starts the app, and waits until its page is there and has the keyboard.
fn start(app: &Path, name: &str, arguments: &[String], home: &Home, display: &Display) -> Driver {
    let environment = [home.environment(), display.environment()].concat();
    let log = place::target("window-pictures").join(format!("{name}.log"));
    let driver = Driver::start(app, arguments, &environment, &log);
    until("the page is there and has the keyboard", || {
        let state = driver.eval("return document.readyState + ' ' + document.hasFocus()");
        if state == "complete true" { Ok(()) } else { Err(state.to_string()) }
    });
    driver
}
