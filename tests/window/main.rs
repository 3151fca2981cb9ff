//! The app in its window.

mod faults;
mod first;
mod outside;
mod points;
mod policy;
mod written;
