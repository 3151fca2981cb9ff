//! What the person said to the checks of a draft.

use crate::folder::Folder;
use std::path::Path;
use store::{Heeded, Passage};

fn passage(words: &str) -> Passage {
    Passage { rule: "long-sentence".to_owned(), words: words.to_owned(), ..Passage::default() }
}

#[test]
fn it_is_kept_for_its_draft_alone_and_comes_back() {
    let folder = Folder::with(&[]);
    let state = folder.path("state");
    let said = Heeded {
        ignored: vec![passage("so long \"a\" \n sentence")],
        ticked: vec![passage("last week"), passage("yesterday")],
        words: vec!["Orla".to_owned()],
        ..Heeded::default()
    };
    said.write_to(&state, Path::new("/drafts/a.md")).unwrap();
    let read = Heeded::read_from(&state, Path::new("/drafts/a.md"));
    assert_eq!((&read.ignored, &read.ticked), (&said.ignored, &said.ticked));
    assert_eq!(read.words, said.words);
    assert_eq!(read.draft, Path::new("/drafts/a.md"));
    assert_eq!(Heeded::read_from(&state, Path::new("/drafts/b.md")), Heeded::default());
}

#[test]
fn a_broken_file_is_as_none() {
    let folder = Folder::with(&[]);
    let (state, draft) = (folder.path("state"), Path::new("/drafts/a.md"));
    Heeded { ignored: vec![passage("words")], ..Heeded::default() }
        .write_to(&state, draft)
        .unwrap();
    let file = std::fs::read_dir(state.join("checks")).unwrap().next().unwrap().unwrap().path();
    std::fs::write(&file, "ignored = [[[").unwrap();
    assert_eq!(Heeded::read_from(&state, draft), Heeded::default());
}
