//! Text into HTML, in the very form in which a parser would write it out again.

/// Appends `text` as the content of an element.
pub fn text(out: &mut String, text: &str) {
    escape(out, text, false);
}

/// Appends `value` as an attribute's value, without its quotes.
pub fn attribute(out: &mut String, value: &str) {
    escape(out, value, true);
}

fn escape(out: &mut String, text: &str, quoted: bool) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        // Most of a text is plain ASCII, which needs no second look.
        if at < done || is_plain(byte) {
            continue;
        }
        let rest = &text[at..];
        let Some(character) = rest.chars().next() else { break };
        let next = at + character.len_utf8();
        match replacement(character, rest, quoted) {
            Some(instead) => {
                out.push_str(&text[done..at]);
                out.push_str(instead);
            }
            None => out.push_str(&text[done..next]),
        }
        done = next;
    }
    out.push_str(&text[done..]);
}

fn is_plain(byte: u8) -> bool {
    (b' '..0x7f).contains(&byte) && !matches!(byte, b'&' | b'<' | b'>' | b'"')
}

/// What stands for `character`, which begins `rest`, if it cannot stand for itself.
fn replacement(character: char, rest: &str, quoted: bool) -> Option<&'static str> {
    match character {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' if quoted => Some("&quot;"),
        '\u{a0}' => Some("&nbsp;"),
        // A parser of HTML reads CR LF and CR as LF: written so, it reads back what we wrote.
        '\r' if rest.starts_with("\r\n") => Some(""),
        '\r' => Some("\n"),
        // At the start of HTML it is taken for a byte order mark and vanishes; it shows nothing anyway.
        '\u{feff}' => Some(""),
        '\n' | '\t' | '\u{c}' => None,
        _ if is_forbidden(character) => Some("\u{fffd}"),
        _ => None,
    }
}

/// Control and non-characters, which no HTML may hold in any spelling.
fn is_forbidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{fdd0}'..='\u{fdef}')
        || (character as u32) & 0xfffe == 0xfffe
}
