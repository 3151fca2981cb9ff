//! Finding in all drafts, as it crosses between window and backend.

use super::{Trouble, small};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What is to be found in all drafts.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Query {
    /// What the person typed.
    pub words: String,
    /// Whether it is a regular expression.
    pub regex: bool,
    /// Whether capitals count.
    pub match_case: bool,
    /// Whether parts of words do not count.
    pub whole_words: bool,
}

/// A draft in which something was found.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Found {
    /// The draft's id.
    pub draft: String,
    /// Where it was found, in the order of the text.
    pub places: Vec<Place>,
    /// Whether there are more places than these.
    pub more: bool,
}

/// A place where something was found.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The line, from 0.
    pub line: u32,
    /// Where it begins in the line, in UTF-16 units.
    pub from: u32,
    /// Where it ends in the line.
    pub to: u32,
    /// What stands before it in the line, or the end of that.
    pub before: String,
    /// What was found.
    pub found: String,
    /// What stands behind it, or the beginning of that.
    pub after: String,
    /// What would take its place, where something is to be replaced.
    pub becomes: Option<String>,
}

/// What came of a replacement in one draft.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Replaced {
    /// The draft's id.
    pub draft: String,
    /// How many places were replaced.
    pub places: u32,
    /// Why nothing was.
    pub trouble: Option<Trouble>,
}

impl From<Query> for store::Query {
    fn from(query: Query) -> Self {
        let how = if query.regex { store::How::Regex } else { store::How::Phrase };
        let Query { words, match_case, whole_words, .. } = query;
        Self { words, how, match_case, whole_words }
    }
}

impl Place {
    /// The place of a hit, and what it becomes.
    pub fn new(hit: &store::Hit, becomes: Option<String>) -> Self {
        let (before, rest) = hit.excerpt.split_at(hit.mark.start);
        let (found, after) = rest.split_at(hit.mark.len());
        Self {
            line: small(hit.line - 1),
            from: small(hit.columns.start),
            to: small(hit.columns.end),
            before: before.to_owned(),
            found: found.to_owned(),
            after: after.to_owned(),
            becomes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_place_is_its_line_in_three_pieces() {
        let hit = store::Hit {
            span: text::Span::new(20, 25),
            line: 3,
            columns: 4..9,
            excerpt: "The ferry, late".to_owned(),
            mark: 4..9,
        };
        let place = Place::new(&hit, Some("boat".to_owned()));
        assert_eq!((place.line, place.from, place.to), (2, 4, 9));
        assert_eq!([place.before, place.found, place.after], ["The ", "ferry", ", late"]);
    }
}
