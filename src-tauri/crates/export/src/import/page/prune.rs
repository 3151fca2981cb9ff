//! What of a page is no part of its text.

use dom_query::{Document, NodeRef};

/// Elements that nobody reads.
const UNSEEN: [&str; 12] = [
    "script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "embed",
    "link", "meta", "head",
];

/// Elements that are there to be pressed or filled in, or that lead elsewhere; and what they are called.
const ELEMENTS: [(&str, &str); 6] = [
    ("nav", "navigation"),
    ("form", "a form"),
    ("button", "buttons"),
    ("select", "buttons"),
    ("aside", "what stands beside the text"),
    ("dialog", "a dialog"),
];

/// Words in a class or an id that say what a box is for.
const BOXES: [(&str, &str); 12] = [
    ("share", "share buttons"),
    ("sharing", "share buttons"),
    ("social", "share buttons"),
    ("subscribe", "a subscription box"),
    ("subscription", "a subscription box"),
    ("newsletter", "a subscription box"),
    ("signup", "a subscription box"),
    ("comments", "comments"),
    ("disqus", "comments"),
    ("respond", "comments"),
    ("breadcrumbs", "navigation"),
    ("cookie", "a notice about cookies"),
];

/// Of a box that has more of the words than this share in 100, nobody would say that it is beside the text.
const MOST_OF_THE_TEXT: usize = 50;

/// Takes it away; gives what was taken that a reader would have seen, each once.
pub(super) fn prune(document: &Document) -> Vec<String> {
    let mut left_out = around_the_article(document);
    let whole = letters(&document.root());
    let mut waiting = vec![document.root()];
    while let Some(node) = waiting.pop() {
        let name = node.node_name().unwrap_or_default();
        if UNSEEN.contains(&&*name) {
            node.remove_from_parent();
        } else if let Some(called) = beside(&node, &name, whole) {
            if letters(&node) > 0 && !left_out.iter().any(|it| it == called) {
                left_out.push(called.to_owned());
            }
            node.remove_from_parent();
        } else {
            waiting.extend(node.children_it(true));
        }
    }
    left_out
}

/// A page with one article in it that has most of its words is that article.
fn around_the_article(document: &Document) -> Vec<String> {
    let Some(body) = document.body() else { return Vec::new() };
    for unseen in document.select("script, style, noscript, template").nodes() {
        unseen.remove_from_parent();
    }
    for name in ["article", "main"] {
        let found = document.select(name);
        let [article] = found.nodes() else { continue };
        let (inside, all) = (letters(article), letters(&body));
        if inside * 100 < all * MOST_OF_THE_TEXT {
            continue;
        }
        article.remove_from_parent();
        body.remove_children();
        body.append_child(article);
        return if inside < all {
            vec!["what stands around the article".to_owned()]
        } else {
            Vec::new()
        };
    }
    Vec::new()
}

/// What a node is called that is beside the text, where it is.
fn beside(node: &NodeRef<'_>, name: &str, whole: usize) -> Option<&'static str> {
    let is_most = || letters(node) * 100 > whole * MOST_OF_THE_TEXT;
    let element = ELEMENTS.iter().find(|(element, _)| *element == name).map(|(_, called)| *called);
    let called = element.or_else(|| by_role(node)).or_else(|| by_box(node, name))?;
    (!is_most()).then_some(called)
}

fn by_role(node: &NodeRef<'_>) -> Option<&'static str> {
    match &*node.attr("role")? {
        "navigation" => Some("navigation"),
        "complementary" => Some("what stands beside the text"),
        _ => None,
    }
}

fn by_box(node: &NodeRef<'_>, name: &str) -> Option<&'static str> {
    if !["div", "section", "ul", "ol", "p", "span", "footer"].contains(&name) {
        return None;
    }
    let [class, id] = ["class", "id"].map(|name| node.attr(name).unwrap_or_default());
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|it: char| !it.is_ascii_alphanumeric());
        words.map(str::to_ascii_lowercase).collect()
    };
    let words = [words(&class), words(&id)].concat();
    let found = BOXES.iter().find(|(word, _)| words.iter().any(|it| it == word));
    found.map(|(_, called)| *called)
}

/// How many letters and digits a node has.
fn letters(node: &NodeRef<'_>) -> usize {
    node.text().chars().filter(|it| it.is_alphanumeric()).count()
}
