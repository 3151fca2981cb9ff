//! L7: one character typed changes nothing else.

use crate::case::{Case, Tried};
use crate::folder::Folder;
use crate::texts;
use crate::trial::Trial;
use crate::way::Message;
use anyhow::{Context, Result, ensure};
use std::fs;
use store::Draft;
use text::{ChangeSet, Section, WindowOffset};

pub(crate) const CASE: Case = Case {
    id: "L7",
    what: "one character typed anywhere changes no other byte",
    tried: Tried {
        sample: 2000,
        full: 100_000,
        run,
        broken: &["converts-line-ends", "drops-the-mark"],
    },
};

fn run(trial: &mut Trial) -> Result<()> {
    let folder = Folder::in_memory()?;
    while trial.goes_on() {
        let text = texts::any(&mut trial.chance);
        let places = places(&text);
        let place = trial.chance.pick(&places);
        let typed = trial.chance.pick(&["x", "é", "🚢", " ", "#", "\n"]);
        fs::write(folder.path("a.md"), &text)?;
        let result = typed_at(trial, &folder, &text, place, typed);
        trial.count(format!("{typed:?} at byte {} of {text:?}", place.0), result);
    }
    Ok(())
}

/// Where one can type: each place in bytes of the file, and in UTF-16 units of the window. Counted
/// here by hand, since the store's own count is on trial.
fn places(text: &str) -> Vec<(usize, usize)> {
    let mark = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let (mut places, mut unit) = (vec![(mark, 0)], 0);
    for (at, character) in text.char_indices().filter(|&(at, _)| at >= mark) {
        let end = at + character.len_utf8();
        // Nobody can type between the two halves of one line end.
        if character == '\r' && text[end..].starts_with('\n') {
            continue;
        }
        unit += character.len_utf16();
        places.push((end, unit));
    }
    places
}

fn typed_at(
    trial: &Trial,
    folder: &Folder,
    text: &str,
    (byte, unit): (usize, usize),
    typed: &str,
) -> Result<()> {
    let file = folder.path("a.md");
    let mut draft = Draft::new(file.clone(), (trial.way.open)(&file)?);
    let length = places(text).last().context("a text has an end")?.1;
    let lines = typed.split('\n').map(str::to_owned).collect();
    let sections =
        vec![Section::Keep(unit), Section::Replace(0, lines), Section::Keep(length - unit)];
    let length = WindowOffset(length + typed.encode_utf16().count());
    let (session, version) = (draft.session(), draft.version());
    let message = Message { session, version, change: ChangeSet(sections), length };
    (trial.way.change)(&mut draft, &message)?;
    let (_, bytes) = draft.to_save();
    let (before, after) = text.as_bytes().split_at(byte);
    ensure!(bytes.starts_with(before) && bytes.ends_with(after), "another byte changed");
    let put_in = bytes.len().checked_sub(text.len()).context("bytes are gone")?;
    let put_in = &bytes[byte..byte + put_in];
    let expected = match typed {
        "\n" => [&b"\n"[..], b"\r\n", b"\r", b"\n\r\n"].contains(&put_in) || put_in == b"\n\n",
        _ => put_in == typed.as_bytes(),
    };
    ensure!(expected, "{put_in:?} came in");
    Ok(())
}
