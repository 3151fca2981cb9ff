//! Counting phrases: the numbers in a text that count this piece's points.
//!
//! They are found where a writer speaks of the piece as a whole: in title, dek, lede, conclusion and
//! footer. The head noun of the title ("Five *Signals* That …") is the anchor: "these five signals",
//! "the first three signals", "the fifth signal". Some words stand for it ("all five", "the last two of
//! them", "these five points"). An explicit reference ("point 4") is found wherever it stands.
//!
//! In doubt a number counts something else. What the words are is in a data file for each language; a
//! text in a language without one has no counting phrases.

use crate::{FrontMatter, PartKind, Piece};
use text::{Edit, Span};

mod language;
mod meaning;
mod nouns;
mod numeral;
mod ordinals;
mod prose;
mod reader;
mod references;
mod title;
mod tokens;
mod wholes;
pub(crate) mod written;

pub(crate) use language::Tongue;
pub use meaning::{ChangedMeaning, changed_meaning};

/// A number that counts this piece's points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountingPhrase {
    /// The number as it is written, such as `five`, `5`, `third`, `half a dozen`, `both`.
    pub number: Span,
    /// The part in which it stands; nothing for a reference outside of all parts.
    pub part: Option<PartKind>,
    /// What it counts.
    pub kind: Counting,
    /// What it says: 5 for `five` and for `fifth`.
    pub value: u32,
    /// The language in which it is written.
    tongue: Tongue,
}

/// What a counting phrase counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// All points: "these five signals", "two of the *five*".
    Whole,
    /// Some of them: "the first three", "the last two", "the other four".
    Subset(Which),
    /// One of them by its place from 1: "the fifth signal".
    Ordinal,
    /// One of them by its number: "point 4".
    Reference {
        /// Whether the next phrase is the end of a range that begins here, as in "points 2 to 4".
        opens_range: bool,
    },
}

/// Which of the points a subset is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The first so many.
    First,
    /// The last so many.
    Last,
    /// So many others, which ones the phrase does not say.
    Others,
}

impl Piece {
    /// The counting phrases of this piece of `source`, in the order of the text. None in a text in a
    /// language that has no data file, by front matter's `lang` or by its look.
    pub fn counting_phrases(&self, source: &str) -> Vec<CountingPhrase> {
        self.phrases_of(source, self.points.len())
    }

    /// The same as if there were so many points: what may be a count of them depends on it.
    pub(crate) fn phrases_of(&self, source: &str, points: usize) -> Vec<CountingPhrase> {
        let points = u32::try_from(points).unwrap_or(u32::MAX);
        let tongue = self.tongue(source);
        tongue.map_or_else(Vec::new, |tongue| reader::read(self, source, points, tongue))
    }

    fn tongue(&self, source: &str) -> Option<Tongue> {
        let tag = self.front_matter.and_then(|matter| matter.lang(source));
        Tongue::of(tag.as_deref(), &source[FrontMatter::body_start(source)..])
    }

    /// Whether this piece of `source` is written in English: front matter's `lang` says so, or says
    /// nothing and the text looks English.
    pub fn is_english(&self, source: &str) -> bool {
        self.tongue(source).is_some_and(|tongue| tongue.is("en"))
    }
}

impl CountingPhrase {
    /// The edit that makes this phrase of `source` say `value`, in the case and the form that it has;
    /// nothing if it says so already or cannot be made to, as a noun in the plural cannot take one.
    pub fn saying(&self, source: &str, value: u32) -> Option<Edit> {
        written::edit(source, self, value)
    }
}

/// Whether a text looks English by its common words; a text of a few words does.
pub fn looks_english(text: &str) -> bool {
    Tongue::of(None, text).is_some_and(|tongue| tongue.is("en"))
}

#[cfg(test)]
mod tests {
    use crate::Piece;
    use crate::operations::add_point;
    use text::Text;

    const DUTCH: &str = "---\nlang: nl-NL\n---\n# Vier redenen om te blijven\n\nDeze vier redenen zijn oud, de \
        derde reden is nieuw. Zie punt 2. Vier jaar lang was het stil.\n\n## 1. A\n\na\n\n## 2. B\n\nb\n\n\
        ## 3. C\n\nc\n\n## 4. D\n\nd\n";

    #[test]
    fn another_language_is_another_file() {
        let phrases = Piece::parse(DUTCH).counting_phrases(DUTCH);
        let numbers: Vec<&str> = phrases.iter().map(|phrase| phrase.number.of(DUTCH)).collect();
        assert_eq!(numbers, ["Vier", "vier", "derde", "2"]);
        assert!(!Piece::parse(DUTCH).is_english(DUTCH));
    }

    #[test]
    fn its_numbers_follow_in_its_own_words() {
        let added = add_point(&Text::new(DUTCH.to_owned()), "Nieuw", Some(2)).unwrap().apply(DUTCH);
        assert!(added.contains("# Vijf redenen om"), "{added}");
        assert!(added.contains(
            "Deze vijf redenen zijn oud, de vierde reden is nieuw. Zie punt 3. Vier jaar"
        ));
    }
}
