//! A copied or saved web page made a piece in canonical form.
//!
//! [`prune`] takes away what is no part of the text, [`blocks`] reads what is left as blocks of Markdown,
//! and which of them is title, dek, point or conclusion the reader of plain text decides, who is shown
//! each block as one line.

mod article;
mod blocks;
mod left_out;
mod prune;
mod runs;
mod weights;
mod whole;
mod write;

use super::escape;
use super::read::{Line, is_rule, read};
use blocks::{Block, Kind};
use dom_query::Document;
use runs::{Runs, Style};
use std::collections::VecDeque;

pub use left_out::LeftOut;

/// What a page has become.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedPage {
    /// The piece, LF at every line end; empty where the page has no words.
    pub markdown: String,
    /// What of the page is no part of the piece, each once.
    pub left_out: Vec<LeftOut>,
    /// How many blocks the piece was made from: of one alone nobody would say that it is a page.
    pub blocks: usize,
}

/// The tags that a page, or what was copied of one, may begin with.
const BEGINNINGS: [&str; 24] = [
    "!doctype html",
    "html",
    "head",
    "title",
    "meta",
    "style",
    "script",
    "body",
    "article",
    "main",
    "section",
    "header",
    "nav",
    "div",
    "h1",
    "h2",
    "h3",
    "p",
    "span",
    "b",
    "blockquote",
    "ul",
    "ol",
    "table",
];

/// Whether a text is the HTML of a page rather than plain text: by the tag that it begins with.
pub fn is_page(source: &str) -> bool {
    let source = source.trim_start_matches(|it: char| it.is_whitespace() || it == '\u{feff}');
    let Some(tag) = source.strip_prefix('<') else { return false };
    BEGINNINGS.iter().any(|name| {
        let begins = tag.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name));
        begins && tag[name.len()..].starts_with(|it: char| it == '>' || it.is_whitespace())
    })
}

/// A piece in canonical form from the HTML of a page, or of a stretch of one.
///
/// The first heading of the first level is the title, else the first line is; where there is no line, the
/// piece has no title. What is marked as a subtitle or is emphasised as a whole is the dek. A heading or
/// paragraph `N. …` whose numbers run from 1 is a point, as in plain text. The first heading behind the
/// last point that bears no number and is of the points' level or above begins the conclusion. Emphasis,
/// links, lists, quotes, code, tables and pictures of the web stay; scripts, navigation, share and
/// subscription boxes and comments do not.
pub fn import_page(html: &str) -> ImportedPage {
    let document = Document::from(html);
    let left_out = prune::prune(&document);
    let mut blocks = blocks::blocks(&document);
    let count = blocks.len();
    let title = take_title(&mut blocks);
    let markdown = match title {
        Some(title) => piece(&title, blocks),
        None => without_a_line(blocks),
    };
    ImportedPage { markdown, left_out, blocks: count }
}

/// Takes the title out of the blocks, as one line.
fn take_title(blocks: &mut Vec<Block>) -> Option<String> {
    let is_title = |block: &Block| block.kind == Kind::Heading(1);
    let first = || blocks.iter().position(|block| block.is_line());
    let at = blocks.iter().position(is_title).or_else(first)?;
    Some(blocks.remove(at).plain())
}

/// What has no line for a title, such as a list that was copied alone: its blocks, and the rules between.
fn without_a_line(mut blocks: Vec<Block>) -> String {
    let is_rule = |block: &Block| block.kind == Kind::Rule;
    blocks.dedup_by(|block, before| is_rule(block) && is_rule(before));
    blocks.pop_if(|last| is_rule(last));
    // A rule in the first line would begin front matter.
    let written: Vec<String> =
        blocks.iter().skip_while(|first| is_rule(first)).map(Block::markdown).collect();
    if written.is_empty() { String::new() } else { written.join("\n\n") + "\n" }
}

fn piece(title: &str, mut blocks: Vec<Block>) -> String {
    begin_conclusion(&mut blocks);
    let lines = blocks.iter().map(shown);
    let source: String =
        std::iter::once(title.to_owned()).chain(lines).collect::<Vec<_>>().join("\n");
    let has_points = read(&source).lines.iter().any(|line| matches!(line, Line::Heading(..)));
    let mut left: VecDeque<Block> =
        blocks.into_iter().filter(|block| block.kind != Kind::Rule).collect();
    let mut written =
        vec![piece::new_piece(&escape::heading("# ", title), 0).trim_end().to_owned()];
    for (place, line) in read(&source).lines.into_iter().enumerate() {
        if line == Line::Rule {
            written.push("---".to_owned());
            continue;
        }
        let Some(block) = left.pop_front() else { break };
        let in_dek = block.is_dek || (line_is_dek(line) && has_points && block.may_be_dek());
        written.push(match line {
            _ if place == 0 && in_dek => block.runs.all(Style::EM).write(""),
            Line::Heading(number, text) => point(number, &block, text),
            Line::Item(number, text) => item(number, &block, text),
            _ => block.markdown(),
        });
    }
    written.join("\n\n") + "\n"
}

fn line_is_dek(line: Line<'_>) -> bool {
    matches!(line, Line::Dek(_))
}

/// A block as the reader of plain text is shown it: its words in one line, or a sign for what is no line.
fn shown(block: &Block) -> String {
    match block.kind {
        Kind::Rule => "---".to_owned(),
        Kind::Whole => "\u{fffc}".to_owned(),
        _ => block.plain(),
    }
}

/// Puts a rule before the heading with which the conclusion begins.
fn begin_conclusion(blocks: &mut Vec<Block>) {
    let level = |block: &Block| match block.kind {
        Kind::Heading(level) => Some(level),
        _ => None,
    };
    let numbered = |block: &Block| super::read::number(&block.plain()).is_some();
    let mut points = blocks.iter().filter(|block| numbered(block)).filter_map(level);
    let Some(points_level) = points.next() else { return };
    let last = blocks.iter().rposition(|block| level(block).is_some() && numbered(block));
    let Some(behind) = last.map(|last| last + 1) else { return };
    let ends = |block: &Block| level(block).is_some_and(|level| level <= points_level);
    if let Some(found) = blocks[behind..].iter().position(ends) {
        blocks.insert(behind + found, Block::rule());
    }
}

/// The runs of a block that say `text`, which is the end of its words.
fn behind_marker(block: &Block, text: &str) -> Runs {
    let marker = block.plain().chars().count().saturating_sub(text.chars().count());
    block.runs.behind(marker)
}

fn point(number: u32, block: &Block, text: &str) -> String {
    let marker = format!("## {number}. ");
    let heading = behind_marker(block, text).none(Style::STRONG).in_one_line();
    format!("{marker}{}", heading.write(&marker)).trim_end().to_owned()
}

fn item(number: u32, block: &Block, text: &str) -> String {
    let marker = format!("{number}. ");
    format!("{marker}{}", behind_marker(block, text).in_one_line().write(&marker))
        .trim_end()
        .to_owned()
}
