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
mod window_tests;

use crate::case::Case;

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
    window_tests::WAYS,
    race::CASE,
    watched::CASE,
    own_saves::CASE,
    seen_gone::CASE,
    window_tests::MACHINES,
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
