//! The text of a draft, and the edits that change it.
//!
//! Everything that Lede does to a draft is a list of [`Edit`]s against its whole text. This crate
//! holds that text with its line ends and byte order mark ([`Text`]), the two ways of counting in it
//! ([`ByteOffset`] in the file, [`WindowOffset`] in the window), the edits and their laws
//! ([`Edits`]), and the window's own form of a change ([`ChangeSet`]). Two texts are compared by lines
//! ([`diff`]) or by words ([`word_diff`]); what two sides made of one text is brought together by
//! [`merge`].
//!
//! It does no I/O and knows nothing of Markdown.

mod change_set;
mod diff;
mod edit;
mod merge;
mod offset;
mod text;
mod token;
mod words;

pub use change_set::{ChangeError, ChangeSet, Section};
pub use diff::diff;
pub use edit::{Edit, Edits, OverlappingEdits, Side};
pub use merge::{Conflict, Merge, merge, merge_without_base};
pub use offset::{ByteOffset, Span, WindowOffset};
pub use text::Text;
pub use words::word_diff;
