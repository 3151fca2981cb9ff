//! The app in its window.

mod exported;
mod faults;
mod first;
mod found;
mod outside;
mod points;
mod policy;
mod trouble;
mod written;
