//! What of a page is no part of its text, by name.

use std::fmt;

/// What of a page is no part of the piece; its text is what a reader would call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// All but the article of a page that has one.
    AroundTheArticle,
    /// What stands beside the text.
    BesideTheText,
    /// Buttons and lists to choose from.
    Buttons,
    /// What readers wrote.
    Comments,
    /// What asks whether cookies may be kept.
    Cookies,
    /// A dialog.
    Dialog,
    /// Fields to fill in.
    Form,
    /// Links to other pages of the site.
    Navigation,
    /// Buttons that share the page elsewhere.
    ShareButtons,
    /// What asks for an address to send letters to.
    Subscription,
}

impl fmt::Display for LeftOut {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::AroundTheArticle => "what stands around the article",
            Self::BesideTheText => "what stands beside the text",
            Self::Buttons => "buttons",
            Self::Comments => "comments",
            Self::Cookies => "a notice about cookies",
            Self::Dialog => "a dialog",
            Self::Form => "a form",
            Self::Navigation => "navigation",
            Self::ShareButtons => "share buttons",
            Self::Subscription => "a subscription box",
        })
    }
}
