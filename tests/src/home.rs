//! A person's folders, empty and their own.

use std::{fs, os::unix::fs::PermissionsExt, path::Path};
use tempfile::TempDir;

/// A home with a library in it, gone when dropped.
#[derive(Debug)]
pub struct Home {
    folder: TempDir,
    variables: Vec<(String, String)>,
}

/// Where each variable points inside the home.
const FOLDERS: &[(&str, &str)] = &[
    ("HOME", ""),
    ("XDG_CACHE_HOME", ".cache"),
    ("XDG_CONFIG_HOME", ".config"),
    ("XDG_DATA_HOME", ".local/share"),
    ("XDG_RUNTIME_DIR", ".run"),
    ("XDG_STATE_HOME", ".local/state"),
];

impl Home {
    /// An empty home with an empty library.
    ///
    /// # Panics
    /// If the temporary folder cannot be written to.
    pub fn new() -> Self {
        let folder = TempDir::new().expect("the temporary folder can be written to");
        let home = Self { folder, variables: Vec::new() };
        for (_, folder) in FOLDERS {
            fs::create_dir_all(home.path().join(folder)).expect("a folder in an empty home");
        }
        let private = fs::Permissions::from_mode(0o700);
        fs::set_permissions(home.path().join(".run"), private).expect("our own folder");
        fs::create_dir_all(home.library()).expect("a folder in an empty home");
        home
    }

    /// With copies of these files in the library, under their own names.
    ///
    /// # Panics
    /// If one of them cannot be copied.
    pub fn with_drafts<P: AsRef<Path>>(self, drafts: impl IntoIterator<Item = P>) -> Self {
        for draft in drafts {
            let draft = draft.as_ref();
            let name = draft.file_name().expect("a draft has a name");
            fs::copy(draft, self.library().join(name)).expect("a draft can be copied");
        }
        self
    }

    /// With a variable that the person has set.
    pub fn with_variable(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The home's own folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The folder of drafts.
    pub fn library(&self) -> std::path::PathBuf {
        self.path().join("drafts")
    }

    /// The bytes of a draft as they lie on the disk.
    ///
    /// # Panics
    /// If they cannot be read.
    pub fn bytes(&self, draft: &str) -> Vec<u8> {
        fs::read(self.library().join(draft)).expect("the draft can be read")
    }

    /// The variables that make a program live in this home, and the person's own.
    pub fn environment(&self) -> Vec<(String, String)> {
        let at = |folder| self.path().join(folder).display().to_string();
        let folders = FOLDERS.iter().map(|(name, folder)| ((*name).to_owned(), at(folder)));
        folders.chain(self.variables.iter().cloned()).collect()
    }
}

impl Default for Home {
    fn default() -> Self {
        Self::new()
    }
}
