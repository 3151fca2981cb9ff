//! What of a page is no part of its text.

use super::article;
use super::blocks::has_class_word;
use super::left_out::LeftOut;
use super::weights::Weights;
use dom_query::{Document, NodeRef};

/// Elements that nobody reads.
pub(super) const UNSEEN: [&str; 12] = [
    "script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "embed",
    "link", "meta", "head",
];

/// Elements that are there to be pressed or filled in, or that lead elsewhere; and what they are called.
const ELEMENTS: [(&str, LeftOut); 6] = [
    ("nav", LeftOut::Navigation),
    ("form", LeftOut::Form),
    ("button", LeftOut::Buttons),
    ("select", LeftOut::Buttons),
    ("aside", LeftOut::BesideTheText),
    ("dialog", LeftOut::Dialog),
];

/// Words in a class that say what a box is for. An id is often made of the words of a heading: it says
/// what an author writes about.
const BOXES: [(&str, LeftOut); 12] = [
    ("share", LeftOut::ShareButtons),
    ("sharing", LeftOut::ShareButtons),
    ("social", LeftOut::ShareButtons),
    ("subscribe", LeftOut::Subscription),
    ("subscription", LeftOut::Subscription),
    ("newsletter", LeftOut::Subscription),
    ("signup", LeftOut::Subscription),
    ("comments", LeftOut::Comments),
    ("disqus", LeftOut::Comments),
    ("respond", LeftOut::Comments),
    ("breadcrumbs", LeftOut::Navigation),
    ("cookie", LeftOut::Cookies),
];

/// Of a box that has more of the words than this share in 100, nobody would say that it is beside the text.
pub(super) const MOST_OF_THE_TEXT: usize = 50;

/// So many letters a box of buttons or fields has at most: what is longer, or has a heading, is a part
/// of the text about just such things.
const LONGEST_BOX: usize = 300;

/// Takes it away; gives what was taken that a reader would have seen, each once.
pub(super) fn prune(document: &Document) -> Vec<LeftOut> {
    let mut left_out = article::around(document);
    let root = document.root();
    let weights = Weights::of(&root);
    let most = weights.letters(&root) * MOST_OF_THE_TEXT / 100;
    let mut waiting = vec![root];
    while let Some(node) = waiting.pop() {
        let name = node.node_name().unwrap_or_default();
        if UNSEEN.contains(&&*name) {
            node.remove_from_parent();
        } else if let Some(called) = beside(&node, &name, &weights)
            && weights.letters(&node) <= most
        {
            if weights.letters(&node) > 0 && !left_out.contains(&called) {
                left_out.push(called);
            }
            node.remove_from_parent();
        } else {
            waiting.extend(node.children_it(true));
        }
    }
    left_out
}

/// What a node is called that is beside the text, where it is.
fn beside(node: &NodeRef<'_>, name: &str, weights: &Weights) -> Option<LeftOut> {
    let element = ELEMENTS.iter().find(|(element, _)| *element == name).map(|(_, called)| *called);
    element.or_else(|| by_role(node)).or_else(|| by_box(node, name, weights))
}

fn by_role(node: &NodeRef<'_>) -> Option<LeftOut> {
    match &*node.attr("role")? {
        "navigation" => Some(LeftOut::Navigation),
        "complementary" => Some(LeftOut::BesideTheText),
        _ => None,
    }
}

fn by_box(node: &NodeRef<'_>, name: &str, weights: &Weights) -> Option<LeftOut> {
    if !["div", "section", "ul", "ol", "p", "span", "footer"].contains(&name) {
        return None;
    }
    let found = BOXES.iter().find(|(word, _)| has_class_word(node, &[word]));
    let called = found.map(|(_, called)| *called)?;
    let is_small = weights.letters(node) <= LONGEST_BOX && !weights.has_heading(node);
    // Readers write at length, and below a heading.
    (is_small || called == LeftOut::Comments).then_some(called)
}
