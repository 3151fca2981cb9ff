//! A display of one's own: Xvfb with a window manager that shows each window over the whole of it.

use crate::{Group, until};
use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};
use tempfile::TempDir;

/// A virtual display with its keyboard. Dropped, it goes.
#[derive(Debug)]
pub struct Display {
    name: String,
    // In this order: the manager ends before the display that it manages.
    _manager: Group,
    _server: Group,
    folder: TempDir,
}

const MANAGER: &str = include_str!("openbox.xml");

impl Display {
    /// A display of 1400 × 900 pixels, under a number that is free.
    pub fn start() -> Self {
        Self::of_size(1400, 900)
    }

    /// A display of so many pixels.
    ///
    /// # Panics
    /// If Xvfb or openbox is not installed.
    pub fn of_size(width: u32, height: u32) -> Self {
        let folder = TempDir::new().expect("the temporary folder can be written to");
        let screen = format!("{width}x{height}x24");
        let buffer = folder.path().display().to_string();
        let server = ["Xvfb", "-displayfd", "1", "-screen", "0", &screen, "-fbdir", &buffer];
        let quiet = ["-nolisten", "tcp", "-noreset", "-dpi", "96"];
        let (server, number) = Group::start_and_hear(&[&server[..], &quiet].concat());
        let name = format!(":{number}");
        let rules = folder.path().join("openbox.xml");
        std::fs::write(&rules, MANAGER).expect("the temporary folder can be written to");
        let manager = ["openbox", "--sm-disable", "--config-file", &rules.display().to_string()];
        let manager = Group::start(&manager, &[("DISPLAY".to_owned(), name.clone())], None);
        let display = Self { name, _manager: manager, _server: server, folder };
        until("the window manager is there", || {
            display.ask("xdotool", &["get_num_desktops"]).map(drop)
        });
        display
    }

    /// What `DISPLAY` is set to, for instance `:7`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The variables that put a program's windows on this display, and on no other bus or desktop.
    pub fn environment(&self) -> Vec<(String, String)> {
        let set = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        vec![
            set("DISPLAY", &self.name),
            set("GDK_BACKEND", "x11"),
            set("GTK_A11Y", "none"),
            set("NO_AT_BRIDGE", "1"),
            set("WAYLAND_DISPLAY", ""),
        ]
    }

    /// The file that Xvfb keeps its picture in, in the format of `xwd`.
    pub fn frame_buffer(&self) -> PathBuf {
        self.folder.path().join("Xvfb_screen0")
    }

    /// Holds a key down until it is let go.
    ///
    /// # Panics
    /// If xdotool fails.
    pub fn hold(&self, key: &str) {
        self.must("xdotool", &["keydown", key]);
    }

    /// Lets go of a key that was held.
    ///
    /// # Panics
    /// If xdotool fails.
    pub fn let_go(&self, key: &str) {
        self.must("xdotool", &["keyup", key]);
    }

    /// Presses a key while others are held.
    ///
    /// # Panics
    /// If xdotool fails.
    pub fn press_too(&self, key: &str) {
        self.must("xdotool", &["key", key]);
    }

    /// Presses keys together, as `xdotool` names them: `ctrl+Return`.
    ///
    /// # Panics
    /// If there is no such key.
    pub fn press(&self, keys: &str) {
        self.must("xdotool", &["key", "--clearmodifiers", keys]);
    }

    /// Types a text key by key, into the window that has the keyboard.
    ///
    /// # Panics
    /// If xdotool fails.
    pub fn type_text(&self, text: &str) {
        for (place, line) in text.split('\n').enumerate() {
            if place > 0 {
                self.press("Return");
            }
            if !line.is_empty() {
                self.must("xdotool", &["type", "--delay", "4", "--", line]);
            }
        }
    }

    /// Puts a text on the clipboard, as another program would.
    ///
    /// # Panics
    /// If xclip is not installed.
    pub fn copy(&self, text: &str) {
        self.copy_as("UTF8_STRING", text.as_bytes());
    }

    /// Puts something of this media type on the clipboard, as another program would.
    ///
    /// # Panics
    /// If xclip is not installed.
    pub fn copy_as(&self, media_type: &str, bytes: &[u8]) {
        let mut xclip = Command::new("xclip")
            .args(["-selection", "clipboard", "-target", media_type])
            .env("DISPLAY", &self.name)
            .stdin(Stdio::piped())
            .spawn()
            .expect("xclip starts");
        let mut input = xclip.stdin.take().expect("its input is a pipe");
        input.write_all(bytes).expect("xclip reads");
        drop(input);
        // It goes on in the background, for as long as it has the clipboard.
        xclip.wait().expect("xclip takes the clipboard");
    }

    /// What the clipboard has, as text.
    ///
    /// # Panics
    /// If xclip is not installed.
    pub fn clipboard(&self) -> String {
        self.ask("xclip", &["-selection", "clipboard", "-o"]).unwrap_or_else(|said| said)
    }

    /// Presses the left button at one place and lets it go at another, as a hand does: in steps.
    ///
    /// # Panics
    /// If xdotool fails.
    pub fn drag(&self, from: (u32, u32), to: (u32, u32)) {
        let go = |(x, y): (u32, u32)| {
            self.must("xdotool", &["mousemove", &x.to_string(), &y.to_string(), "sleep", "0.05"]);
        };
        go(from);
        self.must("xdotool", &["mousedown", "1"]);
        for step in 1..=8_u32 {
            let between = |from: u32, to: u32| (from * (8 - step) + to * step) / 8;
            go((between(from.0, to.0), between(from.1, to.1)));
        }
        self.must("xdotool", &["mouseup", "1"]);
    }

    /// Clicks with the left button at a place, in pixels from the top left corner.
    ///
    /// # Panics
    /// If xdotool fails.
    pub fn click(&self, x: u32, y: u32) {
        self.must("xdotool", &["mousemove", &x.to_string(), &y.to_string(), "click", "1"]);
    }

    /// Clicks with the right button at a place, in pixels from the top left corner.
    ///
    /// # Panics
    /// If xdotool fails.
    pub fn right_click(&self, x: u32, y: u32) {
        self.must("xdotool", &["mousemove", &x.to_string(), &y.to_string(), "click", "3"]);
    }

    /// The titles of the windows that are seen.
    pub fn windows(&self) -> Vec<String> {
        let seen = self.ask("xdotool", &["search", "--onlyvisible", "--name", "."]);
        let title = |id: &str| self.ask("xdotool", &["getwindowname", id]).ok();
        seen.unwrap_or_default().lines().filter_map(title).collect()
    }

    /// Waits until two looks at the display, a moment apart, see the same.
    ///
    /// # Panics
    /// If it goes on moving.
    pub fn until_still(&self) {
        let mut last = Vec::new();
        until("the window holds still", || {
            let seen = std::fs::read(self.frame_buffer()).map_err(|error| error.to_string())?;
            let same = seen == last;
            last = seen;
            std::thread::sleep(std::time::Duration::from_millis(700));
            if same { Ok(()) } else { Err("it moves".to_owned()) }
        });
    }

    /// Leaves a picture of the whole display in a file; PNG, by its name.
    ///
    /// # Panics
    /// If ImageMagick is not installed or the file cannot be written.
    pub fn picture(&self, path: &Path) {
        self.must("import", &["-silent", "-window", "root", &path.display().to_string()]);
    }

    fn must(&self, program: &str, arguments: &[&str]) {
        if let Err(said) = self.ask(program, arguments) {
            panic!("{program} {}: {said}", arguments.join(" "));
        }
    }

    fn ask(&self, program: &str, arguments: &[&str]) -> Result<String, String> {
        let mut command = Command::new(program);
        let output = command.args(arguments).env("DISPLAY", &self.name).output();
        let output = output.map_err(|error| format!("{program} does not start: {error}"))?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
    }
}
