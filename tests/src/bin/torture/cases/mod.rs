//! The cases, in the order of `docs/trust.md`. A new one is a line here and a file beside.

mod clocks;
mod damaged;
mod ended;
mod full;
mod hanging;
mod kept;
mod killed;
mod killed_typing;
mod leftovers;
mod looked_at;
mod mirror;
mod not_utf8;
mod own_saves;
mod page_killed;
mod power;
mod race;
mod refused;
mod restored;
mod round_trip;
mod seen_gone;
mod shrunk;
mod two_instances;
mod typed;
mod watched;

use crate::case::{Case, Tried};

const fn not_yet(id: &'static str, what: &'static str, but: &'static str) -> Case {
    Case { id, what, tried: Tried::NotYet(but) }
}

/// What takes a window for its whole length has its place among the tests of the window.
const AS_A_TEST: &str = "as a window test";

/// Every case.
pub(crate) const ALL: &[Case] = &[
    killed_typing::CASE,
    killed::CASE,
    refused::CASE,
    full::CASE,
    looked_at::CASE,
    round_trip::CASE,
    typed::CASE,
    not_utf8::CASE,
    mirror::CASE,
    kept::CASE,
    not_yet("L11", "a change from outside, made in any of twelve ways, is not lost", AS_A_TEST),
    race::CASE,
    watched::CASE,
    own_saves::CASE,
    seen_gone::CASE,
    not_yet("L16", "a sync tool's conflict copies are shown beside their draft", AS_A_TEST),
    shrunk::CASE,
    damaged::CASE,
    ended::CASE,
    page_killed::CASE,
    two_instances::CASE,
    hanging::CASE,
    clocks::CASE,
    restored::CASE,
    leftovers::CASE,
    power::CASE,
];
