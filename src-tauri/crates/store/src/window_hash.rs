//! The hash that window and backend compare after a second of quiet.

use text::Text;

/// The hash of a text as the window holds it, at most 2^53 - 1, so that a number of the window's own
/// language holds it. It finds a text that is not the same; it does not withstand a forger.
///
/// Over the UTF-16 units, one LF for each line end, all arithmetic on 32 bits, `*` wrapping:
///
/// ```text
/// a = 0xdeadbeef, b = 0x41c6ce57
/// for each unit u:  a = (a ^ u) * 2654435761,  b = (b ^ u) * 1597334677
/// a = ((a ^ a >>> 16) * 2246822507) ^ ((b ^ b >>> 13) * 3266489909)
/// b = ((b ^ b >>> 16) * 2246822507) ^ ((a ^ a >>> 13) * 3266489909)
/// hash = 4294967296 * (b & 2097151) + a
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WindowHash(pub u64);

impl WindowHash {
    /// The hash of what the window holds when it shows `text`.
    pub fn of(text: &Text) -> Self {
        let mut state = State { a: 0xdead_beef, b: 0x41c6_ce57 };
        for (place, line) in text.window_lines().enumerate() {
            if place > 0 {
                state.take(u16::from(b'\n'));
            }
            line.encode_utf16().for_each(|unit| state.take(unit));
        }
        state.finish()
    }
}

struct State {
    a: u32,
    b: u32,
}

impl State {
    fn take(&mut self, unit: u16) {
        self.a = (self.a ^ u32::from(unit)).wrapping_mul(2_654_435_761);
        self.b = (self.b ^ u32::from(unit)).wrapping_mul(1_597_334_677);
    }

    fn finish(self) -> WindowHash {
        let Self { a, b } = self;
        let mix = |one: u32, other: u32| {
            (one ^ (one >> 16)).wrapping_mul(2_246_822_507)
                ^ (other ^ (other >> 13)).wrapping_mul(3_266_489_909)
        };
        let a = mix(a, b);
        let b = mix(b, a);
        WindowHash((u64::from(b & 0x1f_ffff) << 32) | u64::from(a))
    }
}
