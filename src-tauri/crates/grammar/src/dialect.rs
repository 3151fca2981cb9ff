//! The Englishes that harper knows.

use piece::{FrontMatter, Piece};
use text::Text;

/// An English.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// `en-US`, and whatever English a text does not name.
    #[default]
    American,
    /// `en-GB`.
    British,
    /// `en-CA`.
    Canadian,
    /// `en-AU`.
    Australian,
    /// `en-IN`.
    Indian,
}

impl Dialect {
    /// The English in which a text is written: by front matter's `lang`, else by its look. Nothing for
    /// another language.
    pub fn of(text: &Text) -> Option<Self> {
        let source = text.as_str();
        let lang = FrontMatter::find(source).and_then(|matter| matter.lang(source));
        Piece::parse(source).is_english(source).then(|| Self::of_tag(lang.as_deref()))
    }

    fn of_tag(lang: Option<&str>) -> Self {
        let region = lang.and_then(|lang| lang.split(['-', '_']).next_back());
        match region.unwrap_or_default().to_ascii_uppercase().as_str() {
            "GB" => Self::British,
            "CA" => Self::Canadian,
            "AU" => Self::Australian,
            "IN" => Self::Indian,
            _ => Self::American,
        }
    }
}

impl From<Dialect> for harper_core::Dialect {
    fn from(dialect: Dialect) -> Self {
        match dialect {
            Dialect::American => Self::American,
            Dialect::British => Self::British,
            Dialect::Canadian => Self::Canadian,
            Dialect::Australian => Self::Australian,
            Dialect::Indian => Self::Indian,
        }
    }
}
