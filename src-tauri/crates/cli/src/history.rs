//! `lede history`: the snapshots of a draft.

use crate::{out, refusal::Refusal};
use jiff::{Timestamp, tz::TimeZone};
use serde::Serialize;
use std::path::Path;
use store::{Settings, Snapshot, SnapshotId, Snapshots, Why};

/// Lists the snapshots of a draft, the latest first, as JSON or for a person.
pub(crate) fn history(file: &Path, json: bool) -> Result<(), Refusal> {
    let list = with_snapshots(|snapshots| listed(snapshots, file))?;
    if json {
        return out::print(&as_json(&list));
    }
    if list.is_empty() {
        out::say(&format!("There are no snapshots of {} yet.", file.display()));
    }
    out::print(&for_a_person(&list))
}

/// Keeps the present text of a draft before something is written over it.
pub(crate) fn keep(file: &Path, text: &str, why: Why) -> Result<(), Refusal> {
    let kept = with_snapshots(|snapshots| keep_in(snapshots, file, text, why));
    kept.map(drop).map_err(|refusal| {
        let name = file.display();
        Refusal::new(format!("{name} stays as it is: no snapshot of it could be kept. {refusal}"))
    })
}

/// Keeps the present text of a draft, and returns the snapshot that it now has.
pub(crate) fn keep_in(
    snapshots: &Snapshots,
    file: &Path,
    text: &str,
    why: Why,
) -> Result<Option<SnapshotId>, Refusal> {
    let now = Timestamp::now();
    let kept = snapshots.keep(file, text, why, now)?;
    let megabytes = Settings::read().unwrap_or_default().history_megabytes;
    // The text is kept. That there may be too many others is no reason to refuse.
    let _too_many = snapshots.thin(now, u64::from(megabytes) * 1_000_000);
    Ok(kept)
}

/// Calls `act` with the person's snapshots, and tells them when these had to begin anew.
pub(crate) fn with_snapshots<T>(
    act: impl FnOnce(&Snapshots) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let snapshots = Snapshots::open_usual()?;
    let done = act(&snapshots);
    if let Some(told) = snapshots.set_aside() {
        out::say(&told.to_string());
    }
    done
}

/// The snapshots of the draft in this file, under its former name too. A file that is gone may still
/// have some.
pub(crate) fn listed(snapshots: &Snapshots, file: &Path) -> Result<Vec<Snapshot>, Refusal> {
    if file == Path::new("-") {
        return Err(Refusal::new("Standard input has no history. Name a file."));
    }
    let opened = store::open(file);
    if let Ok(opened) = &opened {
        snapshots.follow(file, opened.text.as_str())?;
    }
    let list = snapshots.list(file)?;
    match opened {
        Err(situation) if list.is_empty() => Err(situation.into()),
        _ => Ok(list),
    }
}

/// A time as the person's clock shows it.
pub(crate) fn local(at: Timestamp) -> String {
    at.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// The list on the wire.
#[derive(Serialize)]
struct List<'a> {
    snapshots: Vec<Entry<'a>>,
}

/// A snapshot on the wire.
#[derive(Serialize)]
struct Entry<'a> {
    id: i64,
    at: String,
    why: &'static str,
    name: Option<&'a str>,
    words: usize,
    bytes: usize,
    hash: String,
}

impl<'a> Entry<'a> {
    fn of(snapshot: &'a Snapshot) -> Self {
        Self {
            id: snapshot.id,
            at: snapshot.at.to_string(),
            why: snapshot.why.code(),
            name: snapshot.name.as_deref(),
            words: snapshot.words,
            bytes: snapshot.bytes,
            hash: snapshot.hash.to_string(),
        }
    }
}

fn as_json(list: &[Snapshot]) -> String {
    let list = List { snapshots: list.iter().map(Entry::of).collect() };
    // Numbers and strings always have a JSON form.
    serde_json::to_string(&list).unwrap_or_default() + "\n"
}

/// A line each: number, time, reason, words, how many more or fewer than in the one before, name.
fn for_a_person(list: &[Snapshot]) -> String {
    let before = list.iter().skip(1).map(Some).chain([None]);
    let lines = list.iter().zip(before).map(|(snapshot, before)| {
        let Snapshot { id, words, .. } = snapshot;
        let (at, why) = (local(snapshot.at), in_words(snapshot.why));
        let change = before.map(|before| change(before.words, *words)).unwrap_or_default();
        let name = snapshot.name.as_deref().unwrap_or_default();
        let line = format!("{id:>5}  {at}  {why:<28}  {words:>6} words  {change:>6}  {name}");
        line.trim_end().to_owned() + "\n"
    });
    lines.collect()
}

fn change(before: usize, words: usize) -> String {
    match words.abs_diff(before) {
        0 => "±0".to_owned(),
        more if words > before => format!("+{more}"),
        fewer => format!("−{fewer}"),
    }
}

fn in_words(why: Why) -> &'static str {
    match why {
        Why::Editing => "while writing",
        Why::Asked => "asked for",
        Why::BeforeRestore => "before a restore",
        Why::BeforeMerge => "before a merge",
        Why::Theirs => "from elsewhere",
        Why::External => "before a change from outside",
        Why::Shrink => "before much was dropped",
        Why::Remove => "before a point was removed",
        Why::Replace => "before something was replaced",
        Why::Trash => "before the trash",
        Why::Import => "before an import",
        Why::Recovered => "from the journal",
    }
}
