//! The laws of parts, slots and operations, over well-kept pieces and over any text.

mod operations;
mod parts;
mod sources;
mod update;
