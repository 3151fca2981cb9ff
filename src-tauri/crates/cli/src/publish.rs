//! `lede export` and `lede import`: out of a piece, and into one.

use crate::{
    arguments::{Format, Out},
    history, out,
    refusal::Refusal,
    source::Source,
};
use render::World;
use std::{
    fs,
    path::{Path, PathBuf},
};
use store::{Settings, Situation, Why};

/// Prints or writes a piece in another format: the bytes that the window exports. A draft that it is
/// written over is kept as a snapshot; of an earlier export there is nothing to keep.
pub(crate) fn export(file: &Path, format: Format, to: &Out) -> Result<(), Refusal> {
    let source = Source::read(file)?;
    let same = |out: &PathBuf| fs::canonicalize(out).ok() == fs::canonicalize(file).ok();
    if to.out.as_ref().is_some_and(|out| out.exists() && same(out)) {
        return Err(Refusal::new("OUT is the draft itself. Choose another name for the export."));
    }
    let result = match format {
        Format::Html => export::html(&source.text, &pictures(&source)?),
        Format::Markdown => export::markdown(&source.text),
        Format::Text => export::text(&source.text),
    };
    if to.out.as_ref().is_some_and(|out| store::is_draft(out)) {
        keep_what_is_there(to, Why::External)?;
    }
    out::deliver(&result, to)
}

/// Prints or writes a page or plain text as a piece, and says what was left out of it. What it is written
/// over is kept as a snapshot.
pub(crate) fn import(file: &Path, to: &Out) -> Result<(), Refusal> {
    let source = Source::read(file)?;
    keep_what_is_there(to, Why::Import)?;
    let text = source.text.as_str();
    if !export::is_page(text) {
        return out::deliver(&export::import_plain(text), to);
    }
    let page = export::import_page(text);
    out::deliver(&page.markdown, to)?;
    if !page.left_out.is_empty() {
        out::say(&format!("Left out of the page: {}.", page.left_out.join(", ")));
    }
    Ok(())
}

/// Keeps the text that is about to be written over. What cannot be kept is not written over.
fn keep_what_is_there(to: &Out, why: Why) -> Result<(), Refusal> {
    let Some(path) = to.out.as_ref().filter(|_| to.force) else { return Ok(()) };
    match store::open(path) {
        Ok(there) => history::keep(path, there.text.as_str(), why),
        Err(Situation::Missing(_)) => Ok(()),
        Err(situation) => Err(situation.into()),
    }
}

/// The pictures that a draft may show: those in its folder and in the library. A text from standard
/// input has neither.
struct Pictures {
    draft: Option<PathBuf>,
    library: PathBuf,
}

fn pictures(source: &Source) -> Result<Pictures, Refusal> {
    let library = Settings::read()?.library.unwrap_or_else(store::usual_library);
    Ok(Pictures { draft: source.file.as_ref().map(|(path, _)| path.clone()), library })
}

impl World for Pictures {
    fn image(&self, destination: &str) -> Option<String> {
        let picture = store::picture(self.draft.as_deref()?, &self.library, destination)?;
        Some(export::data_url(picture.media_type, &picture.bytes))
    }
}
