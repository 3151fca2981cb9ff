//! What follows from a text: its parts, its empty parts and its counts.

use super::small;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What a part of the piece is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum PartKind {
    /// The YAML block at the start.
    FrontMatter,
    /// The title.
    Title,
    /// The line under the title.
    Dek,
    /// The opening.
    Lede,
    /// A numbered point.
    Point,
    /// What follows the points.
    Conclusion,
    /// What follows the conclusion.
    Footer,
}

/// A part of the piece and where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Its first unit.
    pub from: u32,
    /// The unit after its last.
    pub to: u32,
    /// A point's place from 1; 0 for any other part.
    pub place: u32,
    /// A point's number as written; 0 for any other part.
    pub number: u32,
    /// A point's marker, from and to.
    pub marker: Option<(u32, u32)>,
    /// The words of a title, dek or point's heading without their markup, from and to.
    pub heading: Option<(u32, u32)>,
    /// What a point says under its heading, or the whole of a part without one, from and to.
    pub body: Option<(u32, u32)>,
    /// The heading's words as written, of a point.
    pub label: String,
    /// Words that a reader sees.
    pub words: u32,
    /// Characters that a reader sees, spaces included.
    pub characters: u32,
}

/// Which part is empty.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum SlotKind {
    /// The title.
    Title,
    /// The dek.
    Dek,
    /// The lede.
    Lede,
    /// A point's heading.
    PointHeading,
    /// A point's body.
    PointBody,
    /// The conclusion.
    Conclusion,
}

/// An empty part, and what is written around its first letter.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Slot {
    /// Which part.
    pub kind: SlotKind,
    /// A point's place from 1; 0 for any other part.
    pub place: u32,
    /// Where the writing goes.
    pub at: u32,
    /// What comes before the letter.
    pub before: String,
    /// What comes behind it.
    pub after: String,
}

/// The counts of the whole piece, footer aside.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Totals {
    /// Points.
    pub points: u32,
    /// Words.
    pub words: u32,
    /// Characters.
    pub characters: u32,
    /// Minutes to read, at least one where there are words.
    pub minutes: u32,
}

/// What follows from a text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Derived {
    /// The parts that are there, in order.
    pub parts: Vec<Part>,
    /// The parts that are not.
    pub slots: Vec<Slot>,
    /// The counts.
    pub totals: Totals,
}

/// How the parts of one text become those of another: some stay before, some stay behind and have moved
/// together, and what stands between the two is new. So a letter says what it changed, and not again where
/// each of a thousand parts stands.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Renewal {
    /// How many stay before.
    pub kept: u32,
    /// How many stay behind.
    pub moved: u32,
    /// By how many units those have moved.
    pub by: i32,
    /// What stands between the two now.
    pub parts: Vec<Part>,
}

impl Renewal {
    /// What makes `after` of `before`.
    pub(crate) fn between(before: &[Part], after: &[Part]) -> Self {
        let by = match (before.last(), after.last()) {
            (Some(before), Some(after)) => i64::from(after.to) - i64::from(before.to),
            _ => 0,
        };
        let kept = before.iter().zip(after).take_while(|(before, after)| before == after).count();
        let (old, new) = (&before[kept..], &after[kept..]);
        let pairs = old.iter().rev().zip(new.iter().rev());
        let moved = pairs.take_while(|(before, after)| before.is_moved(after, by)).count();
        let parts = new[..new.len() - moved].to_vec();
        Self {
            kept: small(kept),
            moved: small(moved),
            by: i32::try_from(by).unwrap_or_default(),
            parts,
        }
    }
}

impl Part {
    /// Whether `other` is this part, `by` units further down.
    fn is_moved(&self, other: &Self, by: i64) -> bool {
        let along = |place: u32| i64::from(place) + by;
        let same = |one: u32, other: u32| along(one) == i64::from(other);
        let span = |one: Option<(u32, u32)>, other: Option<(u32, u32)>| match (one, other) {
            (Some(one), Some(other)) => same(one.0, other.0) && same(one.1, other.1),
            (one, other) => one == other,
        };
        let named = |part: &Self| (part.kind, part.place, part.number, part.words, part.characters);
        same(self.from, other.from)
            && same(self.to, other.to)
            && span(self.marker, other.marker)
            && span(self.heading, other.heading)
            && span(self.body, other.body)
            && named(self) == named(other)
            && self.label == other.label
    }
}
