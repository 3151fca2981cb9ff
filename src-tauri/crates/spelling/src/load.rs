//! A dictionary out of its bytes.

use encoding_rs::{Encoding, UTF_8};
use spellbook::Dictionary;
use thiserror::Error;

/// A dictionary that cannot be read.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("the dictionary cannot be read: {0}")]
pub struct BrokenDictionary(String);

impl BrokenDictionary {
    /// What is the matter with it, in the words of its reader.
    pub fn reason(&self) -> &str {
        &self.0
    }
}

/// Reads the rules and words of a dictionary; also gives back the words as text.
pub(crate) fn load(aff: &[u8], dic: &[u8]) -> Result<(Dictionary, String), BrokenDictionary> {
    let encoding = encoding(aff)?;
    let [aff, dic] = [aff, dic].map(|bytes| encoding.decode(bytes).0);
    let dictionary =
        Dictionary::new(&aff, &dic).map_err(|error| BrokenDictionary(error.to_string()))?;
    Ok((dictionary, dic.into_owned()))
}

/// The encoding of both files, which the rules name behind `SET`. Without it, hunspell takes them for
/// Latin 1.
fn encoding(aff: &[u8]) -> Result<&'static Encoding, BrokenDictionary> {
    let mut lines = aff.split(|byte| matches!(byte, b'\n' | b'\r'));
    let named = lines.find_map(|line| line.strip_prefix(b"SET"));
    let name = String::from_utf8_lossy(named.unwrap_or(b"ISO8859-1")).trim().to_lowercase();
    let label = match name.as_str() {
        "utf8" => return Ok(UTF_8),
        "tis620-2533" => "windows-874".to_owned(),
        _ => name.replace("microsoft-cp", "windows-"),
    };
    Encoding::for_label(label.as_bytes())
        .ok_or_else(|| BrokenDictionary(format!("its encoding is {name}")))
}
