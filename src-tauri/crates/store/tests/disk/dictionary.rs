//! The person's own words, and the dictionaries of the system.

use crate::folder::Folder;
use store::{add_own_word_to, dictionary_in, own_words_from, remove_own_word_from};

#[test]
fn own_words_are_lines_and_remarks_are_none() {
    let folder =
        Folder::with(&[("dictionary.txt", "\u{feff}# Mine\r\nStrand\r\n\r\n  Tórshavn \r\n")]);
    assert_eq!(own_words_from(&folder.path("dictionary.txt")).unwrap(), ["Strand", "Tórshavn"]);
    assert_eq!(own_words_from(&folder.path("none.txt")).unwrap(), Vec::<String>::new());
}

#[test]
fn a_word_is_added_once_and_what_was_written_stays() {
    let folder = Folder::with(&[("dictionary.txt", "# Mine\nStrand")]);
    let path = folder.path("dictionary.txt");
    for word in ["Orla", " Orla\n", "Strand", ""] {
        add_own_word_to(&path, word).unwrap();
    }
    assert_eq!(folder.read("dictionary.txt"), "# Mine\nStrand\nOrla\n");
}

#[test]
fn a_word_is_taken_out_again_and_what_was_written_stays() {
    let folder = Folder::with(&[("dictionary.txt", "# Mine\r\nOrla \nStrand")]);
    let path = folder.path("dictionary.txt");
    for word in ["Orla", "Nobody"] {
        remove_own_word_from(&path, word).unwrap();
    }
    assert_eq!(folder.read("dictionary.txt"), "# Mine\r\nStrand");
    remove_own_word_from(&folder.path("none.txt"), "Orla").unwrap();
    assert!(!folder.path("none.txt").exists());
}

#[test]
fn the_first_word_makes_the_file_and_its_folder() {
    let folder = Folder::with(&[]);
    add_own_word_to(&folder.path("lede/dictionary.txt"), "Strand").unwrap();
    assert_eq!(folder.read("lede/dictionary.txt"), "Strand\n");
}

#[test]
fn a_file_that_is_no_text_is_not_written_over() {
    let folder = Folder::with(&[]);
    let path = folder.path("dictionary.txt");
    std::fs::write(&path, b"caf\xe9\n").unwrap();
    assert!(add_own_word_to(&path, "Strand").is_err());
    assert_eq!(std::fs::read(&path).unwrap(), b"caf\xe9\n");
}

/// The name of the words that are found for `lang` among these dictionaries.
fn found(names: &[&str], lang: &str) -> Option<String> {
    let files: Vec<String> =
        names.iter().flat_map(|name| [format!("{name}.aff"), format!("{name}.dic")]).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|name| (&**name, "x")).collect();
    let folder = Folder::with(&files);
    let found = dictionary_in(&[&folder.path("none"), &folder.path("")], lang)?;
    let (aff, dic) = found.read().unwrap();
    assert_eq!((aff, dic), (b"x".to_vec(), b"x".to_vec()));
    Some(found.dic.file_stem().unwrap().to_string_lossy().into_owned())
}

#[test]
fn a_language_finds_its_home_and_a_region_itself_alone() {
    let all = ["en_GB", "en_US", "de_AT", "de_DE", "eo", "pt_BR"];
    for (lang, name) in [
        ("en", Some("en_US")),
        ("en-GB", Some("en_GB")),
        ("EN_gb", Some("en_GB")),
        ("en-AU", None),
        ("de", Some("de_DE")),
        ("de-AT", Some("de_AT")),
        ("eo", Some("eo")),
        ("pt", Some("pt_BR")),
        ("fr", None),
        ("", None),
        ("../en", None),
    ] {
        assert_eq!(found(&all, lang).as_deref(), name, "{lang}");
    }
}

#[test]
fn rules_without_words_are_no_dictionary() {
    let folder = Folder::with(&[("en_US.aff", "x")]);
    assert_eq!(dictionary_in(&[&folder.path("")], "en"), None);
}
