//! The store with real files, real links, real permissions and real deaths.
#![allow(clippy::disallowed_methods, reason = "the disk is what this crate is about")]
#![allow(clippy::print_stdout, reason = "what was skipped is said aloud")]
#![allow(clippy::unwrap_used, reason = "a test's panic is its report")]

mod folder;

mod assets;
mod child;
mod dictionary;
mod draft;
mod find;
mod folders;
mod full;
mod heeded;
mod history;
mod journal;
mod kept_texts;
mod killed;
mod library;
mod links;
mod merging;
mod opening;
mod refused;
mod saving;
mod settings;
mod situations;
mod tracing;
mod trash;
mod watching;
mod writing_days;
