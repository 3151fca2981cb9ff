//! Keys as a person sees them: the letter beside the caret, and the letter in the preview.

use crate::{
    keyboard::Keyboard,
    sample::Sample,
    screen::{Look, Screen, WIDTH},
};
use anyhow::Result;
use std::{
    thread::sleep,
    time::{Duration, Instant},
};

/// How long a key is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// More pixels than a blinking caret has, and fewer than a letter in its new place.
const LETTER: usize = 60;

/// As many in the preview, which has no caret and a smaller type.
const LETTER_IN_PREVIEW: usize = 20;

/// Letters with enough ink to be seen.
const LETTERS: [&str; 10] = ["w", "m", "g", "k", "x", "b", "d", "q", "p", "a"];

/// When the keys of a run were seen.
#[derive(Clone, Debug)]
pub(crate) struct Typed {
    /// From the key to its letter beside the caret.
    pub(crate) echo: Sample,
    /// From the key to the letter in the preview.
    pub(crate) preview: Sample,
    /// From the first of these to the second.
    pub(crate) lag: Sample,
}

/// Types so many keys, where the caret is; the preview begins at `split` of the width.
pub(crate) fn type_keys(
    screen: &Screen,
    keyboard: &Keyboard,
    split: f64,
    keys: usize,
) -> Result<Typed> {
    let mut seen = Vec::new();
    for (place, letter) in LETTERS.iter().cycle().take(keys).enumerate() {
        seen.push(press(screen, keyboard, split, letter)?);
        // Uneven, so that no clock of the editor's own keeps step with the keys.
        sleep(Duration::from_millis(800 + place as u64 * 137 % 400));
        if place % 10 == 9 {
            keyboard.press("space")?;
            sleep(Duration::from_secs(1));
        }
    }
    let lag = |(echo, preview): &(Option<Duration>, Option<Duration>)| {
        Some(preview.as_ref()?.saturating_sub(*echo.as_ref()?))
    };
    Ok(Typed {
        echo: seen.iter().filter_map(|seen| seen.0).collect(),
        preview: seen.iter().filter_map(|seen| seen.1).collect(),
        lag: seen.iter().filter_map(lag).collect(),
    })
}

/// Presses one key, and watches until it is seen on both sides.
fn press(
    screen: &Screen,
    keyboard: &Keyboard,
    split: f64,
    key: &str,
) -> Result<(Option<Duration>, Option<Duration>)> {
    let cut = (WIDTH as f64 * split) as usize;
    // The preview's own edge may move with a scroll bar.
    let (left, right) = (0..cut, cut + 12..WIDTH);
    let (mut before, mut now) = (Look::default(), Look::default());
    // Something has been drawn since the last key: the caret, if nothing else.
    screen.until_drawn(Duration::ZERO)?;
    screen.look(&mut before)?;
    let (mut echo, mut preview) = (None, None);
    let start = Instant::now();
    keyboard.press(key)?;
    while start.elapsed() < PATIENCE && (echo.is_none() || preview.is_none()) {
        screen.until_drawn(PATIENCE)?;
        // When it was drawn, and not when it has been compared. What is drawn while it is looked at
        // counts as drawn before, in either editor.
        let at = start.elapsed();
        screen.look(&mut now)?;
        if echo.is_none() && now.differs(&before, &left) > LETTER {
            echo = Some(at);
        }
        if preview.is_none() && now.differs(&before, &right) > LETTER_IN_PREVIEW {
            preview = Some(at);
        }
    }
    Ok((echo, preview))
}
