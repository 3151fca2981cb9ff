//! L8: what is not UTF-8 is looked at, and never written.

use crate::case::{Case, Tried};
use crate::folder::Folder;
use crate::texts;
use crate::trial::Trial;
use anyhow::{Result, ensure};
use std::fs;

pub(crate) const CASE: Case = Case {
    id: "L8",
    what: "what is not UTF-8 is opened to read only, with the reason, and never written",
    tried: Tried { sample: 200, full: 200, run, broken: &["reads-anything-as-text"] },
};

fn run(trial: &mut Trial) -> Result<()> {
    while trial.goes_on() {
        let bytes = texts::not_utf8(&mut trial.chance);
        let result = opened(trial, &bytes);
        trial.count(format!("{:?}", String::from_utf8_lossy(&bytes)), result);
    }
    Ok(())
}

/// Does what an app does: what opens without a word, it will save.
fn opened(trial: &Trial, bytes: &[u8]) -> Result<()> {
    let folder = Folder::new()?.with("a.md", bytes)?;
    let file = folder.path("a.md");
    let before = fs::metadata(&file)?.modified()?;
    let opened = (trial.way.open)(&file);
    if let Ok(opened) = &opened {
        trial.way.save_now(&file, Some(opened.hash), opened.text.as_str().as_bytes())?;
    }
    ensure!(folder.bytes("a.md")? == bytes, "it was written");
    let code = opened.map_err(|refused| refused.code()).err();
    ensure!(code == Some("not-utf8"), "the reason was {code:?}");
    store::view(&file)?;
    ensure!(folder.bytes("a.md")? == bytes, "it was written by looking");
    ensure!(fs::metadata(&file)?.modified()? == before, "its time changed");
    Ok(())
}
