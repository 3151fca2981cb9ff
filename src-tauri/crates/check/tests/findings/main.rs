//! What the rules find: their manuals' own examples, whole pieces, labelled sentences and laws.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test: its panic and its table are its report"
)]
mod accuracy;
mod band;
mod counts;
mod fixes;
mod hostile;
mod labelled;
mod languages;
mod laws;
mod lists;
mod manuals;
mod marked;
mod moved;
mod pieces;
mod remembered;
#[path = "../../../piece/tests/counting/score.rs"]
mod score;
mod sources;
