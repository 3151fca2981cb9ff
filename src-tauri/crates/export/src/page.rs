//! The page: one file of HTML with its style and its pictures inside, and no script.

use crate::head::{About, iso_date};
use piece::blocks::Blocks;
use piece::{FrontMatter, Piece};
use render::{Document, World, document, escape};
use text::{ByteOffset, Text};

const STYLE: &str = include_str!("letter.css");

/// What a browser may load for the page: nothing but what is in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// The draft as a page, whole in itself: valid HTML with a readable style for screen and print, light
/// and dark, local pictures inside, footnotes at the end, no script, and a policy that forbids the
/// browser to load anything.
///
/// Front matter may say `lang`, `description`, `author`, `date`, `tags` or `keywords`, `canonical`
/// and `image`. The pictures that `world` gives must be `data:` URLs to be seen.
pub fn html(text: &Text, world: &dyn World) -> String {
    let source = text.as_str();
    let matter = FrontMatter::find(source);
    let blocks = Blocks::parse(source, FrontMatter::body_start(source));
    let piece = Piece::from_blocks(source, matter, &blocks);
    let page = Page {
        document: document(text, &blocks, world),
        fields: matter.map(|matter| matter.fields(source)).unwrap_or_default(),
        about: About::read(matter, source),
        blocks: &blocks,
        piece: &piece,
    };
    page.write()
}

struct Page<'p> {
    document: Document,
    fields: piece::FrontMatterFields,
    about: About,
    blocks: &'p Blocks,
    piece: &'p Piece,
}

/// What of a page stands in an element of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Header,
    Body,
    Point(usize),
    Footer,
}

impl Page<'_> {
    fn write(mut self) -> String {
        let (title, dek) = (self.title(), self.dek());
        self.about.title = title.as_deref().map(visible).unwrap_or_default();
        if self.about.description.is_empty() {
            self.about.description = dek.as_deref().map(visible).unwrap_or_default();
        }
        let mut out = String::from("<!DOCTYPE html>\n<html lang=\"");
        escape::attribute(&mut out, &self.about.language);
        out.push_str("\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.push_str(&format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n"
        ));
        out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        self.about.write(&mut out);
        out.push_str(&format!("<style>\n{STYLE}</style>\n</head>\n<body>\n<article>\n"));
        self.header(&mut out, title, dek);
        self.body(&mut out);
        self.notes(&mut out);
        out.push_str("</article>\n</body>\n</html>\n");
        out
    }

    /// What stands in the title, as HTML.
    fn title(&self) -> Option<String> {
        match self.piece.title {
            Some(title) => self.inside(title.span.start, &[("<h1>", "</h1>")]),
            None => self.fields.title.as_deref().map(escaped),
        }
    }

    fn dek(&self) -> Option<String> {
        let ends = [("<p><em>", "</em></p>"), ("<p><strong>", "</strong></p>")];
        match self.piece.dek {
            Some(dek) => self.inside(dek.span.start, &ends),
            None => self.fields.subtitle.as_deref().map(escaped),
        }
    }

    /// The HTML of the block that begins at `start`, without one of the pairs of tags around it.
    fn inside(&self, start: ByteOffset, tags: &[(&str, &str)]) -> Option<String> {
        let is_it = |block: &&render::Body| self.blocks.blocks[block.block].span.start == start;
        let html = &self.document.body.iter().find(is_it)?.html;
        let inner = |(open, close): &(&str, &str)| html.strip_prefix(open)?.strip_suffix(close);
        tags.iter().find_map(inner).map(str::to_owned)
    }

    fn header(&self, out: &mut String, title: Option<String>, dek: Option<String>) {
        let dateline = self.dateline();
        if title.is_none() && dek.is_none() && dateline.is_none() {
            return;
        }
        out.push_str("<header>\n");
        for (start, inner, end) in [
            ("<p class=\"dateline\">", dateline, "</p>\n"),
            ("<h1>", title, "</h1>\n"),
            ("<p class=\"dek\">", dek, "</p>\n"),
        ] {
            if let Some(inner) = inner.filter(|inner| !inner.is_empty()) {
                out.push_str(&format!("{start}{inner}{end}"));
            }
        }
        out.push_str("</header>\n");
    }

    fn dateline(&self) -> Option<String> {
        let date = match iso_date(&self.about.date) {
            Some(day) if self.about.language.starts_with("en") => {
                format!("<time datetime=\"{}\">{}</time>", self.about.date, in_words(day))
            }
            Some(_) => format!("<time>{}</time>", self.about.date),
            None => escaped(&self.about.date),
        };
        let parts: Vec<String> = [date, escaped(&self.about.author)]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    /// All blocks but title and dek, those of a point in a section and those of the footer in one.
    fn body(&self, out: &mut String) {
        let mut place = Place::Body;
        for block in &self.document.body {
            let next = self.place_of(self.blocks.blocks[block.block].span.start);
            if next == Place::Header {
                continue;
            }
            if next != place {
                close(out, place);
                open(out, next);
                place = next;
            }
            push_short(out, &block.html);
            out.push('\n');
        }
        close(out, place);
    }

    fn place_of(&self, start: ByteOffset) -> Place {
        let is_title = self.piece.title.is_some_and(|title| title.span.start == start);
        let is_dek = self.piece.dek.is_some_and(|dek| dek.span.start == start);
        if is_title || is_dek {
            return Place::Header;
        }
        if self.piece.footer.is_some_and(|footer| footer.contains(start)) {
            return Place::Footer;
        }
        let after = self.piece.points.partition_point(|point| point.span.start <= start);
        match self.piece.points[..after].last() {
            Some(point) if point.span.contains(start) => Place::Point(after),
            _ => Place::Body,
        }
    }

    fn notes(&self, out: &mut String) {
        if self.document.notes.is_empty() {
            return;
        }
        out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
        for note in &self.document.notes {
            push_short(out, &note.html);
            out.push('\n');
        }
        out.push_str("</ol>\n</section>\n");
    }
}

fn open(out: &mut String, place: Place) {
    match place {
        Place::Point(place) => out.push_str(&format!("<section id=\"point-{place}\">\n")),
        Place::Footer => out.push_str("<footer>\n"),
        Place::Body | Place::Header => {}
    }
}

fn close(out: &mut String, place: Place) {
    match place {
        Place::Point(_) => out.push_str("</section>\n"),
        Place::Footer => out.push_str("</footer>\n"),
        Place::Body | Place::Header => {}
    }
}

/// Appends HTML, attributes that are either there or not in their short form.
fn push_short(out: &mut String, html: &str) {
    // In text no `<` stands for itself, and in values no `"`, so an empty value is one of the tag's own.
    let mut tags = html.split('<');
    out.push_str(tags.next().unwrap_or_default());
    for tag in tags {
        let (tag, text) = tag.split_at(tag.find('>').unwrap_or(tag.len()));
        out.push('<');
        if tag.contains("=\"\"") {
            let short = |tag: String, name: &&str| {
                tag.replace(&format!(" {name}=\"\""), &format!(" {name}"))
            };
            out.push_str(&EITHER_THERE_OR_NOT.iter().fold(tag.to_owned(), short));
        } else {
            out.push_str(tag);
        }
        out.push_str(text);
    }
}

const EITHER_THERE_OR_NOT: [&str; 4] = ["checked", "disabled", "open", "reversed"];

fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape::text(&mut out, text);
    out
}

/// A day as it is written in English.
fn in_words((year, month, day): (u32, u32, u32)) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    format!("{day} {} {year}", MONTHS[month as usize - 1])
}

/// The text of our own HTML, without its tags and without references to footnotes.
pub(crate) fn visible(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        out.push_str(text);
        let end = if tag.starts_with("sup class=\"footnote-ref\"") { "</sup>" } else { ">" };
        rest = tag.split_once(end).map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    let resolved = out
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&");
    resolved.split_whitespace().collect::<Vec<_>>().join(" ")
}
