//! What a situation is called and what it is about.

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;
use store::Situation;

/// One situation of each kind.
fn one_of_each() -> Vec<Situation> {
    use Situation as S;
    let path = || PathBuf::from("/media/disk/Writing/five points.md");
    let said = || "what the system says".to_owned();
    let source = || io::Error::other("what the system says");
    let of_path: [fn(PathBuf) -> S; 21] = [
        S::Missing,
        S::Vanished,
        S::LibraryGone,
        S::NotAFolder,
        S::LibraryReadOnly,
        S::OutsideLibrary,
        S::Folder,
        S::NotAFile,
        S::NotAllowed,
        S::FileReadOnly,
        S::OwnerNotKept,
        S::AttributesNotKept,
        S::NotUtf8,
        S::Binary,
        S::DiskFull,
        S::DiskFailed,
        S::NameTaken,
        S::NameTooLong,
        S::TooManyOpen,
        S::ChangedMeanwhile,
        S::HistoryBroken,
    ];
    let others = [
        S::NotAPicture("notes.txt".into()),
        S::TooBig { path: path(), megabytes: 7050 },
        S::NameNotPossible(".hidden".into()),
        S::TrashRefused { path: path(), reason: said() },
        S::SettingsBroken { path: path(), line: 7003, reason: said() },
        S::SettingWrong { path: path(), line: 7004, key: "measure".into(), expected: "a number" },
        S::NoSuchText {
            kind: "template",
            name: "plane".into(),
            names: ["irritants", "plain"].map(str::to_owned).to_vec(),
        },
        S::PatternBroken { reason: said() },
        S::NotWatched { path: path(), reason: said() },
        S::NotJournaled { path: path(), source: source() },
        S::HistoryBusy,
        S::NoSuchSnapshot(7007),
        S::SnapshotDamaged(7008),
        S::NoHome,
        S::Other { path: path(), source: source() },
    ];
    of_path.into_iter().map(|situation| situation(path())).chain(others).collect()
}

#[test]
fn each_situation_has_a_name_of_its_own() {
    let of_each: BTreeSet<_> = one_of_each().iter().map(Situation::code).collect();
    assert_eq!(of_each, Situation::CODES.iter().copied().collect());
    assert_eq!((of_each.len(), one_of_each().len()), (Situation::CODES.len(), of_each.len()));
}

#[test]
fn a_sentence_holds_all_that_it_is_about_in_its_order() {
    for situation in one_of_each() {
        let sentence = situation.to_string();
        let mut behind = sentence.as_str();
        for about in situation.about() {
            let found = behind.split_once(&about);
            assert!(!about.is_empty() && found.is_some(), "“{about}” in “{sentence}”");
            behind = found.map_or("", |(_, behind)| behind);
        }
    }
}

#[test]
fn without_what_it_is_about_a_sentence_has_nothing_but_words_of_its_own() {
    for situation in one_of_each() {
        let sentence = situation.to_string();
        let rest = situation.about().iter().fold(sentence.clone(), |rest, it| rest.replace(it, ""));
        let told = ["five points", "what the system says", "/media", "template", "plain", "70"];
        assert!(!told.iter().any(|it| rest.contains(it)), "“{sentence}”");
    }
}
