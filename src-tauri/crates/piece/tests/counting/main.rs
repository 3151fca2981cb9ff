//! Counting phrases: labelled sentences, what is found in a whole piece, and what a text's language
//! has to say.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test: its panic and its table are its report"
)]
mod accuracy;
mod labelled;
mod laws;
mod meaning;
mod phrases;
mod score;
