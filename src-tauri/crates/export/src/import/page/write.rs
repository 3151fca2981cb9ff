//! A line as Markdown that says just that.
//!
//! What Markdown reads as it is meant stays as it is; only in the other a backslash stands before all
//! that could mean something, and where even so the marks of emphasis would be letters, they go.

use super::runs::{Run, Runs, Style};
use crate::import::escape::escaped;
use piece::blocks::options;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// The marks of each style, the outer one first.
const MARKS: [(Style, &str); 3] = [(Style::STRONG, "**"), (Style::EM, "*"), (Style::GONE, "~~")];

impl Runs {
    /// The line as Markdown, to stand behind `marker`: that of a heading, of an item, or nothing.
    pub(super) fn write(&self, marker: &str) -> String {
        let plain = self.each_plain();
        let attempts = [(self, false), (self, true), (&plain, true)];
        let written = attempts.map(|(runs, escape)| Writer::new(escape).write(runs));
        let meant = |markdown: &&String| seen(&format!("{marker}{markdown}")) == self.meant(marker);
        let found = written[..2].iter().find(meant);
        found.unwrap_or(&written[2]).clone()
    }

    fn each_plain(&self) -> Self {
        self.none(Style::STRONG | Style::EM | Style::GONE)
    }

    /// What is to be seen of the line.
    fn meant(&self, marker: &str) -> Seen {
        let mut seen = Seen::default();
        let number = marker.trim_start_matches(['#', ' ']);
        if marker.starts_with('#') {
            seen.shape.push('h');
            seen.put(number, Style::default(), None);
        } else if marker.is_empty() {
            seen.shape.push('p');
        } else {
            seen.shape.push_str("li");
        }
        for run in &self.0 {
            match run {
                Run::Words { text, style, link } => seen.put(text, *style, link.as_deref()),
                Run::Picture { alt, address } => seen.put(alt, Style::default(), Some(address)),
                Run::Break => seen.put("\n", Style::default(), None),
            }
        }
        seen.trimmed()
    }
}

/// What a reader sees: the elements, a letter each, and each character as it is set.
#[derive(Debug, Default, PartialEq, Eq)]
struct Seen {
    shape: String,
    letters: Vec<(char, Style, Option<String>)>,
}

impl Seen {
    /// The style of a blank is nobody's.
    fn put(&mut self, text: &str, style: Style, link: Option<&str>) {
        let letter = |it: char| match it {
            '\n' | ' ' => (it, Style::default(), None),
            _ => (it, style, link.map(str::to_owned)),
        };
        self.letters.extend(text.chars().map(letter));
    }

    fn trimmed(mut self) -> Self {
        let is_blank = |(it, ..): &(char, Style, Option<String>)| it.is_whitespace();
        while self.letters.last().is_some_and(is_blank) {
            self.letters.pop();
        }
        let begin = self.letters.iter().take_while(|it| is_blank(it)).count();
        self.letters.drain(..begin);
        // A blank before a break of the line is not seen.
        self.letters.dedup_by(|after, before| {
            let folds = before.0 == ' ' && after.0 == '\n';
            if folds {
                before.0 = '\n';
            }
            folds
        });
        self
    }
}

/// What is seen of Markdown.
fn seen(markdown: &str) -> Seen {
    let mut seen = Seen::default();
    let mut style = Style::default();
    let mut links: Vec<String> = Vec::new();
    for event in Parser::new_ext(markdown, options()) {
        let link = links.last().cloned();
        match event {
            Event::Start(Tag::Strong) => style |= Style::STRONG,
            Event::Start(Tag::Emphasis) => style |= Style::EM,
            Event::Start(Tag::Strikethrough) => style |= Style::GONE,
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                links.push(dest_url.into_string());
            }
            Event::Start(tag) => seen.shape.push(letter(&tag)),
            Event::End(TagEnd::Strong) => style = style.without(Style::STRONG),
            Event::End(TagEnd::Emphasis) => style = style.without(Style::EM),
            Event::End(TagEnd::Strikethrough) => style = style.without(Style::GONE),
            Event::End(TagEnd::Link | TagEnd::Image) => drop(links.pop()),
            Event::End(_) => {}
            Event::Text(text) => seen.put(&text, style, link.as_deref()),
            Event::Code(text) => seen.put(&text, style | Style::CODE, link.as_deref()),
            Event::HardBreak => seen.put("\n", style, None),
            _ => seen.shape.push('?'),
        }
    }
    seen.trimmed()
}

fn letter(tag: &Tag<'_>) -> char {
    match tag {
        Tag::Paragraph => 'p',
        Tag::Heading { .. } => 'h',
        Tag::List(_) => 'l',
        Tag::Item => 'i',
        _ => '?',
    }
}

/// Writes runs one behind the other.
struct Writer {
    out: String,
    escape: bool,
    /// The marks that are open, the outer one first.
    open: Vec<&'static str>,
    link: Option<String>,
}

impl Writer {
    fn new(escape: bool) -> Self {
        Self { out: String::new(), escape, open: Vec::new(), link: None }
    }

    fn write(mut self, runs: &Runs) -> String {
        for run in &runs.0 {
            match run {
                Run::Words { text, style, link } => self.words(text, *style, link.as_deref()),
                Run::Picture { alt, address } => {
                    self.turn(Style::default(), None, false);
                    self.out.push_str(&format!("![{}]({})", escaped(alt), target(address)));
                }
                Run::Break => {
                    self.turn(Style::default(), None, false);
                    self.out.truncate(self.out.trim_end().len());
                    self.out.push_str("\\\n");
                }
            }
        }
        self.turn(Style::default(), None, false);
        self.out.trim().trim_end_matches("\\\n").to_owned()
    }

    /// Blanks at either end stand outside of the marks, which would be letters beside them.
    fn words(&mut self, text: &str, style: Style, link: Option<&str>) {
        let words = text.trim();
        if words.is_empty() {
            self.out.push(' ');
            return;
        }
        self.turn(style, link, text.starts_with(' '));
        if style.has(Style::CODE) {
            self.out.push_str(&code(words));
        } else if self.escape {
            self.out.push_str(&escaped(words));
        } else {
            self.out.push_str(words);
        }
        if text.ends_with(' ') {
            self.out.push(' ');
        }
    }

    /// Closes the marks that end here and opens those that begin, with a blank between where there is one.
    fn turn(&mut self, style: Style, link: Option<&str>, blank: bool) {
        let wanted: Vec<&str> =
            MARKS.iter().filter(|(it, _)| style.has(*it)).map(|(_, mark)| *mark).collect();
        let stays = self.link.as_deref() == link;
        let same =
            self.open.iter().zip(&wanted).take_while(|(open, wanted)| open == wanted).count();
        let same = if stays { same } else { 0 };
        let (words, had_blank) = match self.out.strip_suffix(' ') {
            Some(words) if self.open.len() > same || !stays => (words.len(), true),
            _ => (self.out.len(), false),
        };
        self.out.truncate(words);
        while self.open.len() > same {
            self.out.push_str(self.open.pop().unwrap_or_default());
        }
        if !stays && let Some(link) = self.link.take() {
            self.out.push_str(&format!("]({})", target(&link)));
        }
        if had_blank || blank {
            self.out.push(' ');
        }
        if !stays && let Some(link) = link {
            self.out.push('[');
            self.link = Some(link.to_owned());
        }
        for mark in &wanted[same..] {
            self.out.push_str(mark);
            self.open.push(MARKS.iter().find(|(_, it)| it == mark).map_or("", |(_, it)| it));
        }
    }
}

/// Code between as many backticks as it takes.
fn code(text: &str) -> String {
    let longest = text.split(|it| it != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let gap = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{gap}{text}{gap}{fence}")
}

/// An address as it stands between the parentheses of a link.
pub(super) fn target(address: &str) -> String {
    if address.contains(['(', ')', ' ', '\\']) {
        format!("<{}>", address.replace('<', "%3C").replace('>', "%3E").replace('\\', "%5C"))
    } else {
        address.replace('<', "%3C").replace('>', "%3E")
    }
}
