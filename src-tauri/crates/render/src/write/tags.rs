//! Markdown's elements that are a start tag and an end tag.

use super::{Open, Writer};
use pulldown_cmark::{Alignment, CodeBlockKind, HeadingLevel, Tag};

impl Writer<'_> {
    pub(super) fn element(&mut self, tag: Tag<'_>) {
        if !self.may_open(&tag) {
            self.item = None;
            return self.open.push(Open::Bare);
        }
        match tag {
            Tag::CodeBlock(kind) => self.code_block(&kind),
            Tag::Table(alignments) => {
                self.alignments = alignments;
                self.tag("<table>", "</tbody></table>");
            }
            Tag::TableHead => {
                (self.in_head, self.column) = (true, 0);
                self.tag("<thead><tr>", "</tr></thead><tbody>");
            }
            Tag::TableRow => {
                (self.in_head, self.column) = (false, 0);
                self.tag("<tr>", "</tr>");
            }
            Tag::TableCell => self.cell(),
            Tag::List(Some(start)) if start != 1 => {
                self.tag(&format!("<ol start=\"{start}\">\n"), "</ol>");
            }
            Tag::Item => {
                self.tag("<li", "</li>\n");
                self.item = Some(self.out().len());
                self.put(">");
            }
            tag => {
                let (start, end) = plain(&tag);
                self.tag(start, end);
            }
        }
    }

    /// What only makes sense in its parent is there exactly if that is; all else needs room.
    fn may_open(&self, tag: &Tag<'_>) -> bool {
        match tag {
            Tag::Item | Tag::TableHead | Tag::TableRow | Tag::TableCell => {
                !matches!(self.open.last(), Some(Open::Bare))
            }
            _ => self.has_room(),
        }
    }

    fn tag(&mut self, start: &str, end: &'static str) {
        self.put(start);
        self.open.push(Open::Tag(end));
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>) {
        self.put("<pre><code");
        if let CodeBlockKind::Fenced(info) = kind
            && let Some(language) = language(info)
        {
            self.put(&format!(" class=\"language-{language}\""));
        }
        self.put(">");
        self.code += 1;
        self.open.push(Open::CodeBlock);
    }

    fn cell(&mut self) {
        let (start, end) = if self.in_head { ("<th", "</th>") } else { ("<td", "</td>") };
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Left) => " class=\"left\">",
            Some(Alignment::Center) => " class=\"center\">",
            Some(Alignment::Right) => " class=\"right\">",
            _ => ">",
        };
        self.column += 1;
        self.put(start);
        self.tag(class, end);
    }
}

/// The language that a fence names, if it is a name.
fn language(info: &str) -> Option<&str> {
    let name = info.split([' ', '\t', ',', '{']).next().filter(|name| !name.is_empty())?;
    name.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"+-_.#".contains(&byte))
        .then_some(name)
}

/// The tags of an element without attributes; none for what the parser is not told to read.
fn plain(tag: &Tag<'_>) -> (&'static str, &'static str) {
    match tag {
        Tag::Paragraph => ("<p>", "</p>"),
        Tag::Heading { level, .. } => heading(*level),
        Tag::BlockQuote(_) => ("<blockquote>", "</blockquote>"),
        Tag::List(Some(_)) => ("<ol>\n", "</ol>"),
        Tag::List(None) => ("<ul>\n", "</ul>"),
        Tag::Emphasis => ("<em>", "</em>"),
        Tag::Strong => ("<strong>", "</strong>"),
        Tag::Strikethrough => ("<del>", "</del>"),
        _ => ("", ""),
    }
}

fn heading(level: HeadingLevel) -> (&'static str, &'static str) {
    match level {
        HeadingLevel::H1 => ("<h1>", "</h1>"),
        HeadingLevel::H2 => ("<h2>", "</h2>"),
        HeadingLevel::H3 => ("<h3>", "</h3>"),
        HeadingLevel::H4 => ("<h4>", "</h4>"),
        HeadingLevel::H5 => ("<h5>", "</h5>"),
        HeadingLevel::H6 => ("<h6>", "</h6>"),
    }
}
