//! What the rules must ask of the world.

/// The world outside of a text. Everything else about a finding follows from the text alone.
pub trait World {
    /// What day it is where the writer is.
    fn today(&self) -> jiff::civil::Date;

    /// Whether the file at `destination`, as a link of the draft names it, exists; nothing if that
    /// cannot be told, as for a draft that has no folder yet.
    fn local_file_exists(&self, destination: &str) -> Option<bool>;
}
