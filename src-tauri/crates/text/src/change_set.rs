//! The window's own form of a change: the sections of a CodeMirror change set.

use crate::{Edit, Edits, Span, Text, WindowOffset};

/// A section of a change set, in UTF-16 units of the window's old text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Section {
    /// This many units stay.
    Keep(usize),
    /// This many units go, and these lines come: none for a deletion, `["a", "b"]` for `a`, a line
    /// end and `b`.
    Replace(usize, Vec<String>),
}

/// What CodeMirror calls a change set: sections that cover the whole of the window's old text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeSet(pub Vec<Section>);

/// A change set that was not made for this text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// The sections cover another length than the text has, both in UTF-16 units.
    #[error("the change covers {covered} units of a text of {length}")]
    Length {
        /// What the sections cover.
        covered: usize,
        /// What the text has.
        length: usize,
    },
    /// A section begins or ends inside a character.
    #[error("the change cuts a character at unit {}", .0.0)]
    InsideCharacter(WindowOffset),
}

impl ChangeSet {
    /// Length in UTF-16 units of the text that the change was made for.
    pub fn old_length(&self) -> usize {
        let old = |section: &Section| match section {
            Section::Keep(length) | Section::Replace(length, _) => *length,
        };
        self.0.iter().map(old).sum()
    }
}

impl Text {
    /// The window's change as edits of the file's text, in which new lines take the ending of the
    /// line before them, else of the first line, else LF.
    ///
    /// # Errors
    /// [`ChangeError`] when the change was made for another text.
    pub fn edits_from_window(&self, change: &ChangeSet) -> Result<Edits, ChangeError> {
        let (covered, length) = (change.old_length(), self.window_len().0);
        if covered != length {
            return Err(ChangeError::Length { covered, length });
        }
        let mut edits = Vec::new();
        let mut place = WindowOffset(0);
        for section in &change.0 {
            match section {
                Section::Keep(length) => place = place + *length,
                Section::Replace(length, lines) => {
                    let end = place + *length;
                    edits.push(self.edit_from_window(place, end, lines)?);
                    place = end;
                }
            }
        }
        Ok(self.keep_line_ends_apart(Edits::new(edits).unwrap_or_default()))
    }

    fn edit_from_window(
        &self,
        start: WindowOffset,
        end: WindowOffset,
        lines: &[String],
    ) -> Result<Edit, ChangeError> {
        let inside = |place| ChangeError::InsideCharacter(place);
        let from = self.byte_offset(start).ok_or(inside(start))?;
        let to = self.byte_offset(end).ok_or(inside(end))?;
        let ending = self.new_line_ending(from);
        Ok(Edit::replace(Span { start: from, end: to }, lines.join(ending)))
    }

    /// Two line ends of the window must stay two in the file: a CR that comes to stand before an LF
    /// that was not its own is written as CR LF.
    fn keep_line_ends_apart(&self, edits: Edits) -> Edits {
        let source = self.as_str();
        let mut apart = Vec::new();
        for edit in &edits {
            let mut edit = edit.clone();
            let next = source[edit.end.0..].chars().next();
            let follows = edit.insert.chars().next().or(next);
            if source[..edit.start.0].ends_with('\r') && follows == Some('\n') {
                edit.start = edit.start - 1;
                edit.insert.insert_str(0, "\r\n");
            }
            if edit.insert.ends_with('\r') && next == Some('\n') {
                edit.insert.push('\n');
            }
            apart.push(edit);
        }
        Edits::new(apart).unwrap_or(edits)
    }

    /// Edits of the file's text as the window's change.
    pub fn change_set(&self, edits: &Edits) -> ChangeSet {
        let mut sections = Vec::new();
        let mut place = WindowOffset(0);
        for edit in edits {
            let (start, end) = (self.window_offset(edit.start), self.window_offset(edit.end));
            if start > place {
                sections.push(Section::Keep(start.0 - place.0));
            }
            let lines = if edit.insert.is_empty() { Vec::new() } else { lines(&edit.insert) };
            sections.push(Section::Replace(end.0 - start.0, lines));
            place = end;
        }
        let rest = self.window_len().0 - place.0;
        if rest > 0 {
            sections.push(Section::Keep(rest));
        }
        ChangeSet(sections)
    }
}

/// The lines of `source` without their ends, as CodeMirror counts them: one more than line ends.
fn lines(source: &str) -> Vec<String> {
    Text::new(source.to_owned()).window_lines().map(str::to_owned).collect()
}
