//! The settings file and what is remembered.

use crate::folder::Folder;
use store::{Places, Settings, Theme};

/// The settings file after `change` was made to the settings in `before`.
fn rewritten(before: &str, change: impl Fn(&mut Settings)) -> String {
    let folder = Folder::with(&[("settings.toml", before)]);
    let path = folder.path("settings.toml");
    let mut settings = Settings::read_from(&path).unwrap();
    change(&mut settings);
    settings.write_to(&path).unwrap();
    assert_eq!(Settings::read_from(&path).unwrap(), settings);
    assert_eq!(folder.files().len(), 1);
    folder.read("settings.toml")
}

#[test]
fn without_a_file_all_is_default_and_the_folder_is_made() {
    let folder = Folder::with(&[]);
    let path = folder.path("lede/settings.toml");
    assert_eq!(Settings::read_from(&path).unwrap(), Settings::default());
    Settings { theme: Theme::Dark, ..Settings::default() }.write_to(&path).unwrap();
    assert_eq!(folder.read("lede/settings.toml"), "theme = \"dark\"\n");
}

#[test]
fn what_a_person_wrote_around_the_values_stays() {
    let before =
        "# Mine.\nunknown = [1, 2]\ntext_size = 20 # large\n\n# At night.\ntheme = \"dark\"\n";
    let after = rewritten(before, |settings| settings.text_size = 22);
    assert_eq!(after, before.replace("20", "22"));
    assert_eq!(rewritten(before, |_| ()), before);
}

#[test]
fn a_value_that_is_taken_back_goes() {
    let after = rewritten("library = \"/x\"\ntext_size = 20\n", |settings| settings.library = None);
    assert_eq!(after, "text_size = 20\n");
}

#[test]
fn a_mistake_is_named_by_its_line_and_left_as_it_is() {
    for (source, line) in [
        ("text_size = 20\ntheme = \"green\"\n", "line 2"),
        ("\n\ntext_size = 'x'\n", "line 3"),
        ("text_size =\n", "line 1"),
    ] {
        let folder = Folder::with(&[("settings.toml", source)]);
        let path = folder.path("settings.toml");
        let broken = Settings::read_from(&path).unwrap_err();
        assert_eq!(broken.code(), "settings-broken");
        assert!(broken.to_string().contains(line), "{broken}");
        assert!(Settings::default().write_to(&path).is_err());
        assert_eq!(folder.read("settings.toml"), source);
    }
}

#[test]
fn places_are_remembered_and_a_broken_file_forgets_them() {
    let folder = Folder::with(&[]);
    let path = folder.path("state/places.toml");
    let mut places = Places::read_from(&path);
    places.last = Some("in/a.md".into());
    places.carets.insert("in/a.md".into(), 42);
    places.write_to(&path).unwrap();
    places.carets.insert("b \"c\".md".into(), 7);
    places.write_to(&path).unwrap();
    assert_eq!(Places::read_from(&path), places);
    folder.write("state/places.toml", "last = ");
    assert_eq!(Places::read_from(&path), Places::default());
}

#[test]
fn the_drafts_open_of_late_are_remembered_once_each_under_the_names_that_they_have() {
    let mut places = Places::default();
    places.carets.insert("a.md".into(), 3);
    for draft in ["a.md", "b.md", "a.md"] {
        places.opened(draft);
    }
    assert_eq!(
        (places.last.as_deref(), &places.recent[..]),
        (Some("a.md"), &["a.md".into(), "b.md".into()][..])
    );
    places.renamed("a.md", "in/a.md");
    assert_eq!(places.recent, ["in/a.md", "b.md"]);
    assert_eq!((places.last.as_deref(), places.carets.get("in/a.md")), (Some("in/a.md"), Some(&3)));
    (0..99).for_each(|draft| places.opened(&draft.to_string()));
    assert_eq!((places.recent.len(), places.recent[0].as_str()), (30, "98"));
    let folder = Folder::with(&[]);
    places.write_to(&folder.path("places.toml")).unwrap();
    assert_eq!(Places::read_from(&folder.path("places.toml")), places);
}
