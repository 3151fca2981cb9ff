//! The allow-list for what a draft writes as HTML itself.

use crate::image;
use ammonia::{Builder, UrlRelative};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// HTML with all taken out that rendering would not write: scripts, styles, handlers, forms, frames,
/// foreign classes and ids, and links that lead elsewhere than to http, https, mailto or a footnote.
///
/// What [`crate::render`] gives, it gives back unchanged, and so does a second time.
pub fn sanitise(html: &str) -> String {
    // At the start of HTML it is a byte order mark, which vanishes, and anywhere it shows nothing.
    let mut clean = OURS.clean(html).to_string().replace('\u{feff}', "");
    // A parser leaves out a line end right behind `<pre>`, so the next one would be left out next time.
    for (at, tag) in tags_of_pre(&clean) {
        let from = at + tag;
        let line_ends = clean[from..].len() - clean[from..].trim_start_matches('\n').len();
        clean.replace_range(from..from + line_ends, "");
    }
    clean
}

/// Where each `<pre>` begins, from the last to the first, and how long its tag is, in bytes.
fn tags_of_pre(clean: &str) -> Vec<(usize, usize)> {
    let tag = |(at, _): (usize, &str)| clean[at..].find('>').map(|end| (at, end + 1));
    clean.rmatch_indices("<pre").filter_map(tag).collect()
}

/// A piece of the draft's own HTML, sanitised: no class, no id, each link with its `rel`.
///
/// HTML that is built to keep a parser busy comes back as code, to be read and not obeyed.
pub(crate) fn fragment(html: &str) -> String {
    if is_tame(html) {
        return THEIRS.clean(html).to_string();
    }
    let mut out = String::from("<pre><code>");
    crate::escape::text(&mut out, html);
    out + "</code></pre>"
}

static THEIRS: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut policy = policy();
    policy.link_rel(Some("noopener")).attribute_filter(plain_value);
    policy
});

static OURS: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut policy = policy();
    policy
        .link_rel(None)
        .add_tags(["input"])
        .add_generic_attributes(["class", "id", "role"])
        .add_tag_attributes("a", ["rel", "aria-label"])
        .add_tag_attributes("input", ["type", "disabled", "checked"])
        .add_tag_attributes("span", ["data-src"])
        .attribute_filter(|element: &str, attribute: &str, value: &str| match attribute {
            "class" | "id" | "role" | "rel" | "data-src" | "type" | "aria-label" => {
                is_own_value(element, attribute, value).then(|| value.to_owned().into())
            }
            _ => plain_value(element, attribute, value),
        });
    policy
});

const TAGS: &str = "a abbr b bdi blockquote br caption cite code dd del details div dl dt em \
    figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span \
    strong sub summary sup table tbody td tfoot th thead tr u ul var wbr";

fn policy() -> Builder<'static> {
    let mut policy = Builder::empty();
    policy
        .tags(TAGS.split_whitespace().collect())
        .clean_content_tags(HashSet::from(["script", "style", "template", "title"]))
        .generic_attributes(HashSet::from(["lang", "dir"]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href", "title"])),
            ("abbr", HashSet::from(["title"])),
            ("details", HashSet::from(["open"])),
            ("img", HashSet::from(["src", "alt", "title", "width", "height"])),
            ("ol", HashSet::from(["start", "reversed"])),
            ("span", HashSet::from(["title"])),
            ("td", HashSet::from(["colspan", "rowspan"])),
            ("th", HashSet::from(["colspan", "rowspan"])),
        ]))
        // `lede` and `data` are for images alone, which the filter sees to.
        .url_schemes(HashSet::from(["http", "https", "mailto", "data", "lede"]))
        .url_relative(UrlRelative::PassThrough)
        .strip_comments(true);
    policy
}

/// The value that an attribute of the draft's own may have.
fn plain_value<'v>(element: &str, attribute: &str, value: &'v str) -> Option<Cow<'v, str>> {
    let short = |digits: usize| !value.is_empty() && value.len() <= digits;
    let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
    match attribute {
        "href" if value.starts_with("#fn") => {
            is_own_value(element, attribute, value).then(|| value.into())
        }
        "href" => crate::link::safe(value).map(Cow::from),
        "start" => (short(9) && is_number).then(|| value.into()),
        "width" | "height" => (short(5) && is_number).then(|| value.into()),
        "colspan" | "rowspan" => {
            (short(3) && is_number && !value.starts_with('0')).then(|| value.into())
        }
        "open" | "reversed" | "disabled" | "checked" => Some("".into()),
        "dir" => ["ltr", "rtl", "auto"].contains(&value).then(|| value.into()),
        "lang" => is_language(value).then(|| value.into()),
        _ => Some(value.into()),
    }
}

fn is_language(value: &str) -> bool {
    value.len() <= 35
        && value.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
        && value.starts_with(|first: char| first.is_ascii_alphabetic())
        && value.find('-') != Some(1)
}

/// Whether rendering itself writes this value.
fn is_own_value(element: &str, attribute: &str, value: &str) -> bool {
    let is_number = |text: &str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
    };
    let is_place = |place: &str| {
        place.strip_prefix("fnref-").or(place.strip_prefix("fn-")).is_some_and(is_number)
    };
    match (element, attribute) {
        ("a", "href") => value.strip_prefix('#').is_some_and(is_place),
        ("a" | "sup" | "li", "id") => is_place(value),
        ("a", "rel") => value == "noopener",
        ("a", "role") => ["doc-noteref", "doc-backlink"].contains(&value),
        ("a", "class") => value == "footnote-back",
        ("a", "aria-label") => is_number(value),
        ("sup", "class") => value == "footnote-ref",
        ("ol", "class") => value == "footnotes",
        ("li", "class") => value == "task",
        ("td" | "th", "class") => ["left", "center", "right"].contains(&value),
        ("span", "class") => ["remote-image", "missing-image"].contains(&value),
        ("span", "data-src") => crate::link::safe(value).is_some(),
        ("input", "type") => value == "checkbox",
        ("img", "src") => image::is_own(value),
        ("code", "class") => value.starts_with("language-"),
        _ => false,
    }
}

/// Whether a parser reads the HTML in a time in proportion to its length. It does not when tags are
/// opened by the thousand, since each that is still open is looked at for every one that follows,
/// nor when one tag has attributes by the thousand.
///
/// End tags are not counted: which of them close what, only the parser knows, and an attacker who
/// can make us guess wrong has won.
fn is_tame(html: &str) -> bool {
    const MOST_ATTRIBUTES: usize = 2000;
    let most_work = 20_000 + 8 * html.len();
    let (mut open, mut work) = (0usize, 0usize);
    let mut tags =
        html.split('<').skip(1).filter(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic()));
    tags.all(|tag| {
        open += usize::from(!closes_itself(tag));
        work += open;
        work <= most_work && words_in_tag(tag) <= MOST_ATTRIBUTES
    })
}

/// Elements without an end tag, or whose end tag is often left out; they end of themselves.
fn closes_itself(tag: &str) -> bool {
    let end = tag.find(|next: char| !next.is_ascii_alphanumeric()).unwrap_or(tag.len());
    ["br", "col", "dd", "dt", "hr", "img", "input", "li", "p", "td", "th", "tr", "wbr"]
        .iter()
        .any(|name| tag[..end].eq_ignore_ascii_case(name))
}

/// How many attributes a tag may have at most. Where quotation marks leave open whether the first
/// `>` ends it, all that follows counts.
fn words_in_tag(tag: &str) -> usize {
    let inner = tag.split('>').next().unwrap_or(tag);
    let inner = if inner.contains(['"', '\'']) { tag } else { inner };
    inner
        .split(|next: char| next.is_ascii_whitespace() || next == '/')
        .filter(|w| !w.is_empty())
        .count()
}
