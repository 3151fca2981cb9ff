//! Front matter as a form, as it crosses between window and backend.

use super::{Sentence, small};
use piece::details as of;
use serde::{Deserialize, Serialize};
use specta::Type;
use text::Text;

/// What the form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
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

/// What stands in a field: tags are a list, all others a line of text; empty is nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(untagged)]
pub enum FieldValue {
    /// A line of text.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
}

/// A field as it stands in the front matter.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Detail {
    /// Which.
    pub field: Field,
    /// What it says.
    pub value: FieldValue,
    /// Where its value begins in the window's text.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// What is wrong with it, in a few words.
    pub trouble: Option<Sentence>,
}

/// Front matter as a form.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Details {
    /// The fields that it has, in the order in which they stand.
    pub fields: Vec<Detail>,
    /// The keys that the form does not ask for.
    pub others: Vec<String>,
    /// Why it cannot be read; then there are no fields.
    pub trouble: Option<Sentence>,
}

impl Details {
    /// The form of this text.
    pub fn of(text: &Text) -> Self {
        let read = of::Details::read(text.as_str());
        let detail = |detail: of::Detail| Detail {
            field: detail.field.into(),
            value: detail.value.into(),
            from: small(text.window_offset(detail.span.start).0),
            to: small(text.window_offset(detail.span.end).0),
            trouble: detail.trouble.map(Sentence::from),
        };
        let trouble = read.trouble.map(Sentence::from);
        Self { fields: read.fields.into_iter().map(detail).collect(), others: read.others, trouble }
    }
}

impl From<FieldValue> for of::Value {
    fn from(value: FieldValue) -> Self {
        match value {
            FieldValue::Text(text) => Self::Text(text),
            FieldValue::List(list) => Self::List(list),
        }
    }
}

impl From<of::Value> for FieldValue {
    fn from(value: of::Value) -> Self {
        match value {
            of::Value::Text(text) => Self::Text(text),
            of::Value::List(list) => Self::List(list),
        }
    }
}

/// The same names on both sides, in one list.
macro_rules! fields {
    ($($field:ident),*) => {
        impl From<Field> for of::Field {
            fn from(field: Field) -> Self {
                match field { $(Field::$field => Self::$field),* }
            }
        }

        impl From<of::Field> for Field {
            fn from(field: of::Field) -> Self {
                match field { $(of::Field::$field => Self::$field),* }
            }
        }
    };
}

fields!(Title, Subtitle, Date, Tags, Author, Lang, Slug, CanonicalUrl, Image, State, Goal);

#[cfg(test)]
mod tests {
    use super::{Details, Field, FieldValue};
    use crate::wire::{Code, Sentence};
    use text::Text;

    #[test]
    fn a_field_stands_where_the_window_has_it() {
        let source = "\u{feff}---\r\ntitle: 🚢 Été\r\ndate: soon\r\n---\r\n";
        let text = Text::new(source.to_owned());
        let details = Details::of(&text);
        let window: Vec<u16> = text.window_text().encode_utf16().collect();
        let seen = details
            .fields
            .iter()
            .map(|it| String::from_utf16_lossy(&window[it.from as usize..it.to as usize]));
        assert_eq!(seen.collect::<Vec<_>>(), ["🚢 Été", "soon"]);
        let date = &details.fields[1];
        assert_eq!((date.field, &date.value), (Field::Date, &FieldValue::Text("soon".into())));
        assert_eq!(date.trouble.as_ref().unwrap().code, Code::FieldNotADate);
    }

    #[test]
    fn what_cannot_be_read_is_said_in_a_sentence() {
        let details = Details::of(&Text::new("---\ntitle: a: b\n---\n".to_owned()));
        let Sentence { code, about, english } = details.trouble.unwrap();
        assert_eq!((code, about[0].as_str()), (Code::DetailsBroken, "2"));
        assert_eq!(english, format!("The front matter cannot be read in line 2: {}.", about[1]));
    }
}
