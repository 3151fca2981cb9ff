//! The guide's pages on the checks, which are made from the rules' own manuals, and are fresh:
//! `cargo xtask gen` writes them anew.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test that looks at files, and writes them where it is told to"
)]
mod page;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../docs/guide/checks");

/// The pages by their names.
fn pages() -> BTreeMap<PathBuf, String> {
    let name = |name: &str| Path::new(FOLDER).join(format!("{name}.md"));
    let pages = page::all_rules().map(|rule| (name(rule.name), page::page(rule)));
    pages.chain([(name("README"), page::index())]).collect()
}

/// The pages that are there.
fn committed() -> BTreeMap<PathBuf, String> {
    let entries = std::fs::read_dir(FOLDER).into_iter().flatten();
    let files = entries.map(|entry| Path::new(FOLDER).join(entry.unwrap().file_name()));
    files.map(|file| (file.clone(), std::fs::read_to_string(file).unwrap())).collect()
}

#[test]
fn the_pages_on_the_checks_are_what_the_manuals_say() {
    let pages = pages();
    if std::env::var_os("LEDE_WRITE_GUIDE").is_some() {
        std::fs::create_dir_all(FOLDER).unwrap();
        for file in committed().keys().filter(|file| !pages.contains_key(*file)) {
            std::fs::remove_file(file).unwrap();
        }
        pages.iter().for_each(|(file, page)| std::fs::write(file, page).unwrap());
    }
    let committed = committed();
    assert!(
        committed.keys().eq(pages.keys()),
        "docs/guide/checks has {:?}, not {:?}: run cargo xtask gen",
        committed.keys(),
        pages.keys()
    );
    for (file, page) in &pages {
        assert_eq!(committed[file], *page, "{} is stale: run cargo xtask gen", file.display());
    }
}

#[test]
fn a_page_shows_an_example_that_fires_and_what_is_said_of_it() {
    let numbering = page::all_rules().find(|rule| rule.name == "numbering").unwrap();
    let page = page::page(numbering);
    assert!(page.starts_with("# numbering\n\n*Error, in texts of any language.*\n"), "{page}");
    assert!(page.contains("```markdown\n"), "{page}");
    assert!(page.contains("\n- **"), "{page}");
    assert!(page.contains("`lede check --fix`"), "{page}");
}
