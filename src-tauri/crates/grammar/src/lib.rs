//! Grammar of English prose, by harper.
//!
//! Harper is large, so this crate is empty without its feature `grammar`. With it, [`Grammar::load`] reads
//! harper's dictionary and rules once, and [`Grammar::findings`] says what they find in a text: its own
//! prose alone, in the words of [`check::Finding`], every one of them a remark and none of them safe to
//! carry out unasked.
//!
//! Harper knows more than a writer wants to hear. Left out are its spelling (the editor has its own), its
//! taste (style, readability, regions), what Lede's own rules say better, and whatever lies on
//! a name of the piece, a word of the person's own, a quotation, code or an address. In doubt, silence.
//!
//! Measured in a release build on a busy machine of two cores: 1.5 s to load; 125 MB of memory (PSS) then, and
//! 170 MB after the first texts; 1.6 s for the first look at a text of 10 kB (0.7 s where less ran
//! beside it), 1 ms to look at it again unchanged, and a paragraph's share of the first look for each that
//! has changed.

#[cfg(feature = "grammar")]
mod dialect;
#[cfg(feature = "grammar")]
mod grammar;
#[cfg(feature = "grammar")]
mod kind;
#[cfg(feature = "grammar")]
mod passage;
#[cfg(feature = "grammar")]
mod quiet;
#[cfg(feature = "grammar")]
mod remark;

#[cfg(feature = "grammar")]
pub use dialect::Dialect;
#[cfg(feature = "grammar")]
pub use grammar::Grammar;
