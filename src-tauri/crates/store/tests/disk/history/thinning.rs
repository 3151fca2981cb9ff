//! What stays of a long history.

use super::{after, asked, dense, snapshots, texts};
use crate::folder::Folder;
use std::fs;
use store::Why;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How many snapshots of a draft stay when it was written in all the time from `from` to `to` seconds
/// ago, with one each `step`, and it is midnight.
fn stay(from: i64, to: i64, step: i64, why: Why) -> Vec<i64> {
    let folder = Folder::with(&[]);
    let (snapshots, draft) = (snapshots(&folder), folder.path("a.md"));
    let mut ago = from;
    while ago > to {
        snapshots.keep(&draft, &ago.to_string(), why, after(-ago)).unwrap();
        ago -= step;
    }
    // The latest always stays, which is not what this is about.
    snapshots.keep(&draft, "now", Why::Editing, after(0)).unwrap();
    let gone = snapshots.thin(after(0), u64::MAX).unwrap();
    assert_eq!(snapshots.thin(after(0), u64::MAX).unwrap(), 0, "thinning twice is thinning once");
    let stay = texts(&snapshots, &draft);
    assert_eq!(stay.len() + gone, 1 + usize::try_from((from - to + step - 1) / step).unwrap());
    stay[1..].iter().map(|ago| ago.parse().unwrap()).collect()
}

#[test]
fn with_age_fewer_snapshots_stay() {
    let hour = stay(HOUR - 1, 0, 5 * MINUTE, Why::Editing);
    assert_eq!(hour.len(), 12, "all of the last hour");
    let day = stay(5 * HOUR, 2 * HOUR, 10 * MINUTE, Why::Asked);
    assert_eq!(day, [130, 190, 250].map(|minutes| minutes * MINUTE), "the last of each hour");
    let month = stay(10 * DAY, 7 * DAY, 6 * HOUR, Why::Editing);
    assert_eq!(month, [174, 198, 222].map(|hours| hours * HOUR), "the last of each day");
    let beyond = stay(100 * DAY, 72 * DAY, DAY, Why::Editing);
    let apart: Vec<i64> = beyond.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert!(beyond.len() <= 5 && apart[1..].iter().all(|&apart| apart == 7 * DAY), "{beyond:?}");
}

#[test]
fn what_was_kept_before_a_destructive_act_stays_for_thirty_days() {
    for why in Why::ALL.into_iter().filter(|why| why.weight() == 2) {
        assert_eq!(stay(29 * DAY, 29 * DAY - 10, 2, why).len(), 5, "{why:?}");
        assert_eq!(stay(31 * DAY, 31 * DAY - 10, 2, why).len(), 1, "{why:?}");
    }
}

#[test]
fn one_with_a_name_stays_for_ever_and_so_does_the_latest() {
    let folder = Folder::with(&[]);
    let (snapshots, draft) = (snapshots(&folder), folder.path("a.md"));
    for text in ["named", "thinned", "latest"] {
        let id = snapshots.keep(&draft, text, Why::Trash, after(0)).unwrap().unwrap();
        snapshots.name(id, (text == "named").then_some("v1")).unwrap();
    }
    assert_eq!(snapshots.thin(after(4000 * DAY), 0).unwrap(), 1);
    assert_eq!(texts(&snapshots, &draft), ["latest", "named"]);
}

#[test]
fn the_oldest_go_first_when_there_is_too_much_and_the_file_shrinks() {
    let folder = Folder::with(&[]);
    let snapshots = snapshots(&folder);
    let drafts = [folder.path("a.md"), folder.path("b.md")];
    for round in 0..40 {
        let draft = &drafts[round % 2];
        snapshots.keep(draft, &dense(round, 1000), Why::Editing, after(round as i64)).unwrap();
    }
    let size = || fs::metadata(folder.path(super::DATABASE)).unwrap().len();
    let before = size();
    let limit = before / 2;
    assert!(snapshots.thin(after(60), limit).unwrap() >= 19);
    assert!(size() < limit + limit / 10, "{} of {before}", size());
    assert_eq!(texts(&snapshots, &drafts[1])[0], dense(39, 1000));
    let left = asked(&folder, "SELECT min(id) FROM snapshots");
    assert_eq!(asked(&folder, "SELECT count(*) FROM snapshots"), 41 - left, "the oldest went");
    assert_eq!(asked(&folder, "SELECT count(*) FROM texts"), 41 - left, "with their texts");
}

#[test]
fn a_number_is_never_given_twice() {
    let folder = Folder::with(&[]);
    let (snapshots, draft) = (snapshots(&folder), folder.path("a.md"));
    let keep = |text: &str, at| snapshots.keep(&draft, text, Why::Asked, after(at)).unwrap();
    let ids: Vec<_> = (0..9).map(|round| keep(&round.to_string(), 0)).collect();
    snapshots.thin(after(DAY), 0).unwrap();
    assert!(keep("new", DAY) > ids[8]);
}
