//! What of a Markdown block its reader sees.

use crate::blocks::{options, parsed_form};
use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Parser, Tag, TagEnd};
use std::borrow::Cow;
use std::fmt::Write;

/// Hands the visible text of `source` to `each`, a paragraph, heading, cell or list item at a time.
pub(super) fn visible(source: &str, each: &mut dyn FnMut(&str)) {
    let form = parsed_form(source);
    let whole = with_footnotes(&form);
    let parser = Parser::new_with_broken_link_callback(&whole, options(), Some(resolved));
    let mut seen = Seen::default();
    for (event, range) in parser.into_offset_iter() {
        if range.start < source.len() {
            seen.take(event, each);
        }
    }
    seen.flush(each);
}

/// Links into definitions that stand elsewhere in the draft are links. A label alone in brackets is
/// left as it is: more often than not it is a remark, like `[sic]`.
#[allow(clippy::needless_pass_by_value, reason = "the parser's signature")]
fn resolved<'a>(link: BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)> {
    let is_link = matches!(link.link_type, LinkType::Reference | LinkType::Collapsed);
    is_link.then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
}

/// The source and behind it a definition for every footnote that it may refer to: without one, the
/// parser takes `[^1]` for text.
fn with_footnotes(source: &str) -> Cow<'_, str> {
    if !source.contains("[^") {
        return Cow::Borrowed(source);
    }
    let mut whole = source.to_owned();
    for rest in source.split("[^").skip(1) {
        if let Some((label, _)) =
            rest.split_once(']').filter(|(label, _)| !label.contains(['[', '\n']))
        {
            let _ = write!(whole, "\n\n[^{label}]: x");
        }
    }
    Cow::Owned(whole)
}

#[derive(Default)]
struct Seen {
    text: String,
    html: String,
    images: usize,
}

impl Seen {
    fn take(&mut self, event: Event<'_>, each: &mut dyn FnMut(&str)) {
        match event {
            Event::Start(Tag::Image { .. }) => self.images += 1,
            Event::End(TagEnd::Image) => self.images -= 1,
            Event::End(TagEnd::HtmlBlock) => self.end_html(each),
            Event::Html(html) => self.html.push_str(&html),
            Event::Text(text) | Event::Code(text) if self.images == 0 => self.text.push_str(&text),
            Event::SoftBreak | Event::HardBreak if self.images == 0 => self.text.push(' '),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.text.push(' '),
            Event::Start(tag) if !is_inline(&tag.to_end()) => self.flush(each),
            Event::End(tag) if !is_inline(&tag) => self.flush(each),
            _ => {}
        }
    }

    fn end_html(&mut self, each: &mut dyn FnMut(&str)) {
        let html = std::mem::take(&mut self.html);
        self.text = without_tags(&html);
        self.flush(each);
    }

    fn flush(&mut self, each: &mut dyn FnMut(&str)) {
        if !self.text.trim().is_empty() {
            each(&self.text);
        }
        self.text.clear();
    }
}

fn is_inline(tag: &TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
    matches!(tag, Emphasis | Strong | Strikethrough | Link | Image)
}

/// The text of an HTML block: without tags, comments, and what is for machines.
fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = behind_tag(&rest[at..]).unwrap_or_else(|| {
            text.push('<');
            &rest[at + 1..]
        });
    }
    text + rest
}

/// What follows the tag or comment that `html` begins with, if it does begin with one.
fn behind_tag(html: &str) -> Option<&str> {
    let close = |end: &str| html.find(end).map_or("", |at| &html[at + end.len()..]);
    let letters = html[1..].find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(html.len() - 1);
    match html[1..=letters].to_ascii_lowercase().as_str() {
        _ if html.starts_with("<!--") => Some(close("-->")),
        "script" => Some(close("</script>")),
        "style" => Some(close("</style>")),
        "" => html[1..].starts_with(['/', '!', '?']).then(|| close(">")),
        _ => Some(close(">")),
    }
}
