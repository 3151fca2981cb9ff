//! Measured times and what is said of them.

use std::time::Duration;

/// Times of one and the same thing, in milliseconds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sample(Vec<f64>);

impl Sample {
    /// The time below which half of them lie; not a number when there is none.
    pub(crate) fn median(&self) -> f64 {
        self.part(0.5)
    }

    /// The time below which 95 of 100 lie; not a number when there is none.
    pub(crate) fn most(&self) -> f64 {
        self.part(0.95)
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    fn part(&self, part: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let place = (part * sorted.len() as f64) as usize;
        sorted.get(place.min(sorted.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
    }
}

impl FromIterator<Duration> for Sample {
    fn from_iter<T: IntoIterator<Item = Duration>>(times: T) -> Self {
        times.into_iter().map(|time| time.as_secs_f64() * 1e3).collect()
    }
}

impl FromIterator<f64> for Sample {
    fn from_iter<T: IntoIterator<Item = f64>>(times: T) -> Self {
        Self(times.into_iter().collect())
    }
}
