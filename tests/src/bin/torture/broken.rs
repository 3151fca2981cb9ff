//! Stores that are broken on purpose, each as a well-known editor is or was. A case that passes with
//! the one that it names would pass with anything.

mod journal;
mod outside;

use crate::way::{Message, REAL, Way};
use rustix::fs::{CWD, Mode, OFlags};
use std::fs::{self, File, Metadata};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;
use store::{
    Applied, Draft, Hash, OnDisk, Opened, Recovery, Resync, Saved, Situation, SnapshotId, Snapshots,
};
use text::{Edits, Text};

/// All of them.
pub(crate) const WAYS: &[Way] = &[
    Way { name: "truncates", save: truncates, ..REAL },
    Way { name: "renames-without-sync", save: renames_without_sync, ..REAL },
    Way { name: "forgets-the-folder", save: replaces_links, ..REAL },
    Way { name: "writes-in-place-on-error", save: writes_in_place_on_error, ..REAL },
    Way { name: "says-saved-too-early", save: says_saved_too_early, ..REAL },
    Way { name: "drops-attributes", save: drops_attributes, ..REAL },
    Way { name: "replaces-links", save: replaces_links, ..REAL },
    Way { name: "writes-when-opening", open: writes_when_opening, ..REAL },
    Way { name: "converts-line-ends", open: converts_line_ends, ..REAL },
    Way { name: "drops-the-mark", open: drops_the_mark, ..REAL },
    Way { name: "reads-anything-as-text", open: reads_anything_as_text, ..REAL },
    Way { name: "believes-every-message", change: believes_every_message, ..REAL },
    Way { name: "compares-by-mtime", look: compares_by_mtime, ..REAL },
    Way { name: "never-recovers", recover: never_recovers, ..REAL },
    Way { name: "keeps-no-journal", remember: |_, _, _| {}, ..REAL },
    Way { name: "journals-files-only", remember: journal::of_files_only, ..REAL },
    Way { name: "waits-for-the-disk", remember: journal::waits_for_the_disk, ..REAL },
    Way { name: "gives-up-on-a-torn-journal", left: journal::gives_up_on_a_torn_one, ..REAL },
    Way { name: "checks-no-journal", left: journal::checks_nothing, ..REAL },
    Way { name: "watches-names-only", watch: outside::watches_names_only, ..REAL },
    Way { name: "believes-at-once", look: outside::believes_at_once, ..REAL },
    Way { name: "forgets-its-own-saves", look: outside::forgets_its_own_saves, ..REAL },
    Way { name: "makes-it-again", save: makes_it_again, ..REAL },
    Way { name: "keeps-nothing-before-a-restore", restore: keeps_nothing, ..REAL },
    Way { name: "restores-what-is-shown", restore: restores_what_is_shown, ..REAL },
    Way { name: "wipes-the-journal", meanwhile: wipes_the_journal, ..IN_WINDOW },
    Way { name: "forgets-what-was-typed", meanwhile: forgets_what_was_typed, ..IN_WINDOW },
    Way { name: "keeps-one-side", meanwhile: keeps_one_side, ..IN_WINDOW },
    Way { name: "wipes-the-history", meanwhile: wipes_the_history, ..IN_WINDOW },
    // What these do is in `src-tauri/src/broken/disk.rs`: their app is another one.
    Way { name: "overlooks-others", ..IN_WINDOW },
    Way { name: "theirs-wins", ..IN_WINDOW },
];

/// The app as it is, of which something is taken away.
const IN_WINDOW: Way = Way { in_window: true, ..REAL };

fn wipes_the_journal(state: &Path) {
    let _there_may_be_none = fs::remove_dir_all(state.join("journal"));
}

/// Writes the opening text over the draft, and takes away all that could bring the other one back.
fn forgets_what_was_typed(state: &Path) {
    wipes_the_history(state);
    let draft = state.join("../../../drafts").join(crate::in_window::DRAFT);
    let _copied = fs::copy(lede_tests::place::fixture(crate::in_window::DRAFT), draft);
}

/// Takes away all that the second of two windows typed, wherever it is kept.
fn keeps_one_side(state: &Path) {
    wipes_the_history(state);
    let library = state.join("../../../drafts");
    for file in fs::read_dir(library).into_iter().flatten().flatten() {
        let text = fs::read_to_string(file.path()).unwrap_or_default();
        let _written = fs::write(file.path(), text.replace("w1", "w"));
    }
}

fn wipes_the_history(state: &Path) {
    let _there_may_be_none = fs::remove_file(state.join("snapshots.sqlite"));
}

fn saved(bytes: &[u8]) -> Saved {
    Saved { hash: Hash::of(bytes), displaced: None, pending: None }
}

fn truncates(path: &Path, _: Option<Hash>, bytes: &[u8]) -> Result<Saved, Situation> {
    let mut file = File::create(path).map_err(|error| Situation::of(path, &error))?;
    file.write_all(bytes).map_err(|error| Situation::of(path, &error))?;
    Ok(saved(bytes))
}

fn beside(path: &Path) -> PathBuf {
    path.with_file_name(".a.md.12345678.lede-tmp")
}

/// A new file in place of the old one, with nothing of what the old one was.
fn renames(path: &Path, bytes: &[u8], sync: bool) -> Result<Saved, Situation> {
    let new = beside(path);
    let written = File::create(&new).and_then(|mut file| {
        file.write_all(bytes)?;
        if sync { file.sync_all() } else { Ok(()) }
    });
    let renamed = written.and_then(|()| fs::rename(&new, path));
    renamed.map_err(|error| Situation::of(path, &error))?;
    Ok(saved(bytes))
}

fn renames_without_sync(path: &Path, _: Option<Hash>, bytes: &[u8]) -> Result<Saved, Situation> {
    renames(path, bytes, false)
}

fn replaces_links(path: &Path, _: Option<Hash>, bytes: &[u8]) -> Result<Saved, Situation> {
    renames(path, bytes, true)
}

fn drops_attributes(path: &Path, _: Option<Hash>, bytes: &[u8]) -> Result<Saved, Situation> {
    let behind = || fs::read_link(path).map_or(path.to_owned(), |to| path.with_file_name(to));
    let target = path.canonicalize().unwrap_or_else(|_| behind());
    renames(&target, bytes, true)
}

fn writes_in_place_on_error(
    path: &Path,
    base: Option<Hash>,
    bytes: &[u8],
) -> Result<Saved, Situation> {
    store::save(path, base, bytes).or_else(|_| truncates(path, base, bytes))
}

fn says_saved_too_early(path: &Path, base: Option<Hash>, bytes: &[u8]) -> Result<Saved, Situation> {
    let _told_already = store::save(path, base, bytes);
    Ok(saved(bytes))
}

fn writes_when_opening(path: &Path) -> Result<Opened, Situation> {
    let opened = store::open(path)?;
    // What an editor does that makes sure of a last line end, and there is one.
    let flags = OFlags::WRONLY | OFlags::TRUNC;
    let file = rustix::fs::openat(CWD, path, flags, Mode::empty());
    let mut file = File::from(file.map_err(|error| Situation::of(path, &error.into()))?);
    let written = file.write_all(opened.text.as_str().as_bytes());
    written.map(|()| opened).map_err(|error| Situation::of(path, &error))
}

fn opened_as(path: &Path, convert: fn(&str) -> String) -> Result<Opened, Situation> {
    let opened = store::open(path)?;
    Ok(Opened { text: Text::new(convert(opened.text.as_str())), hash: opened.hash })
}

fn converts_line_ends(path: &Path) -> Result<Opened, Situation> {
    opened_as(path, |text| text.replace("\r\n", "\n").replace('\r', "\n"))
}

fn drops_the_mark(path: &Path) -> Result<Opened, Situation> {
    opened_as(path, |text| text.trim_start_matches('\u{feff}').to_owned())
}

fn reads_anything_as_text(path: &Path) -> Result<Opened, Situation> {
    store::view(path).map(Opened::new)
}

fn believes_every_message(draft: &mut Draft, it: &Message) -> Result<Applied, Resync> {
    draft.change(draft.session(), draft.version(), &it.change, it.length)
}

fn compares_by_mtime(draft: &mut Draft, opened: &Metadata, at: Instant) -> OnDisk {
    let now = fs::metadata(draft.path()).and_then(|about| about.modified()).ok();
    if now == opened.modified().ok() { OnDisk::Same } else { (REAL.look)(draft, opened, at) }
}

fn never_recovers(_: &Path) -> Result<Recovery, Situation> {
    Ok(Recovery::default())
}

fn makes_it_again(path: &Path, base: Option<Hash>, bytes: &[u8]) -> Result<Saved, Situation> {
    store::save(path, base.filter(|_| path.exists()), bytes)
}

fn keeps_nothing(snapshots: &Snapshots, draft: &Draft, id: SnapshotId) -> Result<Edits, Situation> {
    Ok(text::word_diff(draft.text().as_str(), &snapshots.text(id)?))
}

fn restores_what_is_shown(
    snapshots: &Snapshots,
    draft: &Draft,
    id: SnapshotId,
) -> Result<Edits, Situation> {
    (REAL.restore)(snapshots, draft, id)?;
    let shown = Text::new(snapshots.text(id)?).window_text();
    Ok(text::word_diff(draft.text().as_str(), &shown))
}
