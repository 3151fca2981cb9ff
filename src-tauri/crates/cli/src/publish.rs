//! `lede export` and `lede import`: out of a piece, and into one.

use crate::{
    arguments::{Format, Out},
    history, out,
    refusal::Refusal,
    source::Source,
};
use export::{ImportedPage, LeftOut};
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
/// over is kept as a snapshot; nothing is written over by nothing.
pub(crate) fn import(file: &Path, to: &Out) -> Result<(), Refusal> {
    let source = Source::read(file)?;
    let (piece, left_out) = imported(source.text.as_str())?;
    keep_what_is_there(to, Why::Import)?;
    out::deliver(&piece, to)?;
    if !left_out.is_empty() {
        let names: Vec<String> = left_out.iter().map(LeftOut::to_string).collect();
        out::say(&format!("Left out of the page: {}.", names.join(", ")));
    }
    Ok(())
}

/// The piece that a page or plain text becomes, and what of the page is no part of it.
fn imported(text: &str) -> Result<(String, Vec<LeftOut>), Refusal> {
    let page = if export::is_page(text) {
        export::import_page(text)
    } else {
        ImportedPage { markdown: export::import_plain(text), ..ImportedPage::default() }
    };
    if page.markdown.is_empty() {
        let sentence = "There is nothing to make a piece of, so nothing is written. Name a file with text in it.";
        return Err(Refusal::new(sentence));
    }
    Ok((page.markdown, page.left_out))
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

#[cfg(test)]
mod tests {
    use super::imported;

    #[test]
    fn of_nothing_no_piece_is_made() {
        for nothing in
            ["", "\u{feff}\n ", "<p> </p>", "<script>a</script><hr>", "<p>&#xFEFF;</p><hr>"]
        {
            let refusal = imported(nothing).expect_err(nothing).to_string();
            assert!(refusal.starts_with("There is nothing to make a piece of"), "{refusal}");
        }
    }

    #[test]
    fn a_page_of_a_list_alone_is_one() {
        let (piece, left_out) = imported("<ul><li>a</li></ul>").expect("it has words");
        assert_eq!((piece.as_str(), left_out.len()), ("- a\n", 0));
    }
}
