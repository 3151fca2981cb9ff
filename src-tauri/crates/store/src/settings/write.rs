//! Writing: what has changed, and nothing around it.

use super::{Settings, read};
use crate::{Situation, write_over};
use std::path::Path;
use toml_edit::{Array, DocumentMut, Item, TableLike, Value, ser};

pub(super) fn write(settings: &Settings, path: &Path) -> Result<(), Situation> {
    let (before, _) = read::read(path)?;
    let source = read::source(path)?.unwrap_or_default();
    let mut file = read::parsed(path, &source)?.into_mut();
    let (before, after) = (document(&before), document(settings));
    update(file.as_table_mut(), before.as_table(), after.as_table(), Place::Top);
    write_over(path, file.to_string().as_bytes())
}

fn document(settings: &Settings) -> DocumentMut {
    // Text, numbers, lists and tables of text always have a TOML form.
    ser::to_document(settings).unwrap_or_default()
}

/// Where a value stands: a new table at the top gets lines of its own, into which a person can write more;
/// one in a table is a value in its line.
#[derive(Clone, Copy)]
enum Place {
    Top,
    InTable,
}

/// Carries what differs between two settings over into the file's table.
fn update(file: &mut dyn TableLike, before: &dyn TableLike, after: &dyn TableLike, at: Place) {
    for (key, value) in after.iter() {
        let old = before.get(key);
        if old.map(ToString::to_string) != Some(value.to_string()) {
            set(file, key, old, value, at);
        }
    }
    let gone = before.iter().map(|(key, _)| key).filter(|key| !after.contains_key(key));
    gone.for_each(|key| drop(file.remove(key)));
}

/// Sets a value and keeps what is written around the old one, such as a comment behind it.
fn set(file: &mut dyn TableLike, key: &str, before: Option<&Item>, value: &Item, at: Place) {
    let Some(old) = file.get_mut(key) else {
        let written = match at {
            Place::Top => value.clone().into_table().map_or_else(|value| value, Item::Table),
            Place::InTable => value.clone(),
        };
        file.insert(key, written);
        return;
    };
    if let (Some(old), Some(before), Some(new)) =
        (old.as_table_like_mut(), before.and_then(Item::as_table_like), value.as_table_like())
    {
        return update(old, before, new, Place::InTable);
    }
    match (old.as_value_mut(), value.as_value()) {
        (Some(Value::Array(old)), Some(Value::Array(new))) => set_list(old, new),
        (Some(old), Some(new)) => {
            let around = old.decor().clone();
            *old = Value::clone(new);
            *old.decor_mut() = around;
        }
        _ => *old = value.clone(),
    }
}

/// Makes a list say what `new` says. Items that stay keep their lines and comments.
fn set_list(old: &mut Array, new: &Array) {
    let texts = |list: &Array| -> Vec<String> {
        list.iter().map(|item| item.as_str().unwrap_or_default().to_owned()).collect()
    };
    let wanted = texts(new);
    old.retain(|item| item.as_str().is_some_and(|item| wanted.iter().any(|it| it == item)));
    let kept = texts(old);
    let (same, rest) = wanted.split_at(kept.len().min(wanted.len()));
    if same == kept {
        rest.iter().for_each(|item| old.push(item.as_str()));
    } else {
        *old = new.clone();
    }
}
