//! The top-level blocks of a Markdown text: what the grammar of a piece and the preview both stand on.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};
use std::borrow::Cow;
use std::ops::Range;
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
    /// Of a paragraph that is emphasised as a whole, what stands inside the emphasis.
    pub emphasised: Option<Span>,
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

/// `source` as the parser must be given it, byte for byte as long: it takes a CR that stands alone for
/// a line end in some places and not in others, and so the end of a code block would be missed.
pub fn parsed_form(source: &str) -> Cow<'_, str> {
    let bytes = source.as_bytes();
    let alone = |at: usize| bytes.get(at + 1) != Some(&b'\n');
    if !memchr::memchr_iter(b'\r', bytes).any(alone) {
        return Cow::Borrowed(source);
    }
    let pairs = source.split("\r\n").map(|text| text.replace('\r', "\n"));
    Cow::Owned(pairs.collect::<Vec<_>>().join("\r\n"))
}

mod update;

pub use update::Kept;

impl Blocks {
    /// Cuts `source` from byte `start` on (behind the front matter) into blocks.
    pub fn parse(source: &str, start: usize) -> Self {
        let form = parsed_form(&source[start..]);
        let parser = Parser::new_ext(&form, options());
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
        let mut cutter = Cutter { start, depth: 0, inlines: 0, blocks: Vec::new() };
        for (event, range) in parser.into_offset_iter() {
            cutter.take(&event, range);
        }
        Self { blocks: cutter.blocks, definitions }
    }
}

/// Collects the top-level blocks from the parser's events.
struct Cutter {
    start: usize,
    depth: usize,
    /// How many inlines the top-level block has directly inside, so far.
    inlines: usize,
    blocks: Vec<Block>,
}

impl Cutter {
    fn take(&mut self, event: &Event<'_>, range: Range<usize>) {
        let span = Span::new(range.start + self.start, range.end + self.start);
        match self.depth {
            0 => self.open(event, span),
            1 if !matches!(event, Event::End(_)) => self.inline(event, span),
            _ => {}
        }
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth -= 1,
            _ => {}
        }
    }

    fn open(&mut self, event: &Event<'_>, span: Span) {
        let kind = match event {
            Event::Start(tag) => kind(tag),
            Event::Rule => BlockKind::Break,
            _ => return,
        };
        self.inlines = 0;
        self.blocks.push(Block { span, kind, emphasised: None });
    }

    fn inline(&mut self, event: &Event<'_>, span: Span) {
        self.inlines += 1;
        let Some(block) = self.blocks.last_mut().filter(|b| b.kind == BlockKind::Paragraph) else {
            return;
        };
        let width = match event {
            Event::Start(Tag::Emphasis) => 1,
            Event::Start(Tag::Strong) => 2,
            _ => 0,
        };
        let whole = self.inlines == 1 && width > 0;
        let inside = Span { start: span.start + width, end: span.end - width };
        block.emphasised = whole.then_some(inside);
    }
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
