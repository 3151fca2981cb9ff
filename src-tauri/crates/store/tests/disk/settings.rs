//! The settings file and what is remembered.

use crate::folder::Folder;
use piece::{Band, Goals};
use store::{Arrangement, Order, Places, Settings, State, Theme};

/// The settings file after `change` was made to the settings in `before`.
fn rewritten(before: &str, change: impl Fn(&mut Settings)) -> String {
    let folder = Folder::with(&[("settings.toml", before)]);
    let path = folder.path("settings.toml");
    let (mut settings, wrong) = Settings::read_from(&path).unwrap();
    change(&mut settings);
    settings.write_to(&path).unwrap();
    let (again, still_wrong) = Settings::read_from(&path).unwrap();
    assert_eq!((again, still_wrong.len()), (settings, wrong.len()));
    assert_eq!(folder.files().len(), 1);
    folder.read("settings.toml")
}

#[test]
fn without_a_file_all_is_default_and_the_folder_is_made() {
    let folder = Folder::with(&[]);
    let path = folder.path("lede/settings.toml");
    assert_eq!(Settings::read_from(&path).unwrap().0, Settings::default());
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
fn a_key_and_a_list_are_set_in_their_own_lines() {
    let before = "ignored_rules = [\n  \"a\", # why\n  \"b\",\n]\n\n# Mine.\n[keys] # all\nbold = \"Ctrl+G\" # g\nitalic = \"Ctrl+J\"\n";
    let after = rewritten(before, |settings| {
        settings.keys.insert("bold".into(), "Ctrl+H".into());
        settings.ignored_rules = vec!["a".into(), "b".into(), "c".into()];
    });
    assert!(after.contains("bold = \"Ctrl+H\" # g\nitalic"), "{after}");
    assert!(after.contains("  \"a\", # why\n  \"b\""), "{after}");
    let after = rewritten(before, |settings| {
        settings.keys.remove("italic");
        settings.ignored_rules = vec!["b".into()];
    });
    assert!(after.ends_with("# Mine.\n[keys] # all\nbold = \"Ctrl+G\" # g\n"), "{after}");
    let after = rewritten("", |settings| {
        settings.keys.insert("bold".into(), "Ctrl+H".into());
    });
    assert_eq!(after, "[keys]\nbold = \"Ctrl+H\"\n");
}

#[test]
fn a_wrong_value_is_named_by_its_line_and_costs_nothing_but_itself() {
    let source = "text_size = 20\ntheme = \"green\" # my favourite\nmeasure = 5000\nlibrary = 3\nfocus = \"yes\"\nlater = [1]\n\n[keys]\nbold = \"Ctrl+G\"\nitalic = 5\n";
    let folder = Folder::with(&[("settings.toml", source)]);
    let path = folder.path("settings.toml");
    let (settings, wrong) = Settings::read_from(&path).unwrap();
    let mut expected = Settings { text_size: 20, ..Settings::default() };
    expected.keys.insert("bold".into(), "Ctrl+G".into());
    assert_eq!(settings, expected);
    let said: Vec<String> = wrong.iter().map(ToString::to_string).collect();
    for (said, start) in said.iter().zip([
        "“theme” in line 2 of ",
        "“measure” in line 3 of ",
        "“library” in line 4 of ",
        "“focus” in line 5 of ",
        "“italic” in line 10 of ",
    ]) {
        assert!(said.starts_with(start), "{said}");
    }
    assert!(
        said[0].contains("should be \"system\", \"light\" or \"dark\". Until then,"),
        "{}",
        said[0]
    );
    assert_eq!((wrong.len(), wrong[0].code()), (5, "setting-wrong"));
    let after = rewritten(source, |settings| settings.text_size = 22);
    assert_eq!(after, source.replace("20", "22"), "what is wrong is left for the person");
    let folder = Folder::with(&[("settings.toml", source)]);
    let set = Settings { theme: Theme::Dark, ..settings };
    set.write_to(&folder.path("settings.toml")).unwrap();
    assert_eq!(folder.read("settings.toml"), source.replace("\"green\"", "\"dark\""));
}

#[test]
fn a_file_that_cannot_be_read_is_never_written_over() {
    for (source, line) in
        [("text_size =\n", "line 1"), ("a = 1\na = 2\n", "line 2"), ("\n\n[x\n", "line 3")]
    {
        let folder = Folder::with(&[("settings.toml", source)]);
        let path = folder.path("settings.toml");
        let broken = Settings::read_from(&path).unwrap_err();
        assert_eq!(broken.code(), "settings-broken");
        assert!(broken.to_string().contains(line), "{broken}");
        let changed = Settings { theme: Theme::Dark, ..Settings::default() };
        assert_eq!(changed.write_to(&path).unwrap_err().code(), "settings-broken");
        assert_eq!(folder.read("settings.toml"), source);
    }
    let folder = Folder::with(&[]);
    std::fs::write(folder.path("settings.toml"), b"library = \"caf\xe9\"\n").unwrap();
    let path = folder.path("settings.toml");
    assert_eq!(Settings::default().write_to(&path).unwrap_err().code(), "not-utf8");
}

#[test]
fn places_are_remembered_and_a_broken_file_forgets_them() {
    let folder = Folder::with(&[]);
    let path = folder.path("state/places.toml");
    let mut places = Places::read_from(&path);
    places.last = Some("in/a.md".into());
    places.carets.insert("in/a.md".into(), 42);
    places.write_to(&path).unwrap();
    places.left("b \"c\".md", 7, Some(3));
    places.write_to(&path).unwrap();
    assert_eq!(Places::read_from(&path), places);
    folder.write("state/places.toml", "last = ");
    assert_eq!(Places::read_from(&path), Places::default());
}

#[test]
fn an_arrangement_of_the_list_is_kept_and_a_broken_file_is_the_usual_one() {
    let folder = Folder::with(&[]);
    let path = folder.path("state/list.toml");
    assert_eq!(Arrangement::read_from(&path), Arrangement::default());
    let arrangement = Arrangement {
        order: Order::Words,
        state: Some(State::Published),
        tag: Some("a \"ferry\"".into()),
        folded: vec!["2025/spring".into()],
    };
    for kept in [arrangement, Arrangement::default()] {
        kept.write_to(&path).unwrap();
        assert_eq!(Arrangement::read_from(&path), kept);
    }
    folder.write("state/list.toml", "order = \"by smell\"");
    assert_eq!(Arrangement::read_from(&path), Arrangement::default());
}

#[test]
fn the_drafts_open_of_late_are_remembered_once_each_under_the_names_that_they_have() {
    let mut places = Places::default();
    places.left("a.md", 3, Some(2));
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
    assert_eq!((places.tops.get("a.md"), places.tops.get("in/a.md")), (None, Some(&2)));
    // Where nothing was in sight, what was in sight before says nothing of this caret.
    places.left("in/a.md", 9, None);
    assert_eq!((places.carets["in/a.md"], places.tops.get("in/a.md")), (9, None));
    (0..99).for_each(|draft| places.opened(&draft.to_string()));
    assert_eq!((places.recent.len(), places.recent[0].as_str()), (30, "98"));
    let folder = Folder::with(&[]);
    places.write_to(&folder.path("places.toml")).unwrap();
    assert_eq!(Places::read_from(&folder.path("places.toml")), places);
}

#[test]
fn goals_are_a_table_that_a_person_can_write_and_a_wrong_one_costs_itself_only() {
    let after = rewritten("theme = \"dark\"\n", |settings| {
        settings.goals.piece = Some(800);
        settings.goals.point = Band::new(80, 120);
    });
    assert_eq!(
        after,
        "theme = \"dark\"\n\n[goals]\nunit = \"words\"\npiece = 800\npoint = { from = 80, to = 120 }\n"
    );
    let after = rewritten(&after, |settings| settings.goals.dek = Band::new(10, 25));
    assert!(
        after.ends_with("point = { from = 80, to = 120 }\ndek = { from = 10, to = 25 }\n"),
        "{after}"
    );
    let before = "[goals] # mine\npoint = { from = 80, to = 120 } # usual\nlede = { from = 9, to = 5 }\nunit = \"lines\"\npiece = 0\n";
    let folder = Folder::with(&[("settings.toml", before)]);
    let (settings, wrong) = Settings::read_from(&folder.path("settings.toml")).unwrap();
    assert_eq!(settings.goals, Goals { point: Band::new(80, 120), ..Goals::default() });
    let said: Vec<_> = wrong.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(said.iter().any(|it| it.contains("lede") && it.contains("{ from = 80, to = 120 }")));
    let after = rewritten(before, |settings| settings.goals.point = Band::new(80, 130));
    assert_eq!(after, before.replace("120", "130"));
    let after = rewritten(before, |settings| settings.goals.point = None);
    assert_eq!(after, before.replace("point = { from = 80, to = 120 } # usual\n", ""));
}
