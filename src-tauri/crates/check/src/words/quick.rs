//! A hash for words of our own lists.

use std::hash::{BuildHasherDefault, Hasher};

/// Makes the hashers of a map whose keys are fixed. The standard one keeps strangers from filling a
/// map with keys that collide; nobody but the data file fills these, and they are asked a dozen times
/// for each word of a text.
pub(super) type Quick = BuildHasherDefault<QuickHasher>;

/// Takes eight bytes at a time.
#[derive(Default)]
pub(super) struct QuickHasher(u64);

/// An odd number without a pattern.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

impl QuickHasher {
    fn take(&mut self, bytes: u64) {
        self.0 = (self.0.rotate_left(5) ^ bytes).wrapping_mul(SPREAD);
    }
}

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            self.take(chunk.iter().fold(0, |all, &byte| all << 8 | u64::from(byte)));
        }
        let rest = chunks.remainder();
        self.take(rest.iter().fold(rest.len() as u64, |all, &byte| all << 8 | u64::from(byte)));
    }

    fn write_u8(&mut self, _end: u8) {}

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}
