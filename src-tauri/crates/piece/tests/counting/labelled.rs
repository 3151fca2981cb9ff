//! The labelled sentences of `sentences/`: each a text, where it stands, and the numbers in it that count
//! the points.

use piece::{Counting, PartKind, Piece};
use std::fmt;

/// A number that is expected or found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) kind: char,
    pub(crate) value: u32,
    pub(crate) text: String,
    /// Its place in the sentence, in bytes.
    pub(crate) at: usize,
}

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{{{} {}{}}}", self.text, self.kind, self.value)
    }
}

/// A sentence with its labels.
pub(crate) struct Labelled {
    title: String,
    points: usize,
    place: char,
    /// As it is written.
    pub(crate) sentence: String,
    /// What it should be found to say.
    pub(crate) expected: Vec<Number>,
}

/// The sentences of a file.
pub(crate) fn read(file: &str) -> Vec<Labelled> {
    let (mut title, mut points) = (String::new(), 0);
    let mut all = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with(';') && !line.is_empty()) {
        let (place, rest) = line.split_once(' ').unwrap();
        if place == "#" {
            let (count, words) = rest.split_once(' ').unwrap();
            (title, points) = (words.to_owned(), count.parse().unwrap());
            continue;
        }
        let (sentence, expected) = unlabelled(rest);
        let place = place.chars().next().unwrap();
        all.push(Labelled { title: title.clone(), points, place, sentence, expected });
    }
    all
}

/// A sentence without its labels, and these.
fn unlabelled(line: &str) -> (String, Vec<Number>) {
    let (mut sentence, mut numbers) = (String::new(), Vec::new());
    let mut parts = line.split('{');
    sentence.push_str(parts.next().unwrap());
    for part in parts {
        let (label, rest) = part.split_once('}').unwrap();
        let (text, meaning) = label.rsplit_once(' ').unwrap();
        let (kind, value) = (meaning.chars().next().unwrap(), meaning[1..].parse().unwrap());
        numbers.push(Number { kind, value, text: text.to_owned(), at: sentence.len() });
        sentence = sentence + text + rest;
    }
    (sentence, numbers)
}

impl Labelled {
    /// A whole piece in which the sentence stands in its place.
    fn piece(&self) -> String {
        let at = |place: char, other: &str| {
            if self.place == place { self.sentence.clone() } else { other.to_owned() }
        };
        let body = at('B', "It is so, and nobody was asked.");
        let own = self.expected.first().filter(|_| self.place == 'T');
        let count = own.map_or(self.points, |number| number.value as usize);
        let points: Vec<String> =
            (1..=count).map(|number| format!("## {number}. Heading\n\n{body}\n\n")).collect();
        format!(
            "# {}\n\n*{}*\n\n{}\n\n---\n\n{}---\n\n{}\n\n---\n\n{}\n",
            at('T', &self.title),
            at('D', "What it is about."),
            at('L', "How it began."),
            points.concat(),
            at('C', "How it ends."),
            at('F', "What is always said."),
        )
    }

    /// What is found in the sentence.
    pub(crate) fn found(&self) -> Vec<Number> {
        let source = self.piece();
        let start = source.find(&self.sentence).unwrap();
        let piece = Piece::parse(&source);
        let inside = start..start + self.sentence.len();
        let phrases = piece.counting_phrases(&source).into_iter();
        let phrases = phrases.filter(|phrase| inside.contains(&phrase.number.start.0));
        let is_title = |phrase: &piece::CountingPhrase| phrase.part == Some(PartKind::Title);
        phrases
            .filter(|phrase| is_title(phrase) == (self.place == 'T'))
            .map(|phrase| Number {
                kind: letter(phrase.kind),
                value: phrase.value,
                text: phrase.number.of(&source).to_owned(),
                at: phrase.number.start.0 - start,
            })
            .collect()
    }

    /// Where the sentence stands, by the letter of its line.
    pub(crate) fn place(&self) -> char {
        self.place
    }
}

fn letter(kind: Counting) -> char {
    match kind {
        Counting::Whole => 'w',
        Counting::Subset(_) => 's',
        Counting::Ordinal => 'o',
        Counting::Reference { .. } => 'r',
    }
}
