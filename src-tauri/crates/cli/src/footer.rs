//! `lede footer`: a text that is kept once, at the end of a piece.

use crate::{arguments::EditsTo, carry_out::carry_out, out, refusal::Refusal, source::Source};
use piece::{Piece, operations::set_footer};
use std::path::Path;
use store::{KeptTexts, Why};

/// Puts the footer of this name at the end, or lists the footers for `?`. A footer that it replaces is
/// kept as a snapshot.
pub(crate) fn footer(file: &Path, name: &str, to: EditsTo) -> Result<(), Refusal> {
    let footers = KeptTexts::footers();
    if name == "?" {
        return out::print_lines(&footers.names());
    }
    let footer = footers.text(name)?;
    let source = Source::read(file)?;
    let edits = set_footer(&source.text, &footer)?;
    let replaces = Piece::parse(source.text.as_str()).footer.is_some();
    carry_out(source, &edits, to, replaces.then_some(Why::Replace))
}
