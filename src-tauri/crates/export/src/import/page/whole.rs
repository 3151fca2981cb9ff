//! Blocks that stay together: lists, quotes, code and tables.

use super::blocks::{Block, blocks_in};
use super::runs::{Runs, Style};
use dom_query::NodeRef;

/// The Markdown of such a block; nothing for another one.
pub(super) fn whole(node: &NodeRef<'_>, name: &str, depth: usize) -> Option<String> {
    match name {
        "ul" => Some(list(node, depth, |_| "- ".to_owned())),
        "ol" => {
            let start = node.attr("start").and_then(|it| it.trim().parse().ok()).unwrap_or(1_u32);
            Some(list(node, depth, |at| format!("{}. ", start.saturating_add(at))))
        }
        "blockquote" => Some(prefixed(&inside(node, depth), "> ", "> ")),
        "pre" => Some(fenced(node)),
        "table" => table(node, depth),
        _ => None,
    }
}

/// The blocks in an element as Markdown.
fn inside(node: &NodeRef<'_>, depth: usize) -> String {
    let blocks: Vec<String> = blocks_in(node, depth).iter().map(Block::markdown).collect();
    blocks.join("\n\n")
}

fn list(node: &NodeRef<'_>, depth: usize, marker: impl Fn(u32) -> String) -> String {
    let items = node.children_it(false).filter(NodeRef::is_element);
    let items: Vec<String> =
        items.map(|item| inside(&item, depth)).filter(|it| !it.is_empty()).collect();
    // With paragraphs in one of its items a list is a loose one.
    let is_loose = items.iter().any(|item| item.contains("\n\n"));
    let numbered = items.iter().zip(0..).map(|(item, at)| {
        let marker = marker(at);
        prefixed(item, &marker, &" ".repeat(marker.len()))
    });
    numbered.collect::<Vec<_>>().join(if is_loose { "\n\n" } else { "\n" })
}

/// Lines with `first` before the first and `other` before the others; a blank line gets no blanks.
fn prefixed(lines: &str, first: &str, other: &str) -> String {
    let lines = lines.lines().enumerate().map(|(at, line)| {
        let prefix = if at == 0 { first } else { other };
        format!("{prefix}{line}").trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn fenced(node: &NodeRef<'_>) -> String {
    let said = node.descendants_it().filter_map(|it| match () {
        () if it.is_text() => Some(it.text().replace("\r\n", "\n")),
        () => it.has_name("br").then(|| "\n".to_owned()),
    });
    let code: String = said.collect();
    let code = code.trim_matches('\n');
    let longest = code.split(|it| it != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    if code.trim().is_empty() { String::new() } else { format!("{fence}\n{code}\n{fence}") }
}

/// A table of lines. One that lays out a page, with blocks in its cells or a single column, is none: what
/// is in it is read as if it stood outside.
fn table(node: &NodeRef<'_>, depth: usize) -> Option<String> {
    // Asked before a cell is read: each table around another would have all that is in it read twice over.
    if node.descendants_it().any(|it| it.has_name("table")) {
        return None;
    }
    let rows: Vec<Vec<String>> = node
        .descendants_it()
        .filter(|it| it.has_name("tr"))
        .map(|row| cells(&row, depth))
        .collect::<Option<_>>()?;
    let width = rows.iter().map(Vec::len).max().filter(|&width| width > 1)?;
    let line = |row: &Vec<String>| {
        let cells = (0..width).map(|at| row.get(at).map_or("", String::as_str));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let mut lines: Vec<String> = rows.iter().filter(|row| !row.is_empty()).map(line).collect();
    lines.insert(1.min(lines.len()), format!("|{}", " --- |".repeat(width)));
    Some(lines.join("\n"))
}

/// The cells of a row, each a line; nothing where one has more in it.
fn cells(row: &NodeRef<'_>, depth: usize) -> Option<Vec<String>> {
    let cells = row.children_it(false).filter(|it| it.has_name("td") || it.has_name("th"));
    cells
        .map(|cell| {
            let blocks = blocks_in(&cell, depth);
            match &blocks[..] {
                [] => Some(String::new()),
                [line] if line.is_line() => Some(in_cell(&line.runs, cell.has_name("th"))),
                _ => None,
            }
        })
        .collect()
}

fn in_cell(runs: &Runs, is_head: bool) -> String {
    let runs = if is_head { runs.none(Style::STRONG) } else { runs.clone() };
    runs.in_one_line().write("").replace('|', "\\|").replace("\\\\|", "\\|")
}
