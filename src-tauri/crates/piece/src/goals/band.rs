//! From how many to how many.

use serde::{Deserialize, Serialize};

/// The lengths that a kind of part has: from the least to the greatest, both of them in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written")]
pub struct Band {
    from: u32,
    to: u32,
}

/// A band as somebody wrote it.
#[derive(Deserialize)]
struct Written {
    from: u32,
    to: u32,
}

impl TryFrom<Written> for Band {
    type Error = &'static str;

    fn try_from(Written { from, to }: Written) -> Result<Self, Self::Error> {
        Self::new(from, to).ok_or("a band goes from the smaller number to the larger")
    }
}

impl Band {
    /// A band between these two; nothing if there is nothing between them.
    pub fn new(from: u32, to: u32) -> Option<Self> {
        (from <= to && to > 0).then_some(Self { from, to })
    }

    /// The least length that it has.
    pub fn least(self) -> u32 {
        self.from
    }

    /// The greatest length that it has.
    pub fn most(self) -> u32 {
        self.to
    }

    /// Whether a part of this length is in it.
    pub fn holds(self, length: usize) -> bool {
        (self.from as usize..=self.to as usize).contains(&length)
    }

    /// The middle 80 of 100 of these lengths: as many of the shortest as make a tenth, and as many of the
    /// longest, are left out. Of fewer than ten none is. Nothing without any.
    pub fn middle(lengths: impl IntoIterator<Item = usize>) -> Option<Self> {
        let mut lengths: Vec<usize> = lengths.into_iter().collect();
        lengths.sort_unstable();
        let tenth = lengths.len() / 10;
        let at = |index: usize| u32::try_from(*lengths.get(index)?).ok();
        Self::new(at(tenth)?, at(lengths.len().checked_sub(tenth + 1)?)?)
    }
}
