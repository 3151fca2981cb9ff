//! An app that was built without grammar: it finds nothing.

use check::Finding;
use text::Text;

/// Whether the app was built with it.
pub(crate) const IS_HERE: bool = false;

/// No grammar.
#[derive(Default)]
pub(crate) struct Grammar(());

impl Grammar {
    /// Nothing.
    #[allow(clippy::unused_self, reason = "with grammar there is something to ask")]
    pub(crate) fn findings(&self, _: &Text) -> Vec<Finding> {
        Vec::new()
    }
}
