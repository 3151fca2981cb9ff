//! A page as blocks of Markdown.

use super::runs::{Run, Runs, Style};
use super::{is_rule, whole};
use dom_query::{Document, NodeRef};

/// So deep elements are looked into; what lies deeper is words.
const DEEPEST: usize = 100;

/// A dek is a line under a title: what is longer is a paragraph.
const LONGEST_DEK: usize = 280;

/// Elements that begin a block of their own.
const BLOCKS: [&str; 39] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

/// Words in a class that say that a line is a dek.
const DEK: [&str; 7] =
    ["dek", "deck", "subtitle", "subheading", "standfirst", "subhead", "tagline"];

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Heading(u8),
    Paragraph,
    Rule,
    /// A list, a quote, a table or code, which is Markdown already; or a line without a word.
    Whole,
}

/// A block of the page.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) kind: Kind,
    /// What a heading or paragraph says.
    pub(super) runs: Runs,
    /// The Markdown of what is whole.
    whole: String,
    /// Whether the page calls it a dek.
    pub(super) is_dek: bool,
}

impl Block {
    pub(super) fn rule() -> Self {
        Self::of(Kind::Rule, Runs::default())
    }

    pub(super) fn whole(markdown: String) -> Self {
        Self { whole: markdown, ..Self::of(Kind::Whole, Runs::default()) }
    }

    fn of(kind: Kind, runs: Runs) -> Self {
        Self { kind, runs, whole: String::new(), is_dek: false }
    }

    /// A block with these words; none where there is nothing to see.
    fn with(kind: Kind, runs: Runs, is_dek: bool) -> Option<Self> {
        let plain = runs.plain();
        match () {
            () if runs.is_empty() => None,
            () if is_rule(&plain) => Some(Self::rule()),
            () if plain.is_empty() => Some(Self::whole(runs.write(""))),
            () => Some(Self { is_dek, ..Self::of(kind, runs) }),
        }
    }

    /// Its words in one line.
    pub(super) fn plain(&self) -> String {
        self.runs.plain()
    }

    /// Whether it is a line of words.
    pub(super) fn is_line(&self) -> bool {
        matches!(self.kind, Kind::Heading(_) | Kind::Paragraph)
    }

    /// Whether a paragraph could be the line under a title.
    pub(super) fn may_be_dek(&self) -> bool {
        self.kind == Kind::Paragraph && self.plain().chars().count() <= LONGEST_DEK
    }

    /// It as Markdown. A heading is one of the second level at least: the first is the title's.
    pub(super) fn markdown(&self) -> String {
        match self.kind {
            Kind::Heading(level) => {
                let marker = format!("{} ", "#".repeat(usize::from(level.clamp(2, 6))));
                let line = self.runs.none(Style::STRONG).in_one_line().write(&marker);
                format!("{marker}{line}")
            }
            Kind::Paragraph => self.runs.write(""),
            Kind::Rule => "---".to_owned(),
            Kind::Whole => self.whole.clone(),
        }
    }
}

/// The blocks of a page, in its order.
pub(super) fn blocks(document: &Document) -> Vec<Block> {
    blocks_in(&document.body().unwrap_or_else(|| document.root()), 0)
}

/// The blocks in an element.
pub(super) fn blocks_in(node: &NodeRef<'_>, depth: usize) -> Vec<Block> {
    let mut walk = Walk::default();
    walk.children(node, &Set::default(), depth);
    walk.end_line(Kind::Paragraph, false);
    walk.blocks
}

/// How words are set where the walk is.
#[derive(Clone, Default)]
struct Set {
    style: Style,
    link: Option<String>,
}

#[derive(Default)]
struct Walk {
    blocks: Vec<Block>,
    line: Runs,
}

impl Walk {
    /// Ends the line that words were put into.
    fn end_line(&mut self, kind: Kind, is_dek: bool) {
        let line = std::mem::take(&mut self.line);
        for part in paragraphs(line) {
            self.blocks.extend(Block::with(kind, part, is_dek));
        }
    }

    fn children(&mut self, node: &NodeRef<'_>, set: &Set, depth: usize) {
        if depth > DEEPEST {
            return self.words(node, set);
        }
        for child in node.children_it(false) {
            if child.is_text() {
                self.line.push(&child.text(), set.style, set.link.as_deref());
            } else if let Some(name) = child.node_name() {
                self.element(&child, &name, set.clone(), depth);
            }
        }
    }

    /// All the words in an element, a blank where a block begins.
    fn words(&mut self, node: &NodeRef<'_>, set: &Set) {
        for inner in node.descendants_it() {
            let begins = inner.node_name().is_some_and(|name| BLOCKS.contains(&&*name));
            if inner.is_text() {
                self.line.push(&inner.text(), set.style, set.link.as_deref());
            } else if begins || inner.has_name("br") {
                self.line.push(" ", set.style, set.link.as_deref());
            }
        }
    }

    fn element(&mut self, node: &NodeRef<'_>, name: &str, set: Set, depth: usize) {
        if !BLOCKS.contains(&name) {
            return self.inline(node, name, set, depth);
        }
        self.end_line(Kind::Paragraph, false);
        if let Some(markdown) = whole::whole(node, name, depth + 1) {
            for caption in node.children_it(false).filter(|it| it.has_name("caption")) {
                self.element(&caption, "caption", set.clone(), depth + 1);
            }
            self.blocks.extend(Some(markdown).filter(|it| !it.is_empty()).map(Block::whole));
            return;
        }
        if name == "hr" {
            return self.blocks.push(Block::rule());
        }
        self.children(node, &set, depth + 1);
        let level = name.strip_prefix('h').and_then(|level| level.parse().ok());
        self.end_line(level.map_or(Kind::Paragraph, Kind::Heading), is_dek(node));
    }

    fn inline(&mut self, node: &NodeRef<'_>, name: &str, mut set: Set, depth: usize) {
        match name {
            "br" => return self.line.0.push(Run::Break),
            "img" => return self.picture(node),
            "input" | "textarea" | "option" => return,
            "a" => set.link = link(node).or(set.link),
            "code" | "kbd" | "samp" | "tt" => set.style |= Style::CODE,
            "del" | "s" | "strike" => set.style |= Style::GONE,
            _ => {}
        }
        set.style = styled(node, name, set.style);
        self.children(node, &set, depth + 1);
    }

    /// A picture of the web; one that is in the page itself would be a megabyte of letters.
    fn picture(&mut self, node: &NodeRef<'_>) {
        let address = node.attr("src").unwrap_or_default();
        if is_web(&address) {
            let alt = node.attr("alt").unwrap_or_default();
            let alt = alt.split_whitespace().collect::<Vec<_>>().join(" ");
            self.line.0.push(Run::Picture { alt, address: in_one_piece(&address) });
        }
    }
}

/// Two breaks in a row part two paragraphs.
fn paragraphs(line: Runs) -> Vec<Runs> {
    let mut parts = vec![Runs::default()];
    let mut breaks = 0;
    for run in line.0 {
        let is_blank = matches!(&run, Run::Words { text, .. } if text.trim().is_empty());
        if run == Run::Break {
            breaks += 1;
        } else if !(is_blank && breaks > 0) {
            let last = parts.last_mut().filter(|_| breaks < 2);
            match last {
                Some(part) => part.0.extend((0..breaks).map(|_| Run::Break).chain([run])),
                None => parts.push(Runs(vec![run])),
            }
            breaks = 0;
        }
    }
    parts
}

/// The style of words in an element. A page may say by a style what others say by an element, or the
/// other way round, as some do that wrap all that is copied in a `b` that is not bold.
fn styled(node: &NodeRef<'_>, name: &str, mut style: Style) -> Style {
    let css = node.attr("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    let says = |declaration: &str| css.split(';').any(|it| it == declaration);
    let bold = ["font-weight:bold", "font-weight:600", "font-weight:700", "font-weight:bolder"];
    let is_bold = matches!(name, "b" | "strong") || bold.into_iter().any(says);
    if says("font-weight:normal") || says("font-weight:400") {
        style = style.without(Style::STRONG);
    } else if is_bold {
        style |= Style::STRONG;
    }
    if says("font-style:normal") {
        style = style.without(Style::EM);
    } else if matches!(name, "i" | "em" | "cite" | "dfn" | "var") || says("font-style:italic") {
        style |= Style::EM;
    }
    style
}

fn link(node: &NodeRef<'_>) -> Option<String> {
    let address = node.attr("href")?;
    let address = address.trim();
    let leads = is_web(address) || address.to_ascii_lowercase().starts_with("mailto:");
    leads.then(|| in_one_piece(address))
}

/// An address without blanks and line ends, of which the Markdown of a link can have none.
fn in_one_piece(address: &str) -> String {
    address.split_whitespace().collect::<Vec<_>>().join("%20")
}

fn is_web(address: &str) -> bool {
    let address = address.trim().to_ascii_lowercase();
    address.starts_with("https://") || address.starts_with("http://")
}

/// Whether the page calls a line a dek.
pub(super) fn is_dek(node: &NodeRef<'_>) -> bool {
    has_class_word(node, &DEK)
}

/// Whether one of these words is in a class of an element, such as “share” in “share-buttons”.
pub(super) fn has_class_word(node: &NodeRef<'_>, wanted: &[&str]) -> bool {
    let class = node.attr("class").unwrap_or_default().to_ascii_lowercase();
    let mut words = class.split(|it: char| !it.is_ascii_alphanumeric());
    words.any(|word| wanted.contains(&word))
}
