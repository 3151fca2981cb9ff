//! The top-level blocks of a Markdown text: what the grammar of a piece and the preview both stand on.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};
use text::Span;

/// What a top-level block is, as far as anybody outside the parser asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading, ATX or setext, of this level from 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A thematic break.
    Break,
    /// The definition of the footnote with this label.
    Footnote(String),
    /// Anything else: a list, a quotation, code, a table, raw HTML.
    Other,
}

/// A top-level block and where it stands in the whole text, byte order mark and front matter counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// From its first character to behind its last, as the parser reports it: trailing line ends
    /// may or may not be inside.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// A link reference definition: `[label]: destination "title"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The label as written, without brackets.
    pub label: String,
    /// Where it leads.
    pub destination: String,
    /// The title, if it has one.
    pub title: Option<String>,
    /// Where the definition stands.
    pub span: Span,
}

/// A text cut into its top-level blocks, in order, with the definitions that hold everywhere in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blocks {
    /// The blocks in the order in which they stand.
    pub blocks: Vec<Block>,
    /// The link reference definitions, in the order in which they stand.
    pub definitions: Vec<Definition>,
}

/// The extensions that Lede reads: tables, footnotes, strikethrough and task lists. One by one, since
/// the parser's bundles contain the metadata option that eats text between breaks.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}

impl Blocks {
    /// Cuts `source` from byte `start` on (behind the front matter) into blocks.
    pub fn parse(source: &str, start: usize) -> Self {
        let parser = Parser::new_ext(&source[start..], options());
        let mut definitions: Vec<Definition> = parser
            .reference_definitions()
            .iter()
            .map(|(label, definition)| Definition {
                label: label.to_owned(),
                destination: definition.dest.to_string(),
                title: definition.title.as_ref().map(ToString::to_string),
                span: Span::new(definition.span.start + start, definition.span.end + start),
            })
            .collect();
        definitions.sort_by_key(|definition| definition.span.start);
        Self { blocks: top_level(parser, start), definitions }
    }
}

fn top_level(parser: Parser<'_>, start: usize) -> Vec<Block> {
    let mut depth = 0usize;
    let mut blocks = Vec::new();
    for (event, range) in parser.into_offset_iter() {
        let kind = match &event {
            Event::Start(tag) => {
                depth += 1;
                if depth > 1 {
                    continue;
                }
                kind(tag)
            }
            Event::End(_) => {
                depth -= 1;
                continue;
            }
            Event::Rule if depth == 0 => BlockKind::Break,
            _ => continue,
        };
        blocks.push(Block { span: Span::new(range.start + start, range.end + start), kind });
    }
    blocks
}

fn kind(tag: &Tag<'_>) -> BlockKind {
    match tag {
        Tag::Heading { level, .. } => BlockKind::Heading(level_number(*level)),
        Tag::Paragraph => BlockKind::Paragraph,
        Tag::FootnoteDefinition(label) => BlockKind::Footnote(label.to_string()),
        _ => BlockKind::Other,
    }
}

fn level_number(level: HeadingLevel) -> u8 {
    level as u8
}
