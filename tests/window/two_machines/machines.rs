//! Two windows, two libraries, and Syncthing between them.

use lede_tests::{Home, Syncthing, Window, place, until};
use serde_json::json;
use std::{
    collections::BTreeMap,
    fs,
    thread::{scope, sleep},
    time::{Duration, Instant},
};
use store::Snapshots;

/// The draft that both write in.
pub(crate) const DRAFT: &str = "five-points.md";

/// The words in which each side writes, unless both do at the end.
const PLACES: [&str; 2] = ["It is four minutes", "The last of them will hold"];

/// For so long nothing may happen before it counts as quiet: an old text that a save has replaced is
/// kept for two seconds, and Syncthing takes that for a change too.
const QUIET: Duration = Duration::from_secs(3);

/// The two machines.
pub(crate) struct Machines {
    // In this order: the windows end before what joins them.
    pub(crate) windows: [Window; 2],
    syncthing: Syncthing,
}

impl Machines {
    /// A draft on two machines, open on both and clean, each side's caret in its place.
    pub(crate) fn join(name: &str) -> Self {
        let homes = [Home::new().with_drafts([place::fixture(DRAFT)]), Home::new()];
        let libraries = [homes[0].library(), homes[1].library()];
        let syncthing = Syncthing::between(name, [&libraries[0], &libraries[1]]);
        let mut end = 0;
        let windows = homes.map(|home| {
            end += 1;
            Window::open(&format!("{name}-{end}"), home)
        });
        let machines = Self { windows, syncthing };
        for window in &machines.windows {
            window.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
            remember_rows(window);
        }
        machines.take_places(false);
        machines
    }

    /// Puts each caret at the end of its own line, or both at the end of the text.
    pub(crate) fn take_places(&self, together: bool) {
        for (window, place) in self.windows.iter().zip(PLACES) {
            window.caret_to_line(if together { PLACES[1] } else { place });
        }
    }

    /// Each caret stands behind what was typed last in its line.
    pub(crate) fn assert_carets_are_in_place(&self) {
        for (window, place) in self.windows.iter().zip(PLACES) {
            let line = window.before_caret();
            assert!(line.contains(place) && line.ends_with('.'), "the caret is behind {line:?}");
        }
    }

    /// Types on one machine.
    pub(crate) fn type_on(&self, end: usize, words: &str) {
        self.windows[end].type_text(words);
    }

    /// Types on both machines in the same moment.
    pub(crate) fn type_at_once(&self, words: &[String; 2]) {
        scope(|scope| {
            for (window, words) in self.windows.iter().zip(words) {
                scope.spawn(move || window.type_text(words));
            }
        });
    }

    /// Waits until nothing happens any more: both folders are the same, both windows say that all is
    /// saved, and neither folder changes. Edits that are merged to and fro for ever never get here.
    /// Gives how many changes of files Syncthing has seen.
    pub(crate) fn until_quiet(&self) -> u64 {
        let mut seen = None;
        let mut since = Instant::now();
        let [changes, _] = until("both machines are quiet and the same", || {
            let now = self.is_the_same()?;
            if seen.replace(now) != Some(now) {
                since = Instant::now();
            }
            if since.elapsed() > QUIET { Ok(now) } else { Err(format!("{now:?} for a moment")) }
        });
        changes
    }

    fn is_the_same(&self) -> Result<[u64; 2], String> {
        let changes = self.syncthing.is_quiet()?;
        let (one, other) = (self.files(0), self.files(1));
        if one != other {
            return Err(format!("{:?} and {:?}", one.keys(), other.keys()));
        }
        for window in &self.windows {
            let status = window.text_of("[data-status]").unwrap_or_default();
            if !status.starts_with("Saved") {
                return Err(status);
            }
        }
        sleep(Duration::from_millis(200));
        Ok(changes)
    }

    /// The text of the draft on one machine.
    pub(crate) fn text(&self, end: usize) -> String {
        String::from_utf8(self.windows[end].home().bytes(DRAFT)).expect("the draft is text")
    }

    /// All files of one machine's library, our hidden ones too. Syncthing's mark and its half of a file,
    /// which it keeps for a day where it was hindered, are its own affair.
    pub(crate) fn files(&self, end: usize) -> BTreeMap<String, String> {
        let library = fs::read_dir(self.windows[end].home().library()).expect("the library");
        let named = library.flatten().map(|entry| (entry.file_name(), entry.path()));
        let named = named.map(|(name, path)| (name.to_string_lossy().into_owned(), path));
        let ours =
            named.filter(|(name, _)| !name.starts_with(".st") && !name.starts_with(".syncthing."));
        let read = |path| fs::read_to_string(path).unwrap_or_default();
        ours.map(|(name, path)| (name, read(path))).collect()
    }

    /// Fails where this word is nowhere.
    pub(crate) fn assert_kept(&self, word: &str) {
        assert!(self.keep(word), "{word} is lost: {:?} and {:?}", self.files(0), self.files(1));
    }

    /// Whether this word is in a file of the library or in the history of one side.
    pub(crate) fn keep(&self, word: &str) -> bool {
        self.files(0).values().any(|text| text.contains(word))
            || self.windows.iter().any(|window| is_in_history(window.home(), word))
    }

    /// Merges the copy that is listed first by its key, if there is one: it goes, here and there.
    pub(crate) fn merge_a_copy(&self) {
        let row = "document.querySelector('[data-draft]:has(.merge)')";
        let name = self.windows[0].eval(&format!("return {row}?.dataset.draft ?? null"));
        let Some(name) = name.as_str() else { return };
        self.windows[0].eval(&format!("{row}.querySelector('.row').focus()"));
        self.windows[0].press("m");
        until("the copy is gone on both machines", || {
            let left = [0, 1].map(|end| self.files(end).contains_key(name));
            if left == [false; 2] { Ok(()) } else { Err(format!("{name}: {left:?}")) }
        });
        self.until_quiet();
    }

    /// Fails where either window lists, or ever listed, what is no draft, or a copy as a draft.
    pub(crate) fn assert_the_list_is_right(&self) {
        for (end, window) in self.windows.iter().enumerate() {
            let ever = window.eval("return [...window.everListed]");
            let ever: Vec<String> = serde_json::from_value(ever).unwrap_or_default();
            let wrong = ever.iter().find(|it| it.starts_with('.') || it.starts_with('~'));
            assert!(wrong.is_none(), "{wrong:?} was listed");
            // A copy has the key that merges it.
            let drafts = window.eval(
                "const rows = [...document.querySelectorAll('[data-draft]:not(:has(.merge))')];
                return rows.map(row => row.dataset.draft);",
            );
            assert_eq!(drafts, json!([DRAFT]), "a copy is listed as a draft");
            let copies = self.files(end).keys().filter(|name| *name != DRAFT).count();
            assert_eq!(window.texts_of("[data-draft] .merge").len(), copies);
        }
    }
}

/// Writes down every draft that the list ever shows.
fn remember_rows(window: &Window) {
    window.eval(
        "window.everListed = new Set();
        const look = () => document.querySelectorAll('[data-draft]')
            .forEach(row => window.everListed.add(row.dataset.draft));
        look();
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true });",
    );
}

/// Whether an earlier text of the draft has this word.
fn is_in_history(home: &Home, word: &str) -> bool {
    let path = home.path().join(".local/state/lede/snapshots.sqlite");
    let snapshots = Snapshots::open(&path).expect("the history opens");
    let list = snapshots.list(&home.library().join(DRAFT)).expect("the history is there");
    let has = |id| snapshots.text(id).is_ok_and(|text| text.contains(word));
    list.into_iter().any(|snapshot| has(snapshot.id))
}
