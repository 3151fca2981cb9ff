//! The YAML block at the start of a draft, cut off by hand.
//!
//! The parser's own option for it also matches between two breaks in mid-document, and the text
//! there would vanish; so it is never used.

use text::Span;

/// The front matter of a draft: from its opening line to its closing one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// Both fences and what lies between, the last line end included.
    pub span: Span,
    /// The YAML between the fences.
    pub yaml: Span,
}

impl FrontMatter {
    /// Finds the front matter of `source`: a line `---` at the very start, which a byte order mark
    /// may precede, up to the next line `---` or `...`. Without that line, it is text.
    pub fn find(source: &str) -> Option<Self> {
        let start = Self::mark_length(source);
        let mut lines = lines(source, start);
        let (_, opening, inner) = lines.next()?;
        if !is_fence(opening, &["---"]) {
            return None;
        }
        let (close, _, end) = lines.find(|(_, line, _)| is_fence(line, &["---", "..."]))?;
        Some(Self { span: Span::new(start, end), yaml: Span::new(inner, close) })
    }

    /// Where the text begins, in bytes: behind the byte order mark and the front matter.
    pub fn body_start(source: &str) -> usize {
        Self::find(source).map_or(Self::mark_length(source), |found| found.span.end.0)
    }

    /// How a new break is written in `source`: not with dashes where the text begins with a line of
    /// them, since all up to the new one would become front matter.
    pub(crate) fn new_break(source: &str) -> &'static str {
        let first = lines(source, Self::mark_length(source)).next();
        let is_open = first.is_some_and(|(_, line, _)| is_fence(line, &["---"]));
        if is_open && Self::find(source).is_none() { "***" } else { "---" }
    }

    /// Length in bytes of the byte order mark, if there is one.
    pub(crate) fn mark_length(source: &str) -> usize {
        if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
    }
}

/// Whether a line is one of the fences, white space behind it aside.
fn is_fence(line: &str, fences: &[&str]) -> bool {
    fences.contains(&line.trim_end())
}

/// The lines of `source` from byte `start` on: where each begins, its text, where the next begins.
fn lines(source: &str, start: usize) -> impl Iterator<Item = (usize, &str, usize)> {
    let mut at = start;
    std::iter::from_fn(move || {
        let rest = source.get(at..).filter(|rest| !rest.is_empty())?;
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let ending = match &rest[length..] {
            ending if ending.starts_with("\r\n") => 2,
            "" => 0,
            _ => 1,
        };
        let line = (at, &rest[..length], at + length + ending);
        at = line.2;
        Some(line)
    })
}

/// What front matter says of a piece, where it is readable YAML and says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatterFields {
    /// `title`: stands in for a title heading.
    pub title: Option<String>,
    /// `subtitle`: stands in for a dek.
    pub subtitle: Option<String>,
    /// `template`: the name of the template that the draft was made from.
    pub template: Option<String>,
}

impl FrontMatter {
    /// Reads the fields. One that is no plain value is absent, and so are all in YAML that cannot be
    /// read or is longer than 64 KiB.
    pub fn fields(self, source: &str) -> FrontMatterFields {
        let yaml =
            Some(self.yaml.of(source)).filter(|yaml| yaml.len() <= LONGEST).unwrap_or_default();
        FrontMatterFields {
            title: field::<Title>(yaml),
            subtitle: field::<Subtitle>(yaml),
            template: field::<Template>(yaml),
        }
    }
}

impl FrontMatter {
    /// `lang`: the language of the piece as a tag such as `en-GB`, where front matter says it.
    pub fn lang(self, source: &str) -> Option<String> {
        let yaml = Some(self.yaml.of(source)).filter(|yaml| yaml.len() <= LONGEST);
        field::<Lang>(yaml.unwrap_or_default())
    }
}

impl FrontMatter {
    /// `date`: the day of the piece as it is written there, such as `2026-11-19`.
    pub fn date(self, source: &str) -> Option<String> {
        let yaml = Some(self.yaml.of(source)).filter(|yaml| yaml.len() <= LONGEST);
        field::<Date>(yaml.unwrap_or_default())
    }
}

/// Front matter is read at every key: a megabyte of it would take a second.
const LONGEST: usize = 64 * 1024;

// Each field is read on its own, so that a list where a title was expected costs the title only, and
// as a string, so that the title `1.10` does not become the number 1.1.
#[derive(serde::Deserialize)]
struct Title {
    title: Option<String>,
}

#[derive(serde::Deserialize)]
struct Subtitle {
    subtitle: Option<String>,
}

#[derive(serde::Deserialize)]
struct Template {
    template: Option<String>,
}

#[derive(serde::Deserialize)]
struct Lang {
    lang: Option<String>,
}

#[derive(serde::Deserialize)]
struct Date {
    date: Option<String>,
}

impl From<Date> for Option<String> {
    fn from(field: Date) -> Self {
        field.date
    }
}

impl From<Lang> for Option<String> {
    fn from(field: Lang) -> Self {
        field.lang
    }
}

impl From<Title> for Option<String> {
    fn from(field: Title) -> Self {
        field.title
    }
}

impl From<Subtitle> for Option<String> {
    fn from(field: Subtitle) -> Self {
        field.subtitle
    }
}

impl From<Template> for Option<String> {
    fn from(field: Template) -> Self {
        field.template
    }
}

fn field<'y, F: serde::Deserialize<'y> + Into<Option<String>>>(yaml: &'y str) -> Option<String> {
    let read: Option<String> = serde_saphyr::from_str::<F>(yaml).ok()?.into();
    read.filter(|value| !value.trim().is_empty())
}
