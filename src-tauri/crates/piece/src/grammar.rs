//! From blocks to parts.

use crate::blocks::Blocks;
use crate::{FrontMatter, Piece};

impl Piece {
    /// Reads `source` as a piece. Any text is one.
    pub fn parse(source: &str) -> Self {
        let front_matter = FrontMatter::find(source);
        let blocks = Blocks::parse(source, FrontMatter::body_start(source));
        Self::from_blocks(source, front_matter, &blocks)
    }

    /// Reads a text that has been cut into blocks already.
    pub fn from_blocks(
        _source: &str,
        _front_matter: Option<FrontMatter>,
        _blocks: &Blocks,
    ) -> Self {
        todo!()
    }
}
