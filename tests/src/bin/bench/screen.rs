//! What is seen: the picture that Xvfb keeps in a file, looked at without asking anybody, and when
//! something is drawn into it, which the display tells.

use anyhow::{Context, Result};
use lede_tests::Display;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::{fs::File, ops::Range, os::unix::fs::FileExt, time::Duration};
use x11rb::connection::Connection;
use x11rb::protocol::damage::{ConnectionExt as _, ReportLevel};
use x11rb::rust_connection::RustConnection;

/// The rows looked at: below the bars at the top, above the one at the bottom.
const ROWS: Range<usize> = 30..860;

/// Bytes of a pixel.
const PIXEL: usize = 4;

/// The columns of a display.
pub(crate) const WIDTH: usize = 1400;

/// The text's rows of a display, as they are now.
#[derive(Debug)]
pub(crate) struct Screen {
    file: File,
    start: u64,
    stride: usize,
    drawn: RustConnection,
}

/// One look at a screen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Look {
    bytes: Vec<u8>,
    stride: usize,
}

impl Screen {
    /// The screen of a display.
    pub(crate) fn of(display: &Display) -> Result<Self> {
        let file = File::open(display.frame_buffer())?;
        let mut header = [0; 100];
        file.read_exact_at(&mut header, 0)?;
        // The header of an xwd file: its own size, the bytes of a row, and the count of colours,
        // which are listed between it and the first row.
        let word = |place: usize| {
            let bytes = header[place * 4..].first_chunk().copied();
            Some(u32::from_be_bytes(bytes?) as usize)
        };
        let read = || Some((word(0)? + word(19)? * 12, word(12)?));
        let (start, stride) = read().context("the frame buffer has no header")?;
        let start = (start + ROWS.start * stride) as u64;
        Ok(Self { file, start, stride, drawn: drawn(display)? })
    }

    /// Waits until something is drawn anywhere, no longer than `patience`; what was drawn before it
    /// was asked counts too, once. Looking on and on would take one of two cores from the editor.
    pub(crate) fn until_drawn(&self, patience: Duration) -> Result<()> {
        if self.drawn.poll_for_event()?.is_none() {
            let mut told = [PollFd::new(self.drawn.stream(), PollFlags::IN)];
            let patience = Timespec::try_from(patience)?;
            poll(&mut told, Some(&patience))?;
        }
        while self.drawn.poll_for_event()?.is_some() {}
        Ok(())
    }

    /// Looks anew, into the memory of an earlier look.
    pub(crate) fn look(&self, look: &mut Look) -> Result<()> {
        look.stride = self.stride;
        look.bytes.resize(ROWS.len() * self.stride, 0);
        Ok(self.file.read_exact_at(&mut look.bytes, self.start)?)
    }
}

/// Has a display tell of all that is drawn.
fn drawn(display: &Display) -> Result<RustConnection> {
    let (drawn, screen) = x11rb::connect(Some(display.name()))?;
    drawn.damage_query_version(1, 1)?.reply()?;
    let root = drawn.setup().roots.get(screen).context("a display has a screen")?.root;
    drawn.damage_create(drawn.generate_id()?, root, ReportLevel::RAW_RECTANGLES)?.check()?;
    Ok(drawn)
}

impl Look {
    /// How many pixels of these columns differ from those of another look.
    pub(crate) fn differs(&self, other: &Self, columns: &Range<usize>) -> usize {
        let bytes = columns.start * PIXEL..columns.end * PIXEL;
        let rows = self.bytes.chunks_exact(self.stride).zip(other.bytes.chunks_exact(self.stride));
        let rows = rows.map(|(a, b)| (&a[bytes.clone()], &b[bytes.clone()]));
        rows.filter(|(a, b)| a != b).map(|(a, b)| pixels(a, b)).sum()
    }
}

fn pixels(a: &[u8], b: &[u8]) -> usize {
    a.chunks_exact(PIXEL).zip(b.chunks_exact(PIXEL)).filter(|(a, b)| a != b).count()
}
