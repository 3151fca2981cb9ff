//! The app as its users meet it.
