//! A draft seen as a numbered piece.

pub mod blocks;
mod canonical;
mod counts;
mod front_matter;
mod grammar;
mod heading;
mod lines;
mod marker;
pub mod operations;
mod outline;
mod page;
mod piece;
mod points;
mod slot;

pub use canonical::new_piece;
pub use counts::{Counts, PartCounts, part_counts};
pub use front_matter::{FrontMatter, FrontMatterFields};
pub use outline::{Outline, OutlinePoint};
pub use piece::{Dek, PartKind, Piece, Point, Title};
pub use slot::Slot;
