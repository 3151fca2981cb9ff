//! Front matter as a form: what it says of the piece, field by field, and each field set in place.
//!
//! The YAML itself is the form's only memory. Setting a field touches the lines of that field; comments,
//! order, quotes and what other programs keep there stay as they are.

mod date;
mod judge;
mod publish;
mod set;
mod write;
mod yaml;

pub use date::is_day;
pub use judge::FieldTrouble;
pub use publish::mark_published;
pub use set::{DetailError, set_detail};

use crate::FrontMatter;
use text::Span;
use yaml::{Entry, Node, Yaml};

/// What the form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The title, where no heading has it.
    Title,
    /// The line under the title, where the text has none.
    Subtitle,
    /// The day of the piece.
    Date,
    /// Words under which it is filed.
    Tags,
    /// Who wrote it.
    Author,
    /// Its language.
    Lang,
    /// The last part of its address.
    Slug,
    /// Where it was published first.
    CanonicalUrl,
    /// The picture that stands for it elsewhere.
    Image,
    /// Whether it is a draft or published.
    State,
    /// How long the piece is to be.
    Goal,
}

impl Field {
    /// Every field, in the order of the form.
    pub const ALL: [Self; 11] = [
        Self::Title,
        Self::Subtitle,
        Self::Date,
        Self::Tags,
        Self::Author,
        Self::Lang,
        Self::Slug,
        Self::CanonicalUrl,
        Self::Image,
        Self::State,
        Self::Goal,
    ];

    /// The key in the YAML.
    pub fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Subtitle => "subtitle",
            Self::Date => "date",
            Self::Tags => "tags",
            Self::Author => "author",
            Self::Lang => "lang",
            Self::Slug => "slug",
            Self::CanonicalUrl => "canonical_url",
            Self::Image => "image",
            Self::State => "state",
            Self::Goal => "goal",
        }
    }
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A line of text; empty is nothing.
    Text(String),
    /// A list of texts; an empty one is nothing.
    List(Vec<String>),
}

impl Value {
    fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::List(list) => list.is_empty(),
        }
    }
}

/// A field as it stands in the front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// Which.
    pub field: Field,
    /// What it says; empty for what is neither text nor a list.
    pub value: Value,
    /// Where its value stands in the whole text.
    pub span: Span,
    /// What is wrong with it, if something is.
    pub trouble: Option<FieldTrouble>,
}

/// Front matter as a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// The fields that it has, in the order in which they stand.
    pub fields: Vec<Detail>,
    /// The keys that the form does not ask for, in their order.
    pub others: Vec<String>,
    /// Why the YAML cannot be read, if it cannot: then there are no fields.
    pub trouble: Option<Unreadable>,
}

/// Why front matter cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The line of the whole text, from 1.
    pub line: usize,
    /// What is wrong there.
    pub reason: String,
}

impl Details {
    /// Reads the front matter of `source`. Of a field that stands there twice, the first counts, and the
    /// second is in trouble.
    pub fn read(source: &str) -> Self {
        let Some(matter) = FrontMatter::find(source) else { return Self::default() };
        match Yaml::read(source, matter) {
            Ok(yaml) => Self::of(&yaml),
            Err(trouble) => Self { trouble: Some(trouble), ..Self::default() },
        }
    }

    /// What a field says; nothing for one that is not there or is empty.
    pub fn value(&self, field: Field) -> Option<&Value> {
        let found = self.fields.iter().find(|detail| detail.field == field);
        found.map(|detail| &detail.value).filter(|value| !value.is_empty())
    }

    /// What a field of text says.
    pub fn text(&self, field: Field) -> Option<&str> {
        match self.value(field)? {
            Value::Text(text) => Some(text),
            Value::List(_) => None,
        }
    }

    fn of(yaml: &Yaml<'_>) -> Self {
        let mut details = Self::default();
        for entry in &yaml.entries {
            match Field::ALL.into_iter().find(|field| entry.key == field.key()) {
                Some(field) => {
                    let twice = details.fields.iter().any(|detail| detail.field == field);
                    details.fields.push(detail(field, entry, twice));
                }
                None => details.others.push(entry.key.clone()),
            }
        }
        details
    }
}

fn detail(field: Field, entry: &Entry, twice: bool) -> Detail {
    let value = value(field, &entry.node);
    let trouble = match twice {
        true => Some(FieldTrouble::Twice),
        false => judge::trouble(field, &entry.node, &value),
    };
    Detail { field, value, span: entry.node.span(), trouble }
}

/// What a node says in this field. Tags may be written as a list or in a line with commas.
fn value(field: Field, node: &Node) -> Value {
    match node {
        Node::Scalar { value, .. } if field == Field::Tags => {
            let tags = value.split(',').map(str::trim).filter(|tag| !tag.is_empty());
            Value::List(tags.map(str::to_owned).collect())
        }
        Node::Scalar { value, .. } => Value::Text(value.clone()),
        Node::List { items, .. } => {
            Value::List(items.iter().filter_map(|item| item.value.clone()).collect())
        }
        _ if field == Field::Tags => Value::List(Vec::new()),
        _ => Value::Text(String::new()),
    }
}
