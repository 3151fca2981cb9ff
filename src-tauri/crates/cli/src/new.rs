//! `lede new`: a draft begins.

use crate::{arguments::New, library::library, out, refusal::Refusal};
use jiff::{Zoned, civil::Date};
use store::KeptTexts;

/// As many points as a marker of three digits can number.
const MOST: usize = 999;

/// The template of a piece for which none is asked.
const USUAL: &str = "irritants";

/// Writes the draft into the library and prints its path, or lists the templates for `?`.
pub(crate) fn new(new: &New, date: Option<Date>) -> Result<(), Refusal> {
    let templates = KeptTexts::templates();
    let template = new.template.as_deref().unwrap_or(USUAL);
    if template == "?" {
        return out::print_lines(&templates.names());
    }
    let title = new.title.as_deref().ok_or_else(|| Refusal::new("Give the piece a title."))?;
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let template = templates.text(template)?;
    if let Some(points) = new.points.filter(|&points| points > MOST) {
        return Err(Refusal::new(format!("{points} points are too many. Choose up to {MOST}.")));
    }
    let date = date.unwrap_or_else(|| Zoned::now().date());
    let library = library(&new.within)?;
    let text = piece::from_template(&template, &title, &date.to_string(), new.points);
    let path = library.create(&title, date, &text)?;
    out::print(&format!("{}\n", path.display()))
}
