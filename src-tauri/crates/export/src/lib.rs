//! A piece on its way out, and a text on its way in.
//!
//! [`html`] makes a page that needs nothing but itself, [`markdown`] the file as it is, [`text`] what
//! a letter in plain text holds; [`import_plain`] makes a piece in canonical form of such a text, and
//! [`import_page`] of a web page.
//!
//! The same text always gives the same bytes. This crate does no I/O: the pictures of a page are
//! asked of the [`World`].

mod head;
mod import;
mod page;
mod plain;

pub use import::{ImportedPage, LeftOut, import_page, import_plain, is_page};
pub use page::html;
pub use plain::text;
pub use render::World;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use text::Text;

/// The draft as Markdown: the text as it is, to the byte.
pub fn markdown(text: &Text) -> String {
    text.as_str().to_owned()
}

/// A URL that holds the picture itself; `media_type` is such as `image/png`.
pub fn data_url(media_type: &str, bytes: &[u8]) -> String {
    format!("data:{media_type};base64,{}", STANDARD.encode(bytes))
}
