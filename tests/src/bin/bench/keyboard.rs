//! A keyboard that is there before the key: starting a program for each would count as delay.

use anyhow::{Context, Result};
use lede_tests::Display;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt as _, KEY_PRESS_EVENT, KEY_RELEASE_EVENT};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

/// The keyboard of a display.
#[derive(Debug)]
pub(crate) struct Keyboard {
    display: RustConnection,
    /// What each key writes, from the code `first` on.
    keysyms: Vec<u32>,
    first: u8,
}

impl Keyboard {
    /// The keyboard of a display.
    pub(crate) fn of(display: &Display) -> Result<Self> {
        let (display, _) = x11rb::connect(Some(display.name()))?;
        let (first, last) = (display.setup().min_keycode, display.setup().max_keycode);
        let mapping = display.get_keyboard_mapping(first, last - first + 1)?.reply()?;
        let rows = mapping.keysyms.chunks(usize::from(mapping.keysyms_per_keycode));
        let keysyms = rows.filter_map(|row| row.first().copied()).collect();
        Ok(Self { display, keysyms, first })
    }

    /// Presses a key, such as `x`, `space` or `ctrl+Home`, and does not wait for it.
    pub(crate) fn press(&self, keys: &str) -> Result<()> {
        let codes = keys.split('+').map(|key| self.code(key));
        let codes = codes.collect::<Result<Vec<_>>>()?;
        for code in &codes {
            self.display.xtest_fake_input(KEY_PRESS_EVENT, *code, 0, x11rb::NONE, 0, 0, 0)?;
        }
        for code in codes.iter().rev() {
            self.display.xtest_fake_input(KEY_RELEASE_EVENT, *code, 0, x11rb::NONE, 0, 0, 0)?;
        }
        Ok(self.display.flush()?)
    }

    fn code(&self, key: &str) -> Result<u8> {
        let keysym = match key {
            "ctrl" => 0xffe3,
            "Home" => 0xff50,
            "Right" => 0xff53,
            "Down" => 0xff54,
            "space" => 0x20,
            letter => letter.chars().next().map(u32::from).context("a key has a name")?,
        };
        let place = self.keysyms.iter().position(|one| *one == keysym);
        let place = place.with_context(|| format!("the keyboard has no {key}"))?;
        Ok(self.first + u8::try_from(place)?)
    }
}
