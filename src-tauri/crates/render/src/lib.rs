//! Markdown to safe HTML, block by block.
//!
//! A text goes in whole, cut into its top-level blocks, and comes out as a list of [`Rendered`]
//! blocks with the lines they came from. [`Preview`] keeps the last list and draws only what a
//! change touched; what it hands out is a [`Patch`] over that list. [`document`] gives the same
//! blocks to whoever builds a page around them.
//!
//! **What is safe about it.** Every tag that comes from Markdown is written by this crate, escaped,
//! out of a short list; every tag that the draft writes itself goes through an allow-list
//! ([`sanitise`]) alone, before it meets ours. Links lead to http, https and mailto only. Nothing
//! is fetched: local images are asked of the [`World`], remote ones become a frame.
//!
//! **Footnotes** stand behind all other blocks, numbered by their first reference. A definition that
//! nothing refers to is left out, as it would be in print. Headings have no ids.
//!
//! It does no I/O.

mod definitions;
mod draw;
pub mod escape;
mod fit;
mod image;
mod link;
mod notes;
mod patch;
mod preview;
mod sanitise;
mod source;
mod write;

#[cfg(test)]
mod laws;

pub use image::World;
pub use link::safe as safe_link;
pub use patch::{Patch, Step};
pub use preview::{Body, Document, Note, Preview, Rendered, document, render};
pub use sanitise::sanitise;
