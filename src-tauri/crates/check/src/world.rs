//! What the rules must ask of the world.

/// The world outside of a text. Everything else about a finding follows from the text alone.
pub trait World {
    /// What day it is where the writer is.
    fn today(&self) -> jiff::civil::Date;

    /// Whether the file at `destination` exists: what a link of the draft leads to, as it is written
    /// but without `?…` and `#…`. Nothing if that cannot be told, as for a draft without a folder.
    fn local_file_exists(&self, destination: &str) -> Option<bool>;

    /// How long the parts of a piece are meant to be; nothing of it where nobody has said so.
    fn goals(&self) -> piece::Goals {
        piece::Goals::default()
    }
}
