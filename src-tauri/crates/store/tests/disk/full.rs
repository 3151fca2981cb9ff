//! Disks that are full or can only be read.

use crate::child;
use crate::folder::Folder;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs `script` with a tmpfs of so many KiB mounted over `folder`, in a mount space of its own that
/// goes with it. Nothing where that is not possible.
fn on_small_disk(folder: &Folder, kib: usize, file: &str, text: &str) -> Option<(String, String)> {
    let root = folder.root();
    let root = root.to_str()?;
    let script = format!(
        "mount -t tmpfs -o size={kib}k tmpfs '{root}' || exit 9
         printf %s \"$LEDE_CHILD_OLD\" > '{root}/{file}'
         \"$@\"
         echo; echo \"LEFT $(cd '{root}' && ls -A | tr '\\n' ' ')\"
         echo \"SIZE $(wc -c < '{root}/{file}') LETTERS $(fold -w 1 '{root}/{file}' | sort -u | wc -l)\""
    );
    let before = ["unshare", "-m", "sh", "-c", &script, "sh"];
    let mut command = child::wrapped(&before, &Path::new(root).join(file), text);
    command.env("LEDE_CHILD_OLD", "o".repeat(text.len()));
    let output = command.output().ok()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let word = |key: &str| Some(said.split_once(key)?.1.lines().next()?.trim().to_owned());
    Some((word("OUTCOME ")?, format!("{} {}", word("LEFT ")?, word("SIZE ")?)))
}

#[test]
fn on_a_disk_of_any_size_the_file_is_old_or_new_and_alone() {
    if !child::is_root() || !child::has("unshare") {
        return;
    }
    let folder = Folder::with(&[]);
    let text = "n".repeat(64 * 1024);
    let mut outcomes = Vec::new();
    // From the size of one text to three times that, each page in the long run, a sample here.
    for kib in (68..=192).step_by(20) {
        let Some((outcome, left)) = on_small_disk(&folder, kib, "a.md", &text) else {
            println!("SKIPPED: nothing can be mounted here");
            return;
        };
        assert_eq!(left, "a.md 65536 LETTERS 1", "after {outcome} on {kib} KiB");
        outcomes.push(outcome);
    }
    assert_eq!(outcomes.first().map(String::as_str), Some("disk-full"));
    assert_eq!(outcomes.last().map(String::as_str), Some("saved"));
}

#[test]
fn a_disk_that_can_only_be_read_says_so() {
    if !child::is_root() || !child::has("unshare") {
        return;
    }
    let folder = Folder::with(&[("a.md", "old")]);
    let root = folder.root();
    let script = "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec \"$@\"";
    let before = ["unshare", "-m", "sh", "-c", script, root.to_str().unwrap()];
    match child::said(child::wrapped(&before, &folder.path("a.md"), "new")) {
        Some(said) => assert_eq!(said, "library-read-only"),
        None => println!("SKIPPED: nothing can be mounted here"),
    }
    assert_eq!(folder.files(), [("a.md".into(), "old".into())].into());
    // The mount went with its process.
    fs::write(folder.path("b.md"), "").unwrap();
    assert!(Command::new("true").status().is_ok());
}
