//! Pure crates touch nothing but their arguments.

use crate::{read, sources};
use std::{fs, process::Command};

/// The crates that may not touch the world.
const PURE: [&str; 7] = ["text", "piece", "check", "grammar", "render", "export", "spelling"];

/// What clippy says to `body` as a function of a crate that has the house's `clippy.toml` above it.
fn said(body: &str) -> String {
    let folder = tempfile::tempdir().expect("the temporary folder can be written to");
    let manifest = "[package]\nname = \"impure\"\nedition = \"2024\"\n[workspace]\n";
    fs::write(folder.path().join("clippy.toml"), read("clippy.toml")).expect("the list");
    fs::write(folder.path().join("Cargo.toml"), manifest).expect("a manifest");
    fs::create_dir(folder.path().join("src")).expect("a folder");
    fs::write(folder.path().join("src/lib.rs"), format!("pub fn f() {{ {body} }}"))
        .expect("a file");
    let mut clippy = Command::new("cargo");
    clippy.args(["clippy", "--offline", "--quiet"]).current_dir(folder.path());
    clippy.env("CARGO_TARGET_DIR", folder.path().join("target"));
    let output = clippy.output().expect("cargo starts");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn the_list_names_what_a_pure_crate_must_not_do() {
    let said = said(
        "let _ = std::fs::read(\"x\"); let _ = std::env::var(\"x\"); \
         let _ = std::time::Instant::now(); let _ = std::time::SystemTime::now(); \
         let _ = std::process::Command::new(\"x\"); let _ = std::path::Path::new(\"x\").exists();",
    );
    for method in [
        "std::fs::read",
        "std::env::var",
        "std::time::Instant::now",
        "std::time::SystemTime::now",
        "std::process::Command::new",
        "std::path::Path::exists",
    ] {
        assert!(
            said.contains(&format!("use of a disallowed method `{method}`")),
            "{method}: {said}"
        );
    }
}

#[test]
fn what_only_computes_passes() {
    assert_eq!(said("let _ = \"x\".len();"), "");
}

#[test]
fn no_pure_crate_excuses_itself_from_the_list() {
    for name in PURE {
        for source in sources(&format!("src-tauri/crates/{name}/src"), &["rs"]) {
            let text = fs::read_to_string(&source).expect("a source is text");
            assert!(!text.contains("disallowed_methods"), "{}", source.display());
        }
    }
}
