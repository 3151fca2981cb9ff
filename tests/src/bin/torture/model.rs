//! The window as far as the mirror can tell: a text in UTF-16, and what it believes of the mirror.
//! Written without `text`'s own arithmetic, which is on trial.

use crate::chance::Chance;
use crate::way::Message;
use store::{Draft, Session};
use text::{ChangeSet, Section, WindowOffset};

/// What a person types, pastes or deletes.
const TYPED: &[&str] =
    &["x", "word ", "é", "🚢", "\n", "## 3. A Point\n\n", "", "two\nlines", "中"];

/// A window on a draft.
pub(crate) struct Window {
    /// Its text.
    pub(crate) units: Vec<u16>,
    pub(crate) session: Session,
    pub(crate) version: u64,
    /// What takes the changes back, the last one last.
    history: Vec<ChangeSet>,
}

impl Window {
    /// A window that was just given the draft.
    pub(crate) fn on(draft: &Draft) -> Self {
        let units = draft.text().window_text().encode_utf16().collect();
        let (session, version) = (draft.session(), draft.version());
        Self { units, session, version, history: Vec::new() }
    }

    /// Its text as a string.
    pub(crate) fn text(&self) -> String {
        String::from_utf16_lossy(&self.units)
    }

    /// Types, pastes or deletes something somewhere, so that the text is another.
    pub(crate) fn edit(&mut self, chance: &mut Chance) -> Message {
        let (from, to) = self.range(chance);
        let mut typed = chance.pick(TYPED);
        if typed.is_empty() && from == to {
            typed = "y";
        }
        let same = self.units[from..to].iter().copied().eq(typed.encode_utf16());
        let lines = match if same { "other" } else { typed } {
            "" => Vec::new(),
            typed => typed.split('\n').map(str::to_owned).collect(),
        };
        let kept = self.units.len() - to;
        let sections =
            vec![Section::Keep(from), Section::Replace(to - from, lines), Section::Keep(kept)];
        self.carry_out(ChangeSet(sections))
    }

    /// Replaces one letter by another: a change that fits any text as long as this one.
    pub(crate) fn overtype(&mut self, letter: &str) -> Option<Message> {
        let at = self.units.iter().rposition(|&unit| (0x61..=0x7a).contains(&unit))?;
        let letter = if self.units[at] == u16::from(b'q') { "w" } else { letter };
        let kept = self.units.len() - at - 1;
        let replaced = Section::Replace(1, vec![letter.to_owned()]);
        Some(self.carry_out(ChangeSet(vec![Section::Keep(at), replaced, Section::Keep(kept)])))
    }

    /// Takes the last change back, if there is one.
    pub(crate) fn undo(&mut self) -> Option<Message> {
        let back = self.history.pop()?;
        let message = self.carry_out(back);
        self.history.pop();
        Some(message)
    }

    /// Carries out what the backend offers. Undo does not pass it.
    pub(crate) fn take(&mut self, offered: ChangeSet) -> Message {
        let message = self.carry_out(offered);
        self.history.clear();
        message
    }

    fn carry_out(&mut self, change: ChangeSet) -> Message {
        let (mut after, mut back, mut place) = (Vec::new(), Vec::new(), 0);
        for section in &change.0 {
            match section {
                Section::Keep(length) => {
                    after.extend(&self.units[place..place + length]);
                    back.push(Section::Keep(*length));
                    place += length;
                }
                Section::Replace(length, lines) => {
                    let put_in: Vec<u16> = lines.join("\n").encode_utf16().collect();
                    let gone = String::from_utf16_lossy(&self.units[place..place + length]);
                    let gone = gone.split('\n').map(str::to_owned).collect();
                    back.push(Section::Replace(put_in.len(), gone));
                    after.extend(put_in);
                    place += length;
                }
            }
        }
        self.units = after;
        self.history.push(ChangeSet(back));
        let (session, version) = (self.session, self.version);
        self.version += 1;
        Message { session, version, change, length: WindowOffset(self.units.len()) }
    }

    /// Two places between characters, seldom far apart.
    fn range(&self, chance: &mut Chance) -> (usize, usize) {
        let from = self.between(chance.below(self.units.len() + 1));
        let length = chance.pick(&[0, 0, 0, 1, 2, 9]);
        (from, self.between((from + length).min(self.units.len())))
    }

    /// The place itself, or the one before when it is inside a character.
    fn between(&self, place: usize) -> usize {
        let inside = self.units.get(place).is_some_and(|unit| (0xdc00..0xe000).contains(unit));
        if inside { place - 1 } else { place }
    }

    /// Sends the whole text.
    pub(crate) fn resync(&mut self, draft: &mut Draft) {
        let resynced = draft.resync(&self.text());
        self.session = resynced.session;
        self.version = resynced.version;
    }

    /// The hash that the window computes, in its own way.
    pub(crate) fn hash(&self) -> u64 {
        let (mut a, mut b) = (0xdead_beef_u32, 0x41c6_ce57_u32);
        for &unit in &self.units {
            a = (a ^ u32::from(unit)).wrapping_mul(2_654_435_761);
            b = (b ^ u32::from(unit)).wrapping_mul(1_597_334_677);
        }
        a = mixed(a, 16).wrapping_mul(2_246_822_507) ^ mixed(b, 13).wrapping_mul(3_266_489_909);
        b = mixed(b, 16).wrapping_mul(2_246_822_507) ^ mixed(a, 13).wrapping_mul(3_266_489_909);
        (u64::from(b & 2_097_151) << 32) + u64::from(a)
    }
}

fn mixed(number: u32, by: u32) -> u32 {
    number ^ (number >> by)
}
