//! The piece as plain text, as a letter without markup would hold it.

mod writer;

use crate::page::visible;
use piece::blocks::{Blocks, options, parsed_form};
use piece::{FrontMatter, Piece, Point};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::collections::HashMap;
use text::Text;
use writer::Writer;

/// The draft as plain text: links as `text (url)`, points as `1. Heading`, breaks as `⁂`, a line
/// between blocks, footnotes as `[1]` and at the end. Markup, front matter and comments are left out;
/// a title and a subtitle that only front matter has come first.
pub fn text(text: &Text) -> String {
    let source = parsed_form(text.as_str());
    let matter = FrontMatter::find(&source);
    let start = FrontMatter::body_start(&source);
    let piece = Piece::from_blocks(&source, matter, &Blocks::parse(&source, start));
    let fields = matter.map(|matter| matter.fields(&source)).unwrap_or_default();
    let mut reader = Reader { source: &source, points: &piece.points, ..Reader::default() };
    let title = fields.title.filter(|_| piece.title.is_none());
    let dek = fields.subtitle.filter(|_| piece.dek.is_none());
    for line in [title, dek].into_iter().flatten() {
        reader.writer.block(&line);
    }
    for (event, range) in Parser::new_ext(&source[start..], options()).into_offset_iter() {
        reader.event(event, range.start + start);
    }
    reader.finish()
}

/// Turns events into lines.
#[derive(Default)]
struct Reader<'s> {
    source: &'s str,
    points: &'s [Point],
    writer: Writer,
    /// The lists that are open, with the number of the next item if they are ordered.
    lists: Vec<Option<u64>>,
    /// The destinations of the links that are open, and where their text begins.
    links: Vec<(String, usize)>,
    /// What was being written when a footnote's definition began.
    outer: Option<(String, Writer)>,
    /// The footnotes by label; of two with the same label the first holds.
    definitions: HashMap<String, String>,
    /// The labels of the footnotes that are referred to, with their numbers.
    numbers: HashMap<String, usize>,
    /// The point whose heading is open, and the number that it bears.
    heading: Option<Point>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, place: usize) {
        match event {
            Event::Start(tag) => self.start(tag, place),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::Html(text) => {
                self.writer.line.push_str(&text);
            }
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.writer.line.push('\n'),
            Event::SoftBreak => self.writer.line.push(' '),
            Event::HardBreak => self.writer.line.push('\n'),
            Event::Rule => self.writer.block("⁂"),
            Event::TaskListMarker(true) => self.writer.line.push_str("[x] "),
            Event::TaskListMarker(false) => self.writer.line.push_str("[ ] "),
            Event::FootnoteReference(label) => {
                let number = self.number(&label);
                self.writer.line.push_str(&format!("[{number}]"));
            }
            Event::InlineHtml(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, place: usize) {
        match tag {
            Tag::Heading { .. } => {
                self.writer.flush();
                self.heading =
                    self.points.iter().find(|point| point.heading_span.start.0 == place).copied();
            }
            Tag::Link { dest_url, .. } => {
                self.links.push((dest_url.into_string(), self.writer.line.len()));
            }
            Tag::List(first) => {
                self.writer.flush();
                self.lists.push(first);
            }
            Tag::Item => self.item(),
            Tag::BlockQuote(_) => {
                self.writer.flush();
                self.writer.enter("> ", "> ");
            }
            Tag::FootnoteDefinition(label) => {
                let outer = std::mem::take(&mut self.writer);
                self.outer = Some((label.to_lowercase(), outer));
            }
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Table(_) => {
                self.writer.flush();
            }
            _ => {}
        }
    }

    fn item(&mut self) {
        let marker = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "• ".to_owned(),
        };
        let indentation = " ".repeat(marker.chars().count());
        self.writer.enter(&marker, &indentation);
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.heading(),
            TagEnd::Paragraph | TagEnd::Table => self.writer.paragraph(),
            TagEnd::CodeBlock => self.writer.code(),
            TagEnd::HtmlBlock => self.html(),
            TagEnd::Item => {
                self.writer.flush();
                self.writer.leave();
            }
            TagEnd::BlockQuote(_) => self.writer.leave(),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Link => self.link(),
            TagEnd::TableCell => self.writer.line.push_str(" | "),
            TagEnd::TableRow | TagEnd::TableHead => {
                let kept = self.writer.line.trim_end_matches(" | ").len();
                self.writer.line.truncate(kept);
                self.writer.line.push('\n');
            }
            TagEnd::FootnoteDefinition => self.definition(),
            _ => {}
        }
    }

    /// A point's marker may have many forms; here it has one.
    fn heading(&mut self) {
        if let Some(point) = self.heading.take() {
            let marker = point.marker.of(self.source).replace('\\', "");
            let line = self.writer.line.trim_start();
            let rest = line.strip_prefix(&marker).unwrap_or(line).trim_start();
            self.writer.line = format!("{}. {rest}", point.number).trim_end().to_owned();
        }
        self.writer.paragraph();
    }

    fn link(&mut self) {
        let Some((destination, start)) = self.links.pop() else { return };
        let text = self.writer.line.get(start..).unwrap_or_default();
        if destination != text && destination != format!("mailto:{text}") && !destination.is_empty()
        {
            self.writer.line.push_str(&format!(" ({destination})"));
        }
    }

    fn html(&mut self) {
        let html = std::mem::take(&mut self.writer.line);
        self.writer.line = visible(&render::sanitise(&html).replace('<', " <"));
        self.writer.paragraph();
    }

    fn definition(&mut self) {
        self.writer.flush();
        let Some((label, outer)) = self.outer.take() else { return };
        let written = std::mem::replace(&mut self.writer, outer);
        self.definitions.entry(label).or_insert(written.out);
    }

    fn number(&mut self, label: &str) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(label.to_lowercase()).or_insert(next)
    }

    fn finish(mut self) -> String {
        self.writer.flush();
        let mut notes: Vec<(usize, String)> = std::mem::take(&mut self.numbers)
            .into_iter()
            .filter_map(|(label, number)| Some((number, self.definitions.remove(&label)?)))
            .collect();
        notes.sort_unstable();
        for (number, content) in notes {
            self.writer.block(&format!("[{number}] {content}"));
        }
        let mut out = self.writer.out;
        if !out.is_empty() {
            out.push('\n');
        }
        out
    }
}
