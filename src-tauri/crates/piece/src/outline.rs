//! The outline: the parts as owned Markdown source.

use crate::Piece;

/// The parts of a piece as `lede outline` gives them: Markdown source, absent parts `None`. Title and
/// dek fall back to front matter's `title` and `subtitle`.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Outline {
    /// The title.
    pub title: Option<String>,
    /// The dek, without its emphasis.
    pub dek: Option<String>,
    /// The opening.
    pub lede: Option<String>,
    /// The points in order.
    pub points: Vec<OutlinePoint>,
    /// What follows the points.
    pub conclusion: Option<String>,
    /// What follows the conclusion.
    pub footer: Option<String>,
}

/// A point of an outline.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct OutlinePoint {
    /// The number as written.
    pub number: u32,
    /// The heading without its marker.
    pub heading: String,
    /// The body; empty if there is none.
    pub body: String,
}

impl Piece {
    /// The parts as strings; `source` is the text that was parsed.
    pub fn outline(&self, source: &str) -> Outline {
        let matter = self.front_matter.map(|matter| matter.fields(source)).unwrap_or_default();
        let own = |span: text::Span| span.of(source).to_owned();
        let point = |point: &crate::Point| OutlinePoint {
            number: point.number,
            heading: own(point.heading),
            body: own(point.body),
        };
        Outline {
            title: self.title.map(|title| own(title.text)).or(matter.title),
            dek: self.dek.map(|dek| own(dek.text)).or(matter.subtitle),
            lede: self.lede.map(own),
            points: self.points.iter().map(point).collect(),
            conclusion: self.conclusion.map(own),
            footer: self.footer.map(own),
        }
    }
}
