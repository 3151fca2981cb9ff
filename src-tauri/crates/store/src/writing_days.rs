//! How long was written on which day.

use crate::{Situation, open, state_directory, write_over};
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use toml_edit::{de, ser};

/// The name of the file in [`crate::state_directory`].
const DAYS_FILE: &str = "writing.toml";

/// So many days are kept: a year, and the same weeks of the year before.
const MOST: usize = 400;

/// The minutes of each day in which something was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WritingDays {
    /// By the day as `2026-11-25`, so that a person who looks into the file can read it.
    days: BTreeMap<String, Day>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Day {
    minutes: u32,
    /// The minute that was counted last, from midnight: a start in the same one must not count it twice.
    last: Option<u16>,
}

impl WritingDays {
    /// What is kept in [`crate::state_directory`].
    pub fn read() -> Self {
        state_directory().map(|it| Self::read_from(&it.join(DAYS_FILE))).unwrap_or_default()
    }

    /// Keeps it.
    ///
    /// # Errors
    /// What the disk says. A person without a home keeps none.
    pub fn write(&self) -> Result<(), Situation> {
        state_directory().map_or(Ok(()), |it| self.write_to(&it.join(DAYS_FILE)))
    }

    /// What is kept at `path`. What cannot be read was not worth a word: then it is nothing.
    pub fn read_from(path: &Path) -> Self {
        open(path).ok().and_then(|it| de::from_str(it.text.as_str()).ok()).unwrap_or_default()
    }

    /// Keeps it at `path`; the folder is made if need be.
    ///
    /// # Errors
    /// What the disk says.
    pub fn write_to(&self, path: &Path) -> Result<(), Situation> {
        write_over(path, ser::to_string(self).unwrap_or_default().as_bytes())
    }

    /// Something was written at this time of the person's clock. Whether that makes a minute more.
    pub fn wrote(&mut self, now: DateTime) -> bool {
        let day = self.days.entry(now.date().to_string()).or_default();
        let minute =
            u16::from(now.hour().unsigned_abs()) * 60 + u16::from(now.minute().unsigned_abs());
        if day.last == Some(minute) {
            return false;
        }
        *day = Day { minutes: day.minutes + 1, last: Some(minute) };
        while self.days.len() > MOST {
            self.days.pop_first();
        }
        true
    }

    /// In so many minutes of this day something was written.
    pub fn minutes(&self, day: Date) -> u32 {
        self.days.get(&day.to_string()).map_or(0, |day| day.minutes)
    }
}
