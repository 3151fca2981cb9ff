//! Where the settings and the state of the app lie.

use etcetera::{BaseStrategy, choose_base_strategy, home_dir};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

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

/// A whole path as its person knows it: `~` stands for their home folder.
pub fn whole_path(path: &Path) -> String {
    static RESOLVED: OnceLock<PathBuf> = OnceLock::new();
    let home = home_dir().unwrap_or_default();
    if path.starts_with(&home) {
        return from_home(&home, path);
    }
    // The library's path has its links resolved, and the home may be one. A sentence waits for no disk twice.
    from_home(RESOLVED.get_or_init(|| home.canonicalize().unwrap_or(home)), path)
}

/// `path` with `~` for `home`. A home that is no folder of its own, such as `/`, stands for nothing.
fn from_home(home: &Path, path: &Path) -> String {
    let is_a_home = home.is_absolute() && home.parent().is_some();
    match path.strip_prefix(home) {
        Ok(below) if is_a_home && below.as_os_str().is_empty() => "~".to_owned(),
        Ok(below) if is_a_home => format!("~/{}", below.display()),
        _ => path.display().to_string(),
    }
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

#[cfg(test)]
mod tests {
    use super::from_home;

    fn seen(home: &str, path: &str) -> String {
        from_home(home.as_ref(), path.as_ref())
    }

    #[test]
    fn a_path_in_the_home_begins_with_a_tilde() {
        assert_eq!(seen("/home/ann", "/home/ann/Writing"), "~/Writing");
        assert_eq!(seen("/home/ann/", "/home/ann/Writing/2026/a.md"), "~/Writing/2026/a.md");
        assert_eq!(seen("/home/ann", "/home/ann"), "~");
    }

    #[test]
    fn a_path_elsewhere_stays_whole() {
        assert_eq!(seen("/home/ann", "/home/anna/Writing"), "/home/anna/Writing");
        assert_eq!(seen("/home/ann", "/media/disk/Writing"), "/media/disk/Writing");
        assert_eq!(seen("/home/ann", "Writing"), "Writing");
    }

    #[test]
    fn a_home_that_is_none_stands_for_nothing() {
        assert_eq!(seen("/", "/srv/Writing"), "/srv/Writing");
        assert_eq!(seen("", "/srv/Writing"), "/srv/Writing");
        assert_eq!(seen("", "Writing"), "Writing");
    }
}
