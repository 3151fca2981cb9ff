//! The number that a title promises.

const NUMBERS: [&str; 20] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// How many points a title promises: its first number from 1 to 20, in English words or in at most two
/// digits, which a year is not. A number within a word, as in `G7`, promises nothing.
///
/// The window reads titles by the same rule while they are typed (`ui/src/state/title.ts`); one table
/// of titles holds the two together.
pub fn promised_points(title: &str) -> Option<usize> {
    title
        .split(|character: char| !character.is_alphanumeric())
        .filter_map(number)
        .find(|number| (1..=NUMBERS.len()).contains(number))
}

fn number(word: &str) -> Option<usize> {
    let spelled = NUMBERS.iter().position(|number| word.eq_ignore_ascii_case(number));
    let in_digits = || word.parse().ok().filter(|_| word.len() <= 2);
    spelled.map(|place| place + 1).or_else(in_digits)
}
