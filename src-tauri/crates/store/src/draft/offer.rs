//! Edits that begin in the backend and reach the text by way of the window.

use super::on_disk::Base;
use super::{Draft, window_change};
use text::{ByteOffset, ChangeSet, Edit, Edits, Side, Span, Text};

/// How many changes the window may report before an offer counts as carried out in a way of its own: the
/// keys that a fast writer types before the window has even read of it, and the one that carries it.
const CHANGES_WAITED_FOR: usize = 12;

/// Edits for the window to carry out as one transaction and to report like any other change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The version that the change is made for; the window maps it over what came later.
    pub base_version: u64,
    /// The change of the window's text. It keeps everything when only line ends or the byte order
    /// mark differ: the mirror has then taken the offer already.
    pub change_set: ChangeSet,
}

/// An earlier offer has not come back from the window; edits made now would be mapped over it and
/// might do half of it again. Ask again after the next change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an earlier change from the backend is still on its way through the window")]
pub struct StillPending;

/// An offer that the window has not reported yet.
#[derive(Clone, Debug)]
pub(super) struct Pending {
    /// Against the mirror's present text.
    edits: Edits,
    /// The text of the file, if that is what it brings.
    pub(super) disk: Option<Base>,
    changes_seen: usize,
}

impl Pending {
    /// The text that it makes of the mirror's present `text`.
    pub(super) fn target(&self, text: &Text) -> Text {
        Text::new(self.edits.apply(text.as_str()))
    }
}

impl Draft {
    /// Offers edits of the present text to the window: a structural operation, a fix, a restored
    /// snapshot.
    ///
    /// # Errors
    /// [`StillPending`].
    ///
    /// # Panics
    /// If the edits were not made for [`Draft::text`].
    pub fn offer(&mut self, edits: Edits) -> Result<Offer, StillPending> {
        if self.pending.is_some() { Err(StillPending) } else { Ok(self.offer_now(edits, None)) }
    }

    /// Offers edits; with `disk`, the text of the file is in what they lead to.
    pub(super) fn offer_now(&mut self, edits: Edits, disk: Option<Base>) -> Offer {
        let pending = Pending { edits, disk: None, changes_seen: 0 };
        let target = pending.target(&self.text);
        let change_set = change_for(&self.text, &pending.edits, &target);
        if same_in_window(&self.text, &target) {
            self.adopt(target, disk);
        } else {
            self.pending = Some(Pending { disk, ..pending });
        }
        Offer { base_version: self.version, change_set }
    }

    /// After a change: if it made what was offered, the mirror takes `target` itself; if not, the
    /// offer is moved along. Returns what really became of the text.
    pub(super) fn hear_of_offer(&mut self, target: Option<Text>, change: Edits) -> Edits {
        let (Some(mut pending), Some(target)) = (self.pending.take(), target) else {
            return change;
        };
        if same_in_window(&self.text, &target) {
            self.adopt(target, pending.disk);
            return pending.edits;
        }
        pending.changes_seen += 1;
        pending.edits = moved_over(&pending.edits, &change);
        self.pending = (pending.changes_seen < CHANGES_WAITED_FOR).then_some(pending);
        change
    }

    fn adopt(&mut self, target: Text, disk: Option<Base>) {
        self.text = target;
        self.disk.adopted(disk);
    }
}

fn same_in_window(one: &Text, other: &Text) -> bool {
    one.window_len() == other.window_len() && one.window_lines().eq(other.window_lines())
}

/// The window's change from `text` to `target`. An edit that cuts a CR LF in two has no exact
/// counterpart in the window; then the two texts of the window are compared.
fn change_for(text: &Text, edits: &Edits, target: &Text) -> ChangeSet {
    let change = text.change_set(edits);
    let mut tried = text.clone();
    let exact = tried.edits_from_window(&change).is_ok_and(|edits| {
        tried.apply(&edits);
        same_in_window(&tried, target)
    });
    if exact {
        return change;
    }
    window_change(&text.window_text(), &target.window_text())
}

/// `edits` for the text after `change`, as the window maps its transactions: an insertion at the
/// place of another comes behind it.
fn moved_over(edits: &Edits, change: &Edits) -> Edits {
    let moved = edits.iter().map(|edit| {
        let start = change.map(edit.start, Side::After);
        let end = if edit.span().is_empty() { start } else { change.map(edit.end, Side::Before) };
        let end = ByteOffset(end.0.max(start.0));
        Edit::replace(Span { start, end }, edit.insert.as_str())
    });
    Edits::new(moved.collect()).unwrap_or_default()
}
