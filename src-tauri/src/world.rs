//! What the pure crates ask of the world: pictures and files beside a draft, and the day.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::path::Component;

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

/// What is around a draft that is checked.
pub(crate) struct Around {
    folder: PathBuf,
    library: PathBuf,
}

impl Around {
    /// The draft at `draft`, in or outside of the library.
    pub(crate) fn new(draft: &Path, library: &Path) -> Self {
        let folder = draft.parent().unwrap_or(draft).to_owned();
        Self { folder, library: library.to_owned() }
    }

    /// Where a destination leads from the draft's folder; nothing outside of folder and library, of which
    /// a draft is not told what is there.
    fn beside(&self, destination: &str) -> Option<PathBuf> {
        let mut path = self.folder.clone();
        for step in Path::new(destination).components() {
            match step {
                Component::Normal(name) => path.push(name),
                Component::CurDir => {}
                Component::ParentDir => drop(path.pop()),
                // A path from the root is one of the site, and where that lies nobody knows.
                Component::RootDir | Component::Prefix(_) => return None,
            }
        }
        let is_own = path.starts_with(&self.folder) || path.starts_with(&self.library);
        is_own.then_some(path)
    }
}

impl check::World for Around {
    fn today(&self) -> jiff::civil::Date {
        jiff::Zoned::now().date()
    }

    fn goals(&self) -> piece::Goals {
        // Settings that cannot be read say nothing of how long a point is to be.
        store::Settings::read().unwrap_or_default().goals
    }

    fn local_file_exists(&self, destination: &str) -> Option<bool> {
        let decoded = percent_decode_str(destination).decode_utf8_lossy();
        let exists = |destination: &str| self.beside(destination).map(|path| path.exists());
        match (exists(destination), exists(&decoded)) {
            (Some(written), Some(decoded)) => Some(written || decoded),
            (written, decoded) => written.or(decoded),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use check::World;

    #[test]
    fn a_draft_is_told_of_files_in_its_folder_and_library_alone() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("drafts/letters");
        std::fs::create_dir_all(&folder).unwrap();
        for file in ["outside.md", "drafts/above.md", "drafts/letters/a b.md"] {
            std::fs::write(home.path().join(file), "").unwrap();
        }
        let around = Around::new(&folder.join("draft.md"), &home.path().join("drafts"));
        let told = |destination| around.local_file_exists(destination);
        assert_eq!(told("a%20b.md"), Some(true));
        assert_eq!(told("./none.md"), Some(false));
        assert_eq!(told("../above.md"), Some(true));
        assert_eq!(told("../../outside.md"), None);
        assert_eq!(told("/etc/passwd"), None);
    }
}
