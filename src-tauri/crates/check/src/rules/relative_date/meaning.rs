//! What a relative date means, counted from a day.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// What these words in lower case mean on the day `today`; nothing beyond the calendar's ends.
pub(super) fn of(words: &[&str], today: Date) -> Option<String> {
    match *words {
        ["recently" | "lately"] => Some(format!("shortly before {}", day(today))),
        [word] if word.starts_with("yesterday") => today.yesterday().ok().map(day),
        [word] if word.starts_with("tomorrow") => today.tomorrow().ok().map(day),
        ["last", "night"] => {
            today.yesterday().ok().map(|it| format!("the night after {}", day(it)))
        }
        ["earlier", "this", unit] => {
            unit_from(unit, 0, today).map(|it| format!("{it}, before {}", day(today)))
        }
        ["later", "this", unit] => {
            unit_from(unit, 0, today).map(|it| format!("{it}, after {}", day(today)))
        }
        [part @ ("early" | "mid" | "late"), month] => {
            let month = place(&MONTHS, month)?;
            let joint = if part == "mid" { "-" } else { " " };
            Some(format!("{part}{joint}{}", month_in(month, nearest(month, today))?))
        }
        [which, what] => {
            let by = match which {
                "last" => -1,
                "next" => 1,
                _ => 0,
            };
            unit_from(what, by, today).or_else(|| named(what, by, today))
        }
        _ => None,
    }
}

/// A day as it is written out.
pub(super) fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// The week, month or year that lies so many of them from that of `today`.
fn unit_from(unit: &str, by: i32, today: Date) -> Option<String> {
    match unit.split(['\'', '’']).next()? {
        "week" => {
            let monday = i32::from(today.weekday().to_monday_zero_offset());
            let start = today.checked_add((7 * by - monday).days()).ok()?;
            Some(format!("the week of {}", day(start)))
        }
        "month" => {
            let there = today.first_of_month().checked_add(by.months()).ok()?;
            Some(there.strftime("%B %Y").to_string())
        }
        "year" => Some(today.checked_add(by.years()).ok()?.year().to_string()),
        _ => None,
    }
}

/// The weekday or month of this name before, around or after `today`.
fn named(name: &str, by: i32, today: Date) -> Option<String> {
    if let Some(month) = place(&MONTHS, name) {
        let this = i32::from(today.month()) - 1;
        let is_over = by == -1 && month >= this;
        let is_to_come = by == 1 && month <= this;
        let year = i32::from(today.year()) - i32::from(is_over) + i32::from(is_to_come);
        return month_in(month, year);
    }
    let weekday =
        Weekday::from_monday_zero_offset(i8::try_from(place(&WEEKDAYS, name)?).ok()?).ok()?;
    let there = match by {
        0 => {
            let monday = i32::from(today.weekday().to_monday_zero_offset());
            today.checked_add((i32::from(weekday.to_monday_zero_offset()) - monday).days()).ok()
        }
        _ => today.nth_weekday(by, weekday).ok(),
    };
    there.map(day)
}

fn place(names: &[&str], name: &str) -> Option<i32> {
    let place = names.iter().position(|it| *it == name)?;
    i32::try_from(place).ok()
}

/// The year in which the month of this place, from 0, lies nearest to `today`.
fn nearest(month: i32, today: Date) -> i32 {
    let year = i32::from(today.year());
    match month - (i32::from(today.month()) - 1) {
        6.. => year - 1,
        ..-6 => year + 1,
        _ => year,
    }
}

fn month_in(month: i32, year: i32) -> Option<String> {
    let name = MONTHS.get(usize::try_from(month).ok()?)?;
    Some(format!("{}{} {year}", name[..1].to_uppercase(), &name[1..]))
}
