//! Comparing by words: the laws, and how it reads in prose.
#![allow(clippy::unwrap_used, reason = "a test's panic is its report")]

mod diff;
mod texts;
