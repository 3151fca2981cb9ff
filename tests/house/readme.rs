//! What the README tells people to do is what is done here.

use crate::{at, read};

#[test]
fn the_commands_of_the_readme_are_those_of_xtask() {
    let known = read("src-tauri/xtask/src/main.rs");
    for text in [read("README.md"), read(".ci/run")] {
        for told in text.split("cargo xtask ").skip(1) {
            let command =
                told.split(|it: char| !it.is_ascii_lowercase()).next().unwrap_or_default();
            assert!(known.contains(&format!("[\"{command}\"]")), "cargo xtask {command}");
        }
    }
}

#[test]
fn continuous_integration_runs_the_readmes_tests() {
    assert!(read("README.md").contains("cargo xtask test"));
    assert!(read(".ci/run").lines().any(|line| line.starts_with("cargo xtask test")));
}

#[test]
fn what_the_readme_points_to_is_there() {
    for target in read("README.md").split("](").skip(1) {
        let target = target.split(')').next().unwrap_or_default();
        assert!(target.starts_with("https://") || at(target).exists(), "{target}");
    }
}
