//! Waiting for what a program does in its own time.

use std::{
    thread::sleep,
    time::{Duration, Instant},
};

/// How long anything may take before a test gives up: far more than it ever should, since a busy
/// machine is no failure.
const PATIENCE: Duration = Duration::from_secs(60);

/// Waits until `look` sees something, and gives it back.
///
/// # Panics
/// With `what` and what was seen last, if it does not come within a minute.
pub fn until<T>(what: &str, mut look: impl FnMut() -> Result<T, String>) -> T {
    let start = Instant::now();
    loop {
        match look() {
            Ok(seen) => return seen,
            Err(last) if start.elapsed() > PATIENCE => {
                panic!("waited in vain until {what}; last seen: {last}")
            }
            Err(_) => sleep(Duration::from_millis(20)),
        }
    }
}
