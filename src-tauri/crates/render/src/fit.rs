//! The draft's own HTML made to fit: after sanitising nothing in it is dangerous, and after this
//! nothing in it lies where it may not lie, so that a page made of it is valid.
//!
//! An element whose content does not suit it loses its tags and keeps its content.

mod tree;

use crate::escape;
use crate::image::{Asked, Image, World};
use tree::{Attribute, Node, parse};

const PHRASING: &str = "a abbr b bdi br cite code del em i img ins kbd mark q s samp small span \
    strong sub sup u var wbr";
const PART_OF_ANOTHER: &str = "li dt dd caption thead tbody tfoot tr th td summary figcaption";

/// Whether the element may stand in running text.
pub(crate) fn is_phrasing(name: &str) -> bool {
    is_one_of(name, PHRASING)
}

/// Whether the element has no content.
pub(crate) fn is_void(name: &str) -> bool {
    is_one_of(name, "br hr img input wbr")
}

fn is_one_of(name: &str, list: &str) -> bool {
    list.split_ascii_whitespace().any(|one| one == name)
}

/// Appends HTML that comes from the sanitiser, made to fit and with its images asked for.
pub(crate) fn append(out: &mut String, clean: &str, world: &dyn World, asked: &mut Vec<Asked>) {
    let nodes = belonging("", fitting(parse(clean)));
    write(out, &nodes, world, asked);
}

/// The nodes, from the leaves up, without those whose content does not suit them.
fn fitting(nodes: Vec<Node>) -> Vec<Node> {
    nodes.into_iter().flat_map(fitted).collect()
}

fn fitted(node: Node) -> Vec<Node> {
    let Node::Element { name, attributes, children } = node else { return vec![node] };
    let mut children = fitting(children);
    if is_one_of(&name, "th dt caption summary") {
        children = running(children);
    }
    if name == "pre" {
        drop_first_line_end(&mut children);
    }
    if suits(&name, &attributes, &children) {
        return vec![Node::Element { name, attributes, children }];
    }
    children
}

/// The nodes without the tags of those that may not stand in running text.
fn running(nodes: Vec<Node>) -> Vec<Node> {
    let flat = |node| match node {
        Node::Element { name, children, .. } if !is_phrasing(&name) => running(children),
        node => vec![node],
    };
    nodes.into_iter().flat_map(flat).collect()
}

/// A parser leaves out a line end right behind `<pre>`, so written out it would not come back.
fn drop_first_line_end(children: &mut [Node]) {
    if let Some(Node::Text(text)) = children.first_mut() {
        *text = text.trim_start_matches('\n').to_owned();
    }
}

fn suits(name: &str, attributes: &[Attribute], children: &[Node]) -> bool {
    let elements: Vec<&str> = children.iter().filter_map(Node::name).collect();
    let no_text = !children.iter().any(Node::is_visible_text);
    match name {
        "a" => {
            attributes.iter().any(|(name, _)| name == "href") && runs(children) && shows(children)
        }
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => runs(children) && shows(children),
        "p" | "pre" => runs(children),
        "ul" | "ol" => no_text && elements.iter().all(|name| *name == "li"),
        "dl" => no_text && is_description(&elements),
        "table" => no_text && is_table(&elements),
        "thead" | "tbody" | "tfoot" => no_text && elements.iter().all(|name| *name == "tr"),
        "tr" => {
            no_text && !elements.is_empty() && elements.iter().all(|name| is_one_of(name, "th td"))
        }
        "details" => is_first_and_only("summary", children),
        "figure" => is_figure(&elements, children),
        _ => !is_phrasing(name) || runs(children),
    }
}

/// Whether the nodes may all stand in running text.
fn runs(nodes: &[Node]) -> bool {
    nodes.iter().filter_map(Node::name).all(is_phrasing)
}

/// Whether there is anything to see in the nodes.
fn shows(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Text(_) => node.is_visible_text(),
        Node::Element { name, children, .. } => name == "img" || shows(children),
    })
}

fn is_description(elements: &[&str]) -> bool {
    elements.iter().all(|name| is_one_of(name, "dt dd"))
        && elements.first().is_none_or(|name| *name == "dt")
        && elements.last().is_none_or(|name| *name == "dd")
}

/// Whether the parts of a table come in their order, at most one of each but the bodies.
fn is_table(elements: &[&str]) -> bool {
    let order = ["caption", "thead", "tbody", "tfoot"];
    let places: Option<Vec<usize>> =
        elements.iter().map(|name| order.iter().position(|part| part == name)).collect();
    places.is_some_and(|places| {
        places.windows(2).all(|pair| pair[0] < pair[1] || (pair[0] == 2 && pair[1] == 2))
    })
}

fn is_first_and_only(name: &str, children: &[Node]) -> bool {
    let first = children.iter().find(|child| child.name().is_some() || child.is_visible_text());
    let count = children.iter().filter(|child| child.name() == Some(name)).count();
    count == 1 && first.is_some_and(|first| first.name() == Some(name))
}

fn is_figure(elements: &[&str], children: &[Node]) -> bool {
    let visible: Vec<&Node> =
        children.iter().filter(|child| child.name().is_some() || child.is_visible_text()).collect();
    let is_caption =
        |node: Option<&&Node>| node.is_some_and(|node| node.name() == Some("figcaption"));
    match elements.iter().filter(|name| **name == "figcaption").count() {
        0 => true,
        1 => is_caption(visible.first()) || is_caption(visible.last()),
        _ => false,
    }
}

/// The nodes inside an element of that name, without those that make sense only in another.
fn belonging(parent: &str, nodes: Vec<Node>) -> Vec<Node> {
    let placed = |node| match node {
        Node::Element { name, children, .. } if !belongs(&name, parent) => {
            belonging(parent, children)
        }
        Node::Element { name, attributes, children } => {
            let children = belonging(&name, children);
            vec![Node::Element { name, attributes, children }]
        }
        node => vec![node],
    };
    nodes.into_iter().flat_map(placed).collect()
}

fn belongs(name: &str, parent: &str) -> bool {
    match name {
        "li" => is_one_of(parent, "ul ol"),
        "dt" | "dd" => parent == "dl",
        "caption" | "thead" | "tbody" | "tfoot" => parent == "table",
        "tr" => is_one_of(parent, "thead tbody tfoot"),
        "th" | "td" => parent == "tr",
        "summary" => parent == "details",
        "figcaption" => parent == "figure",
        _ => !is_one_of(name, PART_OF_ANOTHER),
    }
}

fn write(out: &mut String, nodes: &[Node], world: &dyn World, asked: &mut Vec<Asked>) {
    for node in nodes {
        match node {
            Node::Text(text) => escape::text(out, text),
            Node::Element { name, attributes, .. } if name == "img" => {
                image(attributes).write(out, world, asked);
            }
            Node::Element { name, attributes, children } => {
                out.push('<');
                out.push_str(name);
                write_attributes(out, attributes);
                out.push('>');
                if !is_void(name) {
                    write(out, children, world, asked);
                    out.push_str(&format!("</{name}>"));
                }
            }
        }
    }
}

fn write_attributes(out: &mut String, attributes: &[Attribute]) {
    for (name, value) in attributes {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        escape::attribute(out, value);
        out.push('"');
    }
}

fn image(attributes: &[Attribute]) -> Image {
    let value =
        |name: &str| attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone());
    Image {
        destination: value("src").unwrap_or_default(),
        alt: value("alt").unwrap_or_default(),
        title: value("title").unwrap_or_default(),
        size: ["width", "height"]
            .into_iter()
            .filter_map(|name| value(name).map(|value| (name, value)))
            .collect(),
    }
}
