//! The rooms of the window, and who may know whom.

use crate::{at, sources};
use std::{fs, path::Path};

/// What the modules of a folder of `ui/src` import besides types, each with the file that does.
fn imports(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for file in sources(&format!("ui/src/{folder}"), &["ts", "svelte"]) {
        let text = fs::read_to_string(&file).expect("a source is text");
        for statement in text.split(';') {
            let Some((_, import)) = statement.rsplit_once("import ") else { continue };
            let target = import.split('\'').nth(1).filter(|_| !import.starts_with("type "));
            if let Some(target) = target {
                found.push((file.display().to_string(), resolved(&file, target)));
            }
        }
    }
    found
}

/// A relative import as a path from `ui/src`; a package by its name.
fn resolved(file: &Path, target: &str) -> String {
    if !target.starts_with('.') {
        return target.to_owned();
    }
    let folder = file.parent().and_then(|folder| folder.strip_prefix(at("ui/src")).ok());
    let mut path: Vec<_> = folder.into_iter().flatten().collect();
    for step in Path::new(target) {
        match step.to_str() {
            Some(".") => {}
            Some("..") => drop(path.pop()),
            _ => path.push(step),
        }
    }
    path.into_iter().collect::<std::path::PathBuf>().display().to_string()
}

/// Fails for each import of `folder` that begins with one of `never`.
fn never(folder: &str, never: &[&str]) {
    for (file, target) in imports(folder) {
        // A test may bring its own twin of the world.
        let test = file.ends_with(".test.ts");
        let wrong = never.iter().any(|it| target == *it || target.starts_with(&format!("{it}/")));
        assert!(test || !wrong, "{file} imports {target}");
    }
}

#[test]
fn imports_are_seen_at_all() {
    assert!(imports("host").iter().any(|(_, target)| target.starts_with("@tauri-apps/")));
    assert!(imports("components").iter().any(|(_, target)| target.starts_with("state/")));
}

#[test]
fn only_the_host_speaks_to_tauri() {
    never("components", &["@tauri-apps"]);
    never("editor", &["@tauri-apps"]);
    never("state", &["@tauri-apps"]);
}

#[test]
fn host_and_editor_know_neither_each_other_nor_svelte() {
    never("host", &["editor", "state", "components", "svelte"]);
    never("editor", &["host", "state", "components", "svelte"]);
}

#[test]
fn what_is_seen_is_reached_by_way_of_the_state() {
    never("components", &["host"]);
    never("state", &["components"]);
}
