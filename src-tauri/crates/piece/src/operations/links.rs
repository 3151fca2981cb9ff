//! Links and pictures beside a draft that moves to another folder.

use crate::FrontMatter;
use crate::blocks::{Blocks, options};
use crate::details::{Details, Field, Value, set_detail};
use pulldown_cmark::{Event, LinkType, Parser, Tag};
use text::{Edit, Edits, Span, Text};

/// The edits that let relative links and pictures, that of the front matter included, lead where they
/// led, when the text moves from one folder to another: both are paths from one place, with `/` between folders, empty for that place
/// itself. Nothing where an address is written in a way that another would not be read as meant.
pub fn follow_move(text: &Text, from: &str, to: &str) -> Edits {
    let source = text.as_str();
    let old = destinations(source);
    let moved = |destination: &str| led_anew(destination, from, to);
    let changed = old.iter().filter_map(|(destination, span)| {
        let new = moved(destination).filter(|new| new != destination)?;
        Some(Edit::replace((*span)?, new))
    });
    let edits = Edits::new(changed.collect()).unwrap_or_default();
    let expected = old.iter().map(|(old, _)| moved(old).unwrap_or_else(|| old.clone()));
    let read = destinations(&edits.apply(source)).into_iter().map(|(destination, _)| destination);
    let edits = if read.eq(expected) { edits } else { Edits::default() };
    let edited = Text::new(edits.apply(source));
    match picture(&edited, from, to) {
        Some(picture) => edits.compose(&picture),
        None => edits,
    }
}

/// The edits for the picture that front matter names.
fn picture(text: &Text, from: &str, to: &str) -> Option<Edits> {
    let details = Details::read(text.as_str());
    let moved = led_anew(details.text(Field::Image)?, from, to)?;
    set_detail(text, Field::Image, &Value::Text(moved)).ok()
}

/// Every destination of a link, a picture or a definition, and where it is written, if it is found there
/// as it is read.
fn destinations(source: &str) -> Vec<(String, Option<Span>)> {
    let start = FrontMatter::body_start(source);
    let mut found = Vec::new();
    for (event, range) in Parser::new_ext(&source[start..], options()).into_offset_iter() {
        let (Event::Start(Tag::Link { link_type, dest_url, .. })
        | Event::Start(Tag::Image { link_type, dest_url, .. })) = event
        else {
            continue;
        };
        if link_type == LinkType::Inline {
            let (from, to) = (start + range.start, start + range.end);
            found.push((dest_url.to_string(), written(source, from..to, "](", &dest_url)));
        }
    }
    for definition in Blocks::parse(source, start).definitions {
        let range = definition.span.start.0..definition.span.end.0;
        let span = written(source, range, "]:", &definition.destination);
        found.push((definition.destination, span));
    }
    found
}

/// Where `destination` stands in `range`, right behind the last `sign` that it stands behind.
fn written(
    source: &str,
    range: std::ops::Range<usize>,
    sign: &str,
    destination: &str,
) -> Option<Span> {
    let inside = &source[range.clone()];
    let places = inside.match_indices(sign).filter_map(|(at, sign)| {
        let behind = &inside[at + sign.len()..];
        let rest = behind.trim_start_matches([' ', '\t', '\n', '\r']);
        let rest = rest.strip_prefix('<').unwrap_or(rest);
        let start = range.start + inside.len() - rest.len();
        rest.starts_with(destination).then(|| Span::new(start, start + destination.len()))
    });
    places.last()
}

/// The destination as it is seen from `to`; nothing for one that is not relative.
fn led_anew(destination: &str, from: &str, to: &str) -> Option<String> {
    let is_elsewhere = destination.is_empty()
        || destination.starts_with(['/', '#', '?', '\\'])
        || destination.split('/').next().is_some_and(|first| first.contains(':'));
    if is_elsewhere {
        return None;
    }
    let (path, rest) =
        destination.split_at(destination.find(['#', '?']).unwrap_or(destination.len()));
    let mut target: Vec<String> = parts(from).map(encoded).collect();
    let mut above = 0;
    for part in path.split('/') {
        match part {
            "." => {}
            ".." if target.pop().is_none() => above += 1,
            ".." => {}
            part => target.push(part.to_owned()),
        }
    }
    let here: Vec<String> = parts(to).map(encoded).collect();
    // Above the place that both paths begin at, nothing is known to be the same.
    let same = here.iter().zip(&target).take_while(|(one, other)| one == other).count();
    let same = if above > 0 { 0 } else { same.min(target.len().saturating_sub(1)) };
    let up = "../".repeat(here.len() - same + above);
    Some(format!("{up}{}{rest}", target[same..].join("/")))
}

fn parts(folder: &str) -> impl Iterator<Item = &str> {
    folder.split('/').filter(|part| !part.is_empty())
}

/// The name of a folder as it stands in an address.
fn encoded(name: &str) -> String {
    let encode = |letter: char| match letter {
        ' ' | '(' | ')' | '<' | '>' | '%' | '#' | '?' | '\\' | '"' | ':' => {
            format!("%{:02X}", u32::from(letter))
        }
        letter => letter.to_string(),
    };
    name.chars().map(encode).collect()
}
