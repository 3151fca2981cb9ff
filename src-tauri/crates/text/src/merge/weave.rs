//! The merged text as edits of mine.

use super::{Conflict, Merge};
use crate::{ByteOffset, Edit, Edits, Span, Text};

/// A merge in the making: what comes in from theirs, and what is in conflict, first to last.
pub(super) struct Weave {
    mine: Text,
    edits: Vec<Edit>,
    conflicts: Vec<Conflict>,
    /// By how many bytes the merged text has outgrown mine so far.
    grown: isize,
}

impl Weave {
    /// Begins with my text as it is.
    pub(super) fn into(mine: &str) -> Self {
        let mine = Text::new(mine.to_owned());
        Self { mine, edits: Vec::new(), conflicts: Vec::new(), grown: 0 }
    }

    /// Puts their words in the place of a span of mine.
    pub(super) fn take(&mut self, span: Span, theirs: &str) {
        let insert = self.in_my_line_ends(span, theirs);
        let touching = self.edits.pop_if(|last| last.end == span.start);
        let mut edit = touching.unwrap_or_else(|| Edit::insert(span.start, ""));
        self.grown -= growth(&edit);
        self.append(&mut edit, span.end, &insert);
        self.grown += growth(&edit);
        self.edits.push(edit);
    }

    /// Lets an edit go on up to `end` of mine. A CR and an LF that come together by it are two line
    /// ends and must stay two, in the window as in the file: the CR is written as CR LF.
    fn append(&self, edit: &mut Edit, end: ByteOffset, insert: &str) {
        let source = self.mine.as_str();
        if edit.insert.is_empty() && source[..edit.start.0].ends_with('\r') {
            edit.start = edit.start - 1;
            edit.insert.push('\r');
        }
        if edit.insert.ends_with('\r') && insert.starts_with('\n') {
            edit.insert.push('\n');
        }
        edit.end = end;
        edit.insert.push_str(insert);
        if edit.insert.ends_with('\r') && source[end.0..].starts_with('\n') {
            edit.insert.push('\n');
        }
    }

    /// Leaves a span of mine as it is, and reports theirs.
    pub(super) fn keep(&mut self, span: Span, base: &str, theirs: &str) {
        let start = span.start.0.wrapping_add_signed(self.grown);
        self.conflicts.push(Conflict {
            merged: Span::new(start, start + span.len()),
            base: base.to_owned(),
            mine: span.of(self.mine.as_str()).to_owned(),
            theirs: self.in_my_line_ends(span, theirs),
        });
    }

    /// The merge.
    pub(super) fn done(self) -> Merge {
        // Groups come sorted and disjoint, so there is no overlap to report.
        Merge { edits: Edits::new(self.edits).unwrap_or_default(), conflicts: self.conflicts }
    }

    fn in_my_line_ends(&self, span: Span, theirs: &str) -> String {
        if self.mine.line_count() == 1 {
            return theirs.to_owned();
        }
        let lines = theirs.replace("\r\n", "\n").replace('\r', "\n");
        self.mine.with_line_endings(span.start, &lines)
    }
}

/// By how many bytes an edit lets a text grow.
fn growth(edit: &Edit) -> isize {
    edit.insert.len() as isize - edit.span().len() as isize
}
