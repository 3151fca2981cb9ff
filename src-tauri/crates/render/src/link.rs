//! Where links may lead, and bare addresses in running text.

use crate::escape;
use linkify::{LinkFinder, LinkKind};
use std::sync::LazyLock;

/// The URL to put in a link that leads to `destination`, or nothing when it may not lead there: only
/// well-formed http, https and mailto may. It is percent-encoded where it must be.
pub fn safe(destination: &str) -> Option<String> {
    let (scheme, _) = destination.split_once(':')?;
    if !["http", "https", "mailto"].iter().any(|safe| scheme.eq_ignore_ascii_case(safe)) {
        return None;
    }
    let url = encoded(destination);
    url::Url::parse(&url).is_ok().then_some(url)
}

/// The URL of an image that lies on another machine.
pub(crate) fn remote(destination: &str) -> Option<String> {
    let absolute = match destination.strip_prefix("//") {
        Some(rest) => format!("https://{rest}"),
        None => destination.to_owned(),
    };
    safe(&absolute)
        .filter(|url| !url.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("mailto:")))
}

/// Whether the destination names a scheme or a host, so that it is no local path.
pub(crate) fn has_scheme(destination: &str) -> bool {
    let trimmed = destination.trim_start();
    let colon = trimmed.find(':');
    let path = trimmed.find(['/', '?', '#', '\\']).unwrap_or(trimmed.len());
    trimmed.starts_with("//") || trimmed.starts_with("\\\\") || colon.is_some_and(|at| at < path)
}

/// The URL with all that may not stand in one percent-encoded; what is encoded already stays.
pub(crate) fn encoded(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for (at, byte) in url.bytes().enumerate() {
        let kept = match byte {
            b'%' => is_encoding(&url.as_bytes()[at..]),
            _ => byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=".contains(&byte),
        };
        if kept {
            out.push(byte as char);
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn is_encoding(bytes: &[u8]) -> bool {
    bytes.len() > 2 && bytes[1].is_ascii_hexdigit() && bytes[2].is_ascii_hexdigit()
}

/// Appends the start tag of a link to `url`, which [`safe`] gave.
pub(crate) fn open(out: &mut String, url: &str, title: &str) {
    out.push_str("<a href=\"");
    escape::attribute(out, url);
    if !title.is_empty() {
        out.push_str("\" title=\"");
        escape::attribute(out, title);
    }
    out.push_str("\" rel=\"noopener\">");
}

/// Appends running text, addresses in it as links.
pub(crate) fn bare(out: &mut String, text: &str) {
    // Without one of these there is no address, and the search costs more than the rest of a block.
    if !text.contains("://") && !text.contains('@') {
        return escape::text(out, text);
    }
    for span in FINDER.spans(text) {
        let url = match span.kind() {
            Some(LinkKind::Email) => safe(&format!("mailto:{}", span.as_str())),
            Some(_) => safe(span.as_str()),
            None => None,
        };
        let Some(url) = url else {
            escape::text(out, span.as_str());
            continue;
        };
        open(out, &url, "");
        escape::text(out, span.as_str());
        out.push_str("</a>");
    }
}

static FINDER: LazyLock<LinkFinder> = LazyLock::new(|| {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url, LinkKind::Email]);
    finder
});
