//! What the list shows of a draft once it is read.

use super::{Entry, Library, in_shares};
use crate::open;
use piece::blocks::{Blocks, options};
use piece::details::{Details, Field, Value};
use piece::{Counts, FrontMatter, Piece, part_counts};
use pulldown_cmark::{Event, Parser, TagEnd};
use std::path::Path;

/// About as many bytes of a draft's beginning as a line of the list can show.
const FIRST_WORDS: usize = 160;

/// What the list of drafts shows beside name and time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The title as it is read; the file's name where there is none.
    pub title: String,
    /// The beginning of the text below the title, in one line.
    pub first_words: String,
    /// How many points it has.
    pub points: usize,
    /// How many words it has, the footer not counted.
    pub words: usize,
    /// Whether front matter says that it is published.
    pub published: bool,
    /// The tags that front matter has.
    pub tags: Vec<String>,
}

impl Library {
    /// Reads a draft and sums it up. A draft that cannot be opened has its name only; opening it tells
    /// why.
    pub fn summary(&self, entry: &Entry) -> Summary {
        let name = named_after(&entry.path);
        match open(&entry.path) {
            Ok(opened) => Summary::of(opened.text.as_str(), &name),
            Err(_) => Summary { title: name, ..Summary::default() },
        }
    }
}

impl Library {
    /// The summaries of these drafts, in their order, read on as many threads as there are cores.
    pub fn summaries(&self, entries: &[Entry]) -> Vec<Summary> {
        in_shares(entries, |share| share.iter().map(|entry| self.summary(entry)).collect())
    }
}

impl Summary {
    /// Sums up a text; `name` is the title of one that has none.
    pub fn of(source: &str, name: &str) -> Self {
        let blocks = Blocks::parse(source, FrontMatter::body_start(source));
        let piece = Piece::from_blocks(source, FrontMatter::find(source), &blocks);
        let outline = piece.outline(source);
        let counts = part_counts(&piece, source, &blocks, &mut |_, span| {
            Counts::of_markdown(span().of(source))
        });
        let title = outline.title.map(|title| seen(&title)).filter(|title| !title.is_empty());
        let body = outline.points.first().map(|point| point.body.clone());
        let beginning = outline.lede.or(outline.dek).or(body).unwrap_or_default();
        let details = Details::read(source);
        let tags = match details.value(Field::Tags) {
            Some(Value::List(tags)) => tags.clone(),
            _ => Vec::new(),
        };
        Self {
            published: details.text(Field::State) == Some("published"),
            tags,
            title: title.unwrap_or_else(|| name.to_owned()),
            first_words: seen(&beginning),
            points: piece.points.len(),
            words: counts.whole.words,
        }
    }
}

fn named_after(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The beginning of what a reader sees of this Markdown, in one line.
fn seen(source: &str) -> String {
    let mut line = String::new();
    for event in Parser::new_ext(source, options()) {
        match event {
            Event::Text(text) | Event::Code(text) => line.push_str(&text),
            Event::SoftBreak | Event::HardBreak => line.push(' '),
            // Only blocks are set apart: the end of an emphasis is no gap between words.
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => line.push(' '),
            _ => {}
        }
        if line.len() > FIRST_WORDS {
            break;
        }
    }
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}
