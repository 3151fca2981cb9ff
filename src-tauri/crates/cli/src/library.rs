//! The library that a command works on.

use crate::{arguments::Within, out, refusal::Refusal};
use store::{Library, Settings, Situation};

/// The library as asked for, else as set in the window, else the one in which the window would begin,
/// whose folder is then made.
pub(crate) fn library(within: &Within) -> Result<Library, Refusal> {
    if let Some(library) = &within.library {
        return Ok(Library::open(library)?);
    }
    let (settings, wrong) = Settings::read_with_wrong()?;
    wrong.iter().for_each(|wrong| out::say(&wrong.to_string()));
    if let Some(library) = settings.library {
        return Ok(Library::open(&library)?);
    }
    let usual = store::usual_library();
    std::fs::create_dir_all(&usual).map_err(|error| Situation::of(&usual, &error))?;
    Ok(Library::open(&usual)?)
}
