//! Minutes of writing, by day.

use crate::folder::Folder;
use jiff::civil::{DateTime, date};
use store::WritingDays;

fn at(day: i8, hour: i8, minute: i8, second: i8) -> DateTime {
    date(2026, 11, day).at(hour, minute, second, 0)
}

#[test]
fn a_minute_counts_once_however_often_something_is_written_in_it() {
    let mut days = WritingDays::default();
    let wrote = [at(25, 9, 0, 1), at(25, 9, 0, 59), at(25, 9, 1, 0), at(25, 9, 30, 0)];
    let counted = wrote.map(|now| days.wrote(now));
    assert_eq!(counted, [true, false, true, true]);
    assert_eq!(days.minutes(date(2026, 11, 25)), 3);
}

#[test]
fn a_new_day_begins_with_nothing_and_leaves_the_one_before() {
    let mut days = WritingDays::default();
    days.wrote(at(25, 23, 59, 0));
    assert_eq!(days.minutes(date(2026, 11, 26)), 0);
    // The same minute of the next day is another one.
    assert!(days.wrote(at(26, 23, 59, 0)));
    assert_eq!(days.minutes(date(2026, 11, 25)), 1);
}

#[test]
fn a_restart_goes_on_where_it_was() {
    let folder = Folder::with(&[]);
    let path = folder.path("state/writing.toml");
    let mut days = WritingDays::read_from(&path);
    days.wrote(at(25, 9, 0, 0));
    days.write_to(&path).unwrap();
    assert_eq!(folder.read("state/writing.toml"), "2026-11-25 = { minutes = 1, last = 540 }\n");
    let mut days = WritingDays::read_from(&path);
    assert!(!days.wrote(at(25, 9, 0, 30)));
    assert!(days.wrote(at(25, 9, 1, 0)));
    assert_eq!(days.minutes(date(2026, 11, 25)), 2);
}

#[test]
fn what_cannot_be_read_is_begun_anew_and_old_days_go() {
    let folder = Folder::with(&[("writing.toml", "[[[")]);
    let mut days = WritingDays::read_from(&folder.path("writing.toml"));
    assert_eq!(days, WritingDays::default());
    let first = date(2025, 1, 1);
    let day = |number: i64| first.checked_add(jiff::Span::new().days(number)).unwrap();
    for number in 0..401 {
        days.wrote(day(number).at(9, 0, 0, 0));
    }
    assert_eq!([0, 1, 400].map(|number| days.minutes(day(number))), [0, 1, 1]);
}
