//! The structural operations: each takes the whole text and returns the edits that carry it out.
//!
//! Places count the points from 1. Numbers follow in the style and the direction that they had: a run
//! that goes up or down by one keeps its lowest number, any other becomes 1 to n, or n to 1 if it
//! mostly goes down. So do the numbers by which the text speaks of the points: references, ordinals, and
//! counts of them all. Bytes that an operation has no business with stay as they are.
//!
//! Every operation reads the text that it would make. Where that does not come out as meant (a code
//! block or comment that is never closed swallows what would follow it, a numbered heading in the
//! footer would go on counting), it returns an error and no edits.

use crate::{Outline, OutlinePoint, Piece, Point};
use text::{Edit, Edits, Text};

mod add;
mod arrange;
mod dek;
mod follow;
mod footer;
mod headings;
mod links;
mod numbering;
mod paste;
mod remove;
mod restore;
mod title;

pub use add::add_point;
pub use arrange::{move_point, reverse};
pub use dek::set_dek;
pub use footer::set_footer;
pub use headings::{headings_to_points, points_to_headings};
pub use links::follow_move;
pub use numbering::renumber;
pub use paste::paste_points;
pub use remove::remove_point;
pub use restore::{EarlierPart, differing_parts, restore_part};
pub use title::set_title;

/// Why an operation cannot be carried out on a text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OperationError {
    /// There is no point at this place.
    #[error("there is no point {place}: the piece has {points}")]
    NoSuchPoint {
        /// The place asked for, from 1.
        place: usize,
        /// How many points there are.
        points: usize,
    },
    /// The piece has no points.
    #[error("the piece has no points")]
    NoPoints,
    /// The headings have numbers already.
    #[error("the text has numbered points already")]
    HasPoints,
    /// The article has no headings that could be points.
    #[error("the text has no headings that could become points")]
    NoHeadings,
    /// A marker has three digits at most.
    #[error("a point's number cannot be higher than 999")]
    TooManyPoints,
    /// A dek needs a title to stand under.
    #[error("the text has no title heading that a dek could stand under")]
    NoTitle,
    /// Behind points, what follows the next break is the conclusion, and only then comes the footer.
    #[error("the piece has no conclusion yet, and the footer would be read as one")]
    NoConclusion,
    /// A title that begins like a point's heading would be read as one.
    #[error("a title cannot begin with a point's number, such as “1.”")]
    TitleWithNumber,
    /// A body with a break or a plain heading of the points' level would come last, and the points
    /// would end there.
    #[error(
        "the point “{heading}” holds a break or a plain heading, and would end there if it came last"
    )]
    EndsInside {
        /// The heading of that point.
        heading: String,
    },
    /// An earlier part has no place in the text as it is now.
    #[error("the text as it is now has no place for this part: restore the whole text instead")]
    NoPlace,
    /// The result would not be read as meant.
    #[error(
        "the text would not be read as meant: an open code block or comment, or a numbered heading \
         elsewhere, takes part of it"
    )]
    NotReadAsMeant,
}

/// A text and what it is read as.
struct Original<'a> {
    text: &'a Text,
    source: &'a str,
    piece: Piece,
    outline: Outline,
}

impl<'a> Original<'a> {
    fn read(text: &'a Text) -> Self {
        let source = text.as_str();
        let piece = Piece::parse(source);
        let outline = piece.outline(source);
        Self { text, source, piece, outline }
    }

    fn points(&self) -> &[Point] {
        &self.piece.points
    }

    /// The index of the point at `place`.
    fn index(&self, place: usize) -> Result<usize, OperationError> {
        let points = self.points().len();
        let found = place.checked_sub(1).filter(|&index| index < points);
        found.ok_or(OperationError::NoSuchPoint { place, points })
    }

    /// What stands between the point of index `index` and the next.
    fn gap(&self, index: usize) -> &'a str {
        let [one, next] = [index, index + 1].map(|index| self.piece.points[index].span);
        &self.source[one.end.0..next.start.0]
    }

    /// The first of these candidates after which the text reads as `expected`.
    fn settle(
        &self,
        candidates: Vec<Vec<Edit>>,
        expected: &Outline,
    ) -> Result<Edits, OperationError> {
        let mut error = OperationError::NotReadAsMeant;
        for edits in candidates {
            let edits = Edits::new(edits).map_err(|_| OperationError::NotReadAsMeant)?;
            let outline = outline(&edits.apply(self.source));
            if outline == *expected {
                return Ok(edits);
            }
            error = ends_inside(&outline, expected).unwrap_or(error);
        }
        Err(error)
    }
}

fn outline(source: &str) -> Outline {
    Piece::parse(source).outline(source)
}

/// The error for a text whose last point has lost the end of its body, if that is what happened.
fn ends_inside(outline: &Outline, expected: &Outline) -> Option<OperationError> {
    let (is, meant) = (outline.points.last()?, expected.points.last()?);
    let is_cut = is.body.len() < meant.body.len() && meant.body.starts_with(&is.body);
    let heading = meant.heading.clone();
    let is_it = is_cut && is.heading == heading && outline.points.len() == expected.points.len();
    is_it.then_some(OperationError::EndsInside { heading })
}

/// Gives these points these numbers.
fn numbered(points: Vec<OutlinePoint>, numbers: &[u32]) -> Vec<OutlinePoint> {
    let pairs = points.into_iter().zip(numbers);
    pairs.map(|(point, &number)| OutlinePoint { number, ..point }).collect()
}

/// `text` in one line, as a heading takes it: closing `#`s, which would not be seen, are escaped.
pub(crate) fn heading_source(text: &str) -> String {
    let line = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    let line = line.collect::<Vec<_>>().join(" ");
    let open = line.trim_end_matches('#');
    let closes = open.len() < line.len() && (open.is_empty() || open.ends_with([' ', '\t']));
    if closes { format!("{open}\\{}", &line[open.len()..]) } else { line }
}
