//! The command line as its users meet it: each test is a transcript of a terminal.
#![allow(clippy::disallowed_methods, reason = "it looks at what the command leaves on the disk")]

mod bad_input;
mod before_a_commit;
mod check;
mod code_scanning;
mod details;
mod edits;
mod footer;
mod history;
mod mend;
mod new;
mod outline;
mod publish;
mod search;
mod valid;
