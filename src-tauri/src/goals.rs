//! How long the person's pieces are, and how long they write.

use crate::commands::Lede;
use crate::wire::{Goals, Trouble, Unit};
use jiff::{Timestamp, Zoned, tz::TimeZone};
use piece::PartCounts;
use store::WritingDays;

impl Lede {
    /// The bands of these drafts, as they are now.
    pub(crate) fn bands_of(&self, drafts: &[String], unit: Unit) -> Result<Goals, Trouble> {
        let counts: Result<Vec<_>, Trouble> =
            drafts.iter().map(|draft| self.part_counts(draft)).collect();
        Ok(piece::Goals::of_models(unit.into(), &counts?).into())
    }

    fn part_counts(&self, draft: &str) -> Result<PartCounts, Trouble> {
        if let Some(open) = self.desk.get(draft) {
            let text = open.sheet().draft.text().clone();
            return Ok(PartCounts::of(text.as_str()));
        }
        let opened = store::open(&self.path(draft)?)?;
        Ok(PartCounts::of(opened.text.as_str()))
    }

    /// In so many minutes of its day something was written, up to this time: milliseconds since 1970 at
    /// which a key was pressed, or nothing for now, when none was.
    pub(crate) fn writing_minutes(&self, pressed: Option<u64>) -> u32 {
        let mut days = WritingDays::read();
        let pressed =
            pressed.and_then(|at| Timestamp::from_millisecond(i64::try_from(at).ok()?).ok());
        let Some(pressed) = pressed else { return days.minutes(Zoned::now().date()) };
        let now = pressed.to_zoned(TimeZone::system()).datetime();
        if days.wrote(now) {
            // The clock is a comfort: that it cannot be kept is no reason to trouble anybody.
            let _ = days.write();
        }
        days.minutes(now.date())
    }
}
