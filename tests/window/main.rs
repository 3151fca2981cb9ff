//! The app in its window.

mod first;
