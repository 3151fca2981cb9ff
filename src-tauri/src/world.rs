//! What the pure crates ask of the world: pictures beside a draft.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stays readable in an address of a picture.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// The pictures of the draft that is shown: addresses of the app's own protocol, which reads them
/// when the page asks.
pub(crate) struct Beside {
    draft: String,
}

impl Beside {
    /// The pictures beside the draft of this id.
    pub(crate) fn new(draft: &str) -> Self {
        Self { draft: utf8_percent_encode(draft, PLAIN).to_string() }
    }
}

impl render::World for Beside {
    fn image(&self, destination: &str) -> Option<String> {
        let path = utf8_percent_encode(destination, PLAIN);
        Some(format!("lede://localhost/image/{}/{path}", self.draft))
    }
}

/// The pictures of a draft that is exported: their bytes, inside the page.
pub(crate) struct Embedded {
    draft: PathBuf,
    library: PathBuf,
}

impl Embedded {
    /// The pictures beside `draft`, or in the library.
    pub(crate) fn new(draft: &Path, library: &Path) -> Self {
        Self { draft: draft.to_owned(), library: library.to_owned() }
    }
}

impl render::World for Embedded {
    fn image(&self, destination: &str) -> Option<String> {
        let picture = store::picture(&self.draft, &self.library, destination)?;
        Some(export::data_url(picture.media_type, &picture.bytes))
    }
}
