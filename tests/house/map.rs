//! `ARCHITECTURE.md` says what is so.

use crate::{at, read};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

type Arrows = BTreeMap<String, BTreeSet<String>>;

/// Which crate of the workspace uses which others, tests aside.
fn built() -> Arrows {
    let mut cargo = Command::new("cargo");
    cargo.args(["metadata", "--no-deps", "--offline", "--format-version=1"]).current_dir(at(""));
    let output = cargo.output().expect("cargo starts");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let name = |package: &Value| package["name"].as_str().unwrap_or_default().to_owned();
    let ours: BTreeSet<String> = packages.iter().map(name).collect();
    let uses = |package: &Value| {
        let dependencies = package["dependencies"].as_array().expect("dependencies").iter();
        let used = dependencies.filter(|it| it["kind"].is_null() && !it["path"].is_null());
        used.map(name).filter(|name| ours.contains(name)).collect()
    };
    packages.iter().map(|package| (name(package), uses(package))).collect()
}

/// The names in backticks.
fn names(text: &str) -> BTreeSet<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_map_draws_the_arrows_that_are_there() {
    let map = read("ARCHITECTURE.md");
    let lines = map.lines().filter_map(|line| line.strip_prefix("- ")?.split_once(" knows "));
    let drawn: Arrows = lines
        .map(|(from, to)| (from.trim_matches('`').to_owned(), names(to)))
        .filter(|(from, _)| from.starts_with("lede-"))
        .collect();
    let mut built = built();
    // Who stands outside of the app may use what it likes.
    built.retain(|name, _| drawn.contains_key(name) || !["lede-tests", "xtask"].contains(&&**name));
    assert_eq!(drawn, built);
}

#[test]
fn the_map_has_every_crate() {
    let map = read("ARCHITECTURE.md");
    let rows = map.lines().filter(|line| line.starts_with("| `"));
    let listed: BTreeSet<String> =
        rows.filter_map(|row| row.split('`').nth(1).map(str::to_owned)).collect();
    assert_eq!(listed, built().into_keys().collect());
}
