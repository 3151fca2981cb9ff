//! `lede new`: a draft begins.

use crate::{arguments::New, out, refusal::Refusal};
use jiff::{Zoned, civil::Date};
use std::path::PathBuf;
use store::{Library, Settings, Situation};

/// Points of a piece whose title promises no number.
const USUAL: usize = 5;

/// As many points as a marker of three digits can number.
const MOST: usize = 999;

/// Writes the draft into the library and prints its path.
pub(crate) fn new(new: &New, date: Option<Date>) -> Result<(), Refusal> {
    let title = new.title.split_whitespace().collect::<Vec<_>>().join(" ");
    let points = points(new, &title)?;
    let date = date.unwrap_or_else(|| Zoned::now().date());
    let library = Library::open(&library(new)?)?;
    let path = library.create(&title, date, &piece::new_piece(&title, points))?;
    out::print(&format!("{}\n", path.display()))
}

fn points(new: &New, title: &str) -> Result<usize, Refusal> {
    let usual = match new.template.as_str() {
        "irritants" => piece::promised_points(title).unwrap_or(USUAL),
        "plain" => 0,
        other => {
            return Err(Refusal::new(format!(
                "There is no template “{other}”. Choose irritants or plain."
            )));
        }
    };
    match new.points.unwrap_or(usual) {
        points if points > MOST => {
            Err(Refusal::new(format!("{points} points are too many. Choose up to {MOST}.")))
        }
        points => Ok(points),
    }
}

/// The folder as asked for, else as set in the window, else the one in which the window would begin.
fn library(new: &New) -> Result<PathBuf, Refusal> {
    if let Some(library) = &new.library {
        return Ok(library.clone());
    }
    if let Some(library) = Settings::read()?.library {
        return Ok(library);
    }
    let usual = store::usual_library();
    std::fs::create_dir_all(&usual).map_err(|error| Situation::of(&usual, &error))?;
    Ok(usual)
}
