//! What front matter says about a page, and the head that says it to whoever reads the page.

use piece::FrontMatter;
use render::{escape, safe_link};
use std::collections::BTreeMap;

/// What is known of a page aside from its text.
#[derive(Debug, Default)]
pub(crate) struct About {
    pub(crate) language: String,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) author: String,
    pub(crate) date: String,
    pub(crate) keywords: String,
    pub(crate) canonical: Option<String>,
    pub(crate) image: Option<String>,
}

/// A value of front matter, as far as one is of use here.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Value {
    One(String),
    Many(Vec<String>),
    Other(serde::de::IgnoredAny),
}

impl About {
    /// Reads front matter. What is not there or cannot be read stays empty.
    pub(crate) fn read(matter: Option<FrontMatter>, source: &str) -> Self {
        let yaml = matter.map_or("", |matter| matter.yaml.of(source));
        let values: BTreeMap<String, Value> = serde_saphyr::from_str(yaml).unwrap_or_default();
        let value = |names: &[&str]| {
            names.iter().find_map(|name| values.get(*name)).map_or(String::new(), Value::as_text)
        };
        let language = value(&["lang", "language"]);
        Self {
            language: if is_language(&language) { language } else { "en".to_owned() },
            title: String::new(),
            description: value(&["description", "summary"]),
            author: value(&["author", "authors"]),
            date: value(&["date"]),
            keywords: value(&["keywords", "tags"]),
            canonical: safe_link(&value(&["canonical", "canonical_url"])).filter(|url| is_web(url)),
            image: safe_link(&value(&["image", "cover"])).filter(|url| is_web(url)),
        }
    }

    /// The elements of the head, one a line.
    pub(crate) fn write(&self, out: &mut String) {
        out.push_str("<title>");
        escape::text(out, if self.title.is_empty() { "Untitled" } else { &self.title });
        out.push_str("</title>\n");
        for (name, content) in [
            ("description", &self.description),
            ("author", &self.author),
            ("date", &self.date),
            ("keywords", &self.keywords),
        ] {
            element(out, "meta name", name, "content", content);
        }
        let canonical = self.canonical.as_deref().unwrap_or_default();
        element(out, "link rel", "canonical", "href", canonical);
        self.write_open_graph(out, canonical);
    }

    fn write_open_graph(&self, out: &mut String, canonical: &str) {
        for (name, content) in [
            ("og:type", "article"),
            ("og:title", &self.title),
            ("og:description", &self.description),
            ("og:url", canonical),
            ("og:image", self.image.as_deref().unwrap_or_default()),
            (
                "article:published_time",
                if iso_date(&self.date).is_some() { &self.date } else { "" },
            ),
            ("article:author", &self.author),
        ] {
            element(out, "meta property", name, "content", content);
        }
    }
}

impl Value {
    fn as_text(&self) -> String {
        let text = match self {
            Self::One(text) => text.clone(),
            Self::Many(list) => list.join(", "),
            Self::Other(_) => String::new(),
        };
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn element(out: &mut String, start: &str, name: &str, attribute: &str, content: &str) {
    if content.is_empty() {
        return;
    }
    out.push_str(&format!("<{start}=\"{name}\" {attribute}=\""));
    escape::attribute(out, content);
    out.push_str("\">\n");
}

/// Year, month and day of a date such as 2026-05-14.
pub(crate) fn iso_date(date: &str) -> Option<(u32, u32, u32)> {
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts[..] else { return None };
    let number = |part: &str, digits: usize| {
        let is_number = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u32>().ok().filter(|_| is_number)
    };
    let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    ((1..=days).contains(&day) && year > 0).then_some((year, month, day))
}

/// Whether the text has the form of a language tag, such as `en` or `pt-BR`.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let is_word = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (2..=8).contains(&part.len()) && is_word(part))
}

fn is_web(url: &str) -> bool {
    url.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("http"))
}
