//! Texts that are kept once and used again and again: templates and footers.
//!
//! Each is a Markdown file in a folder beside the settings, which the person edits and adds to. Those
//! that Lede brings along are written there on first use and never again; one that is not there comes
//! from the program itself.

use crate::library::is_draft;
use crate::{Situation, config_directory, create_new, open};
use std::fs;
use std::path::{Path, PathBuf};

/// What new pieces are made from, by name; the first is the usual one.
const TEMPLATES: &[(&str, &str)] = &[
    ("irritants", include_str!("kept_texts/templates/irritants.md")),
    ("takeaways", include_str!("kept_texts/templates/takeaways.md")),
    ("reasons", include_str!("kept_texts/templates/reasons.md")),
    ("questions", include_str!("kept_texts/templates/questions.md")),
    ("lessons", include_str!("kept_texts/templates/lessons.md")),
    ("plain", include_str!("kept_texts/templates/plain.md")),
];

const FOOTERS: &[(&str, &str)] = &[
    ("Community rules", include_str!("kept_texts/footers/Community rules.md")),
    ("About this letter", include_str!("kept_texts/footers/About this letter.md")),
];

/// The templates, or the footers, of one person.
#[derive(Clone, Debug)]
pub struct KeptTexts {
    /// What one of them is called.
    kind: &'static str,
    built_in: &'static [(&'static str, &'static str)],
    /// Their folder; none for a person without a home, who has those of the program.
    folder: Option<PathBuf>,
}

impl KeptTexts {
    /// The person's templates: `templates` in [`config_directory`].
    pub fn templates() -> Self {
        Self::templates_in(config_directory().as_deref())
    }

    /// The person's footers: `footers` in [`config_directory`].
    pub fn footers() -> Self {
        Self::footers_in(config_directory().as_deref())
    }

    /// The templates in the folder `templates` of `config`.
    pub fn templates_in(config: Option<&Path>) -> Self {
        let folder = config.map(|config| config.join("templates"));
        Self { kind: "template", built_in: TEMPLATES, folder }
    }

    /// The footers in the folder `footers` of `config`.
    pub fn footers_in(config: Option<&Path>) -> Self {
        let folder = config.map(|config| config.join("footers"));
        Self { kind: "footer", built_in: FOOTERS, folder }
    }

    /// The folder that the person edits them in, made and filled if it is not there.
    ///
    /// # Errors
    /// `NoHome`, or what the disk says.
    pub fn folder(&self) -> Result<&Path, Situation> {
        let folder = self.folder.as_deref().ok_or(Situation::NoHome)?;
        if !folder.is_dir() {
            fs::create_dir_all(folder).map_err(Situation::at(folder))?;
            for (name, text) in self.built_in {
                create_new(&file(folder, name), text.as_bytes())?;
            }
        }
        Ok(folder)
    }

    /// Their names: first those that Lede brings along, then the person's own in the order of the
    /// alphabet.
    pub fn names(&self) -> Vec<String> {
        let built_in = self.built_in.iter().map(|(name, _)| (*name).to_owned());
        let is_own = |name: &String| !self.built_in.iter().any(|(built_in, _)| built_in == name);
        let mut own: Vec<String> = self.in_folder().into_iter().filter(is_own).collect();
        own.sort_by_key(|name| name.to_lowercase());
        built_in.chain(own).collect()
    }

    /// The text of the one with this name, in capitals or not.
    ///
    /// # Errors
    /// `NoSuchText` with the names that there are, or what the disk says.
    pub fn text(&self, name: &str) -> Result<String, Situation> {
        let names = self.names();
        let same = |known: &&String| known.to_lowercase() == name.trim().to_lowercase();
        let exact = names.iter().find(|known| *known == name.trim());
        let Some(known) = exact.or_else(|| names.iter().find(same)) else {
            let (kind, name) = (self.kind, name.to_owned());
            return Err(Situation::NoSuchText { kind, name, names });
        };
        let built_in = self.built_in.iter().find(|(built_in, _)| built_in == known);
        let built_in = built_in.map(|(_, text)| (*text).to_owned());
        match (self.folder().map(|folder| open(&file(folder, known))), built_in) {
            (Ok(Ok(opened)), _) => Ok(opened.text.as_str().to_owned()),
            // A folder that cannot be made, or a file taken away, is no reason to begin no piece.
            (Err(_) | Ok(Err(Situation::Missing(_))), Some(built_in)) => Ok(built_in),
            (Err(situation) | Ok(Err(situation)), _) => Err(situation),
        }
    }

    fn in_folder(&self) -> Vec<String> {
        let entries = self.folder().ok().and_then(|folder| fs::read_dir(folder).ok());
        let paths = entries.into_iter().flatten().flatten().map(|entry| entry.path());
        let files = paths.filter(|path| is_draft(path) && path.is_file());
        files.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect()
    }
}

fn file(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.md"))
}
