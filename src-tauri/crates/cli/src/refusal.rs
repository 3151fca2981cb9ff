//! Why a command could not do its work.

use piece::operations::OperationError;
use std::{fmt, io};
use store::Situation;

/// One line that says what went wrong, and what to do.
#[derive(Debug)]
pub(crate) struct Refusal(String);

impl Refusal {
    /// In these words.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// What the parser of the command line says, brought into one line.
    pub(crate) fn usage(error: &clap::Error) -> Self {
        let said = error.to_string();
        let said = said.split("\n\n").next().unwrap_or(&said);
        let words: Vec<&str> = said.split_whitespace().collect();
        let sentence = words.join(" ");
        let sentence = sentence.strip_prefix("error: ").unwrap_or(&sentence);
        // A <FILE>... that is missing brings full stops of its own.
        let sentence = sentence.trim_end_matches('.');
        Self(format!("{sentence}. See lede --help."))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A file's name may hold a line end, and the refusal is one line all the same.
        write!(formatter, "{}", self.0.replace(['\n', '\r'], " "))
    }
}

impl From<Situation> for Refusal {
    fn from(situation: Situation) -> Self {
        match &situation {
            // The window can show such a file. A command could only spoil it.
            Situation::NotUtf8(path) => {
                let name = path.file_name().unwrap_or(path.as_os_str()).display();
                Self(format!(
                    "“{name}” is not UTF-8 text. Convert a copy first: \
                     iconv --from WINDOWS-1252 --to UTF-8 FILE > COPY"
                ))
            }
            _ => Self(format!("{situation}{}", advice(&situation))),
        }
    }
}

/// What to do, where the sentence itself does not say it.
fn advice(situation: &Situation) -> &'static str {
    match situation {
        Situation::Missing(_) => " Check the name, or give - for standard input.",
        Situation::Folder(_) => " Name a file in it.",
        Situation::NotAFile(_) => " Name a file, or give - for standard input.",
        Situation::Binary(_) => " Name a Markdown file.",
        Situation::TooBig { .. } => " Split it.",
        Situation::NotAllowed(_) => " Ask its owner, or work on a copy.",
        Situation::FileReadOnly(_) => " Allow it with chmod u+w, or work on a copy.",
        Situation::OwnerNotKept(_) | Situation::AttributesNotKept(_) => " Work on a copy.",
        Situation::LibraryReadOnly(_) => " Work on a copy elsewhere.",
        Situation::NameTaken(_) => " Choose another name, or give --force to write over it.",
        Situation::NameTooLong(_) => " Choose a shorter one.",
        Situation::Vanished(_) => " Look for it, and run this again.",
        Situation::NoSuchSnapshot(_) => " lede history lists those that there are.",
        Situation::Other { .. } => " Try again, or work on a copy elsewhere.",
        _ => "",
    }
}

impl From<OperationError> for Refusal {
    fn from(error: OperationError) -> Self {
        let sentence = error.to_string();
        let (first, rest) = sentence.split_at(sentence.chars().next().map_or(0, char::len_utf8));
        let first = first.to_uppercase();
        Self(format!("{first}{rest}. The text stays as it is; lede outline shows its points."))
    }
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self(format!("Standard input or output failed: {error}. Try again."))
    }
}
