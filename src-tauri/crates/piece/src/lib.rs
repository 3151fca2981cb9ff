//! A draft seen as a numbered piece.

pub mod blocks;
mod front_matter;

pub use front_matter::FrontMatter;
