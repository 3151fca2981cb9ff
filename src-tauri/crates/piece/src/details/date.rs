//! What is a date.

/// Whether this is a day of the calendar as in `2026-03-01`, with or without a time behind it.
pub fn is_day(written: &str) -> bool {
    let (day, time) = written.split_at_checked(10).unwrap_or((written, ""));
    let is_time = time.is_empty() || time.starts_with(['T', ' ']);
    let shape = |byte: u8| if byte.is_ascii_digit() { '0' } else { char::from(byte) };
    let is_shaped = day.bytes().map(shape).eq("0000-00-00".chars());
    let number = |from: usize, to: usize| day.get(from..to).and_then(|part| part.parse().ok());
    let [year, month, day] = [(0, 4), (5, 7), (8, 10)].map(|(from, to)| number(from, to));
    let last = days(year.unwrap_or(0), month.unwrap_or(0));
    is_time && is_shaped && (1..=last).contains(&day.unwrap_or(0))
}

/// How many days a month has; none, if it is none.
fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(if year.is_multiple_of(100) { 400 } else { 4 }) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => 0,
    }
}
