//! Where the settings and the state of the app lie.

use etcetera::{BaseStrategy, choose_base_strategy, home_dir};
use std::fs;
use std::path::{Path, PathBuf};

const APP: &str = "lede";

/// The folder of the settings: `$XDG_CONFIG_HOME/lede`, usually `~/.config/lede`. Nothing for a
/// person without a home.
pub fn config_directory() -> Option<PathBuf> {
    Some(choose_base_strategy().ok()?.config_dir().join(APP))
}

/// The folder of what the app remembers by itself, never in the library, where a sync tool would fight
/// over it: `$XDG_STATE_HOME/lede`, usually `~/.local/state/lede`.
pub fn state_directory() -> Option<PathBuf> {
    let base = choose_base_strategy().ok()?;
    Some(base.state_dir().unwrap_or_else(|| base.data_dir()).join(APP))
}

/// The library of a person who has chosen none: `Lede` in their folder of documents, which need not
/// exist yet.
pub fn usual_library() -> PathBuf {
    let home = home_dir().unwrap_or_else(|_| PathBuf::from("/"));
    documents(&home).unwrap_or_else(|| home.join("Documents")).join("Lede")
}

/// The folder of documents as the desktop knows it, which has another name in every language.
fn documents(home: &Path) -> Option<PathBuf> {
    let config = choose_base_strategy().ok()?.config_dir();
    let list = fs::read_to_string(config.join("user-dirs.dirs")).ok()?;
    let line = list.lines().find_map(|line| line.trim().strip_prefix("XDG_DOCUMENTS_DIR="))?;
    let folder = line.trim_matches('"');
    match folder.strip_prefix("$HOME") {
        Some(below) => Some(home.join(below.trim_start_matches('/'))),
        None => Some(PathBuf::from(folder)).filter(|folder| folder.is_absolute()),
    }
}
