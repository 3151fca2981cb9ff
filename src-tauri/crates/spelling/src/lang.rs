//! In which language a text is spelled.

use piece::{FrontMatter, Piece};
use text::Text;

/// The language of a text as a tag such as `en-GB`: what front matter's `lang` says, else `en` for a text
/// that looks English. Nothing for a text of which that cannot be told, and which is best left alone.
pub fn lang(text: &Text) -> Option<String> {
    let source = text.as_str();
    let said = FrontMatter::find(source).and_then(|matter| matter.lang(source));
    said.map(|lang| lang.trim().to_owned())
        .or_else(|| Piece::parse(source).is_english(source).then(|| "en".to_owned()))
}
