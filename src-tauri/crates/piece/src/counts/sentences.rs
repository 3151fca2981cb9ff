//! Where sentences end.
//!
//! Unicode's own rules end one behind "Mr." and cost five times as much as dividing words does.

use std::ops::Range;

/// What ends a sentence; in scripts that write no space behind it, at once.
const STOPS: [char; 10] = ['.', '!', '?', '…', '؟', '۔', '।', '。', '！', '？'];
const STOPS_WITHOUT_SPACE: [char; 3] = ['。', '！', '？'];

/// What may stand between the end of a sentence and the space behind it.
const CLOSERS: [char; 12] = ['"', '\'', '”', '’', '»', '«', ')', ']', '}', '」', '』', '）'];

/// Words that a full stop is part of, so that it ends no sentence.
const ABBREVIATIONS: [&str; 16] = [
    "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Sgt", "No",
    "vs", "cf",
];

/// The sentences of plain `text`, outer white space included. The last need not be finished.
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let (mut start, mut at) = (0, 0);
    std::iter::from_fn(move || {
        while let Some(found) = text[at..].find(STOPS) {
            let stop = at + found;
            let behind = text[stop..].trim_start_matches(STOPS);
            let stops = &text[stop..text.len() - behind.len()];
            let rest = behind.trim_start_matches(CLOSERS);
            at = text.len() - rest.len();
            if ends(&text[start..stop], stops, rest) {
                let sentence = start..at;
                start = at;
                if has_words(&text[sentence.start..stop]) {
                    return Some(sentence);
                }
            }
        }
        let sentence = start..text.len();
        (start, at) = (text.len(), text.len());
        has_words(&text[sentence.clone()]).then_some(sentence)
    })
}

/// Whether a sentence ends at `stops`, between what is before them and the rest of the text.
fn ends(before: &str, stops: &str, rest: &str) -> bool {
    if stops.ends_with(STOPS_WITHOUT_SPACE) {
        return true;
    }
    let goes_on = rest.trim_start().starts_with(char::is_lowercase);
    let is_apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    is_apart && !goes_on && !(stops == "." && is_abbreviated(before))
}

/// Whether `before` ends in an abbreviation or an initial.
fn is_abbreviated(before: &str) -> bool {
    let word = before.rsplit(|character: char| !character.is_alphabetic()).next();
    word.is_some_and(|word| word.chars().count() == 1 || ABBREVIATIONS.contains(&word))
}

fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}
