//! Links and pictures, and where a reader who follows a source comes to.

use pulldown_cmark::{LinkType, Tag};
use text::Span;

/// Where a reader comes to who wants to see for himself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// This address, as it is written.
    Link(String),
    /// The footnote of this label.
    Footnote(String),
}

/// A link or a picture.
pub(crate) struct Link {
    /// The whole of it.
    pub(crate) span: Span,
    /// Where it leads.
    pub(crate) destination: String,
    /// What is seen of it; nothing of a picture.
    pub(crate) text: String,
    /// Whether it is its own address in angle brackets.
    pub(crate) is_bare: bool,
    /// Whether it is a picture.
    pub(crate) is_picture: bool,
}

impl Link {
    /// The link or picture that a tag begins.
    pub(super) fn open(tag: &Tag<'_>, span: Span) -> Option<Self> {
        let (link_type, destination, is_picture) = match tag {
            Tag::Link { link_type, dest_url, .. } => (link_type, dest_url, false),
            Tag::Image { link_type, dest_url, .. } => (link_type, dest_url, true),
            _ => return None,
        };
        let is_bare = matches!(link_type, LinkType::Autolink | LinkType::Email);
        let (destination, text) = (destination.to_string(), String::new());
        Some(Self { span, destination, text, is_bare, is_picture })
    }
}
