//! Edits: the one way in which a text changes.

use crate::{ByteOffset, Span};

mod compose;

/// Replace the bytes from `start` up to `end` of the old text by `insert`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// First byte of the old text that is replaced.
    pub start: ByteOffset,
    /// The byte after the last one that is replaced.
    pub end: ByteOffset,
    /// What stands there afterwards.
    pub insert: String,
}

impl Edit {
    /// Replaces `span` by `insert`.
    pub fn replace(span: Span, insert: impl Into<String>) -> Self {
        Self { start: span.start, end: span.end, insert: insert.into() }
    }

    /// Puts `insert` in at `place`.
    pub fn insert(place: ByteOffset, insert: impl Into<String>) -> Self {
        Self::replace(Span::at(place), insert)
    }

    /// Takes `span` out.
    pub fn delete(span: Span) -> Self {
        Self::replace(span, "")
    }

    /// The part of the old text that the edit replaces.
    pub fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }
}

/// Two edits of one list lay claim to the same bytes, or one ends before it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("two edits overlap at byte {}", .0.0)]
pub struct OverlappingEdits(pub ByteOffset);

/// To which side of an insertion at its very place a position is pushed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It stays before what was put in.
    Before,
    /// It moves behind what was put in.
    After,
}

/// A list of edits against one text: sorted, disjoint, none without effect on its range, and no two
/// touching. Offsets are those of the old text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits(Vec<Edit>);

impl Edits {
    /// Brings edits into order and joins those that touch; edits at one place keep the order given.
    ///
    /// # Errors
    /// [`OverlappingEdits`] when two of them replace the same byte.
    pub fn new(mut edits: Vec<Edit>) -> Result<Self, OverlappingEdits> {
        edits.sort_by_key(|edit| (edit.start, edit.end));
        let mut joined: Vec<Edit> = Vec::with_capacity(edits.len());
        for edit in edits {
            if edit.end < edit.start {
                return Err(OverlappingEdits(edit.start));
            }
            if edit.span().is_empty() && edit.insert.is_empty() {
                continue;
            }
            match joined.last_mut() {
                Some(last) if edit.start < last.end => return Err(OverlappingEdits(edit.start)),
                Some(last) if edit.start == last.end => {
                    last.end = edit.end;
                    last.insert.push_str(&edit.insert);
                }
                _ => joined.push(edit),
            }
        }
        Ok(Self(joined))
    }

    /// A list of one edit.
    pub fn one(edit: Edit) -> Self {
        Self::new(vec![edit]).unwrap_or_default()
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The edits, first to last.
    pub fn iter(&self) -> std::slice::Iter<'_, Edit> {
        self.0.iter()
    }

    /// The edited text.
    ///
    /// # Panics
    /// If the edits were not made for `source`.
    pub fn apply(&self, source: &str) -> String {
        let mut result = String::with_capacity(source.len());
        let mut kept = 0;
        for edit in &self.0 {
            result.push_str(&source[kept..edit.start.0]);
            result.push_str(&edit.insert);
            kept = edit.end.0;
        }
        result.push_str(&source[kept..]);
        result
    }

    /// The edits that lead from the edited text back to `source`.
    #[must_use]
    pub fn invert(&self, source: &str) -> Self {
        let mut shift = 0isize;
        let inverted = self.0.iter().map(|edit| {
            let start = edit.start.0.wrapping_add_signed(shift);
            shift += edit.insert.len() as isize - edit.span().len() as isize;
            Edit::replace(Span::new(start, start + edit.insert.len()), edit.span().of(source))
        });
        Self(inverted.collect())
    }

    /// One list that does what these edits and then `later` do; `later` counts in the text between.
    #[must_use]
    pub fn compose(&self, later: &Self) -> Self {
        compose::compose(&self.0, &later.0)
    }

    /// Where a place of the old text lies in the new one. A place inside a replaced range goes to
    /// the end of what replaced it on the side asked for.
    pub fn map(&self, place: ByteOffset, side: Side) -> ByteOffset {
        let mut shift = 0isize;
        for edit in &self.0 {
            let start = edit.start.0.wrapping_add_signed(shift);
            if place < edit.start {
                break;
            }
            if place == edit.start && (!edit.span().is_empty() || side == Side::Before) {
                return ByteOffset(start);
            }
            if place < edit.end {
                let inside = if side == Side::Before { 0 } else { edit.insert.len() };
                return ByteOffset(start + inside);
            }
            shift += edit.insert.len() as isize - edit.span().len() as isize;
        }
        ByteOffset(place.0.wrapping_add_signed(shift))
    }
}

impl<'a> IntoIterator for &'a Edits {
    type Item = &'a Edit;
    type IntoIter = std::slice::Iter<'a, Edit>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
