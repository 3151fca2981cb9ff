//! A draft's text seen as the parts of a numbered piece.

use crate::FrontMatter;
use text::Span;

/// The parts of a numbered piece, as spans of the whole text (front matter and byte order mark
/// counted). Any of them may be absent; no two overlap, and they come in this order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// The YAML block at the start.
    pub front_matter: Option<FrontMatter>,
    /// The title heading. Front matter's title is no part of the text: see [`crate::Outline`].
    pub title: Option<Title>,
    /// The emphasised paragraph right after the title.
    pub dek: Option<Dek>,
    /// The opening: what stands between dek and first point, outer blank lines and breaks aside.
    pub lede: Option<Span>,
    /// The numbered points in the order in which they stand.
    pub points: Vec<Point>,
    /// What follows the points, up to the next break.
    pub conclusion: Option<Span>,
    /// All that follows the break after the conclusion.
    pub footer: Option<Span>,
}

/// The heading that is a piece's title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    /// The whole heading block without its last line end.
    pub span: Span,
    /// Its text: no `#` before, no closing `#`s, no underline, no outer white space.
    pub text: Span,
}

/// The line under the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dek {
    /// The whole paragraph without its last line end.
    pub span: Span,
    /// What stands inside the emphasis.
    pub text: Span,
}

/// A numbered heading and its body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// From the start of the heading to the end of the body, trailing blank lines aside.
    pub span: Span,
    /// The heading block without its last line end.
    pub heading_span: Span,
    /// The marker as written, such as `1.`, without the white space behind it.
    pub marker: Span,
    /// The number that the marker bears, which need not be the point's place.
    pub number: u32,
    /// The heading without marker and closing `#`s; empty, where it would stand, if there is none.
    pub heading: Span,
    /// The body, outer blank lines aside; empty, at the end of the heading, if there is none.
    pub body: Span,
}

/// The kinds of parts that a piece has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PartKind {
    /// The YAML block at the start.
    FrontMatter,
    /// The title.
    Title,
    /// The line under the title.
    Dek,
    /// The opening.
    Lede,
    /// The heading of a point.
    PointHeading,
    /// The body of a point.
    PointBody,
    /// What follows the points.
    Conclusion,
    /// What follows the conclusion.
    Footer,
}
