//! The canonical form of a piece, which new drafts have and no one is forced into.

/// A new piece with this title and so many empty points.
pub fn new_piece(_title: &str, _points: usize) -> String {
    todo!()
}
