//! How often the rules are right: the tables that their tests leave behind.

use crate::place;
use anyhow::{Context, Result};
use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

/// The tests that leave one, by its name.
const TABLES: [&str; 2] = ["counting", "findings"];

/// Where the tests leave them: in cargo's folder for what integration tests write.
fn folder() -> PathBuf {
    place::target().join("tmp/accuracy")
}

/// Takes the tables of an earlier run away: a test that no longer runs has no figures.
pub(crate) fn forget() -> Result<()> {
    match fs::remove_dir_all(folder()) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} is in the way", folder().display()))
        }
        _ => Ok(()),
    }
}

/// The tables of this run, each with an empty line before it.
pub(crate) fn tables() -> String {
    tables_in(&folder())
}

/// One that is missing is told of: its test did not come so far.
fn tables_in(folder: &Path) -> String {
    let table = |name: &str| {
        let read = fs::read_to_string(folder.join(format!("{name}.txt")));
        read.unwrap_or_else(|_| format!("No figures for {name}: its sentences were not judged.\n"))
    };
    TABLES.map(|name| format!("\n{}", table(name))).concat()
}

#[cfg(test)]
mod tests {
    use super::{TABLES, tables_in};
    use std::path::Path;

    #[test]
    fn a_table_that_is_not_there_is_told_of() {
        let told = tables_in(Path::new("no such folder"));
        assert!(TABLES.iter().all(|name| told.contains(&format!("No figures for {name}"))));
    }
}
