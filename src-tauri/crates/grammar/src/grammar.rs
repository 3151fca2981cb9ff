//! What harper finds in a text.

use crate::Dialect;
use crate::remark::{Remark, Remarks};
use check::{Finding, Fix, Severity};
use harper_core::Document;
use harper_core::linting::Suggestion;
use harper_core::spell::FstDictionary;
use piece::prose::{Paragraph, names, paragraphs, without_possessive};
use piece::{PartKind, Piece};
use std::collections::HashSet;
use text::{Edit, Edits, Text};
use unicode_segmentation::UnicodeSegmentation;

/// How many ways to mend a finding are offered.
const MOST_FIXES: usize = 3;

/// Harper's dictionary, loaded, and what it has said of the last text.
///
/// The dictionary is one for the whole program, and stays until that ends.
pub struct Grammar {
    remarks: Remarks,
}

impl Grammar {
    /// Loads the dictionary. It takes long enough to be seen: call it on a thread of its own.
    pub fn load() -> Self {
        let _ = FstDictionary::curated();
        // The first document that is made loads what tells nouns from verbs.
        let _ = Document::new_plain_english_curated("It is ready.");
        Self { remarks: Remarks::default() }
    }

    /// What it finds in a text, in its order; nothing in one that is not English. `own_words` are those
    /// of the person's dictionary. A text that is looked at again costs what has changed in it.
    pub fn findings(&mut self, text: &Text, own_words: &[impl AsRef<str>]) -> Vec<Finding> {
        let source = text.as_str();
        let Some(dialect) = Dialect::of(text) else { return Vec::new() };
        let paragraphs = paragraphs(&Piece::parse(source), source);
        let mut known = names(&paragraphs);
        known.extend(own_words.iter().map(AsRef::as_ref));
        let reader = Reader { source, known: &known };
        let own: Vec<&Paragraph> = paragraphs.iter().filter(|it| is_own(it)).collect();
        let remarks = self.remarks.of(&own, dialect);
        own.iter().zip(remarks).flat_map(|(it, remarks)| reader.findings(it, remarks)).collect()
    }
}

/// Whether the writer speaks to the reader here, in whole sentences: not in headings, quotations and
/// notes, nor in the footer, which is the same every time.
fn is_own(paragraph: &Paragraph) -> bool {
    let parts = [PartKind::Dek, PartKind::Lede, PartKind::PointBody, PartKind::Conclusion];
    !paragraph.is_quoted && paragraph.part.is_some_and(|part| parts.contains(&part))
}

/// What turns remarks into findings.
struct Reader<'a> {
    source: &'a str,
    /// The names of the piece and the person's own words.
    known: &'a HashSet<&'a str>,
}

impl Reader<'_> {
    fn findings(&self, paragraph: &Paragraph, remarks: &[Remark]) -> Vec<Finding> {
        remarks.iter().filter_map(|remark| self.finding(paragraph, remark)).collect()
    }

    fn finding(&self, paragraph: &Paragraph, remark: &Remark) -> Option<Finding> {
        let seen = &paragraph.text[remark.range.clone()];
        let is_fit = |suggestion: &&Suggestion| self.is_fit(seen, suggestion);
        let suggestions: Vec<_> = remark.suggestions.iter().filter(is_fit).collect();
        let is_about_known = suggestions.is_empty() && self.known_words(seen).next().is_some();
        if is_about_known || (suggestions.is_empty() && !remark.suggestions.is_empty()) {
            return None;
        }
        let fixes = suggestions.iter().filter_map(|it| self.fix(paragraph, remark, it));
        Some(Finding {
            rule: remark.rule,
            severity: Severity::Info,
            span: paragraph.span(remark.range.clone()),
            message: remark.message.clone(),
            fixes: fixes.take(MOST_FIXES).collect(),
        })
    }

    fn known_words<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        let words = text.unicode_words().map(without_possessive);
        words.filter(|word| self.known.contains(word))
    }

    /// Whether a suggestion changes a text, keeps the known words in it, and brings no spaces of its own.
    fn is_fit(&self, seen: &str, suggestion: &Suggestion) -> bool {
        let made = match suggestion {
            Suggestion::ReplaceWith(characters) => characters.iter().collect(),
            Suggestion::InsertAfter(_) => return true,
            Suggestion::Remove => String::new(),
        };
        let kept: HashSet<&str> = made.unicode_words().map(without_possessive).collect();
        let is_bare = made.trim() == made || seen.trim() != seen;
        made != seen && is_bare && self.known_words(seen).all(|word| kept.contains(word))
    }

    /// The edit of a suggestion, where no markup stands inside of what it changes.
    fn fix(&self, paragraph: &Paragraph, remark: &Remark, suggestion: &Suggestion) -> Option<Fix> {
        let span = paragraph.written(remark.range.clone(), self.source)?;
        let insert = |characters: &[char]| {
            let insert: String = characters.iter().collect();
            // Mixed marks are a finding of Lede's own, and a fix must not make one.
            if self.source.contains('’') { insert.replace('\'', "’") } else { insert }
        };
        let (label, edit) = match suggestion {
            Suggestion::ReplaceWith(it) => {
                let insert = insert(it);
                (format!("Change to “{insert}”"), Edit::replace(span, insert))
            }
            Suggestion::InsertAfter(it) => {
                let insert = insert(it);
                (format!("Put in “{}”", insert.trim()), Edit::insert(span.end, insert))
            }
            Suggestion::Remove => ("Take it out".to_owned(), Edit::replace(span, "")),
        };
        Some(Fix { label, edits: Edits::one(edit), safe: false })
    }
}
