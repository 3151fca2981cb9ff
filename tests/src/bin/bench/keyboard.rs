//! A keyboard that is there before the key: starting `xdotool` for each would count as delay.

use anyhow::{Context, Result};
use lede_tests::Display;
use std::{
    io::Write,
    process::{Child, ChildStdin, Command, Stdio},
};

/// One `xdotool` that reads what to press. Dropped, it ends.
#[derive(Debug)]
pub(crate) struct Keyboard {
    input: Option<ChildStdin>,
    xdotool: Child,
}

impl Keyboard {
    /// The keyboard of a display.
    pub(crate) fn of(display: &Display) -> Result<Self> {
        let mut xdotool = Command::new("xdotool");
        xdotool.arg("-").env("DISPLAY", display.name()).stdin(Stdio::piped());
        let mut xdotool = xdotool.spawn().context("xdotool is not installed")?;
        Ok(Self { input: xdotool.stdin.take(), xdotool })
    }

    /// Presses a key, as `xdotool` names it, and does not wait for it.
    pub(crate) fn press(&mut self, key: &str) -> Result<()> {
        let input = self.input.as_mut().context("the keyboard is there until it is dropped")?;
        Ok(input.write_all(format!("key --delay 0 {key}\n").as_bytes())?)
    }
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        drop(self.input.take());
        // It ends by itself when its input does; how, nobody asks any more.
        let _ = self.xdotool.wait();
    }
}
