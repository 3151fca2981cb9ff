//! A draft seen as a numbered piece.
//!
//! [`blocks`] cuts a text into its top-level Markdown blocks; [`Piece`] reads these as front matter,
//! title, dek, lede, points, conclusion and footer, spans of the text all of them. What else one wants
//! to know follows from the two: the [`Outline`], the [`Slot`]s where absent parts take typing, the
//! [`Counts`] of each part. The [`operations`] return edits of the whole text.
//!
//! Any text is a piece: nothing here fails but an operation that a text cannot take.

pub mod blocks;
mod canonical;
mod counting;
mod counts;
pub mod details;
mod front_matter;
mod goals;
mod grammar;
mod heading;
mod lines;
mod marker;
pub mod operations;
mod outline;
mod page;
mod piece;
mod points;
mod promise;
pub mod prose;
mod slot;
mod template;

pub use canonical::new_piece;
pub use counting::{
    ChangedMeaning, Counting, CountingPhrase, Which, changed_meaning, looks_english,
};
pub use counts::{Counts, PartCounts, part_counts, sentences};
pub use front_matter::{FrontMatter, FrontMatterFields};
pub use goals::{Band, Goals, OwnGoal, Unit};
pub use outline::{Outline, OutlinePoint};
pub use piece::{Dek, PartKind, Piece, Point, Title};
pub use promise::promised_points;
pub use slot::Slot;
pub use template::from_template;
