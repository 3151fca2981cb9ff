//! A library that is a git working tree: git changes files under an open draft.

use lede_tests::{Home, Window, place, until};
use std::{
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

const DRAFT: &str = "five-points.md";

/// The line in which the person writes; git changes others.
const LINE: &str = "slow. There are five reasons";

/// Runs git in a folder, with nothing of the person's own settings.
fn git(folder: &Path, line: &str) -> Result<String, String> {
    let output = Command::new("sh")
        .args(["-c", &format!("git {line}")])
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .envs(["AUTHOR", "COMMITTER"].map(|who| (format!("GIT_{who}_NAME"), "Tarn")))
        .envs(["AUTHOR", "COMMITTER"].map(|who| (format!("GIT_{who}_EMAIL"), "tarn@tarn.example")))
        .env("GIT_EDITOR", "true")
        .output()
        .expect("git is installed");
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    if output.status.success() { Ok(said) } else { Err(said) }
}

/// A library under git, its draft open and clean, and a second working tree of the same repository.
struct Trees {
    window: Window,
}

impl Trees {
    fn open(name: &str) -> Self {
        let home = Home::new().with_drafts([place::fixture(DRAFT)]);
        let (library, path) = (home.library(), home.path().to_owned());
        for line in ["init -q -b main .", "add .", "commit -qm Begin"] {
            git(&library, line).expect("a repository begins");
        }
        git(&path, "clone -q --bare drafts shared").expect("it is shared");
        git(&path, "clone -q shared elsewhere").expect("it is cloned");
        git(&library, "remote add origin ../shared").expect("it knows what is shared");
        git(&library, "fetch -q && git branch -q -u origin/main").expect("it follows it");
        let window = Window::open(name, home);
        window.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
        window.until_text("[data-status]", |text| text.starts_with("Saved"));
        window.caret_to_line(LINE);
        Self { window }
    }

    fn git(&self, line: &str) -> String {
        git(&self.window.home().library(), line).unwrap_or_else(|said| panic!("git {line}: {said}"))
    }

    /// Somebody else replaces a word and shares it.
    fn changed_elsewhere(&self, old: &str, new: &str) {
        let elsewhere = self.window.home().path().join("elsewhere");
        let line = format!(
            "pull -q && sed -i 's/{old}/{new}/' {DRAFT} && git commit -qam {new} && git push -q"
        );
        git(&elsewhere, &line).expect("it is changed elsewhere");
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.window.home().bytes(DRAFT)).into_owned()
    }

    /// Runs git with the draft clean, and holds the window to showing within a second what it brought.
    fn follows(&self, line: &str, shown: &str) {
        self.git(line);
        let started = Instant::now();
        self.window.until_text("[data-preview]", |text| text.contains(shown));
        let took = started.elapsed();
        eprintln!("git {line}: shown after {took:?}");
        assert!(took < Duration::from_secs(1), "git {line}: shown after {took:?}");
        self.window.until_text("[data-status]", |text| text.starts_with("Saved"));
        assert_eq!(self.git("diff"), "", "git {line}: the window wrote into a clean draft");
    }

    /// Types, runs git before that is saved, and waits until the file has both.
    fn merges(&self, typed: &str, line: &str, brought: &str) {
        self.window.type_text(&format!(" {typed}"));
        self.git(line);
        self.until_saved(&format!("git {line} and {typed}"), &[typed, brought]);
    }

    fn until_saved(&self, what: &str, words: &[&str]) {
        until(&format!("{what} are in the file, once"), || {
            let text = self.text();
            let status = self.window.text_of("[data-status]").unwrap_or_default();
            let all = words.iter().all(|word| text.matches(word).count() == 1);
            if all && status.starts_with("Saved") {
                Ok(())
            } else {
                Err(format!("{status}: {text}"))
            }
        });
    }

    fn assert_only_the_draft_is_listed(&self) {
        let listed = self.window.texts_of("[data-draft]");
        assert_eq!(listed.len(), 1, "{listed:?}");
    }
}

#[test]
fn a_clean_draft_follows_pull_checkout_stash_and_rebase_within_a_second() {
    let trees = Trees::open("git-clean");
    trees.changed_elsewhere("Ladder", "Stair");
    trees.follows("pull -q", "The Stair Is Too Short");
    trees.git("branch -q other HEAD~1");
    trees.follows("checkout -q other", "The Ladder Is Too Short");
    trees.follows("checkout -q main", "The Stair Is Too Short");
    trees.window.type_text(" Stashed.");
    trees.until_saved("the words", &["Stashed."]);
    trees.git("stash -q");
    trees.window.until_text("[data-preview]", |text| !text.contains("Stashed."));
    assert_eq!(trees.git("diff"), "", "what was stashed came back by itself");
    trees.git("stash pop -q");
    trees.window.until_text("[data-preview]", |text| text.contains("Stashed."));
    trees.git("commit -qam Stashed");
    trees.changed_elsewhere("Buses", "Trams");
    trees.follows("pull -q --rebase", "The Trams Leave By It");
    assert!(trees.text().contains("Stashed."));
    assert!(trees.window.before_caret().contains(LINE), "the caret has moved");
    trees.assert_only_the_draft_is_listed();
}

#[test]
fn a_draft_that_is_typed_in_takes_in_what_pull_rebase_and_checkout_bring() {
    let trees = Trees::open("git-typing");
    trees.changed_elsewhere("Ladder", "Stair");
    trees.merges("Pulled.", "pull -q", "The Stair Is Too Short");
    trees.git("commit -qam Mine");
    trees.changed_elsewhere("Buses", "Trams");
    trees.merges("Rebased.", "pull -q --rebase", "The Trams Leave By It");
    trees.git("commit -qam Mine && git checkout -qb other && sed -i s/Church/Chapel/ five-points.md && git commit -qam Other");
    trees.window.until_text("[data-preview]", |text| text.contains("Chapel"));
    trees.merges("Left.", "checkout -q main", "The Church Is Four Minutes Fast");
    trees.git("commit -qam Mine");
    trees.merges("Back.", "checkout -q other", "The Chapel Is Four Minutes Fast");
    trees.assert_only_the_draft_is_listed();
}

#[test]
fn what_is_typed_while_git_stashes_is_in_the_file_and_the_rest_comes_back_with_the_stash() {
    let trees = Trees::open("git-stash");
    trees.window.caret_to_line("The last of them");
    trees.window.type_text(" Stashed.");
    trees.until_saved("the words", &["Stashed."]);
    trees.window.caret_to_line(LINE);
    trees.merges("Typed.", "stash -q", "The Ladder Is Too Short");
    assert!(!trees.text().contains("Stashed."), "what was stashed came back by itself");
    trees.git("commit -qam Typed");
    trees.merges("Again.", "stash pop -q", "Stashed.");
    trees.assert_only_the_draft_is_listed();
}

#[test]
fn a_large_repository_and_its_lock_files_are_neither_listed_nor_in_the_way() {
    let trees = Trees::open("git-large");
    let library = trees.window.home().library();
    // As many loose objects, in as many folders, as a repository has after years.
    trees.git("init -q .; i=0; while [ $i -lt 3000 ]; do echo blob; echo 'data <<E'; echo text $i; echo E; i=$((i+1)); done | git -c fastimport.unpackLimit=9999 fast-import --quiet");
    std::fs::write(library.join(".git/index.lock"), "").expect("the library can be written to");
    std::fs::write(library.join(".git/notes.md"), "# Not a draft\n").expect("it can be written to");
    let text = trees.text().replace("Ladder", "Stair");
    std::fs::write(library.join(DRAFT), text).expect("the library can be written to");
    let started = Instant::now();
    trees.window.until_text("[data-preview]", |text| text.contains("The Stair Is Too Short"));
    let took = started.elapsed();
    assert!(took < Duration::from_secs(1), "shown after {took:?}");
    trees.assert_only_the_draft_is_listed();
}
