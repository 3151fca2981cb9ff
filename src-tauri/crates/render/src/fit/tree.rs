//! The tree of HTML as the sanitiser writes it: every tag closed, every value quoted.

use super::is_void;

/// A name and its value, unescaped.
pub(super) type Attribute = (String, String);

/// A node of the tree.
pub(super) enum Node {
    Text(String),
    Element { name: String, attributes: Vec<Attribute>, children: Vec<Node> },
}

impl Node {
    /// The name of an element.
    pub(super) fn name(&self) -> Option<&str> {
        match self {
            Self::Element { name, .. } => Some(name),
            Self::Text(_) => None,
        }
    }

    /// Whether this is text that is not all white space.
    pub(super) fn is_visible_text(&self) -> bool {
        matches!(self, Self::Text(text) if !text.trim_ascii().is_empty())
    }
}

/// The tree of sanitised HTML.
pub(super) fn parse(html: &str) -> Vec<Node> {
    // Each level is the element that is open there, and what it holds so far.
    let mut levels: Vec<(Node, Vec<Node>)> = Vec::new();
    let mut top = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let length = rest.find('<').unwrap_or(rest.len());
        if length > 0 {
            top.push(Node::Text(unescaped(&rest[..length])));
        }
        rest = &rest[length..];
        if rest.is_empty() {
            break;
        }
        let end = tag_end(rest);
        let tag = rest[1..end].trim_end_matches('>');
        rest = &rest[end..];
        if tag.starts_with('/') {
            close(&mut levels, &mut top);
            continue;
        }
        let (name, attributes) = start_tag(tag);
        let is_void = is_void(&name);
        levels.push((
            Node::Element { name, attributes, children: Vec::new() },
            std::mem::take(&mut top),
        ));
        if is_void {
            close(&mut levels, &mut top);
        }
    }
    while !levels.is_empty() {
        close(&mut levels, &mut top);
    }
    top
}

/// Ends the innermost open element: it holds what `top` has, and becomes part of what is around it.
fn close(levels: &mut Vec<(Node, Vec<Node>)>, top: &mut Vec<Node>) {
    if let Some((Node::Element { name, attributes, .. }, outer)) = levels.pop() {
        let children = std::mem::replace(top, outer);
        top.push(Node::Element { name, attributes, children });
    }
}

/// The length of the tag that begins `html`, its brackets included.
fn tag_end(html: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in html.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

fn start_tag(tag: &str) -> (String, Vec<Attribute>) {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while let Some((attribute, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').unwrap_or((after, ""));
        attributes.push((attribute.trim().to_owned(), unescaped(value)));
        rest = after;
    }
    (name.to_owned(), attributes)
}

/// Text with the five references resolved that the sanitiser writes.
fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&")
}
