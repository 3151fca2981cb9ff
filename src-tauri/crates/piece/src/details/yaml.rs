//! The YAML of front matter with the places of all that stands in it.

use super::Unreadable;
use crate::FrontMatter;
use crate::lines::next_line;
use granit_parser::{Event, Parser, ScalarStyle, ScanError, StructureStyle};
use std::ops::Range;
use text::Span;

/// The entries of a YAML block; places are those in the whole text.
pub(super) struct Yaml<'a> {
    pub(super) source: &'a str,
    /// What lies between the fences.
    pub(super) span: Span,
    pub(super) entries: Vec<Entry>,
    /// Where comments stand.
    pub(super) comments: Vec<Span>,
}

/// A key with its value.
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) key_span: Span,
    pub(super) node: Node,
    /// All that the value says, however it is written.
    pub(super) meaning: String,
}

/// A value.
pub(super) enum Node {
    /// Nothing, written as nothing or as `~` or `null`.
    Null { span: Span },
    /// Text, or what may be read as such.
    Scalar { value: String, style: ScalarStyle, span: Span },
    /// A list.
    List { flow: bool, items: Vec<Item>, span: Span },
    /// A mapping, or what stands for a value elsewhere.
    Other { span: Span },
}

/// An item of a list; without a value, if it is no text.
pub(super) struct Item {
    pub(super) value: Option<String>,
    pub(super) style: ScalarStyle,
    pub(super) span: Span,
}

impl Node {
    pub(super) fn span(&self) -> Span {
        match self {
            Self::Null { span }
            | Self::Scalar { span, .. }
            | Self::List { span, .. }
            | Self::Other { span } => *span,
        }
    }
}

impl<'a> Yaml<'a> {
    /// Reads the YAML of `matter`, which has to be a mapping in lines, or nothing.
    pub(super) fn read(source: &'a str, matter: FrontMatter) -> Result<Self, Unreadable> {
        let events = Events::read(source, matter)?;
        let comments = events.comments.clone();
        let mut reader = Reader { events, at: 0 };
        let entries = reader.entries()?;
        Ok(Self { source, span: matter.yaml, entries, comments })
    }
}

/// What the parser says, comments aside, with places in the whole text.
struct Events<'a> {
    source: &'a str,
    all: Vec<(Event<'a>, Span)>,
    comments: Vec<Span>,
}

impl<'a> Events<'a> {
    fn read(source: &'a str, matter: FrontMatter) -> Result<Self, Unreadable> {
        let start = matter.yaml.start.0;
        let mut events = Self { source, all: Vec::new(), comments: Vec::new() };
        for event in Parser::new_from_str(matter.yaml.of(source)) {
            let (event, span) = event.map_err(|error| unreadable(source, start, &error))?;
            let range = span.byte_range().unwrap_or_default();
            let span = Span::new(start + range.start, start + range.end);
            match event {
                Event::Comment(..) => events.comments.push(span),
                Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..) => {}
                event => events.all.push((event, span)),
            }
        }
        Ok(events)
    }

    fn refuse(&self, place: usize, reason: &str) -> Unreadable {
        Unreadable { line: line_of(self.source, place), reason: reason.to_owned() }
    }
}

struct Reader<'a> {
    events: Events<'a>,
    at: usize,
}

impl Reader<'_> {
    fn entries(&mut self) -> Result<Vec<Entry>, Unreadable> {
        match self.events.all.first() {
            None | Some((Event::DocumentEnd, _)) => return Ok(Vec::new()),
            Some((Event::MappingStart(StructureStyle::Block, ..), _)) => self.at = 1,
            Some((_, span)) => {
                return Err(self.events.refuse(span.start.0, "no lines of keys and values"));
            }
        }
        let mut entries = Vec::new();
        loop {
            let (event, key_span) = self.events.all[self.at].clone();
            match event {
                Event::MappingEnd => return Ok(entries),
                Event::Scalar(key, ..) => {
                    self.at += 1;
                    let (node, events) = self.node();
                    let meaning = meaning(&self.events.all[events]);
                    entries.push(Entry { key: key.into_owned(), key_span, node, meaning });
                }
                _ => return Err(self.events.refuse(key_span.start.0, "a key that is no text")),
            }
        }
    }

    /// The value that begins here, and the events that it is made of.
    fn node(&mut self) -> (Node, Range<usize>) {
        let first = self.at;
        let (event, span) = self.events.all[first].clone();
        let node = match event {
            Event::Scalar(value, style, _, tag) => {
                self.at += 1;
                let is_null = ["", "~", "null", "Null", "NULL"].contains(&&*value);
                match is_null && style == ScalarStyle::Plain && tag.is_none() {
                    true => Node::Null { span },
                    false => Node::Scalar { value: value.into_owned(), style, span },
                }
            }
            Event::SequenceStart(style, ..) => {
                self.at += 1;
                self.list(style == StructureStyle::Flow, span)
            }
            Event::MappingStart(written, ..) => {
                self.at += 1;
                let mut end = span.end;
                while !matches!(self.events.all[self.at].0, Event::MappingEnd) {
                    let (node, _) = self.node();
                    end = end.max(node.span().end);
                }
                let close = self.events.all[self.at].1.end;
                self.at += 1;
                // In lines, a mapping has no end of its own.
                let end = if written == StructureStyle::Flow { close } else { end };
                Node::Other { span: Span { start: span.start, end } }
            }
            _ => {
                self.at += 1;
                Node::Other { span }
            }
        };
        (node, first..self.at)
    }

    fn list(&mut self, flow: bool, start: Span) -> Node {
        let mut items = Vec::new();
        while !matches!(self.events.all[self.at].0, Event::SequenceEnd) {
            let (node, _) = self.node();
            let span = node.span();
            let (value, style) = match node {
                Node::Scalar { value, style, .. } => (Some(value), style),
                _ => (None, ScalarStyle::Plain),
            };
            items.push(Item { value, style, span });
        }
        let close = self.events.all[self.at].1.end;
        self.at += 1;
        let last = items.last().map_or(start.end, |last| last.span.end);
        let end = if flow { close } else { last };
        Node::List { flow, items, span: Span { start: start.start, end } }
    }
}

/// What these events say, without how it is written.
fn meaning(events: &[(Event<'_>, Span)]) -> String {
    let said = events.iter().map(|(event, _)| match event {
        Event::Scalar(value, style, anchor, tag) => {
            let plain = *style == ScalarStyle::Plain;
            format!("text {plain} {anchor} {tag:?} {value:?}")
        }
        Event::SequenceStart(_, anchor, tag) => format!("list {anchor} {tag:?}"),
        Event::MappingStart(_, anchor, tag) => format!("mapping {anchor} {tag:?}"),
        event => format!("{event:?}"),
    });
    said.collect::<Vec<_>>().join("\n")
}

fn unreadable(source: &str, start: usize, error: &ScanError) -> Unreadable {
    let place = start + error.marker().byte_offset().unwrap_or_default();
    Unreadable { line: line_of(source, place), reason: error.info() }
}

/// The line of byte `place`, from 1.
fn line_of(source: &str, place: usize) -> usize {
    let mut starts = std::iter::successors(Some(0), |&at| {
        let next = next_line(source, at);
        (next > at && next <= place).then_some(next)
    });
    starts.by_ref().count()
}
