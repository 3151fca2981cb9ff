//! How long things are to be, as it crosses between window and backend.

use piece as of;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What a length is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Unit {
    /// Words.
    Words,
    /// Characters, spaces included.
    Characters,
}

/// The lengths that a kind of part has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Band {
    /// The least.
    pub from: u32,
    /// The greatest.
    pub to: u32,
}

/// What the person wants of a piece and of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Goals {
    /// What all of them are counted in.
    pub unit: Unit,
    /// How long a piece is to be.
    pub piece: Option<u32>,
    /// The band of the dek.
    pub dek: Option<Band>,
    /// The band of the opening.
    pub lede: Option<Band>,
    /// The band of a point, its heading counted.
    pub point: Option<Band>,
    /// The band of the conclusion.
    pub conclusion: Option<Band>,
}

/// How long one piece is to be, as its front matter says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OwnGoal {
    /// So many.
    pub length: u32,
    /// Of what; nothing for what the settings count in.
    pub unit: Option<Unit>,
}

impl From<of::Unit> for Unit {
    fn from(unit: of::Unit) -> Self {
        match unit {
            of::Unit::Words => Self::Words,
            of::Unit::Characters => Self::Characters,
        }
    }
}

impl From<Unit> for of::Unit {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Words => Self::Words,
            Unit::Characters => Self::Characters,
        }
    }
}

impl From<of::Goals> for Goals {
    fn from(goals: of::Goals) -> Self {
        let band = |band: of::Band| Band { from: band.least(), to: band.most() };
        Self {
            unit: goals.unit.into(),
            piece: goals.piece,
            dek: goals.dek.map(band),
            lede: goals.lede.map(band),
            point: goals.point.map(band),
            conclusion: goals.conclusion.map(band),
        }
    }
}

impl From<Goals> for of::Goals {
    fn from(goals: Goals) -> Self {
        let band = |band: Option<Band>| band.and_then(|it| of::Band::new(it.from, it.to));
        Self {
            unit: goals.unit.into(),
            piece: goals.piece.filter(|&length| length > 0),
            dek: band(goals.dek),
            lede: band(goals.lede),
            point: band(goals.point),
            conclusion: band(goals.conclusion),
        }
    }
}

impl OwnGoal {
    /// The goal in the front matter of this text.
    pub fn of(text: &text::Text) -> Option<Self> {
        let goal = of::OwnGoal::of(text.as_str())?;
        Some(Self { length: goal.length, unit: goal.unit.map(Unit::from) })
    }
}
