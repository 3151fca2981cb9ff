//! Comparing and merging by words: the laws, and how it reads in prose.
#![allow(clippy::unwrap_used, reason = "a test's panic is its report")]

use text::{Edit, Edits, Merge, Text, merge};

mod diff;
mod laws;
mod long;
mod prose;
mod texts;

/// The merged text.
fn merged(mine: &str, merge: &Merge) -> String {
    merge.edits.apply(mine)
}

/// The merged text with theirs at every conflict.
fn with_theirs(mine: &str, merge: &Merge) -> String {
    let theirs = merge.conflicts.iter().map(|one| Edit::replace(one.merged, one.theirs.as_str()));
    Edits::new(theirs.collect()).unwrap().apply(&merged(mine, merge))
}

/// What both sides made of `base`, which must not conflict.
fn peace(base: &str, mine: &str, theirs: &str) -> String {
    let merge = merge(base, mine, theirs);
    assert!(merge.conflicts.is_empty(), "{:?}", merge.conflicts);
    merged(mine, &merge)
}

/// The text as the window shows it: no byte order mark, and every line end is LF.
fn shown(source: &str) -> String {
    Text::new(source.to_owned()).window_text()
}
