//! What each line of a plain text is.

/// A plain text as read.
pub(super) struct Reading<'s> {
    /// The first line, if there is any.
    pub(super) title: Option<&'s str>,
    /// The others in the order in which they are to be written, a rule before the first point,
    /// between points and conclusion and between conclusion and footer.
    pub(super) lines: Vec<Line<'s>>,
}

/// A line that is not blank, without the white space around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line<'s> {
    Dek(&'s str),
    Paragraph(&'s str),
    Rule,
    Heading(u32, &'s str),
    Item(u32, &'s str),
}

/// A line and how many blank ones stand before it.
struct Spaced<'s> {
    blank: usize,
    line: Line<'s>,
}

/// Reads a plain text.
pub(super) fn read(source: &str) -> Reading<'_> {
    let mut lines = spaced(source.strip_prefix('\u{feff}').unwrap_or(source)).into_iter();
    let Some((_, title)) = lines.next() else { return Reading { title: None, lines: Vec::new() } };
    let lines = numbered(lines);
    let first = lines.iter().position(|spaced| is_heading(&spaced.line)).unwrap_or(lines.len());
    let last = lines.iter().rposition(|spaced| is_heading(&spaced.line));
    let after_last =
        |last: usize| lines[last..].iter().position(|spaced| spaced.line == Line::Rule);
    let end = last.and_then(|last| Some(last + after_last(last)?)).unwrap_or(lines.len());
    let mut out = opening(&lines[..first]);
    if first < lines.len() {
        out.push(Line::Rule);
    }
    out.extend(points(&lines[first..end]));
    out.extend(ending(&lines[end..]));
    Reading { title: Some(title), lines: tidy(&out) }
}

/// The lines that are not blank, each with the number of blank ones before it.
fn spaced(source: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let mut blank = 0;
    for line in
        source.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
    {
        if line.trim().is_empty() {
            blank += 1;
        } else {
            out.push((std::mem::take(&mut blank), line.trim()));
        }
    }
    out
}

/// Tells headings and the items of lists from paragraphs, by how their numbers run.
fn numbered<'s>(lines: impl Iterator<Item = (usize, &'s str)>) -> Vec<Spaced<'s>> {
    let (mut next_point, mut next_item) = (1, None);
    let mut read = |text: &'s str| {
        let expected = next_item.take();
        match number(text) {
            _ if is_rule(text) => Line::Rule,
            Some((number, rest)) if Some(number) == expected => {
                next_item = Some(number + 1);
                Line::Item(number, rest)
            }
            Some((number, rest)) if number == next_point => {
                next_point += 1;
                Line::Heading(number, rest)
            }
            Some((1, rest)) => {
                next_item = Some(2);
                Line::Item(1, rest)
            }
            _ => Line::Paragraph(text),
        }
    };
    lines.map(|(blank, text)| Spaced { blank, line: read(text) }).collect()
}

/// The number and the rest of a line `N. …` or `N) …`.
pub(super) fn number(text: &str) -> Option<(u32, &str)> {
    let rest = text.trim_start_matches(|next: char| next.is_ascii_digit());
    let digits = &text[..text.len() - rest.len()];
    let rest = rest.strip_prefix(['.', ')'])?;
    let is_marker = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let number = digits.parse().ok().filter(|_| digits.len() <= 3 && is_marker)?;
    Some((number, rest.trim_start()))
}

/// Whether a line parts what is above it from what is below.
pub(super) fn is_rule(text: &str) -> bool {
    let mut signs = text.chars().filter(|next| !next.is_whitespace());
    let Some(first) = signs.next() else { return false };
    let least = match first {
        '⁂' => 1,
        '-' | '*' | '_' | '=' | '—' => 3,
        _ => return false,
    };
    let others = signs.clone().count();
    signs.all(|sign| sign == first) && others + 1 >= least
}

fn is_heading(line: &Line<'_>) -> bool {
    matches!(line, Line::Heading(..))
}

/// The dek and what else stands before the first point.
fn opening<'s>(lines: &[Spaced<'s>]) -> Vec<Line<'s>> {
    let mut out: Vec<Line<'s>> = lines.iter().map(|spaced| spaced.line).collect();
    if let [first @ Line::Paragraph(_), Line::Paragraph(_), ..] = &mut out[..]
        && let Line::Paragraph(text) = *first
    {
        *first = Line::Dek(text);
    }
    out
}

/// The points, without the rules right before one.
fn points<'s>(lines: &[Spaced<'s>]) -> Vec<Line<'s>> {
    let precedes_point = |place: usize| {
        let next = lines[place..].iter().find(|spaced| spaced.line != Line::Rule);
        next.is_none_or(|spaced| is_heading(&spaced.line))
    };
    let kept = |(place, spaced): (usize, &Spaced<'s>)| {
        (spaced.line != Line::Rule || !precedes_point(place)).then_some(spaced.line)
    };
    lines.iter().enumerate().filter_map(kept).collect()
}

/// Conclusion and footer, with the rules before each.
fn ending<'s>(lines: &[Spaced<'s>]) -> Vec<Line<'s>> {
    let (mut concluded, mut has_footer) = (false, false);
    let mut out = Vec::new();
    for Spaced { blank, line } in lines {
        let begins_footer = match line {
            Line::Rule => true,
            Line::Paragraph(text) => *blank >= 2 || is_in_capitals(text),
            _ => *blank >= 2,
        };
        if begins_footer && concluded && !has_footer {
            has_footer = true;
            out.push(Line::Rule);
        }
        concluded |= *line != Line::Rule;
        out.push(*line);
    }
    out
}

fn is_in_capitals(text: &str) -> bool {
    let words = text.split_whitespace().filter(|word| word.contains(char::is_uppercase));
    !text.contains(char::is_lowercase) && words.count() >= 2
}

/// The lines without rules that separate nothing: at either end, behind the dek, in a row.
fn tidy<'s>(lines: &[Line<'s>]) -> Vec<Line<'s>> {
    let mut out: Vec<Line<'s>> = Vec::with_capacity(lines.len());
    let is_first_point =
        |at: usize| lines.get(at + 1).is_some_and(|line| matches!(line, Line::Heading(1, _)));
    for (at, line) in lines.iter().enumerate() {
        let opens = matches!(out.last(), None | Some(Line::Dek(_))) && !is_first_point(at);
        let repeats = out.last() == Some(&Line::Rule);
        if *line != Line::Rule || !(opens || repeats) {
            out.push(*line);
        }
    }
    while out.last() == Some(&Line::Rule) {
        out.pop();
    }
    out
}
