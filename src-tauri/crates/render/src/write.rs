//! Events into HTML: every tag that comes from Markdown is written here.

mod inline;
mod tags;

use crate::definitions::Label;
use crate::image::{Asked, Image, World};
use crate::{escape, fit, link, sanitise};
use pulldown_cmark::{Alignment, CowStr, Event, LinkType, Tag};
use std::ops::Range;

/// How deep elements may lie in each other. What lies deeper keeps its text and loses its tags:
/// browsers give up at some hundred levels, and an attacker can ask for a hundred thousand.
const DEEPEST: usize = 64;

/// HTML in which the numbers of footnotes are still open.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Unnumbered {
    pub(crate) html: String,
    pub(crate) references: Vec<Reference>,
}

/// A reference to a footnote.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// Where it goes into the HTML, in bytes.
    pub(crate) at: usize,
    pub(crate) label: Label,
    /// Whether it may be a link, which it may not inside of one.
    pub(crate) linked: bool,
}

/// A footnote's definition as drawn.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Definition {
    pub(crate) label: Label,
    pub(crate) content: Unnumbered,
    /// Where it stands in its block, in bytes.
    pub(crate) range: Range<usize>,
}

/// What the events of one block come to.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) body: Unnumbered,
    pub(crate) definitions: Vec<Definition>,
    /// Every local image that was asked for, with the answer.
    pub(crate) images: Vec<Asked>,
    /// How many bytes of link destinations and titles came from definitions elsewhere.
    pub(crate) expansion: usize,
}

/// An element that is open.
enum Open {
    /// One of Markdown's, and what closes it.
    Tag(&'static str),
    /// One that has no tags here, because it lies too deep or may not be.
    Bare,
    /// A tag of the draft's own, which ends with what it stands in, if not before.
    Raw(String),
    Link,
    Image(Image),
    CodeBlock,
    HtmlBlock,
    Footnote(Label, Range<usize>),
}

/// Writes the events of one block.
pub(crate) struct Writer<'w> {
    world: &'w dyn World,
    done: Written,
    /// The footnotes that are open hold what was being written before them.
    outer: Vec<Unnumbered>,
    open: Vec<Open>,
    /// Running text, which the parser gives in pieces.
    text: String,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    links: usize,
    /// Where the content of the link begins that was opened last.
    link: usize,
    code: usize,
    /// Which of the open ones are images, from the outermost.
    images: Vec<usize>,
    /// Where the class of a list item goes, should a check box begin it.
    item: Option<usize>,
}

impl<'w> Writer<'w> {
    pub(crate) fn new(world: &'w dyn World) -> Self {
        Self {
            world,
            done: Written::default(),
            outer: Vec::new(),
            open: Vec::new(),
            text: String::new(),
            alignments: Vec::new(),
            column: 0,
            in_head: false,
            links: 0,
            link: 0,
            code: 0,
            images: Vec::new(),
            item: None,
        }
    }

    /// Takes the next event, and where it stands.
    pub(crate) fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if let Event::Text(text) | Event::Html(text) = &event {
            return self.text.push_str(text);
        }
        self.flush();
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(_) => self.end(),
            Event::Code(code) => self.code_span(&code),
            Event::InlineHtml(tag) => self.raw_tag(&tag),
            Event::FootnoteReference(label) => self.reference(label),
            Event::SoftBreak => self.line_break("\n"),
            Event::HardBreak => self.line_break("<br>\n"),
            Event::Rule => self.put("<hr>"),
            Event::TaskListMarker(ticked) => self.check_box(ticked),
            // Extensions that the parser is not told of.
            Event::Text(_) | Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    /// What was written, after the last event; places counted from byte `start` of what was parsed.
    pub(crate) fn finish(mut self, start: usize) -> Written {
        self.flush();
        for Definition { range, .. } in &mut self.done.definitions {
            *range = range.start - start..range.end - start;
        }
        self.done
    }

    fn out(&mut self) -> &mut String {
        &mut self.done.body.html
    }

    fn put(&mut self, html: &str) {
        if self.alt().is_none() {
            self.out().push_str(html);
        }
    }

    /// The text for the image that is open, in which nothing else can be.
    fn alt(&mut self) -> Option<&mut String> {
        match self.open.get_mut(*self.images.last()?) {
            Some(Open::Image(image)) => Some(&mut image.alt),
            _ => None,
        }
    }

    fn flush(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.text);
        if let Some(alt) = self.alt() {
            return alt.push_str(&text);
        }
        if let Some(Open::HtmlBlock) = self.open.last() {
            let Written { body, images, .. } = &mut self.done;
            fit::append(&mut body.html, sanitise::fragment(&text).trim_ascii(), self.world, images);
        } else if self.links > 0 || self.code > 0 {
            escape::text(self.out(), &text);
        } else {
            link::bare(self.out(), &text);
        }
    }

    fn end(&mut self) {
        while let Some(Open::Raw(_)) = self.open.last() {
            self.close();
        }
        self.close();
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Open::Tag(end)) if !self.drops_empty_heading(end) => self.put(end),
            Some(Open::Raw(name)) => self.close_raw(&name),
            Some(Open::Link) => {
                self.links -= 1;
                self.close_link();
            }
            Some(Open::CodeBlock) => {
                self.code -= 1;
                self.put("</code></pre>");
            }
            Some(Open::Image(image)) => self.image(&image),
            Some(Open::Footnote(label, range)) => self.close_footnote(label, range),
            Some(Open::Tag(_) | Open::Bare | Open::HtmlBlock) | None => {}
        }
    }

    /// A link without content could not be seen, so it shows where it leads.
    fn close_link(&mut self) {
        if self.alt().is_some() {
            return;
        }
        let Written { body: Unnumbered { html, references }, .. } = &mut self.done;
        let is_empty = html.get(self.link..).is_some_and(|content| content.trim().is_empty())
            && references.last().is_none_or(|last| last.at < self.link);
        let address = html.get(..self.link).and_then(|before| {
            let (_, tag) = before.rsplit_once(" href=\"")?;
            Some(tag.split_once('"')?.0.to_owned())
        });
        if let Some(address) = address.filter(|_| is_empty) {
            html.push_str(&address);
        }
        html.push_str("</a>");
    }

    /// A heading without content is not valid and shows nothing, so it goes.
    fn drops_empty_heading(&mut self, end: &str) -> bool {
        let body = &mut self.done.body;
        let start = end.replace('/', "");
        let is_empty = end.starts_with("</h") && body.html.ends_with(&start);
        let kept = body.html.len() - if is_empty { start.len() } else { 0 };
        if !is_empty || body.references.last().is_some_and(|last| last.at > kept) {
            return false;
        }
        body.html.truncate(kept);
        true
    }

    fn image(&mut self, image: &Image) {
        self.images.pop();
        if let Some(alt) = self.alt() {
            return alt.push_str(&image.alt);
        }
        image.write(&mut self.done.body.html, self.world, &mut self.done.images);
    }

    fn open_footnote(&mut self, label: CowStr<'_>, range: Range<usize>) {
        self.outer.push(std::mem::take(&mut self.done.body));
        self.open.push(Open::Footnote(Label::new(label.into_string()), range));
    }

    fn close_footnote(&mut self, label: Label, range: Range<usize>) {
        let outer = self.outer.pop().unwrap_or_default();
        let content = std::mem::replace(&mut self.done.body, outer);
        self.done.definitions.push(Definition { label, content, range });
    }

    fn reference(&mut self, label: CowStr<'_>) {
        if self.alt().is_some() {
            return;
        }
        let linked = self.links == 0;
        let body = &mut self.done.body;
        let label = Label::new(label.into_string());
        body.references.push(Reference { at: body.html.len(), label, linked });
    }

    fn line_break(&mut self, html: &str) {
        match self.alt() {
            Some(alt) => alt.push(' '),
            None => self.put(html),
        }
    }

    fn code_span(&mut self, code: &str) {
        if let Some(alt) = self.alt() {
            return alt.push_str(code);
        }
        self.put("<code>");
        escape::text(self.out(), code);
        self.put("</code>");
    }

    fn check_box(&mut self, ticked: bool) {
        let Some(at) = self.item.take() else { return };
        self.out().insert_str(at, " class=\"task\"");
        let state = if ticked { " checked=\"\"" } else { "" };
        self.put(&format!("<input type=\"checkbox\" disabled=\"\"{state}> "));
    }

    /// Whether one more element, with those that only make sense in it, may be opened here.
    fn has_room(&self) -> bool {
        self.open.len() + 4 <= DEEPEST
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::FootnoteDefinition(label) => self.open_footnote(label, range),
            Tag::HtmlBlock => self.open.push(Open::HtmlBlock),
            Tag::Image { dest_url, title, link_type, .. } => {
                self.count_expansion(link_type, &dest_url, &title);
                self.images.push(self.open.len());
                let (destination, title) = (dest_url.into_string(), title.into_string());
                self.open.push(Open::Image(Image { destination, title, ..Image::default() }));
            }
            Tag::Link { link_type, dest_url, title, .. } => {
                self.count_expansion(link_type, &dest_url, &title);
                self.link(link_type, &dest_url, &title);
            }
            tag => self.element(tag),
        }
    }

    fn link(&mut self, link_type: LinkType, destination: &str, title: &str) {
        let url = match link_type {
            LinkType::Email => link::safe(&format!("mailto:{destination}")),
            _ => link::safe(destination),
        };
        // Inside a link, which a tag of the draft's own may have opened, there can be no other.
        let Some(url) = url.filter(|_| self.links == 0 && self.has_room()) else {
            return self.open.push(Open::Bare);
        };
        if self.alt().is_none() {
            link::open(self.out(), &url, title);
            self.link = self.out().len();
        }
        self.links += 1;
        self.open.push(Open::Link);
    }

    fn count_expansion(&mut self, link_type: LinkType, destination: &str, title: &str) {
        if !matches!(link_type, LinkType::Inline | LinkType::Autolink | LinkType::Email) {
            self.done.expansion += destination.len() + title.len();
        }
    }
}
