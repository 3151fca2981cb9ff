//! The cases, in the order of `docs/trust.md`. A new one is a line here and a file beside.

mod clocks;
mod full;
mod kept;
mod killed;
mod leftovers;
mod looked_at;
mod mirror;
mod model;
mod not_utf8;
mod power;
mod race;
mod refused;
mod round_trip;
mod typed;

use crate::case::{Case, Tried};

const fn not_yet(id: &'static str, what: &'static str, waits_for: &'static str) -> Case {
    Case { id, what, tried: Tried::NotYet(waits_for) }
}

/// Every case.
pub(crate) const ALL: &[Case] = &[
    not_yet("L1", "killed at random while typing, at most 100 ms of it are gone", "the journal"),
    killed::CASE,
    refused::CASE,
    full::CASE,
    looked_at::CASE,
    round_trip::CASE,
    typed::CASE,
    not_utf8::CASE,
    mirror::CASE,
    kept::CASE,
    not_yet("L11", "a change from outside, made in any of twelve ways, is not lost", "the merge"),
    race::CASE,
    not_yet("L13", "the watcher is right after 1,000 renames and a full queue", "its file"),
    not_yet("L14", "our own saves ask nothing and move no caret", "the window"),
    not_yet("L15", "a file seen empty or gone for a moment loses nothing", "the window"),
    not_yet("L16", "a sync tool's conflict copies are shown beside their draft", "the merge"),
    not_yet("L17", "a save that drops more than half of the text leaves a snapshot", "snapshots"),
    not_yet("L18", "a damaged journal gives back its longest valid prefix", "the journal"),
    not_yet("L19", "ended by a signal in the middle of a save, nothing is lost", "the journal"),
    not_yet("L20", "the web process killed while typing, at most 100 ms are gone", "the window"),
    not_yet("L21", "two instances on one library lose nothing", "the window"),
    not_yet("L22", "on a disk that hangs, typing goes on", "the journal"),
    clocks::CASE,
    not_yet("L24", "a restored snapshot has identical bytes and can be undone", "snapshots"),
    leftovers::CASE,
    power::CASE,
];
