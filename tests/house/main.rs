//! The rules of the house, held against the house.
#![allow(clippy::disallowed_methods, reason = "it reads the sources and runs their tools")]

mod purity;
