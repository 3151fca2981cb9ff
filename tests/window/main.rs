//! The app in its window.
#![allow(clippy::disallowed_methods, reason = "it looks at what the app leaves on the disk")]
#![allow(clippy::print_stderr, reason = "what was skipped is said aloud")]

mod accessible;
mod cards;
mod checks;
mod composed;
mod exported;
mod faults;
mod first;
mod found;
mod git;
mod goals;
mod grammar;
mod kept;
mod menus;
mod outside;
mod own;
mod paper;
mod past;
mod pictured;
mod points;
mod policy;
mod rooms;
mod second;
mod shelf;
mod spelling;
mod trouble;
mod two_machines;
mod walk;
mod ways;
mod writing;
mod written;
