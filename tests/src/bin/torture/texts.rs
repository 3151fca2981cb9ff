//! Texts made of what is hard in a text.

use crate::chance::Chance;

const LINES: &[&str] = &[
    "# Five Signals That The Strike Will Outlast The Summer",
    "*The dek, emphasised.*",
    "## 1. The Reserve Crews Have Stopped Answering",
    "2\\) not a point",
    "---",
    "***",
    "Setext",
    "======",
    "- a list   ",
    "\ttabbed",
    "```rust",
    "| a | b |",
    "<!-- a comment -->",
    "[reference]: https://ferry.example",
    "é e\u{301} 中文 🚢👩‍👩‍👧 \u{10ffff}",
    "line\u{2028}separator\u{2029}and\u{85}next",
    "a \u{feff}mark in the middle",
    "a \0 NUL",
    "עברית and العربية",
    "trailing blanks  ",
    "",
    "",
];

/// A text with any line ends, with a byte order mark or without, with a last line end or without.
pub(crate) fn any(chance: &mut Chance) -> String {
    let mut text = String::from(if chance.one_in(5) { "\u{feff}" } else { "" });
    let ends = chance.pick(&[&["\n"][..], &["\r\n"], &["\r"], &["\n", "\r\n", "\r", "\n\n"]]);
    let lines = chance.pick(&[0, 1, 2, 5, 12, 40]);
    for line in 0..lines {
        text += chance.pick(LINES);
        if line + 1 < lines || chance.one_in(2) {
            text += chance.pick(ends);
        }
    }
    text
}

/// Bytes that are not UTF-8, in a way that occurs.
pub(crate) fn not_utf8(chance: &mut Chance) -> Vec<u8> {
    let before = any(chance).replace('\0', "").into_bytes();
    let wrong: &[&[u8]] = &[
        b"caf\xe9 au lait",
        b"\x93quoted\x94",
        b"\xc3",
        b"\x80",
        b"\xc0\xaf",
        b"\xed\xa0\x80\xed\xb0\x80",
        b"\xf5\x80\x80\x80",
        b"\xff",
        b"\x83e\x83X\x83g",
    ];
    let wide = "The ferry is late.\r\n".encode_utf16();
    match chance.below(8) {
        0 => [&[0xff, 0xfe][..], &wide.flat_map(u16::to_le_bytes).collect::<Vec<_>>()].concat(),
        1 => [&[0xfe, 0xff][..], &wide.flat_map(u16::to_be_bytes).collect::<Vec<_>>()].concat(),
        _ => {
            let after = any(chance).replace('\0', "").into_bytes();
            [&before[..], chance.pick(wrong), b"\n", &after].concat()
        }
    }
}

/// The text of save `number`, of about `length` bytes, by which one sees whether it is whole.
pub(crate) fn numbered(number: usize, length: usize) -> String {
    let line = format!("this is save {number}\n");
    line.repeat(length.div_ceil(line.len()))
}

/// Which save a text is of, if it is whole.
pub(crate) fn number_of(text: &[u8], length: usize) -> Option<usize> {
    let text = str::from_utf8(text).ok()?;
    let number = text.lines().next()?.strip_prefix("this is save ")?.parse().ok()?;
    (text == numbered(number, length)).then_some(number)
}
