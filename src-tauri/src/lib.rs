//! The shell: the only Rust that knows Tauri and the JSON on the wire.
//!
//! It lays the crates at the window's feet: [`wire`] is what crosses, `commands` what the window may
//! ask, `key` the way of a key, `desk` the drafts that are open, `library` those that are not.
#![allow(clippy::disallowed_methods, reason = "the shell is where the world begins")]

mod autosave;
mod caret;
mod checks;
mod commands;
mod desk;
#[cfg(not(feature = "broken"))]
mod disk;
#[cfg(feature = "broken")]
#[path = "broken/disk.rs"]
mod disk;
mod events;
mod everywhere;
mod exports;
mod goals;
#[cfg(feature = "grammar")]
mod grammar;
#[cfg(not(feature = "grammar"))]
#[path = "without_grammar.rs"]
mod grammar;
mod heeding;
mod history;
mod key;
mod lens;
mod library;
mod list;
mod moved;
mod offered;
mod one_writer;
mod print;
mod recovered;
mod situation;
mod spelling;
mod started;
mod web_view;
pub mod wire;
mod world;

pub use commands::commands;
pub use started::{Arguments, run};
