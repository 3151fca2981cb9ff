//! The restore of a random snapshot gives its bytes, can be undone, and is itself a snapshot.

use super::{after, snapshots};
use crate::folder::Folder;
use proptest::prelude::*;
use std::fs;
use store::{Hash, Snapshots, Why};

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "\u{feff}?([a-z 🚢é\0\u{2028}]|\r\n|\n|\r|# 1\\. ){0,60}",
        2 => "\\PC{0,200}",
        1 => Just(String::new()),
        1 => any::<u8>().prop_map(|seed| format!("{seed} 🚢 line\r\n").repeat(80_000)),
    ]
}

/// Restores as the app does: keeps what is there, then saves over it.
fn restore(snapshots: &Snapshots, folder: &Folder, id: i64, at: i64) {
    let (draft, now) = (folder.path("a.md"), folder.read("a.md"));
    snapshots.keep(&draft, &now, Why::BeforeRestore, after(at)).unwrap();
    folder.save("a.md", &now, &snapshots.text(id).unwrap()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn a_restored_snapshot_has_the_bytes_that_were_kept_and_the_restore_can_be_undone(
        texts in prop::collection::vec(any_text(), 1..8), last in any_text(), which in any::<prop::sample::Index>()
    ) {
        let folder = Folder::with(&[("a.md", &last)]);
        let (snapshots, draft) = (snapshots(&folder), folder.path("a.md"));
        let keep = |(at, text): (usize, &String)| {
            let kept = snapshots.keep(&draft, text, Why::Editing, after(at as i64)).unwrap();
            kept.map(|id| (id, text.clone()))
        };
        let kept: Vec<(i64, String)> = texts.iter().enumerate().filter_map(keep).collect();
        let (id, text) = &kept[which.index(kept.len())];

        restore(&snapshots, &folder, *id, 100);
        prop_assert_eq!(fs::read(&draft).unwrap(), text.as_bytes());
        let before = snapshots.list(&draft).unwrap().remove(0);
        prop_assert_eq!((before.why, before.hash), (Why::BeforeRestore, Hash::of(last.as_bytes())));

        restore(&snapshots, &folder, before.id, 200);
        prop_assert_eq!(fs::read(&draft).unwrap(), last.as_bytes());
        let again = snapshots.list(&draft).unwrap();
        prop_assert!(again.iter().any(|it| it.hash == Hash::of(text.as_bytes())));
        for (id, text) in kept {
            prop_assert_eq!(snapshots.text(id).unwrap(), text);
        }
    }
}
