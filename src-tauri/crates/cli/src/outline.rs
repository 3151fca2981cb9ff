//! `lede outline`: the parts of a piece.

use crate::{out, refusal::Refusal, source::Source};
use piece::{Counts, Outline, Piece};
use std::{fmt::Write, path::Path};

/// Prints the parts, as JSON or for a person.
pub(crate) fn outline(file: &Path, json: bool) -> Result<(), Refusal> {
    let source = Source::read(file)?;
    let source = source.text.as_str();
    let outline = Piece::parse(source).outline(source);
    let shown = match json {
        // Numbers and strings always have a JSON form.
        true => serde_json::to_string(&outline).unwrap_or_default() + "\n",
        false => for_a_person(&outline),
    };
    out::print(&shown)
}

fn for_a_person(outline: &Outline) -> String {
    let mut shown = String::new();
    let mut line = |part: &str, what: Option<String>| {
        // Writing to a string does not fail.
        let _ = writeln!(shown, "{part:<11} {}", what.unwrap_or_else(|| "–".to_owned()));
    };
    let length = |part: &Option<String>| part.as_deref().map(words);
    line("title", outline.title.as_deref().map(one_line));
    line("dek", outline.dek.as_deref().map(one_line));
    line("lede", length(&outline.lede));
    for point in &outline.points {
        let heading = one_line(&point.heading);
        let body = words(&point.body);
        line(&point.number.to_string(), Some(format!("{heading} ({body})").trim().to_owned()));
    }
    line("conclusion", length(&outline.conclusion));
    line("footer", length(&outline.footer));
    shown
}

fn words(part: &str) -> String {
    match Counts::of_markdown(part).words {
        1 => "1 word".to_owned(),
        count => format!("{count} words"),
    }
}

/// A setext heading may run over several lines.
fn one_line(part: &str) -> String {
    part.split_whitespace().collect::<Vec<_>>().join(" ")
}
