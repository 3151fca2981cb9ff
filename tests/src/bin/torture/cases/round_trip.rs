//! L6: what was read is what is written.

use crate::case::{Case, Tried};
use crate::folder::Folder;
use crate::texts;
use crate::trial::Trial;
use anyhow::{Result, ensure};
use std::fs;
use store::{Draft, Hash, LARGEST_DRAFT};

pub(crate) const CASE: Case = Case {
    id: "L6",
    what: "opened and saved under another name, any text has identical bytes; one too large to open is left alone",
    tried: Tried {
        sample: 2000,
        full: 100_000,
        run,
        broken: &["converts-line-ends", "drops-the-mark"],
    },
};

fn run(trial: &mut Trial) -> Result<()> {
    let folder = Folder::in_memory()?.with("copy.md", "another text")?;
    while trial.goes_on() {
        let text = match trial.ran {
            0 => one_line_of(LARGEST_DRAFT as usize),
            _ => texts::any(&mut trial.chance),
        };
        let result = there_and_back(trial, &folder, &text);
        trial.count(format!("{:?}", text.chars().take(200).collect::<String>()), result);
    }
    trial.also("one line of 50 MB", |trial| too_large(trial, &folder));
    trial.leaves_nothing(&folder)
}

fn there_and_back(trial: &Trial, folder: &Folder, text: &str) -> Result<()> {
    let (file, copy) = (folder.path("a.md"), folder.path("copy.md"));
    fs::write(&file, text)?;
    let mut draft = Draft::new(file.clone(), (trial.way.open)(&file)?);
    let base = draft.base().map(|base| base.hash);
    ensure!(base == Some(Hash::of(text.as_bytes())), "the base is of another text");
    let (_, bytes) = draft.to_save();
    let copied = Hash::of(&fs::read(&copy)?);
    trial.way.save_now(&copy, Some(copied), &bytes)?;
    trial.way.save_now(&file, base, &bytes)?;
    ensure!(fs::read(&copy)? == text.as_bytes(), "the copy differs");
    ensure!(fs::read(&file)? == text.as_bytes(), "the file differs");
    Ok(())
}

/// One line of so many bytes, with what is long in UTF-8 and in UTF-16.
fn one_line_of(bytes: usize) -> String {
    let mut line = "word é 🚢 ".repeat(bytes / 13);
    line.push_str(&"x".repeat(bytes - line.len()));
    line
}

fn too_large(trial: &Trial, folder: &Folder) -> Result<()> {
    let text = one_line_of(50_000_000);
    let file = folder.path("large.md");
    fs::write(&file, &text)?;
    let code = (trial.way.open)(&file).map_err(|refused| refused.code()).err();
    ensure!(code == Some("too-big"), "it was not refused as too big, but {code:?}");
    ensure!(fs::read(&file)? == text.as_bytes(), "it was changed");
    Ok(())
}
