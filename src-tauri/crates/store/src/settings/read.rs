//! Reading: each value by itself, so that a wrong one costs nothing but itself.

use super::Settings;
use crate::{Situation, open};
use std::ops::{Range, RangeInclusive};
use std::path::Path;
use toml_edit::{Document, DocumentMut, Item, TomlError, de};

/// What a value has to be, in words, and from where to where a number goes.
struct Expected(&'static str, &'static str, RangeInclusive<i64>);

const ANY: RangeInclusive<i64> = i64::MIN..=i64::MAX;
const SWITCH: &str = "true or false";

const EXPECTED: &[Expected] = &[
    Expected("library", "a folder in quotes", ANY),
    Expected("theme", "\"system\", \"light\" or \"dark\"", ANY),
    Expected("contrast", "\"system\" or \"more\"", ANY),
    Expected("text_font", "\"serif\" or \"duospace\"", ANY),
    Expected("text_size", "a number from 10 to 48", 10..=48),
    Expected("measure", "a number from 30 to 160", 30..=160),
    Expected("focus", SWITCH, ANY),
    Expected("typewriter", SWITCH, ANY),
    Expected("full_screen", SWITCH, ANY),
    Expected("spelling", SWITCH, ANY),
    Expected("grammar", SWITCH, ANY),
    Expected("ignored_rules", "a list of rules in quotes", ANY),
    Expected("autosave_pause", "a number from 100 to 60000", 100..=60_000),
    Expected("session", SWITCH, ANY),
    Expected("left_width", "a number from 0 to 10000", 0..=10_000),
    Expected("companion_width", "a number from 0 to 10000", 0..=10_000),
    Expected("left_open", SWITCH, ANY),
    Expected("companion_open", SWITCH, ANY),
    Expected("history_megabytes", "a number from 1 to 1000000", 1..=1_000_000),
    Expected("goals", "a table of lengths", ANY),
    Expected("keys", "a table of commands and keys", ANY),
];

/// What the values in the table of goals have to be.
const GOALS: &[Expected] = &[
    Expected("unit", "\"words\" or \"characters\"", ANY),
    Expected("piece", "a number from 1 to 1000000", 1..=1_000_000),
    Expected("dek", BAND, ANY),
    Expected("lede", BAND, ANY),
    Expected("point", BAND, ANY),
    Expected("conclusion", BAND, ANY),
];

const BAND: &str = "from the smaller to the larger number, such as { from = 80, to = 120 }";

/// What a single key of the table of keys has to be.
const KEY: &str = "a key in quotes, such as \"Ctrl+Shift+K\"";

pub(super) fn read(path: &Path) -> Result<(Settings, Vec<Situation>), Situation> {
    let Some(source) = source(path)? else { return Ok((Settings::default(), Vec::new())) };
    let document = parsed(path, &source)?;
    let mut reader = Reader { path, source: &source, good: DocumentMut::new(), wrong: Vec::new() };
    for (key, item) in document.iter() {
        reader.take(key, item);
    }
    let settings = de::from_document(reader.good).unwrap_or_default();
    Ok((settings, reader.wrong))
}

/// The file's text; nothing if it is not there.
pub(super) fn source(path: &Path) -> Result<Option<String>, Situation> {
    match open(path) {
        Ok(opened) => Ok(Some(opened.text.as_str().to_owned())),
        Err(Situation::Missing(_) | Situation::LibraryGone(_)) => Ok(None),
        Err(situation) => Err(situation),
    }
}

pub(super) fn parsed(path: &Path, source: &str) -> Result<Document<String>, Situation> {
    Document::parse(source.to_owned()).map_err(|error: TomlError| Situation::SettingsBroken {
        path: path.to_owned(),
        line: line(source, error.span()),
        reason: error.message().trim().replace('\n', ", "),
    })
}

struct Reader<'a> {
    path: &'a Path,
    source: &'a str,
    good: DocumentMut,
    wrong: Vec<Situation>,
}

impl Reader<'_> {
    /// Takes a value over, or notes that it is wrong. A key that Lede does not know is nobody's mistake:
    /// a later Lede may.
    fn take(&mut self, key: &str, item: &Item) {
        let Some(Expected(_, expected, range)) = EXPECTED.iter().find(|it| it.0 == key) else {
            return;
        };
        let mut item = item.clone();
        match key {
            "keys" => self.without_wrong_keys(&mut item),
            "goals" => self.without_wrong_goals(&mut item),
            _ => {}
        }
        if is_good(&[key], &item, range) {
            self.good.insert(key, item);
        } else {
            self.note(key, &item, expected);
        }
    }

    fn without_wrong_keys(&mut self, keys: &mut Item) {
        let Some(table) = keys.as_table_like_mut() else { return };
        let wrong = table.iter().filter(|(_, key)| !key.is_str());
        let wrong: Vec<(String, Item)> =
            wrong.map(|(command, key)| (command.to_owned(), key.clone())).collect();
        for (command, key) in wrong {
            table.remove(&command);
            self.note(&command, &key, KEY);
        }
    }

    fn without_wrong_goals(&mut self, goals: &mut Item) {
        let Some(table) = goals.as_table_like_mut() else { return };
        for Expected(key, expected, range) in GOALS {
            let wrong = table.get(key).filter(|goal| !is_good(&["goals", key], goal, range));
            if let Some(goal) = wrong.cloned() {
                table.remove(key);
                self.note(key, &goal, expected);
            }
        }
    }

    fn note(&mut self, key: &str, item: &Item, expected: &'static str) {
        self.wrong.push(Situation::SettingWrong {
            path: self.path.to_owned(),
            line: line(self.source, item.span()),
            key: key.to_owned(),
            expected,
        });
    }
}

/// Whether a value is one that can stand at the end of this path of keys.
fn is_good(path: &[&str], value: &Item, range: &RangeInclusive<i64>) -> bool {
    let in_range = value.as_integer().is_none_or(|number| range.contains(&number));
    let mut alone = DocumentMut::new();
    let place = path.iter().fold(alone.as_item_mut(), |item, key| &mut item[key]);
    *place = value.clone();
    in_range && de::from_document::<Settings>(alone).is_ok()
}

/// The line of what stands there, from 1.
fn line(source: &str, span: Option<Range<usize>>) -> usize {
    let place = span.map_or(0, |span| span.start.min(source.len()));
    source.as_bytes()[..place].iter().filter(|&&byte| byte == b'\n').count() + 1
}
