//! How much there is in each element of a page.

use super::prune::UNSEEN;
use dom_query::{NodeId, NodeRef};
use std::collections::HashMap;

/// How many letters and digits a reader sees in each node, and whether a heading is there, counted in
/// one walk: a box in a box in a box would otherwise be counted as often as it is deep.
pub(super) struct Weights(HashMap<NodeId, Weight>);

#[derive(Clone, Copy, Default)]
struct Weight {
    letters: usize,
    has_heading: bool,
}

impl Weights {
    /// Of a node and all that are in it.
    pub(super) fn of(root: &NodeRef<'_>) -> Self {
        let mut weights = HashMap::from([(root.id, Weight::default())]);
        let mut walked = Vec::new();
        for node in root.descendants_it() {
            weights.insert(node.id, own(&node));
            if !node.node_name().is_some_and(|name| UNSEEN.contains(&&*name)) {
                walked.extend(node.parent().map(|parent| (node.id, parent.id)));
            }
        }
        // Whatever is in a node was walked behind it.
        for (node, parent) in walked.into_iter().rev() {
            let inner = weights.get(&node).copied().unwrap_or_default();
            let outer: &mut Weight = weights.entry(parent).or_default();
            outer.letters += inner.letters;
            outer.has_heading |= inner.has_heading;
        }
        Self(weights)
    }

    /// How many letters and digits a node has.
    pub(super) fn letters(&self, node: &NodeRef<'_>) -> usize {
        self.0.get(&node.id).map_or(0, |it| it.letters)
    }

    /// Whether a node is a heading or has one in it.
    pub(super) fn has_heading(&self, node: &NodeRef<'_>) -> bool {
        self.0.get(&node.id).is_some_and(|it| it.has_heading)
    }
}

fn own(node: &NodeRef<'_>) -> Weight {
    if node.is_text() {
        let letters = node.text().chars().filter(|it| it.is_alphanumeric()).count();
        return Weight { letters, has_heading: false };
    }
    let is_heading = |name: &str| matches!(name.as_bytes(), [b'h', b'1'..=b'6']);
    Weight { letters: 0, has_heading: node.node_name().is_some_and(|name| is_heading(&name)) }
}
