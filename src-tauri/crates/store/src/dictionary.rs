//! Words and dictionaries: the person's own, and those that the system keeps.

use crate::{Situation, config_directory, open, write_over};
use std::fs;
use std::path::{Path, PathBuf};
use text::Text;

/// The person's own words in [`crate::config_directory`], one a line.
const OWN_WORDS: &str = "dictionary.txt";

/// Where systems keep hunspell's dictionaries.
const FOLDERS: [&str; 3] =
    ["/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts"];

/// The person's own words, as they wrote them; none without a file.
///
/// # Errors
/// What the disk says.
pub fn own_words() -> Result<Vec<String>, Situation> {
    config_directory().map_or(Ok(Vec::new()), |folder| own_words_from(&folder.join(OWN_WORDS)))
}

/// The words of the file at `path`, one a line; a line that begins with `#` is a remark.
///
/// # Errors
/// What the disk says; a file that is not there has no words.
pub fn own_words_from(path: &Path) -> Result<Vec<String>, Situation> {
    let text = written(path)?;
    let words = text.window_lines().map(str::trim);
    Ok(words.filter(|word| !word.is_empty() && !word.starts_with('#')).map(str::to_owned).collect())
}

/// What stands in the file; nothing in one that is not there.
fn written(path: &Path) -> Result<Text, Situation> {
    match open(path) {
        Ok(opened) => Ok(opened.text),
        Err(Situation::Missing(_) | Situation::LibraryGone(_)) => Ok(Text::default()),
        Err(situation) => Err(situation),
    }
}

/// Adds a word to the person's own; one that is there already is not written twice.
///
/// # Errors
/// As [`add_own_word_to`]; a person without a home keeps none.
pub fn add_own_word(word: &str) -> Result<(), Situation> {
    config_directory().map_or(Ok(()), |folder| add_own_word_to(&folder.join(OWN_WORDS), word))
}

/// Adds a word to the file at `path` as its last line; the others stay as they are, remarks included.
///
/// # Errors
/// What the disk says.
pub fn add_own_word_to(path: &Path, word: &str) -> Result<(), Situation> {
    let word: Vec<&str> = word.split_whitespace().collect();
    let word = word.join(" ");
    if word.is_empty() || own_words_from(path)?.contains(&word) {
        return Ok(());
    }
    let mut lines = written(path)?.as_str().to_owned();
    if !lines.is_empty() && !lines.ends_with('\n') {
        lines.push('\n');
    }
    write_over(path, format!("{lines}{word}\n").as_bytes())
}

/// Takes a word out of the person's own again.
///
/// # Errors
/// As [`remove_own_word_from`].
pub fn remove_own_word(word: &str) -> Result<(), Situation> {
    config_directory().map_or(Ok(()), |folder| remove_own_word_from(&folder.join(OWN_WORDS), word))
}

/// Takes the lines of a word out of the file at `path`; the others stay as they are.
///
/// # Errors
/// What the disk says.
pub fn remove_own_word_from(path: &Path, word: &str) -> Result<(), Situation> {
    let text = written(path)?;
    let lines = text.as_str().split_inclusive('\n');
    let left: String = lines.filter(|line| line.trim() != word.trim()).collect();
    if left == text.as_str() { Ok(()) } else { write_over(path, left.as_bytes()) }
}

/// A dictionary of hunspell's, in two files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DictionaryFiles {
    /// The rules, `….aff`.
    pub aff: PathBuf,
    /// The words, `….dic`.
    pub dic: PathBuf,
}

impl DictionaryFiles {
    /// The bytes of both files, the rules first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn read(&self) -> Result<(Vec<u8>, Vec<u8>), Situation> {
        let read = |path: &Path| fs::read(path).map_err(|error| Situation::of(path, &error));
        Ok((read(&self.aff)?, read(&self.dic)?))
    }
}

/// The dictionary that the system keeps for a language, such as `en-GB`, `en` or `de`.
pub fn dictionary(lang: &str) -> Option<DictionaryFiles> {
    dictionary_in(&FOLDERS.map(Path::new), lang)
}

/// The dictionary of a language in one of these folders. A region that is named must be there: whoever
/// writes British English is not helped by American. Without one, the language's home comes first.
pub fn dictionary_in(folders: &[&Path], lang: &str) -> Option<DictionaryFiles> {
    let lang = lang.replace('-', "_");
    let (language, region) = match lang.split_once('_') {
        Some((language, region)) => (language.to_lowercase(), Some(region.to_uppercase())),
        None => (lang.to_lowercase(), None),
    };
    let is_plain = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if language.is_empty() || !is_plain(&lang) {
        return None;
    }
    let name = match region {
        Some(region) => format!("{language}_{region}"),
        None => return homes(folders, &language),
    };
    folders.iter().find_map(|folder| files(folder, &name))
}

/// The dictionary of a language without a region: `en_US`, `de_DE`, `de`, else the first of its regions.
fn homes(folders: &[&Path], language: &str) -> Option<DictionaryFiles> {
    let home = if language == "en" { "US".to_owned() } else { language.to_uppercase() };
    let names = [format!("{language}_{home}"), language.to_owned()];
    let usual = names.iter().find_map(|name| folders.iter().find_map(|it| files(it, name)));
    usual.or_else(|| folders.iter().find_map(|folder| first_region(folder, language)))
}

fn first_region(folder: &Path, language: &str) -> Option<DictionaryFiles> {
    let entries = fs::read_dir(folder).ok()?.flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let names = names.filter_map(|name| name.strip_suffix(".dic").map(str::to_owned));
    let begin = format!("{language}_");
    let mut regions: Vec<String> = names.filter(|name| name.starts_with(&begin)).collect();
    regions.sort();
    regions.iter().find_map(|name| files(folder, name))
}

fn files(folder: &Path, name: &str) -> Option<DictionaryFiles> {
    let [aff, dic] = ["aff", "dic"].map(|ending| folder.join(format!("{name}.{ending}")));
    (aff.is_file() && dic.is_file()).then_some(DictionaryFiles { aff, dic })
}
