//! The change between two texts of the window.

use text::{ChangeSet, Section, diff};

/// The change that turns the window's text `old` into `new`, both with LF only.
pub(super) fn window_change(old: &str, new: &str) -> ChangeSet {
    let units = |text: &str| text.encode_utf16().count();
    let mut sections = Vec::new();
    let mut place = 0;
    for edit in &diff(old, new) {
        sections.push(Section::Keep(units(&old[place..edit.start.0])));
        let lines = match edit.insert.as_str() {
            "" => Vec::new(),
            insert => insert.split('\n').map(str::to_owned).collect(),
        };
        sections.push(Section::Replace(units(edit.span().of(old)), lines));
        place = edit.end.0;
    }
    sections.push(Section::Keep(units(&old[place..])));
    ChangeSet(sections)
}
