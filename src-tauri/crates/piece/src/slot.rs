//! The places where an absent part takes typing.

use crate::{PartKind, Piece};
use text::{ByteOffset, Text};

/// A part that is absent or empty, and what has to be written around the first typed letter so that
/// it becomes that part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Which part is missing.
    pub kind: PartKind,
    /// The place of the point from 1, for a point's heading or body; 0 otherwise.
    pub place: usize,
    /// Where the part is to be written.
    pub at: ByteOffset,
    /// What comes before the first letter.
    pub before: String,
    /// What comes after it.
    pub after: String,
}

impl Piece {
    /// The slots of this piece of `source`, in the order of the text.
    pub fn slots(&self, _source: &Text) -> Vec<Slot> {
        todo!()
    }
}
