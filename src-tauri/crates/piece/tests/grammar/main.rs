//! The grammar of a numbered piece: text in, outline out.
//!
//! An outline is written `T(title) D(dek) L(lede) 1(heading: body) C(conclusion) F(footer)`, absent
//! parts left out, line ends as escapes.

use piece::{Outline, Piece};

mod head;
mod line_ends;
mod markers;
mod not_headings;
mod points;
mod tail;

/// The outline of `source` in one line.
fn outline(source: &str) -> String {
    written(&Piece::parse(source).outline(source))
}

fn written(outline: &Outline) -> String {
    let part = |letter: &str, text: &Option<String>| {
        text.as_ref().map(|text| format!("{letter}({})", escaped(text)))
    };
    let points = outline.points.iter().map(|point| {
        let (heading, body) = (escaped(&point.heading), escaped(&point.body));
        let colon = if body.is_empty() { "" } else { ": " };
        Some(format!("{}({heading}{colon}{body})", point.number))
    });
    let head = [part("T", &outline.title), part("D", &outline.dek), part("L", &outline.lede)];
    let tail = [part("C", &outline.conclusion), part("F", &outline.footer)];
    head.into_iter().chain(points).chain(tail).flatten().collect::<Vec<_>>().join(" ")
}

fn escaped(text: &str) -> String {
    text.replace('\r', "\\r").replace('\n', "\\n").replace('\t', "\\t")
}

/// Tests named by sentences, each a text and its outline.
macro_rules! outlines {
    ($($name:ident: $source:expr => $outline:expr;)*) => {
        $(#[test]
        fn $name() {
            assert_eq!(crate::outline($source), $outline);
        })*
    };
}
pub(crate) use outlines;
