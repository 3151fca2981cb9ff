//! Where things lie in a checkout.

use std::path::{Path, PathBuf};

/// The checkout's folder.
pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// A path in the checkout, as a person would write it.
pub(crate) fn at(path: &str) -> PathBuf {
    root().canonicalize().unwrap_or_else(|_| root().to_owned()).join(path)
}

/// Cargo's folder for what it builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| at("target"), PathBuf::from)
}

/// A program of ours as the development build leaves it.
pub(crate) fn built(program: &str) -> PathBuf {
    target().join("debug").join(program)
}
