//! Templates and footers as files.

use crate::folder::Folder;
use piece::{Piece, from_template};
use std::fs;
use store::KeptTexts;

const BUILT_IN: [&str; 6] = ["irritants", "takeaways", "reasons", "questions", "lessons", "plain"];

#[test]
fn those_of_the_program_are_written_on_first_use_and_never_over_what_a_person_wrote() {
    let folder = Folder::with(&[]);
    let templates = || KeptTexts::templates_in(Some(&folder.path("lede")));
    assert_eq!(templates().names(), BUILT_IN);
    assert_eq!(folder.files().len(), BUILT_IN.len());
    folder.write("lede/templates/plain.md", "# {{title}}\n\nMine.\n");
    folder.write("lede/templates/Weekly.md", "# {{title}}\n");
    folder.write("lede/templates/.hidden.md", "");
    fs::remove_file(folder.path("lede/templates/lessons.md")).unwrap();
    assert_eq!(templates().names(), BUILT_IN.into_iter().chain(["Weekly"]).collect::<Vec<_>>());
    assert_eq!(templates().text("plain").unwrap(), "# {{title}}\n\nMine.\n");
    assert_eq!(templates().text(" weekly ").unwrap(), "# {{title}}\n");
    assert!(templates().text("lessons").unwrap().contains("## 5."));
    assert!(!folder.path("lede/templates/lessons.md").exists(), "what was taken away stays away");
}

#[test]
fn an_unknown_name_is_answered_with_those_that_there_are() {
    let templates = KeptTexts::templates_in(None);
    for name in ["sonnet", "../plain", "", "/etc/passwd"] {
        let refused = templates.text(name).unwrap_err();
        assert_eq!(refused.code(), "no-such-text");
        let choice = "Choose irritants, takeaways, reasons, questions, lessons or plain.";
        assert!(refused.to_string().ends_with(choice), "{refused}");
    }
    assert_eq!(KeptTexts::footers_in(None).names(), ["Community rules", "About this letter"]);
}

#[test]
fn without_a_folder_the_programs_own_serve() {
    let folder = Folder::with(&[("lede", "a file where the folder would be")]);
    for config in [None, Some(folder.path("lede"))] {
        let templates = KeptTexts::templates_in(config.as_deref());
        assert_eq!(templates.names(), BUILT_IN);
        assert!(templates.text("irritants").unwrap().starts_with("# {{title}}"));
    }
}

#[test]
fn a_template_of_the_persons_that_cannot_be_read_is_not_passed_over() {
    let folder = Folder::with(&[]);
    let templates = KeptTexts::templates_in(Some(&folder.root()));
    templates.folder().unwrap();
    fs::write(folder.path("templates/plain.md"), b"caf\xe9").unwrap();
    assert_eq!(templates.text("plain").unwrap_err().code(), "not-utf8");
}

#[test]
fn every_template_makes_a_piece_with_the_points_that_its_title_promises() {
    let templates = KeptTexts::templates_in(None);
    for name in BUILT_IN {
        let template = templates.text(name).unwrap();
        let source = from_template(&template, "Three Doors", "2026-03-01", None);
        let outline = Piece::parse(&source).outline(&source);
        assert_eq!(outline.title.as_deref(), Some("Three Doors"));
        assert_eq!(outline.points.len(), if name == "plain" { 0 } else { 3 }, "{name}");
        assert!(!source.contains("{{"), "{source}");
    }
}
