//! L9, without a window: what a person sees, what the backend holds and what lies on the disk.

use crate::case::{Case, Tried};
use crate::folder::Folder;
use crate::model::Window;
use crate::texts;
use crate::trial::Trial;
use crate::way::Message;
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::time::Instant;
use store::{Draft, Hash, OnDisk};
use text::{ByteOffset, Edit, Edits, Text};

pub(crate) const CASE: Case = Case {
    id: "L9",
    what: "the window's text, the mirror and the disk stay equal over edits, undo, offers, reloads and saves; every message dropped, doubled or swapped is noticed (without a window)",
    tried: Tried { sample: 2000, full: 10_000, run, broken: &["believes-every-message"] },
};

/// As many steps are taken with one draft.
const STEPS: usize = 40;

/// A draft, its window and its file.
struct Session<'a> {
    trial: &'a mut Trial,
    folder: Folder,
    draft: Draft,
    window: Window,
    outside: usize,
}

fn run(trial: &mut Trial) -> Result<()> {
    while trial.goes_on() {
        let text = texts::any(&mut trial.chance);
        let folder = Folder::in_memory()?.with("a.md", &text)?;
        let file = folder.path("a.md");
        let draft = Draft::new(file.clone(), (trial.way.open)(&file)?);
        let window = Window::on(&draft);
        let mut session = Session { trial, folder, draft, window, outside: 0 };
        session.steps(&text);
    }
    Ok(())
}

impl Session<'_> {
    /// Takes steps until one goes wrong: what comes after it means nothing.
    fn steps(&mut self, text: &str) {
        let mut before = self.trial.failed;
        for number in 0..STEPS {
            if !self.trial.goes_on() || self.trial.failed > before {
                return;
            }
            before = self.trial.failed;
            let kind = self.trial.chance.below(100);
            let result = self.step(kind).and_then(|()| self.is_equal());
            self.trial.count(format!("step {number} (kind {kind}) on {text:?}"), result);
        }
    }

    fn step(&mut self, kind: usize) -> Result<()> {
        match kind {
            0..50 => self.edited(),
            50..60 => self.undone(),
            60..70 => self.saved(),
            70..75 => self.offered(),
            75..80 => self.reloaded(),
            80..85 => {
                self.window = Window::on(&self.draft);
                Ok(())
            }
            85..90 => self.dropped(),
            90..95 => self.doubled(),
            _ => self.swapped(),
        }
    }

    fn send(&mut self, message: &Message) -> Result<()> {
        let applied = (self.trial.way.change)(&mut self.draft, message)?;
        ensure!(applied.version == message.version + 1, "the mirror counts otherwise");
        Ok(())
    }

    /// A message that must be refused; then the window sends its whole text.
    fn send_in_vain(&mut self, message: &Message, what: &str) -> Result<()> {
        if (self.trial.way.change)(&mut self.draft, message).is_ok() {
            bail!("a message {what} was not noticed");
        }
        self.window.resync(&mut self.draft);
        Ok(())
    }

    fn edited(&mut self) -> Result<()> {
        let message = self.window.edit(&mut self.trial.chance);
        self.send(&message)
    }

    fn undone(&mut self) -> Result<()> {
        self.window.undo().map_or(Ok(()), |message| self.send(&message))
    }

    /// One message is lost; the next one, or the comparison after a second of quiet, finds out.
    fn dropped(&mut self) -> Result<()> {
        let _dropped = self.window.edit(&mut self.trial.chance);
        if self.trial.chance.one_in(2) {
            ensure!(self.window.hash() != self.draft.window_hash().0, "the hashes tell nothing");
            self.window.resync(&mut self.draft);
            return Ok(());
        }
        let next = self.any_message();
        self.send_in_vain(&next, "after a lost one")
    }

    fn doubled(&mut self) -> Result<()> {
        let message = self.any_message();
        self.send(&message)?;
        self.send_in_vain(&message, "that came twice")
    }

    /// The second of two arrives first; the first, late, belongs to a conversation that is over.
    fn swapped(&mut self) -> Result<()> {
        let (first, second) = (self.any_message(), self.any_message());
        self.send_in_vain(&second, "that came too early")?;
        self.send_in_vain(&first, "that came too late")
    }

    fn any_message(&mut self) -> Message {
        let letter = self.trial.chance.pick(&["a", "q", "z"]);
        let overtyped = self.trial.chance.one_in(2).then(|| self.window.overtype(letter));
        overtyped.flatten().unwrap_or_else(|| self.window.edit(&mut self.trial.chance))
    }

    fn saved(&mut self) -> Result<()> {
        let (version, bytes) = self.draft.to_save();
        let base = self.draft.base().map(|base| base.hash);
        let saved = self.trial.way.save_now(self.draft.path(), base, &bytes)?;
        ensure!(saved.displaced.is_none(), "our own text was taken for somebody else's");
        self.draft.saved(version);
        self.is_on_disk()
    }

    /// What lies on the disk is the mirror's text to the byte, and the window's as a window sees it.
    fn is_on_disk(&mut self) -> Result<()> {
        let bytes = self.folder.bytes("a.md")?;
        ensure!(bytes == self.draft.text().as_str().as_bytes(), "the disk has other bytes");
        let shown = Text::new(String::from_utf8(bytes)?).window_text();
        ensure!(shown == self.window.text(), "the window shows another text than the disk has");
        ensure!(!self.draft.is_dirty(), "what is saved counts as not saved");
        Ok(())
    }

    /// The backend puts a point in.
    fn offered(&mut self) -> Result<()> {
        let lines = self.draft.text().line_count();
        let place = self.draft.text().line(self.trial.chance.below(lines)).start;
        let insert = self.draft.text().with_line_endings(place, "## 9. Offered\n\n");
        let edits = Edits::one(Edit::insert(ByteOffset(place.0), insert));
        let wanted = edits.apply(self.draft.text().as_str());
        let offer = self.draft.offer(edits)?;
        let message = self.window.take(offer.change_set);
        self.send(&message)?;
        ensure!(self.draft.text().as_str() == wanted, "the offer came back as another text");
        Ok(())
    }

    /// Somebody else writes into the saved file.
    fn reloaded(&mut self) -> Result<()> {
        self.saved()?;
        self.outside += 1;
        let mut theirs = format!("{}from outside {}\r\n", self.window.text(), self.outside);
        if self.trial.chance.one_in(3) {
            theirs = format!("\u{feff}{theirs}");
        }
        fs::write(self.draft.path(), &theirs)?;
        let about = fs::metadata(self.draft.path())?;
        match (self.trial.way.look)(&mut self.draft, &about, Instant::now()) {
            OnDisk::Reload(offer) => {
                let message = self.window.take(offer.change_set);
                self.send(&message)?;
            }
            seen => bail!("a change from outside was {seen:?}"),
        }
        let base = self.draft.base().map(|base| base.hash);
        ensure!(base == Some(Hash::of(theirs.as_bytes())), "the base is another text");
        self.is_on_disk()
    }

    fn is_equal(&mut self) -> Result<()> {
        let mirror: Vec<u16> = self.draft.text().window_text().encode_utf16().collect();
        let place = mirror.iter().zip(&self.window.units).position(|(one, other)| one != other);
        let differ = || format!("window and mirror differ from unit {place:?} on");
        (mirror == self.window.units).then_some(()).with_context(differ)?;
        ensure!(self.window.hash() == self.draft.window_hash().0, "the hashes differ");
        Ok(())
    }
}
