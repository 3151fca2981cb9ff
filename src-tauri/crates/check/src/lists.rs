//! What a writer ticks off: every source that the piece leans on, every date that hangs on a day.

use crate::prose::Lead;
use crate::reading::Reading;
use crate::rules::{relative_date, unsourced_attribution};
use jiff::civil::Date;
use text::Span;

/// A claim that is laid on a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Where the words lie that lay it there.
    pub span: Span,
    /// These words and those that name the source, as a reader sees them.
    pub words: String,
    /// Where a reader can see for himself; nothing where he cannot.
    pub lead: Option<Lead>,
}

/// A date that hangs on the day of writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelativeDate {
    /// Where its words lie.
    pub span: Span,
    /// Its words.
    pub words: String,
    /// What it comes to.
    pub meant: String,
}

/// Every source, in the order of the text.
pub(crate) fn sources(reading: &Reading<'_>) -> Vec<Source> {
    let sentences = reading.prose.own_sentences().flat_map(|sentence| {
        let source = |claim: unsourced_attribution::Claim| Source {
            span: claim.span(&sentence),
            words: claim.seen(&sentence),
            lead: sentence.lead(),
        };
        unsourced_attribution::claims(&sentence).map(source).collect::<Vec<_>>()
    });
    sentences.collect()
}

/// Every relative date, in the order of the text; counted from `day`.
pub(crate) fn dates(reading: &Reading<'_>, day: Date) -> Vec<RelativeDate> {
    let sentences = reading.prose.own_sentences().flat_map(|sentence| {
        let date = |said: relative_date::Said| RelativeDate {
            span: said.span(&sentence),
            words: said.seen(&sentence),
            meant: said.meant(&sentence, day),
        };
        relative_date::said(&sentence).map(date).collect::<Vec<_>>()
    });
    sentences.collect()
}
