//! A new piece made from a template: a Markdown text like any other, with a title and points of its own.

use crate::canonical::{in_quotes, quoted};
use crate::lines::next_line;
use crate::marker::{HIGHEST, Marker};
use crate::operations::{add_point, heading_source, renumber, set_title};
use crate::{FrontMatter, Piece, promised_points};
use text::{Edit, Edits, Span, Text};

/// Stands for the title wherever a template wants it.
const TITLE: &str = "{{title}}";

/// Stands for the day, as in 2026-03-01.
const DATE: &str = "{{date}}";

/// A new piece with this title, made from `template`: its title heading becomes the new one, `{{title}}`
/// and `{{date}}` become title and `date`, and all else is taken over as it is written.
///
/// There are `points` points, or as many as the title promises where the template has any, or as many as
/// the template has; 999 at most. Those that are too many go from the end, and the last one is repeated
/// until there are enough; in a countdown, the first. A title that begins like a point's heading goes
/// into front matter, since a heading with a number is a point.
pub fn from_template(template: &str, title: &str, date: &str, points: Option<usize>) -> String {
    let title = heading_source(title);
    let source = titled(filled(template, &title, date), &title);
    let had = Piece::parse(&source).points.len();
    let promised = if had == 0 { None } else { promised_points(&title) };
    with_points(source, points.or(promised).unwrap_or(had).min(HIGHEST as usize))
}

/// The template with its words filled in, and its title heading where that can have this title.
fn filled(template: &str, title: &str, date: &str) -> String {
    let piece = Piece::parse(template);
    let heading = piece.title.map(|heading| match Marker::read(title) {
        Some(_) => Edit::delete(with_line_end(template, heading.span)),
        None => Edit::replace(heading.span, format!("# {title}").trim_end()),
    });
    let is_free = |span: &Span| !piece.title.is_some_and(|title| title.span.contains(span.start));
    let is_yaml = |span: &Span| piece.front_matter.is_some_and(|it| it.yaml.contains(span.start));
    let titles = places(template, TITLE).filter(is_free).map(|span| match is_yaml(&span) {
        true => in_yaml(template, span, title),
        false => Edit::replace(span, title),
    });
    let dates = places(template, DATE).filter(is_free).map(|span| Edit::replace(span, date));
    let edits = Edits::new(heading.into_iter().chain(titles).chain(dates).collect());
    edits.unwrap_or_default().apply(template)
}

fn places<'a>(template: &'a str, word: &'a str) -> impl Iterator<Item = Span> + 'a {
    template.match_indices(word).map(|(at, word)| Span::new(at, at + word.len()))
}

/// A heading with its line end.
fn with_line_end(source: &str, heading: Span) -> Span {
    Span::new(heading.start.0, next_line(source, heading.end.0))
}

/// The title as a string of YAML where a template's front matter has `word`, in quotes or without.
fn in_yaml(template: &str, word: Span, title: &str) -> Edit {
    let line = template[..word.start.0].rsplit(['\n', '\r']).next().unwrap_or_default();
    let is_quoted = line.matches('"').count() % 2 == 1;
    let single = line.ends_with('\'') && template[word.end.0..].starts_with('\'');
    match (is_quoted, single) {
        (true, _) => Edit::replace(word, in_quotes(title)),
        (_, true) => Edit::replace(Span::new(word.start.0 - 1, word.end.0 + 1), quoted(title)),
        _ => Edit::replace(word, quoted(title)),
    }
}

/// The text with this title where it has none yet.
fn titled(source: String, title: &str) -> String {
    if title.is_empty() || Piece::parse(&source).outline(&source).title.is_some() {
        return source;
    }
    let text = Text::new(source);
    match set_title(&text, title) {
        Ok(edits) => edits.apply(text.as_str()),
        Err(_) => titled_in_front_matter(&text, title),
    }
}

fn titled_in_front_matter(text: &Text, title: &str) -> String {
    let source = text.as_str();
    let start = FrontMatter::mark_length(source);
    let (at, lines) = match FrontMatter::find(source) {
        Some(matter) => (matter.yaml.start.0, format!("title: {}\n", quoted(title))),
        None => (start, format!("---\ntitle: {}\n---\n", quoted(title))),
    };
    let lines = text.with_line_endings(at.into(), &lines);
    Edits::one(Edit::insert(at.into(), lines)).apply(source)
}

/// The text with so many points.
fn with_points(source: String, wanted: usize) -> String {
    let points = Piece::parse(&source).points;
    match (points.len(), wanted) {
        (had, wanted) if had == wanted => source,
        (0, _) => begun(source, wanted),
        (_, 0) => without_points(&source),
        (had, wanted) => {
            let is_down = had > 1 && points[0].number > points[1].number;
            let resized =
                if is_down { resized_up(&source, wanted) } else { resized(&source, wanted) };
            renumbered(resized)
        }
    }
}

/// A text whose template has no points, with as many as were asked for all the same.
fn begun(source: String, wanted: usize) -> String {
    let text = Text::new(source);
    match add_point(&text, "", None) {
        Ok(edits) => with_points(edits.apply(text.as_str()), wanted),
        Err(_) => text.as_str().to_owned(),
    }
}

/// The text without its points and the break before them.
fn without_points(source: &str) -> String {
    let piece = Piece::parse(source);
    let above = [piece.title.map(|title| title.span), piece.dek.map(|dek| dek.span), piece.lede];
    let above = above.into_iter().flatten().last().map(|above| above.end);
    let start = above.unwrap_or(FrontMatter::body_start(source).into());
    let end = piece.points.last().map_or(start, |last| last.span.end);
    Edits::one(Edit::delete(Span { start, end })).apply(source)
}

/// The last points gone, or the last one repeated.
fn resized(source: &str, wanted: usize) -> String {
    let points = Piece::parse(source).points;
    let last = points[points.len() - 1].span;
    let edit = match points.get(wanted - 1) {
        Some(kept) => Edit::delete(Span { start: kept.span.end, end: last.end }),
        None => {
            let again = format!("{}{}", gap(source, &points), last.of(source));
            Edit::insert(last.end, again.repeat(wanted - points.len()))
        }
    };
    Edits::one(edit).apply(source)
}

/// The first points gone, or the first one repeated.
fn resized_up(source: &str, wanted: usize) -> String {
    let points = Piece::parse(source).points;
    let first = points[0].span;
    let edit = match points.len().checked_sub(wanted) {
        Some(gone) => Edit::delete(Span { start: first.start, end: points[gone].span.start }),
        None => {
            let again = format!("{}{}", first.of(source), gap(source, &points));
            Edit::insert(first.start, again.repeat(wanted - points.len()))
        }
    };
    Edits::one(edit).apply(source)
}

/// What stands between the first two points, or a blank line.
fn gap<'a>(source: &'a str, points: &[crate::Point]) -> &'a str {
    let between = points.get(1).map(|next| &source[points[0].span.end.0..next.span.start.0]);
    between.unwrap_or(if source.contains("\r\n") { "\r\n\r\n" } else { "\n\n" })
}

/// Numbered anew from 1.
fn renumbered(source: String) -> String {
    let text = Text::new(source);
    let edits = renumber(&text).unwrap_or_default();
    edits.apply(text.as_str())
}
