//! How long the parts of a piece are meant to be, and how long they usually are.

mod band;

pub use band::Band;

use crate::details::{Details, Field};
use crate::{Counts, PartCounts};
use serde::{Deserialize, Serialize};

/// What a length is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Words, as Unicode divides them.
    #[default]
    Words,
    /// Characters as a reader counts them, spaces included.
    Characters,
}

impl Unit {
    /// So many of them there are.
    pub fn of(self, counts: Counts) -> usize {
        match self {
            Self::Words => counts.words,
            Self::Characters => counts.characters,
        }
    }

    /// What they are called, as in “80 words”.
    pub fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Characters => "characters",
        }
    }
}

/// What the person wants of a piece and of its parts. A part is counted as the outline shows it: a point
/// with its heading, so that nobody has to add up what is seen beside the band.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Goals {
    /// What all of them are counted in.
    pub unit: Unit,
    /// How long a piece is to be, the footer aside.
    pub piece: Option<u32>,
    /// The band of the dek.
    pub dek: Option<Band>,
    /// The band of the opening.
    pub lede: Option<Band>,
    /// The band of a point.
    pub point: Option<Band>,
    /// The band of the conclusion.
    pub conclusion: Option<Band>,
}

impl Goals {
    /// The bands of these pieces, counted in `unit`: for each kind of part the middle 80 of 100 of those
    /// that they have. It says nothing of how long a whole piece is to be.
    pub fn of_models(unit: Unit, models: &[PartCounts]) -> Self {
        let band = |part: fn(&PartCounts) -> &[Counts]| {
            let parts = models.iter().flat_map(part);
            Band::middle(parts.map(|counts| unit.of(*counts)).filter(|&length| length > 0))
        };
        Self {
            unit,
            piece: None,
            dek: band(|model| std::slice::from_ref(&model.dek)),
            lede: band(|model| std::slice::from_ref(&model.lede)),
            point: band(|model| &model.points),
            conclusion: band(|model| std::slice::from_ref(&model.conclusion)),
        }
    }
}

/// How long one piece is to be, as its front matter says under `goal`: `800`, `800 words` or
/// `4500 characters`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnGoal {
    /// So many.
    pub length: u32,
    /// Of what; without a word for it, of what the person counts in.
    pub unit: Option<Unit>,
}

impl OwnGoal {
    /// The goal that the front matter of `source` sets, if it sets one.
    pub fn of(source: &str) -> Option<Self> {
        Self::read(Details::read(source).text(Field::Goal)?)
    }

    /// What `text` says; nothing if it is no length.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = text.len() - text.trim_start_matches(|it: char| it.is_ascii_digit()).len();
        let (length, unit) = text.split_at(digits);
        let unit = match unit.trim() {
            "" => None,
            "word" | "words" => Some(Unit::Words),
            "character" | "characters" => Some(Unit::Characters),
            _ => return None,
        };
        let length = length.parse().ok().filter(|&length| length > 0)?;
        Some(Self { length, unit })
    }
}
